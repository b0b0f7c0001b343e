//! Questions of all schemes beside each other: what one answer, or one code in a link, would stand for.

use std::collections::BTreeMap;

use crate::Fault;
use crate::key_path::KeyPath;
use crate::read::{SchemeSource, SharedQuestions};
use crate::source_file::SourceFile;
use jifen::link::code;
use jifen::scheme::{AnswerKind, Question, Scope, Unit};

/// Lints the questions of some schemes against each other.
pub(crate) fn across_schemes(
    shared: &SharedQuestions,
    schemes: &[&SchemeSource],
    faults: &mut Vec<Fault>,
) {
    let mut codes = BTreeMap::new();
    for (index, question) in &shared.questions {
        let place = KeyPath::root().key("question").at(*index);
        code_of_its_own(&mut codes, question, &shared.source, &place, faults);
    }
    let mut first: BTreeMap<&str, (&SchemeSource, &Question)> = BTreeMap::new();
    for scheme in schemes.iter().copied() {
        for (position, question) in scheme.own.iter().enumerate() {
            let place = scheme.places.of("question", position);
            code_of_its_own(&mut codes, question, &scheme.source, &place, faults);
            let earlier = *first.entry(&question.id).or_insert((scheme, question));
            one_meaning(earlier, (scheme, question), &place, faults);
        }
    }
}

/// Reports a question whose code in links is that of another.
fn code_of_its_own<'a>(
    codes: &mut BTreeMap<String, &'a str>,
    question: &'a Question,
    source: &SourceFile,
    place: &KeyPath,
    faults: &mut Vec<Fault>,
) {
    let other = *codes.entry(code(&question.id)).or_insert(&question.id);
    if other != question.id {
        faults.push(source.fault(
            &place.key("id"),
            format!("`{other}` and `{}` have one code in links", question.id),
            "an answer in a link would be taken for the answer to the other question",
            "give the newer question another id",
        ));
    }
}

/// Reports a question that is not the one to which another scheme gives its id.
fn one_meaning(
    earlier: (&SchemeSource, &Question),
    later: (&SchemeSource, &Question),
    place: &KeyPath,
    faults: &mut Vec<Fault>,
) {
    let ((first_scheme, first), (scheme, question)) = (earlier, later);
    // Each city keeps its own answers, so that cities may word the same question in their own way.
    let kept_together =
        question.scope == Scope::Person || first_scheme.scheme.city.id == scheme.scheme.city.id;
    let pieces =
        is_piece_of(&first.kind, &question.kind) || is_piece_of(&question.kind, &first.kind);
    // What the next edition asks otherwise, it may; an answer that no longer fits is told.
    let one_scheme = first_scheme.scheme.id == scheme.scheme.id;
    let other_kind = if one_scheme {
        std::mem::discriminant(&first.kind) != std::mem::discriminant(&question.kind) && !pieces
    } else if !kept_together && pieces {
        false
    } else {
        first.kind != question.kind
    };
    let differs = [
        ("scope", "scope", first.scope != question.scope),
        ("kind", "kind, range or options", other_kind),
        ("ask", "wording", kept_together && !one_scheme && first.ask != question.ask),
    ];
    for (key, name, _) in differs.into_iter().filter(|(.., differs)| *differs) {
        faults.push(scheme.source.fault(
            &place.key(key),
            format!("`{}` has another {name} in `{}`", question.id, first_scheme.scheme.id),
            "a question is known by its id: an answer, a link or a file would say two things",
            "ask it the same way in both, move it to questions.toml, or give the newer one another id",
        ));
    }
}

/// Returns whether a number of months is one of the pieces of month counts, and so an answer to both.
fn is_piece_of(number: &AnswerKind, counts: &AnswerKind) -> bool {
    let AnswerKind::MonthCounts { max: most, .. } = counts else { return false };
    matches!(
        number,
        AnswerKind::Number { unit: Unit::Months, min: 0, max, decimals: 0, .. } if max == most
    )
}
