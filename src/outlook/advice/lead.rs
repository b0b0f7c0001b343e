//! What a person can change: one answer, with what that answer brings along.

use super::breakpoints::breakpoints;
use super::ground::{Ground, Reading, Touch, Values, opened};
use crate::assess::{Fact, Facts, FixStep, Inverter, Need, Truth};
use crate::points::Points;
use crate::scheme::{AnswerKind, Change, Effort};

/// How often a new question may open another.
const DEEPEST: usize = 4;

/// A change of one answer, tried out.
pub(super) struct Trial {
    /// The position of the question.
    pub(super) question: usize,
    /// Its new answer, then the answers that it brings along: what must be so that the question is asked, and what
    /// is asked because of it.
    pub(super) values: Values,
    /// The months it takes.
    pub(super) months: i64,
    /// How far the answer is from the one now: its place among the answers of its question.
    pub(super) size: usize,
    pub(super) touch: Touch,
    /// Whether what it touches moves with time as well.
    pub(super) moves: bool,
    /// Whether it alone changes anything that counts.
    pub(super) idle: bool,
    /// How what it touches comes out; the rest means nothing.
    pub(super) reading: Reading,
}

/// Every change there is, those of a question next to each other, the smallest first.
pub(super) fn trials(ground: &Ground<'_>, base: &Reading) -> Vec<Trial> {
    let mut trials = Vec::new();
    for question in 0..ground.scheme.questions.len() {
        let Some(brings) = brings(ground, question) else { continue };
        for (size, answer) in answers(ground, question, &brings).into_iter().enumerate() {
            let mut values = vec![(question, answer)];
            values.extend(brings.iter().copied());
            trials.extend(trial(ground, base, question, values.clone(), size));
            let settled = settle(ground, &mut values);
            if settled {
                trials.extend(trial(ground, base, question, values, size));
            }
        }
    }
    trials
}

fn trial(
    ground: &Ground<'_>,
    base: &Reading,
    question: usize,
    values: Values,
    size: usize,
) -> Option<Trial> {
    let months = ground.months(&values)?;
    let touch = ground.touch(&values);
    let moves = touch.meets(ground.moves);
    let mut reading = base.clone();
    ground.read(&ground.now.with(&values, ground.on), touch, &mut reading);
    let sure = |reading: &Reading| -> Vec<Points> {
        reading.points.iter().map(|range| range.low).collect()
    };
    let idle = reading.holds == base.holds && sure(&reading) == sure(base);
    Some(Trial { question, values, months, size, touch, moves, idle, reading })
}

