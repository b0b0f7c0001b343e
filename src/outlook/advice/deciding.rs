//! Which open answers still decide, and how much each can move.

use jiff::civil::Date;

use super::breakpoints::breakpoints;
use super::context::{Context, Snapshot};
use crate::answers::{Answers, bounds};
use crate::assess::{ConditionState, Fact, Facts, Tally, bit, calendar, state};
use crate::order;
use crate::points::{Points, PointsRange};
use crate::scheme::{AnswerKind, Change, Scheme};

/// An open question, and how much its answer can still move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deciding {
    /// The position of the question. It is asked, and neither answered nor presumed.
    pub question: usize,
    /// How far apart its answers can put the points that the line counts, the other open answers being whatever
    /// serves that most: a degree that could bring 90 says 90 although its check is open too.
    pub points: Points,
    /// Positions of the open conditions that an answer to it alone settles, one way or the other.
    pub conditions: Vec<usize>,
    /// Whether the verdict can depend on it. Where none does, the rest cannot matter and the person can stop; for a
    /// ranking, which has no verdict before its round, whatever moves points or conditions counts.
    pub decides: bool,
}

/// Returns the open questions that can move something, those first that the verdict depends on: of these the ones that
/// move most points, then most conditions, then in the order of the form. Awards and the like come last of their
/// sort, since of most people there is nothing to say. Dates are tried year by year.
///
/// It takes a few hundred evaluations of single indicators: fit for every answer, not for every frame.
pub fn deciding(scheme: &Scheme, answers: &Answers, on: Date) -> Vec<Deciding> {
    let groups = scheme.line.ranking.as_ref().map_or(&[][..], |ranking| &ranking.groups[..]);
    let groups = if scheme.line.threshold.is_some() { &[] } else { groups };
    let context = Context::of(scheme, answers, on, Tally::of(scheme, groups));
    context.map_or_else(Vec::new, |context| of(&context))
}

/// Returns the open questions that can move something, as [`deciding`] does.
pub(super) fn of(context: &Context<'_>) -> Vec<Deciding> {
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
    let moves = open.filter_map(|question| {
        let (points, conditions) = reach(context, &base, &states, question);
        let moves_points = points > Points::ZERO;
        let decides = !settled && (moves_points && open_line || !conditions.is_empty());
        (moves_points || !conditions.is_empty())
            .then_some(Deciding { question, points, conditions, decides })
    });
    let moves: Vec<Deciding> = moves.collect();
    order::by_key(moves, |deciding| {
        let rare = scheme.questions[deciding.question].changes == Change::Unplanned;
        (!deciding.decides, rare, -deciding.points, usize::MAX - deciding.conditions.len())
    })
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
        states[*condition] == ConditionState::Unknown
            && affected.conditions & bit(*condition) != 0
    };
    let unknown: Vec<usize> = (0..states.len()).filter(unknown).collect();
    let mut settled: Vec<usize> = Vec::new();
    let mut totals: Vec<PointsRange> = Vec::new();
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
            let (low, high) = bounds(kind).unwrap_or_default();
            let mut numbers = vec![low, high];
            numbers.extend(breakpoints(context, facts, question, low));
            numbers.into_iter().map(Fact::Number).collect()
        }
        AnswerKind::Date { min, max } => {
            let last = max.unwrap_or(context.on);
            let years = (0..).map(|years| calendar::later_by_years(*min, years));
            years.take_while(|day| *day < last).chain([last]).map(Fact::Date).collect()
        }
        AnswerKind::Dates { .. } => Vec::new(),
    }
}
