//! What may reach a goal: one or two moves, and how they come out together.

use super::affected::Affected;
use super::context::{Context, Snapshot, Values};
use super::moves::Move;
use crate::assess::{Fact, Facts, bit};
use crate::points::{Points, PointsRange};

/// What a search wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    /// The line, with every condition met.
    Line(Points),
    /// The condition at this position.
    Condition(usize),
    /// As many points as this, and no condition lost of these.
    More(Points, u64),
}

impl Goal {
    /// Returns whether it is reached, whatever the open answers are.
    pub(super) fn is_met(self, context: &Context<'_>, holds: u64, sure: Points) -> bool {
        match self {
            Goal::Line(line) => holds == context.all && sure >= line,
            Goal::Condition(condition) => holds & bit(condition) != 0,
            Goal::More(points, kept) => holds & kept == kept && sure >= points,
        }
    }
}

/// One or two moves, by their index in the list of moves, and perhaps a wait.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) first: Option<usize>,
    pub(super) second: Option<usize>,
    pub(super) waits: bool,
    /// The months until it is so.
    pub(super) months: i64,
}

impl Candidate {
    /// Returns the indices of its moves.
    pub(super) fn moves(&self) -> impl Iterator<Item = usize> + Clone + use<> {
        [self.first, self.second].into_iter().flatten()
    }
}

/// Returns how two moves come out together where nothing but the facts of a day is so; `None` where they contradict
/// each other, or one of them does nothing.
pub(super) fn paired(
    context: &Context<'_>,
    base: &Snapshot,
    facts: &Facts<'_>,
    a: &Move,
    b: &Move,
) -> Option<(u64, Points)> {
    if a.affected.overlaps(b.affected) {
        let values = merged(a, b)?;
        let mut snapshot = base.clone();
        let affected = a.affected.or(b.affected);
        context.update(&facts.with(&values, facts.on), affected, &mut snapshot);
        return Some((snapshot.holds, context.total(&snapshot).low));
    }
    let idle = a.idle && !a.drifts || b.idle && !b.drifts;
    (!idle).then(|| combined(context, base, a, Some(b)))
}

/// Returns how moves come out that affect nothing in common: the conditions that hold, and the points that are sure.
pub(super) fn combined(
    context: &Context<'_>,
    base: &Snapshot,
    a: &Move,
    b: Option<&Move>,
) -> (u64, Points) {
    let affected = b.map_or(Affected::default(), |b| b.affected);
    let points = |indicator: usize| -> PointsRange {
        match b {
            _ if a.affected.touches(indicator) => a.snapshot.points[indicator],
            Some(b) if affected.touches(indicator) => b.snapshot.points[indicator],
            _ => base.points[indicator],
        }
    };
    let other = b.map_or(0, |b| b.snapshot.holds);
    let rest = base.holds & !(a.affected.conditions | affected.conditions);
    let holds = a.snapshot.holds & a.affected.conditions | other & affected.conditions | rest;
    (holds, context.tally.total(points).low)
}

/// Returns the answers of two moves; `None` where one contains or contradicts the other.
pub(super) fn merged(a: &Move, b: &Move) -> Option<Values> {
    let names = |part: &Move, question: usize| part.values.iter().any(|value| value.0 == question);
    if names(a, b.question) || names(b, a.question) {
        return None;
    }
    let mut values = a.values.clone();
    for (question, value) in &b.values {
        match (values.iter_mut().find(|(other, _)| other == question), value) {
            (None, _) => values.push((*question, *value)),
            (Some((_, Fact::Number(have))), Fact::Number(want)) => *have = (*have).max(*want),
            (Some((_, have)), want) if have == want => {}
            _ => return None,
        }
    }
    Some(values)
}
