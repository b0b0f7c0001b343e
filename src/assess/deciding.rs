//! Which of the open questions can still change how it stands, and which of them comes first.

use super::Assessment;
use super::facts::Facts;
use super::summary::Summary;
use super::verdict::ConditionState;
use crate::order;
use crate::points::{Points, PointsRange};
use crate::scheme::{Change, Group, Scheme};

/// An open question that can still change conditions or points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenQuestion {
    /// The position of the question.
    pub question: usize,
    /// As many points at most rest on it; what is taken away does not count.
    pub points: Points,
}

/// Returns the open questions that can still change something, those first that decide most: what base points or a condition
/// rest on, then bonus points, then awards and the like, then what can only cost points, since most people have nothing to
/// say to those; of these first what most points rest on. Equal ones stay in the order of the form. Points that do not count
/// whatever else is answered move nothing.
pub fn open_questions(scheme: &Scheme, assessment: &Assessment) -> Vec<OpenQuestion> {
    let points = |indicator: usize| {
        let scored = &assessment.indicators[indicator];
        (scored.counted != Some(false)).then_some(scored.points)
    };
    let unknown =
        |condition: usize| assessment.conditions[condition].state == ConditionState::Unknown;
    ranked(scheme, assessment.open.iter().copied(), points, unknown)
}

/// Returns the positions of the open questions that can change conditions or the total on some day, in the same order.
pub(crate) fn deciding(scheme: &Scheme, facts: &Facts<'_>, summary: &Summary) -> Vec<usize> {
    let open = (0..scheme.questions.len()).filter(|position| facts.open(*position));
    // What does not count today may count on another day.
    let points = |indicator: usize| Some(summary.indicators[indicator].points);
    let unknown = |condition: usize| summary.conditions[condition] == ConditionState::Unknown;
    let ranked = ranked(scheme, open, points, unknown);
    ranked.into_iter().map(|one| one.question).collect()
}

fn ranked(
    scheme: &Scheme,
    open: impl Iterator<Item = usize>,
    points: impl Fn(usize) -> Option<PointsRange>,
    unknown: impl Fn(usize) -> bool,
) -> Vec<OpenQuestion> {
    let weighed = open.filter_map(|question| {
        let conditions = scheme.conditions.iter().enumerate();
        let condition = conditions
            .into_iter()
            .any(|(position, one)| unknown(position) && rests_on(scheme, &one.uses, question));
        let (mut gives, mut takes, mut base) = (Points::ZERO, false, false);
        for (position, indicator) in scheme.indicators.iter().enumerate() {
            let range = points(position).filter(|_| rests_on(scheme, &indicator.uses, question));
            let Some(range) = range else { continue };
            match indicator.group {
                Group::Deduction => takes |= range.certain().is_none(),
                group => {
                    gives = gives + (range.high - range.low);
                    base |= group == Group::Base;
                }
            }
        }
        let rare = scheme.questions[question].changes == Change::Unplanned;
        let idle = gives == Points::ZERO && !condition;
        let key = (idle, rare, !base && !condition, -gives, !condition);
        (!idle || takes).then_some((OpenQuestion { question, points: gives }, key))
    });
    order::by_key(weighed, |(_, key)| *key).into_iter().map(|(one, _)| one).collect()
}

/// Returns whether something that uses some questions rests on another, itself or through guards.
fn rests_on(scheme: &Scheme, uses: &[usize], question: usize) -> bool {
    // A guard names only questions before its own, so this ends.
    uses.iter()
        .any(|used| *used == question || rests_on(scheme, &scheme.questions[*used].uses, question))
}
