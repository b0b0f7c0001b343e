//! Two changes and a wait: looked for only where nothing shorter reaches the line, so that nobody is told that no two changes
//! do.

use super::affected::Affected;
use super::candidate::{Candidate, Goal, paired};
use super::context::{Context, LONGEST, Snapshot};
use super::moves::Move;
use crate::answers::Answers;
use crate::assess::Facts;
use crate::points::Points;

/// Returns the pairs of moves that reach the line in the first month in which one does, while going on as now.
pub(super) async fn waiting_pairs(
    context: &Context<'_>,
    moves: &mut [Move],
    mut base: Snapshot,
    line: Points,
    pause: &mut impl AsyncFnMut(),
) -> Vec<Candidate> {
    let anybody = Answers::default();
    let best = context.snapshot(&Facts::new(context.scheme, &anybody, context.on));
    for months in 1..=LONGEST {
        pause().await;
        let later = context.later(months);
        context.update(&later, context.drifting, &mut base);
        for tried in moves.iter_mut().filter(|tried| tried.drifts && tried.months <= months) {
            let facts = later.with(&tried.values, later.on);
            context.update(&facts, tried.affected, &mut tried.snapshot);
        }
        let missing = line - context.total(&base).low - context.tally.jumps();
        let gains: Vec<Points> = moves.iter().map(|tried| gain(tried, &base)).collect();
        let mut found = Vec::new();
        for (first, a) in moves.iter().enumerate().filter(|(_, one)| one.months <= months) {
            for (second, b) in moves.iter().enumerate().skip(first + 1) {
                let affected = a.affected.or(b.affected);
                let most = match a.affected.overlaps(b.affected) {
                    true => added(affected, &base, |indicator| best.points[indicator].high),
                    false => gains[first] + gains[second],
                };
                let can = b.months <= months
                    && a.question != b.question
                    && (base.holds | affected.conditions) & context.all == context.all
                    && most >= missing;
                let tried = can.then(|| paired(context, &base, &later, a, b)).flatten();
                if tried.is_some_and(|(holds, sure)| Goal::Line(line).is_met(context, holds, sure))
                {
                    let (first, second) = (Some(first), Some(second));
                    found.push(Candidate { first, second, waits: true, months });
                }
            }
        }
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// Returns what a move surely adds to the indicators that it affects: rules that combine these only take from it.
fn gain(tried: &Move, base: &Snapshot) -> Points {
    let sure = |indicator: usize| tried.snapshot.points[indicator].low;
    added(tried.affected, base, sure)
}

/// Returns what the indicators that are affected add where each comes out like this.
fn added(affected: Affected, base: &Snapshot, points: impl Fn(usize) -> Points) -> Points {
    let indicators = base.points.iter().enumerate();
    let indicators = indicators.filter(|(indicator, _)| affected.touches(*indicator));
    indicators.map(|(indicator, base)| (points(indicator) - base.low).max(Points::ZERO)).sum()
}
