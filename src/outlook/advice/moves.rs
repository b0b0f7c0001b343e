//! What a person can change: one answer, with what that answer brings along.

use std::cmp::Reverse;

use super::affected::Affected;
use super::breakpoints::breakpoints;
use super::context::{Context, Snapshot, Values, newly_asked};
use crate::assess::{Fact, Facts, FixStep, Inverter, Need, Truth};
use crate::order;
use crate::points::Points;
use crate::scheme::{AnswerKind, Change, Question};

/// How often a new question may open another.
const DEEPEST: usize = 4;

/// A change of one answer, tried out.
pub(super) struct Move {
    /// The position of the question.
    pub(super) question: usize,
    /// Its new answer, then the answers that it brings along: what must be so that the question is asked, and what
    /// is asked because of it.
    pub(super) values: Values,
    /// The months it takes.
    pub(super) months: i64,
    /// How far the answer is from the one now: its index among the answers of its question.
    pub(super) size: usize,
    pub(super) affected: Affected,
    /// Whether what it affects changes with time as well.
    pub(super) drifts: bool,
    /// Whether it alone changes nothing that counts.
    pub(super) idle: bool,
    /// How what it affects comes out; the rest means nothing.
    pub(super) snapshot: Snapshot,
}

/// Returns every change there is, those of a question next to each other, the smallest first.
pub(super) fn moves(context: &Context<'_>, base: &Snapshot) -> Vec<Move> {
    let mut moves = Vec::new();
    for question in 0..context.scheme.questions.len() {
        let Some(unlocking) = unlocking(context, question) else { continue };
        for (size, answer) in answers(context, question, &unlocking).into_iter().enumerate() {
            let mut values = vec![(question, answer)];
            values.extend(unlocking.iter().copied());
            moves.extend(Move::of(context, base, question, values.clone(), size));
            if answer_follow_ups(context, &mut values) {
                moves.extend(Move::of(context, base, question, values, size));
            }
        }
    }
    moves
}

impl Move {
    /// Tries a change out; `None` where it takes too long.
    fn of(
        context: &Context<'_>,
        base: &Snapshot,
        question: usize,
        values: Values,
        size: usize,
    ) -> Option<Move> {
        let months = context.months(&values)?;
        let affected = context.affected(&values);
        let drifts = affected.overlaps(context.drifting);
        let mut snapshot = base.clone();
        context.update(&context.now.with(&values, context.on), affected, &mut snapshot);
        let sure = |snapshot: &Snapshot| -> Vec<Points> {
            snapshot.points.iter().map(|range| range.low).collect()
        };
        let idle = snapshot.holds == base.holds && sure(&snapshot) == sure(base);
        Some(Move { question, values, months, size, affected, drifts, idle, snapshot })
    }
}

/// Returns what must be so that the person can change an answer: nothing where it is asked. `None` where it cannot
/// change, where it is still open, and where nobody can bring it about.
fn unlocking(context: &Context<'_>, question: usize) -> Option<Values> {
    let changed = &context.scheme.questions[question];
    let number = matches!(changed.kind, AnswerKind::Number { .. });
    match (changed.changes, context.now.asked(question)) {
        (_, Truth::Open) => None,
        _ if !changed.changes.can_be_advised() => None,
        // What grows by itself needs no effort, only time.
        (_, Truth::Yes) if context.grows(question) => None,
        (Change::Effort(_) | Change::LookUp, Truth::Yes) => {
            context.now.known(question).map(|_| Vec::new())
        }
        (Change::Time, Truth::Yes) if changed.counts_time() => {
            context.now.known(question).map(|_| Vec::new())
        }
        // Months at a higher base are lower months as well. Every other question that is not asked is answered with
        // the one that opens it.
        (Change::Effort(_), Truth::No) if number => {
            let mut values = Vec::new();
            let unlocked = unlock(context, question, &mut values, DEEPEST);
            let numbers = values.iter().all(|(_, value)| matches!(value, Fact::Number(_)));
            (unlocked && numbers).then_some(values)
        }
        _ => None,
    }
}

/// Finds the changes with which a question is asked.
fn unlock(context: &Context<'_>, question: usize, values: &mut Values, deep: usize) -> bool {
    let facts = context.now.with(values, context.on);
    if facts.asked(question) == Truth::Yes {
        return true;
    }
    let guard = context.scheme.questions[question].when.as_ref().filter(|_| deep > 0);
    let inverter = Inverter { scheme: context.scheme, facts: &facts };
    let Some(steps) = guard.and_then(|guard| inverter.steps(guard, true)) else { return false };
    let met = steps.iter().all(|step| {
        let value = nearest_answer(context, step);
        let new = values.iter().all(|(changed, _)| *changed != step.question);
        value.is_some_and(|value| {
            new && unlock(context, step.question, values, deep - 1) && {
                values.push((step.question, value));
                true
            }
        })
    });
    met && context.now.with(values, context.on).asked(question) == Truth::Yes
}

