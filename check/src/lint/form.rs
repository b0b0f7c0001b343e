//! Questions, and the form that asks them.

use super::parts::{identity, unbound, unbound_of, words};
use crate::Fault;
use crate::read::{SchemeSource, SharedQuestions};
use crate::source_file::{KeyPath, SourceFile};
use jifen::link::code;
use jifen::scheme::{AnswerKind, Presumption, Question, Ref, Reference, Scheme, Visit};

/// Lints the shared questions, once every scheme is read and the questions in use are known.
pub(crate) fn questions(shared: &SharedQuestions, used: &[String], faults: &mut Vec<Fault>) {
    let SharedQuestions { source, questions } = shared;
    let mut seen: Vec<&str> = Vec::new();
    for (index, question) in questions {
        let place = KeyPath::root().key("question").at(*index);
        identity(source, &place, &question.id, seen.contains(&question.id.as_str()), faults);
        seen.push(&question.id);
        self::question(source, &place, question, faults);
        if !used.contains(&question.id) {
            faults.push(source.fault(
                &place,
                format!("no scheme uses the question `{}`", question.id),
                "a question that decides nothing only costs people time",
                "use it in a scheme, or delete it",
            ));
        }
    }
}

/// Lints a scheme's form: each question once, after what decides whether it is asked, and used by something.
pub(super) fn check(read: &SchemeSource, shared: &SharedQuestions, faults: &mut Vec<Fault>) {
    let scheme = &read.scheme;
    let mut seen: Vec<&str> = Vec::new();
    for (position, section) in scheme.sections.iter().enumerate() {
        for question in &section.questions {
            if seen.contains(&question.id()) {
                faults.push(read.source.fault_at_id(
                    &read.places.of("section", position),
                    question.id(),
                    format!("the form asks `{}` twice", question.id()),
                    "a person answers a question once",
                    "name it in one section only",
                ));
            }
            seen.push(question.id());
        }
    }
    for second in scheme.questions.iter().filter(|question| question.is_round()).skip(1) {
        let (source, place) = read.question_place(shared, &second.id);
        faults.push(source.fault(
            &place.key("changes"),
            format!("`{}` is a second calendar year that changes with time", second.id),
            "such a year is the round up to which the scheme counts months, and there is one",
            "let the other years change by effort or never",
        ));
    }
    let used = used_questions(scheme);
    for (position, question) in scheme.questions.iter().enumerate() {
        let (source, place) = read.question_place(shared, &question.id);
        for (id, wanted) in unbound_of(&question.when) {
            faults.push(unbound(source, &place, &id, wanted));
        }
        for later in guards_after(question, position) {
            faults.push(source.fault_at_id(
                &place,
                &later,
                format!("`{}` is asked depending on `{later}`, which comes later", question.id),
                "a question is asked after what decides whether it is asked",
                "put it behind the question it depends on",
            ));
        }
        let others = scheme.questions[..position].iter().map(|one| &one.id);
        let mut others = others.chain(shared.questions.iter().map(|(_, one)| &one.id));
        let same = |other: &&String| **other != question.id && code(other) == code(&question.id);
        if let Some(other) = others.find(same) {
            faults.push(source.fault(
                &place.key("id"),
                format!("`{}` and `{other}` have one code in links", question.id),
                "an answer in a link would be taken for the answer to the other question",
                "give the newer question another id",
            ));
        }
        if !used.contains(&question.id.as_str()) {
            faults.push(read.source.fault_at_id(
                &KeyPath::root().key("section"),
                &question.id,
                format!("the form asks `{}`, which nothing uses", question.id),
                "a question that decides nothing only costs people time",
                "use it in a condition, indicator or notice, or take it out of the form",
            ));
        }
        if read.own.contains(&question.id) {
            self::question(source, &place, question, faults);
        }
    }
    for (position, own) in read.own.iter().enumerate() {
        let shared = shared.questions.iter().any(|(_, shared)| shared.id == *own);
        let again = shared || read.own[..position].contains(own);
        identity(&read.source, &read.places.of("question", position), own, again, faults);
    }
}

/// The questions of a guard that do not come before the question at `position`.
fn guards_after(question: &Question, position: usize) -> Vec<String> {
    let mut later = Vec::new();
    question.visit(&mut |reference| {
        if let Reference::Question(named) = reference
            && named.position().is_some_and(|named| named >= position)
        {
            later.push(named.id().to_owned());
        }
    });
    later
}

/// The ids of the questions that conditions, indicators, notices and guards of a scheme use.
fn used_questions(scheme: &Scheme) -> Vec<&str> {
    let mut used = Vec::new();
    let mut note = |reference| {
        if let Reference::Question(question) = reference {
            used.push(Ref::id(question));
        }
    };
    scheme.conditions.visit(&mut note);
    scheme.indicators.visit(&mut note);
    scheme.notices.visit(&mut note);
    scheme.questions.visit(&mut note);
    used
}

/// What a single question may say.
fn question(source: &SourceFile, place: &KeyPath, question: &Question, faults: &mut Vec<Fault>) {
    words(source, place, &serde_json::to_value(question).unwrap_or_default(), faults);
    let mut refuse = |what: String, help: &str| {
        let why = "no answer could be given, or it could not be kept";
        faults.push(source.fault(&place.key("kind"), what, why, help));
    };
    if let Some(Presumption::ComingRound { filed_until }) = &question.presume
        && (!(1..=12).contains(filed_until) || !matches!(question.kind, AnswerKind::Number { .. }))
    {
        refuse(
            format!("`{}` presumes a round filed until month {filed_until}", question.id),
            "presume it of a number, with a month from 1 to 12",
        );
    }
    match &question.kind {
        AnswerKind::YesNo => {}
        AnswerKind::Choice(choices) => {
            let ids: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
            let twice = ids.iter().enumerate().any(|(index, id)| ids[..index].contains(id));
            if choices.len() < 2 || choices.len() > 60 || twice {
                refuse(
                    format!(
                        "`{}` has fewer than 2 or more than 60 options, or one twice",
                        question.id
                    ),
                    "list each option once",
                );
            }
        }
        AnswerKind::Number { min, max, decimals, .. } => {
            if min >= max || *min < 0 || *decimals > 4 || *max > 1_000_000_000_000 {
                refuse(
                    format!("`{}` has an impossible range or more than 4 decimals", question.id),
                    "let it go from a number not below zero up to a larger one",
                );
            }
        }
        AnswerKind::Date { min, max } => {
            if max.is_some_and(|max| max <= *min) {
                refuse(format!("`{}` ends before it starts", question.id), "correct its days");
            }
        }
        AnswerKind::Dates { most } => {
            if !(1..=20).contains(most) {
                refuse(format!("`{}` takes {most} records", question.id), "take 1 to 20");
            }
        }
    }
}
