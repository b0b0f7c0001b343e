//! The assessment without the deductions that are not answered yet.

use super::{Assessment, assess};
use crate::answers::{Answers, Value};
use crate::points::Points;
use crate::scheme::{Group, Scheme};

/// The assessment by [`supposed`] answers, where there are such.
pub fn undeducted(
    scheme: &Scheme,
    answers: &Answers,
    assessment: &Assessment,
) -> Option<Assessment> {
    let supposed = supposed(scheme, answers, assessment)?;
    Some(assess(scheme, &supposed, assessment.on))
}

/// The answers with every open question that only deductions rest on answered with none; nothing where there are no
/// such questions. For showing points beside the words that say so: no verdict rests on it.
pub fn supposed(scheme: &Scheme, answers: &Answers, assessment: &Assessment) -> Option<Answers> {
    let indicators = || scheme.indicators.iter().zip(&assessment.indicators);
    let deductions = indicators().filter(|(one, result)| {
        one.group == Group::Deduction
            && result.points.low < Points::ZERO
            && result.points.certain().is_none()
    });
    let elsewhere = |position: &usize| {
        let others = scheme.indicators.iter().filter(|one| one.group != Group::Deduction);
        others.flat_map(|one| &one.uses).any(|used| used == position)
    };
    let used: Vec<usize> = deductions.flat_map(|(one, _)| one.uses.iter().copied()).collect();
    let mut answers = answers.clone();
    let mut changed = false;
    for position in used.into_iter().filter(|one| assessment.open.contains(one) && !elsewhere(one))
    {
        let question = &scheme.questions[position];
        if let Some(value) = Value::none(&question.kind) {
            answers.set(&question.id, Some(value));
            changed = true;
        }
    }
    changed.then_some(answers)
}