/// Returns the nearest answer that a step allows, if the person can give it.
fn nearest_answer(context: &Context<'_>, step: &FixStep) -> Option<Fact<'static>> {
    let possible = |value: &Fact<'static>| can_become(context, step.question, value);
    match &step.need {
        Need::Flag(flag) => Some(Fact::Flag(*flag)).filter(possible),
        Need::OneOf(options) => options.iter().map(|option| Fact::Option(*option)).find(possible),
        Need::Number { to, .. } => Some(Fact::Number(*to)).filter(possible),
        Need::Day(_) => None,
    }
}

/// Returns whether an answer can become another. What was attained stays, and so does time that has passed.
fn can_become(context: &Context<'_>, question: usize, value: &Fact<'static>) -> bool {
    let kept = match context.scheme.questions[question].changes {
        Change::Never | Change::Unplanned => return false,
        Change::LookUp => false,
        Change::Time => true,
        Change::Effort(effort) => effort.is_kept(),
    };
    match (context.now.given(question), value) {
        (Some(Fact::Flag(true)), Fact::Flag(_)) => !kept,
        (Some(Fact::Flag(false)), Fact::Flag(to)) => *to,
        (Some(Fact::Option(from)), Fact::Option(to)) => *to > from || !kept && *to != from,
        (_, Fact::Number(to)) => *to > context.start(question),
        (None, _) => true,
        _ => false,
    }
}

/// Returns the other answers that a question can get, the nearest first.
fn answers(context: &Context<'_>, question: usize, unlocking: &Values) -> Vec<Fact<'static>> {
    let answers: Vec<Fact<'static>> = match &context.scheme.questions[question].kind {
        AnswerKind::YesNo => vec![Fact::Flag(false), Fact::Flag(true)],
        AnswerKind::Choice(choices) => {
            let now = match context.now.given(question) {
                Some(Fact::Option(now)) => now,
                _ => 0,
            };
            let options = order::by_key(0..choices.len(), |option| option.abs_diff(now));
            options.into_iter().map(Fact::Option).collect()
        }
        AnswerKind::Number { .. } | AnswerKind::MonthCounts { .. } => {
            let facts = context.now.with(unlocking, context.on);
            let found = breakpoints(context, &facts, question, context.start(question));
            found.into_iter().map(Fact::Number).collect()
        }
        AnswerKind::Date { .. } | AnswerKind::Dates { .. } | AnswerKind::Periods { .. } => {
            Vec::new()
        }
    };
    answers.into_iter().filter(|answer| can_become(context, question, answer)).collect()
}

/// Answers the questions that some changes open so that the changes bring the most, and returns whether there were any
/// to answer.
fn answer_follow_ups(context: &Context<'_>, values: &mut Values) -> bool {
    let (mut answered, mut seen) = (false, Vec::new());
    loop {
        let facts = context.now.with(values, context.on);
        let next = (0..context.scheme.questions.len()).find(|question| {
            !seen.contains(question)
                && values.iter().all(|(changed, _)| changed != question)
                && newly_asked(&context.now, &facts, *question)
                && context.scheme.questions[*question].changes.can_be_advised()
        });
        let Some(question) = next else { return answered };
        seen.push(question);
        if let Some(answer) = best_answer(context, &facts, values, question) {
            values.push((question, answer));
            answered = true;
        }
    }
}

/// Returns how many questions some answers open that no act answers.
fn opened_in_vain(context: &Context<'_>, facts: &Facts<'_>) -> usize {
    let questions = context.scheme.questions.iter().enumerate();
    let in_vain = |(position, question): &(usize, &Question)| {
        !question.changes.can_be_advised() && newly_asked(&context.now, facts, *position)
    };
    questions.filter(in_vain).count()
}

/// Returns the smallest answer with which most is possible; `None` where the answer makes no difference, or is so
/// already.
fn best_answer(
    context: &Context<'_>,
    facts: &Facts<'_>,
    values: &Values,
    question: usize,
) -> Option<Fact<'static>> {
    let affected = context.by_question[question];
    let mut snapshot = context.snapshot(&context.now.with(values, context.on));
    let mut possible = |facts: &Facts<'_>| {
        context.update(facts, affected, &mut snapshot);
        // What hangs on a question that nobody can act on is possible, and still open.
        let open = Reverse(opened_in_vain(context, facts));
        (snapshot.holds.count_ones(), context.total(&snapshot).high, open)
    };
    let open = possible(facts);
    let given = facts.given(question);
    let mut candidates = match &context.scheme.questions[question].kind {
        AnswerKind::YesNo => vec![Fact::Flag(false), Fact::Flag(true)],
        AnswerKind::Choice(choices) => (0..choices.len()).map(Fact::Option).collect(),
        AnswerKind::Number { .. } | AnswerKind::MonthCounts { .. } => {
            let start = context.start(question);
            let mut numbers = vec![Fact::Number(start)];
            let found = breakpoints(context, facts, question, start);
            numbers.extend(found.into_iter().map(Fact::Number));
            numbers
        }
        AnswerKind::Date { .. } | AnswerKind::Dates { .. } | AnswerKind::Periods { .. } => {
            Vec::new()
        }
    };
    candidates.retain(|answer| given.is_none() || can_become(context, question, answer));
    let mut tried: Vec<_> = Vec::with_capacity(candidates.len());
    for answer in candidates {
        let mut more = values.clone();
        more.push((question, answer));
        tried.push((possible(&context.now.with(&more, context.on)), answer));
    }
    let most = tried.iter().map(|(possible, _)| *possible).max()?;
    let differs = tried.iter().any(|(possible, _)| *possible != most) || given.is_some();
    if !differs || given.is_some() && open >= most {
        return None;
    }
    tried.into_iter().find(|(possible, _)| *possible == most).map(|(_, answer)| answer)
}
