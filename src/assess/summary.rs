//! How a person comes out, without what would change it: what is asked thousands of times.

use super::evaluate::{Evaluation, TableHit};
use super::facts::Facts;
use super::total::{self, Scored};
use super::uncertain::Truth;
use super::verdict::{ConditionState, Verdict};
use crate::points::PointsRange;
use crate::scheme::{Condition, Indicator, Scheme};

/// Points, states and verdict, at the positions of the scheme's own lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Summary {
    pub(crate) total: PointsRange,
    /// What the parts that the scheme leaves out could add to the total, and take from it.
    pub(crate) left_out: PointsRange,
    /// The points that rank, where the scheme ranks.
    pub(crate) ranked: Option<PointsRange>,
    pub(crate) verdict: Verdict,
    /// Whether the edition is in force on the day.
    pub(crate) in_force: bool,
    pub(crate) conditions: Vec<ConditionState>,
    pub(crate) indicators: Vec<Scored>,
}

impl Summary {
    /// Sums up what follows from facts. What the leaves of each indicator hit is handed to `hits`, indicator by
    /// indicator.
    pub(crate) fn of(
        scheme: &Scheme,
        facts: &Facts<'_>,
        hits: &mut dyn FnMut(Vec<TableHit>),
    ) -> Summary {
        let conditions: Vec<ConditionState> =
            scheme.conditions.iter().map(|condition| state(condition, facts)).collect();
        let score = |indicator: &Indicator| {
            let mut evaluation = Evaluation::new(facts);
            let points = evaluation.points(indicator);
            hits(evaluation.hits);
            Scored { points, counted: Some(true) }
        };
        let mut indicators: Vec<Scored> = scheme.indicators.iter().map(score).collect();
        total::mark_counted(scheme, &mut indicators);
        let total = total::total(scheme, &indicators, &[]);
        let ranking = scheme.line.ranking.as_ref();
        let left_out = total::left_out(scheme, facts);
        Summary {
            total,
            left_out,
            ranked: ranking.map(|ranking| total::total(scheme, &indicators, &ranking.groups)),
            verdict: Verdict::of(&scheme.line, total + left_out, &conditions),
            in_force: scheme.edition.in_force(facts.on),
            conditions,
            indicators,
        }
    }
}

/// Returns the state of a condition.
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
