//! Which of the open questions can still change how it stands, and by how much.

use super::facts::Facts;
use super::summary::Summary;
use super::verdict::ConditionState;
use crate::order;
use crate::points::Points;
use crate::scheme::{Group, Scheme};

/// Returns the positions of the open questions that can change conditions or the total, those that a condition rests on
/// first, then those that can bring or cost most, base indicators before others; equal ones in the order of the form.
pub(crate) fn deciding(scheme: &Scheme, facts: &Facts<'_>, summary: &Summary) -> Vec<usize> {
    let open = (0..scheme.questions.len()).filter(|position| facts.open(*position));
    let weighed = open.filter_map(|position| {
        let states = scheme.conditions.iter().zip(&summary.conditions);
        let mut states =
            states.filter(|(condition, _)| rests_on(scheme, &condition.uses, position));
        let condition = states.any(|(_, state)| *state == ConditionState::Unknown);
        let scored = scheme.indicators.iter().zip(&summary.indicators);
        let scored = scored.filter(|(indicator, _)| rests_on(scheme, &indicator.uses, position));
        let spread = |base: bool| -> Points {
            let of_group = scored.clone().filter(|(one, _)| (one.group == Group::Base) == base);
            of_group.map(|(_, scored)| scored.points.high - scored.points.low).sum()
        };
        let (base, other) = (spread(true), spread(false));
        let decides = condition || base + other > Points::ZERO;
        decides.then_some((position, (!condition, -base, -other)))
    });
    order::by_key(weighed, |(_, key)| *key).into_iter().map(|(position, _)| position).collect()
}

/// Returns whether something that uses some questions rests on another, itself or through their guards.
fn rests_on(scheme: &Scheme, uses: &[usize], position: usize) -> bool {
    uses.iter().any(|used| {
        let guards = &scheme.questions[*used].uses;
        *used == position || guards.contains(&position)
    })
}
