//! What advice rests on in a question: its noun, how long a change takes, and the step in which it moves.

use super::parts::is_dated;
use crate::findings::Findings;
use crate::key_path::KeyPath;
use jifen::scheme::{AnswerKind, Change, LeadTime, Question};

/// The longest lead time that can be said, in months: nothing later is looked at.
const LONGEST: u8 = 120;

/// Lints what advice says of a question.
pub(super) fn check(findings: &mut Findings<'_>, place: &KeyPath, question: &Question) {
    noun(findings, place, question);
    leads(findings, place, question);
    if let AnswerKind::Number { min, max, step, .. } = question.kind
        && (step < 1 || step > max.saturating_sub(min).max(1))
    {
        findings.refuse(
            &place.key("kind"),
            format!("`{}` moves in steps of {step}, which its answers do not hold", question.id),
            "advice names whole steps only",
            "give a step from 1 up to what lies between the smallest and the largest answer",
        );
    }
}

/// A noun stands in the middle of sentences.
fn noun(findings: &mut Findings<'_>, place: &KeyPath, question: &Question) {
    let noun = &question.noun;
    let sentence =
        |text: &str| text.contains(['?', '？', '。', '！', ';', '；']) || text.ends_with('.');
    if sentence(&noun.zh) || sentence(&noun.en) {
        findings.refuse(
            &place.key("noun"),
            format!("the noun of `{}` is a question or a sentence", question.id),
            "it stands in the middle of sentences",
            "name the fact in a few words, without a mark at the end",
        );
    }
}

fn leads(findings: &mut Findings<'_>, place: &KeyPath, question: &Question) {
    let options = match &question.kind {
        AnswerKind::Choice(choices) => choices.iter().map(|choice| choice.lead.as_ref()).collect(),
        _ => Vec::new(),
    };
    let effort = matches!(question.changes, Change::Effort(_));
    let said =
        question.lead.is_some() || !options.is_empty() && options.iter().all(Option::is_some);
    // What counts months or years says in its answer how long it takes.
    if effort && !question.counts_time() && !said {
        findings.refuse(
            &place.key("changes"),
            format!("`{}` changes by effort, and nothing says how long that takes", question.id),
            "without it advice would sound as if it were done at once",
            "give `lead`: what a source states, or `\"not-found\"`",
        );
    }
    let some = question.lead.is_some() || options.iter().any(Option::is_some);
    if some && (!effort || question.counts_time()) {
        findings.refuse(
            &place.key("lead"),
            format!(
                "`{}` has a lead time and is not changed by effort, or counts time itself",
                question.id
            ),
            "nobody would ever be told of it",
            "leave the lead time out, or say what effort changes the answer",
        );
    }
    for lead in question.lead.iter().chain(options.into_iter().flatten()) {
        let LeadTime::Stated(stated) = lead else { continue };
        if stated.months > LONGEST || !is_dated(&stated.basis.dated) {
            findings.refuse(
                &place.key("lead"),
                format!("the lead time of `{}` is longer than {LONGEST} months, or its source has no date", question.id),
                "advice looks ten years ahead, and a reader has to see how old a statement is",
                "give up to 120 months, and the year, month or day of the source",
            );
        }
    }
}
