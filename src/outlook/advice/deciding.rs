//! Which open answers still decide, and how much each can move.

use jiff::civil::Date;

use super::breakpoints::breakpoints;
use super::context::{Context, Snapshot};
use crate::answers::{Answers, bounds};
use crate::assess::{
    ConditionState, Fact, Facts, Summary, Tally, bit, calendar, deciding as open_questions_of,
    state,
};
use crate::order;
use crate::outlook::slices::{at_once, no_pause};
use crate::points::{Points, PointsRange};
use crate::scheme::{AnswerKind, Scheme};

/// An open question, and how much its answer can still move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deciding {
    /// The position of the question. It is asked, and neither answered nor presumed.
    pub question: usize,
    /// How far apart its answers can put the points that the line counts, while the other open answers are what they
    /// may be: a degree that could bring 90 says 90 although its check is open too.
    pub points: Points,
    /// Positions of the open conditions that an answer to it alone settles, one way or the other.
    pub conditions: Vec<usize>,
    /// Whether the verdict can depend on it. Where none does, the rest cannot matter and the person can stop; for a
    /// ranking, which has no verdict before its round, whatever moves points or conditions counts.
    pub decides: bool,
}

/// Returns the open questions that can move something, those first that the verdict depends on, then in the order in which
/// [`crate::assess::open_questions`] ranks them. Dates are tried year by year.
///
/// It takes some thousand evaluations of single indicators: fit for every answer, not for every frame.
pub fn deciding(scheme: &Scheme, answers: &Answers, on: Date) -> Vec<Deciding> {
    let groups = scheme.line.ranking.as_ref().map_or(&[][..], |ranking| &ranking.groups[..]);
    let groups = if scheme.line.threshold.is_some() { &[] } else { groups };
    let context = Context::of(scheme, answers, on, Tally::of(scheme, groups));
    context.map_or_else(Vec::new, |context| at_once(of(&context, &mut no_pause)))
}

/// Returns the open questions that can move something, as [`deciding`] does.
pub(super) async fn of(context: &Context<'_>, pause: &mut impl AsyncFnMut()) -> Vec<Deciding> {
    let scheme = context.scheme;
    let base = context.snapshot(&context.now);
    let total = context.total(&base);
    let states: Vec<ConditionState> =
        scheme.conditions.iter().map(|condition| state(condition, &context.now)).collect();
    let open_line = match scheme.line.threshold {
        Some(line) => total.low < line && total.high >= line,
        None => true,
    };
    let beyond = scheme.line.threshold.is_some_and(|line| total.high < line);
    let settled = beyond || states.contains(&ConditionState::Unmet);
    let open = (0..scheme.questions.len()).filter(|question| context.now.open(*question));
    let completions = completions(context);
    let mut moves = Vec::new();
    for question in open {
        pause().await;
        let (sure, conditions) = reach(context, &base, &states, question);
        let points = sure.max(apart(context, &completions, question));
        let moves_points = points > Points::ZERO;
        let decides = !settled && (moves_points && open_line || !conditions.is_empty());
        if moves_points || !conditions.is_empty() {
            moves.push(Deciding { question, points, conditions, decides });
        }
    }
    let summary = Summary::of(scheme, &context.now, &mut |_| ());
    let ranked = open_questions_of(scheme, &context.now, &summary);
    let rank = |question: usize| ranked.iter().position(|one| *one == question);
    order::by_key(moves, |deciding| {
        (!deciding.decides, rank(deciding.question).unwrap_or(usize::MAX))
    })
}

/// Some ways in which everything that is open may turn out, the same ones every time; nobody has records.
fn completions<'a>(context: &Context<'a>) -> Vec<(Facts<'a>, Snapshot)> {
    let mut state = 0x9E37_79B9_u64;
    let mut random = |below: usize| {
        // Knuth's MMIX generator: the same numbers on every machine.
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % below.max(1)
    };
    let questions = &context.scheme.questions;
    let open: Vec<(usize, Vec<Fact<'static>>)> = (0..questions.len())
        .filter(|question| context.now.given(*question).is_none())
        .map(|question| (question, few_answers(context, question)))
        .collect();
    let complete = |_| {
        let values = open.iter().filter_map(|(question, answers)| {
            let answer = answers.get(random(answers.len()))?;
            Some((*question, *answer))
        });
        let facts = context.now.with(&values.collect::<Vec<_>>(), context.on);
        let snapshot = context.snapshot(&facts);
        (facts, snapshot)
    };
    (0..COMPLETIONS).map(complete).collect()
}

/// As many ways are tried in which the other open answers may turn out.
const COMPLETIONS: usize = 12;
/// As many answers of a question are tried in each of them.
const FEW: usize = 6;

/// Returns the largest difference that the answers to a question make in one of the completions.
fn apart(context: &Context<'_>, completions: &[(Facts<'_>, Snapshot)], question: usize) -> Points {
    let affected = context.by_question[question];
    let answers = few_answers(context, question);
    let spread = |(facts, snapshot): &(Facts<'_>, Snapshot)| {
        let mut snapshot = snapshot.clone();
        let points = answers.iter().map(|answer| {
            context.update(
                &facts.with(&[(question, *answer)], context.on),
                affected,
                &mut snapshot,
            );
            context.total(&snapshot).low
        });
        let points: Vec<Points> = points.collect();
        let most = points.iter().max().zip(points.iter().min());
        most.map_or(Points::ZERO, |(most, least)| *most - *least)
    };
    completions.iter().map(spread).max().unwrap_or(Points::ZERO)
}

