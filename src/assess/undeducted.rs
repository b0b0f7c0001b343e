//! The assessment without the deductions that are not answered yet.

use super::{Assessment, assess};
use crate::answers::{Answers, Value};
use crate::points::Points;
use crate::scheme::{Group, Scheme};

/// Returns the assessment by [`supposed`] answers, where there are such.
pub fn undeducted(
    scheme: &Scheme,
    answers: &Answers,
    assessment: &Assessment,
) -> Option<Assessment> {
    let supposed = supposed(scheme, answers, assessment)?;
    Some(assess(scheme, &supposed, assessment.on))
}

/// Returns the answers with every open question that only deductions rest on answered with none; nothing where there
/// are no such questions. For showing points beside the words that say so: no verdict rests on it.
pub fn supposed(scheme: &Scheme, answers: &Answers, assessment: &Assessment) -> Option<Answers> {
    let indicators = scheme.indicators.iter().zip(&assessment.indicators);
    let deductions = indicators.filter(|(indicator, result)| {
        indicator.group == Group::Deduction
            && result.points.low < Points::ZERO
            && result.points.certain().is_none()
    });
    let elsewhere = |position: &usize| {
        let mut others =
            scheme.indicators.iter().filter(|indicator| indicator.group != Group::Deduction);
        others.any(|indicator| indicator.uses.contains(position))
    };
    let used = deductions.flat_map(|(indicator, _)| indicator.uses.iter().copied());
    let mut answers = answers.clone();
    let mut changed = false;
    for position in used.filter(|used| assessment.open.contains(used) && !elsewhere(used)) {
        let question = &scheme.questions[position];
        if let Some(value) = Value::none(&question.kind) {
            answers.set(&question.id, Some(value));
            changed = true;
        }
    }
    changed.then_some(answers)
}
