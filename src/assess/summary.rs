//! How a person comes out, without what would change it: what is asked thousands of times.

use super::evaluate::{Evaluation, TableHit};
use super::facts::Facts;
use super::open::Truth;
use super::{ConditionState, Verdict, total};
use crate::points::{Points, PointsRange};
use crate::scheme::{Condition, Indicator, Scheme};

/// The points of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scored {
    /// Its own points.
    pub(crate) points: PointsRange,
    /// Whether they enter the total: `None` while an open answer decides which of several counts.
    pub(crate) counted: Option<bool>,
}

/// Points, states and verdict, at the positions of the scheme's own lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Summary {
    pub(crate) total: PointsRange,
    /// The points that rank, where the scheme ranks.
    pub(crate) ranked: Option<PointsRange>,
    pub(crate) verdict: Verdict,
    /// Whether the edition is in force on the day.
    pub(crate) in_force: bool,
    pub(crate) conditions: Vec<ConditionState>,
    pub(crate) indicators: Vec<Scored>,
}

impl Summary {
    /// Of these facts. What the leaves of each indicator hit is handed out in the order of the indicators.
    pub(crate) fn of(
        scheme: &Scheme,
        facts: &Facts<'_>,
        hits: &mut dyn FnMut(Vec<TableHit>),
    ) -> Summary {
        let conditions: Vec<ConditionState> =
            scheme.conditions.iter().map(|one| state(one, facts)).collect();
        let score = |indicator: &Indicator| {
            let mut evaluation = Evaluation::new(facts);
            let points = evaluation.points(indicator);
            hits(evaluation.hits);
            Scored { points, counted: Some(true) }
        };
        let mut indicators: Vec<Scored> = scheme.indicators.iter().map(score).collect();
        total::settle(scheme, &mut indicators);
        let total = total::total(scheme, &indicators, &[]);
        let ranking = scheme.line.ranking.as_ref();
        Summary {
            total,
            ranked: ranking.map(|ranking| total::total(scheme, &indicators, &ranking.groups)),
            verdict: verdict(scheme, total, &conditions),
            in_force: scheme.edition.in_force(facts.on),
            conditions,
            indicators,
        }
    }
}

/// The state of a condition.
pub(crate) fn state(condition: &Condition, facts: &Facts<'_>) -> ConditionState {
    match condition.applies.as_ref().map_or(Truth::Yes, |test| facts.holds(test)) {
        Truth::No => ConditionState::NotApplicable,
        applies => match (facts.holds(&condition.needs), applies) {
            (Truth::Yes, _) => ConditionState::Met,
            (Truth::No, Truth::Yes) => ConditionState::Unmet,
            _ => ConditionState::Unknown,
        },
    }
}

/// Whether points reach a line, if that is certain.
pub(super) fn reached(points: PointsRange, line: Points) -> Option<bool> {
    if points.low >= line { Some(true) } else { (points.high < line).then_some(false) }
}

/// A failed condition ends it; a total that cannot reach the threshold is short whatever else is open; only a
/// total that surely reaches it with every condition surely met passes.
fn verdict(scheme: &Scheme, total: PointsRange, conditions: &[ConditionState]) -> Verdict {
    let reached = scheme.line.threshold.map(|line| reached(total, line));
    let eligible = conditions.iter().all(|one| one.holds());
    if conditions.contains(&ConditionState::Unmet) {
        Verdict::Ineligible
    } else if reached == Some(Some(false)) {
        Verdict::Short
    } else if reached == Some(Some(true)) && eligible && scheme.line.ranking.is_none() {
        Verdict::Pass
    } else {
        Verdict::Undecided
    }
}