/// Returns a few answers to a question, the ends among them.
fn few_answers(context: &Context<'_>, question: usize) -> Vec<Fact<'static>> {
    let kind = &context.scheme.questions[question].kind;
    let all = answers(context, &context.now, question, kind);
    let last = all.len().saturating_sub(1);
    let spread = (0..FEW).map(|index| last * index / (FEW - 1));
    let mut few: Vec<Fact<'static>> = Vec::new();
    for answer in spread.filter_map(|index| all.get(index)) {
        if !few.contains(answer) {
            few.push(*answer);
        }
    }
    if let AnswerKind::Dates { .. } = kind {
        few.push(Fact::Dates(&[]));
    }
    few
}

/// Returns how far apart the answers to a question can put the points, and which open conditions one of them settles.
fn reach(
    context: &Context<'_>,
    base: &Snapshot,
    states: &[ConditionState],
    question: usize,
) -> (Points, Vec<usize>) {
    let affected = context.by_question[question];
    let unknown = |condition: &usize| {
        states[*condition] == ConditionState::Unknown && affected.conditions & bit(*condition) != 0
    };
    let unknown: Vec<usize> = (0..states.len()).filter(unknown).collect();
    let mut settled: Vec<usize> = Vec::new();
    // What is open now may be wider than what any answer leaves; an answer moves the points from there.
    let mut totals: Vec<PointsRange> = vec![context.total(base)];
    let mut snapshot = base.clone();
    let mut try_answer = |answer: Fact<'_>| {
        let facts = context.now.with(&[(question, answer)], context.on);
        context.update(&facts, affected, &mut snapshot);
        totals.push(context.total(&snapshot));
        for condition in &unknown {
            let after = state(&context.scheme.conditions[*condition], &facts);
            if after != ConditionState::Unknown && !settled.contains(condition) {
                settled.push(*condition);
            }
        }
    };
    match &context.scheme.questions[question].kind {
        // A list of records lives no longer than this, so it is tried here.
        AnswerKind::Dates { most } => {
            let records = vec![context.on; usize::from(*most)];
            try_answer(Fact::Dates(&[]));
            try_answer(Fact::Dates(&records));
        }
        kind => answers(context, &context.now, question, kind).into_iter().for_each(try_answer),
    }
    let spread = |end: fn(&PointsRange) -> Points| {
        let ends = totals.iter().map(end);
        ends.clone().max().zip(ends.min()).map_or(Points::ZERO, |(most, least)| most - least)
    };
    let points = spread(|total| total.high).max(spread(|total| total.low));
    settled.sort_unstable();
    (points, settled)
}

/// Returns the answers among which everything that a question can move shows.
fn answers(
    context: &Context<'_>,
    facts: &Facts<'_>,
    question: usize,
    kind: &AnswerKind,
) -> Vec<Fact<'static>> {
    match kind {
        AnswerKind::YesNo => vec![Fact::Flag(false), Fact::Flag(true)],
        AnswerKind::Choice(choices) => (0..choices.len()).map(Fact::Option).collect(),
        AnswerKind::Number { .. } | AnswerKind::MonthCounts { .. } => {
            let (low, high) = match facts.told(question) {
                Some(told) => (told.number.low, told.number.high),
                None => bounds(kind).unwrap_or_default(),
            };
            let between = breakpoints(context, facts, question, low).into_iter();
            let mut numbers = vec![low];
            numbers.extend(between.filter(|number| *number < high));
            numbers.push(high);
            numbers.into_iter().map(Fact::Number).collect()
        }
        AnswerKind::Date { min, max } => {
            let last = max.unwrap_or(context.on);
            let years = (0..).map(|years| calendar::later_by_years(*min, years));
            years.take_while(|day| *day < last).chain([last]).map(Fact::Date).collect()
        }
        AnswerKind::Dates { .. } | AnswerKind::Periods { .. } => Vec::new(),
    }
}
