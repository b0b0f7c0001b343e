//! What an assessment comes down to, and how a condition stands.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::points::{Points, PointsRange};
use crate::scheme::{Line, Validity};

/// Whether the person passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Every condition is met and the line is reached, whatever is still open, by rules that are in force.
    Pass,
    /// Nothing that is still open can reach the line.
    Short,
    /// A condition is not met, or a veto holds.
    Ineligible,
    /// What is still open decides; or a ranking does, which no rule can foresee; or the rules have ended, may have been
    /// repealed or are not yet in force, so that reaching their line says nothing of what holds.
    Undecided,
}

/// The state of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ConditionState {
    /// It holds.
    Met,
    /// It does not hold.
    Unmet,
    /// An answer is missing.
    Unknown,
    /// It does not apply to this person.
    NotApplicable,
}

impl Verdict {
    /// Returns the verdict that a total and the states of all conditions give. The total holds what parts that are left
    /// out could add or take.
    ///
    /// A failed condition ends it; a total that cannot reach the threshold is short whatever else is open; only a
    /// total that surely reaches it with every condition surely met passes, and only by rules that can be relied on.
    pub(super) fn of(
        line: &Line,
        total: PointsRange,
        conditions: &[ConditionState],
        validity: Validity,
    ) -> Verdict {
        // Without points there is nothing to reach beside the conditions.
        let reached = match line.threshold {
            Some(threshold) => reached(total, threshold),
            None => line.ranking.is_none().then_some(true),
        };
        let eligible = conditions.iter().all(|state| state.holds());
        if conditions.contains(&ConditionState::Unmet) {
            Verdict::Ineligible
        } else if reached == Some(false) {
            Verdict::Short
        } else if reached == Some(true)
            && eligible
            && line.ranking.is_none()
            && validity == Validity::InForce
        {
            Verdict::Pass
        } else {
            Verdict::Undecided
        }
    }

    /// Returns its name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Pass => "pass",
            Verdict::Short => "short",
            Verdict::Ineligible => "ineligible",
            Verdict::Undecided => "undecided",
        }
    }
}

impl ConditionState {
    /// Returns its name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            ConditionState::Met => "met",
            ConditionState::Unmet => "unmet",
            ConditionState::Unknown => "unknown",
            ConditionState::NotApplicable => "not-applicable",
        }
    }

    /// Returns whether it stands in nobody's way.
    pub fn holds(self) -> bool {
        matches!(self, ConditionState::Met | ConditionState::NotApplicable)
    }
}

/// Returns whether points reach a line, if that is certain.
pub(super) fn reached(points: PointsRange, line: Points) -> Option<bool> {
    if points.low >= line { Some(true) } else { (points.high < line).then_some(false) }
}