/// What must be so that the person can change an answer: nothing where it is asked. `None` where it cannot change,
/// where it is still open, and where nobody can bring it about.
fn brings(ground: &Ground<'_>, question: usize) -> Option<Values> {
    let asked = &ground.scheme.questions[question];
    let number = matches!(asked.kind, AnswerKind::Number { .. });
    match (asked.changes, ground.now.asked(question)) {
        (Change::Never, _) | (_, Truth::Open) => None,
        // What grows by itself needs no effort, only time.
        (_, Truth::Yes) if ground.moves(question) => None,
        (Change::Effort(_), Truth::Yes) => ground.now.known(question).map(|_| Vec::new()),
        (Change::Time, Truth::Yes) if ground.counts_time(question) => {
            ground.now.known(question).map(|_| Vec::new())
        }
        // Months at a higher base are lower months as well. Every other question that is not asked is settled with
        // the one that opens it.
        (Change::Effort(_), Truth::No) if number => {
            let mut values = Vec::new();
            let counted = |one: &(usize, Fact<'_>)| matches!(one.1, Fact::Number(_));
            let asked = ask(ground, question, &mut values, DEEPEST);
            (asked && values.iter().all(counted)).then_some(values)
        }
        _ => None,
    }
}

/// Finds the changes with which a question is asked.
fn ask(ground: &Ground<'_>, question: usize, values: &mut Values, deep: usize) -> bool {
    let facts = ground.now.with(values, ground.on);
    if facts.asked(question) == Truth::Yes {
        return true;
    }
    let guard = ground.scheme.questions[question].when.as_ref().filter(|_| deep > 0);
    let whole = Inverter { scheme: ground.scheme, facts: &facts };
    let Some(steps) = guard.and_then(|guard| whole.steps(guard, true)) else { return false };
    let met = steps.iter().all(|step| {
        let value = nearest(ground, step);
        let new = values.iter().all(|(one, _)| *one != step.question);
        value.is_some_and(|value| {
            new && ask(ground, step.question, values, deep - 1) && {
                values.push((step.question, value));
                true
            }
        })
    });
    met && ground.now.with(values, ground.on).asked(question) == Truth::Yes
}

/// The nearest answer that a step allows, if the person can give it.
fn nearest(ground: &Ground<'_>, step: &FixStep) -> Option<Fact<'static>> {
    let may = |value: &Fact<'static>| may(ground, step.question, value);
    match &step.need {
        Need::Flag(flag) => Some(Fact::Flag(*flag)).filter(may),
        Need::OneOf(options) => options.iter().map(|one| Fact::Option(*one)).find(may),
        Need::Number { to, .. } => Some(Fact::Number(*to)).filter(may),
        Need::Day(_) => None,
    }
}

/// Whether an answer can become another. What was attained stays, and so does time that has passed.
fn may(ground: &Ground<'_>, question: usize, value: &Fact<'static>) -> bool {
    let asked = &ground.scheme.questions[question];
    let kept = match asked.changes {
        Change::Never => return false,
        Change::Time => true,
        Change::Effort(effort) => matches!(
            effort,
            Effort::Study
                | Effort::Certificate
                | Effort::Recognition
                | Effort::Service
                | Effort::Family
        ),
    };
    match (ground.now.given(question), value) {
        (Some(Fact::Flag(true)), Fact::Flag(_)) => !kept,
        (Some(Fact::Flag(false)), Fact::Flag(to)) => *to,
        (Some(Fact::Option(from)), Fact::Option(to)) => *to > from || !kept && *to != from,
        (_, Fact::Number(to)) => *to > ground.start(question),
        (None, _) => true,
        _ => false,
    }
}

/// The other answers that a question can get, the nearest first.
fn answers(ground: &Ground<'_>, question: usize, brings: &Values) -> Vec<Fact<'static>> {
    let answers: Vec<Fact<'static>> = match &ground.scheme.questions[question].kind {
        AnswerKind::YesNo => vec![Fact::Flag(false), Fact::Flag(true)],
        AnswerKind::Choice(choices) => {
            let now = match ground.now.given(question) {
                Some(Fact::Option(now)) => now,
                _ => 0,
            };
            let far = crate::order::by_key(0..choices.len(), |option| option.abs_diff(now));
            far.into_iter().map(Fact::Option).collect()
        }
        AnswerKind::Number { .. } => {
            let facts = ground.now.with(brings, ground.on);
            let found = breakpoints(ground, &facts, question, ground.start(question));
            found.into_iter().map(Fact::Number).collect()
        }
        AnswerKind::Date { .. } | AnswerKind::Dates { .. } => Vec::new(),
    };
    answers.into_iter().filter(|answer| may(ground, question, answer)).collect()
}

/// Answers the questions that some changes open so that the changes bring the most, and says whether it had to.
fn settle(ground: &Ground<'_>, values: &mut Values) -> bool {
    let (mut settled, mut seen) = (false, Vec::new());
    loop {
        let facts = ground.now.with(values, ground.on);
        let next = (0..ground.scheme.questions.len()).find(|question| {
            !seen.contains(question)
                && values.iter().all(|(one, _)| one != question)
                && opened(&ground.now, &facts, *question)
                && ground.scheme.questions[*question].changes != Change::Never
        });
        let Some(question) = next else { return settled };
        seen.push(question);
        if let Some(answer) = best(ground, &facts, values, question) {
            values.push((question, answer));
            settled = true;
        }
    }
}

/// The smallest answer with which most is possible; `None` where the answer makes no difference, or is so already.
fn best(
    ground: &Ground<'_>,
    facts: &Facts<'_>,
    values: &Values,
    question: usize,
) -> Option<Fact<'static>> {
    let touch = ground.touches[question];
    let mut reading = ground.read_all(&ground.now.with(values, ground.on));
    let mut possible = |facts: &Facts<'_>| {
        ground.read(facts, touch, &mut reading);
        (reading.holds.count_ones(), ground.total(&reading).high)
    };
    let open = possible(facts);
    let given = facts.given(question);
    let mut candidates = match &ground.scheme.questions[question].kind {
        AnswerKind::YesNo => vec![Fact::Flag(false), Fact::Flag(true)],
        AnswerKind::Choice(choices) => (0..choices.len()).map(Fact::Option).collect(),
        AnswerKind::Number { .. } => {
            let start = ground.start(question);
            let mut all = vec![Fact::Number(start)];
            let found = breakpoints(ground, facts, question, start);
            all.extend(found.into_iter().map(Fact::Number));
            all
        }
        AnswerKind::Date { .. } | AnswerKind::Dates { .. } => Vec::new(),
    };
    candidates.retain(|one| given.is_none() || may(ground, question, one));
    let mut tried: Vec<_> = Vec::with_capacity(candidates.len());
    for answer in candidates {
        let mut more = values.clone();
        more.push((question, answer));
        tried.push((possible(&ground.now.with(&more, ground.on)), answer));
    }
    let most = tried.iter().map(|(possible, _)| *possible).max()?;
    let differs = tried.iter().any(|(possible, _)| *possible != most) || given.is_some();
    if !differs || given.is_some() && open >= most {
        return None;
    }
    tried.into_iter().find(|(possible, _)| *possible == most).map(|(_, answer)| answer)
}
