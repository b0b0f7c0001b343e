//! Questions, and the form that asks them.

use super::follows;
use super::parts::{identity, report_unbound, unbound_of, words};
use super::planning;
use crate::Fault;
use crate::findings::Findings;
use crate::key_path::KeyPath;
use crate::read::{SchemeSource, SharedQuestions};
use crate::source_file::SourceFile;
use jifen::scheme::{
    AnswerKind, MonthDay, Predicate, Presumption, Question, Ref, Reference, RoundEnds, Scheme,
    Visit,
};
use jiff::civil::Date;

/// Lints the shared questions, once every scheme is read and the questions in use are known; `None` where a scheme
/// cannot be read whole, so that it is not known which it uses.
pub(crate) fn shared_questions(
    shared: &SharedQuestions,
    used: Option<&[&str]>,
    faults: &mut Vec<Fault>,
) {
    let SharedQuestions { source, questions, .. } = shared;
    let mut seen: Vec<&str> = Vec::new();
    for (index, question) in questions {
        let place = KeyPath::root().key("question").at(*index);
        identity(source, &place, &question.id, seen.contains(&question.id.as_str()), faults);
        seen.push(&question.id);
        self::question(source, &place, question, faults);
        if used.is_some_and(|used| !used.contains(&question.id.as_str())) {
            faults.push(source.fault(
                &place,
                format!("no scheme uses the question `{}`", question.id),
                "a question that decides nothing only costs people time",
                "use it in a scheme, or delete it",
            ));
        }
    }
}

/// Lints a scheme's form: each question once, after what decides whether it is asked, and, where every reference
/// names something, used by something. Returns whether every question that guards name is there.
pub(super) fn check(
    read: &SchemeSource,
    shared: &SharedQuestions,
    all_bound: bool,
    faults: &mut Vec<Fault>,
) -> bool {
    let scheme = &read.scheme;
    let mut form = Findings { source: &read.source, faults };
    let mut seen: Vec<&str> = Vec::new();
    for (position, section) in scheme.sections.iter().enumerate() {
        for question in &section.questions {
            if seen.contains(&question.id()) {
                form.refuse_id(
                    &read.places.of("section", position),
                    question.id(),
                    format!("the form asks `{}` twice", question.id()),
                    "a person answers a question once",
                    "name it in one section only",
                );
            }
            seen.push(question.id());
        }
    }
    alike(read, &mut form);
    let mut guards_bound = true;
    for (position, question) in scheme.questions.iter().enumerate() {
        let (source, place) = read.question_place(shared, &question.id);
        let mut references = unbound_of(&question.when);
        references.extend(unbound_of(&question.multiple));
        guards_bound &= references.is_empty();
        report_unbound(source, &place, references, &read.unreadable, faults);
        let mut findings = Findings { source, faults };
        for later in guards_after(question, position) {
            findings.refuse_id(
                &place,
                &later,
                format!("`{}` is asked depending on `{later}`, which comes later", question.id),
                "a question is asked after what decides whether it is asked",
                "put it behind the question it depends on",
            );
        }
        if read.own.iter().any(|own| own.id == question.id) {
            self::question(source, &place, question, faults);
        }
    }
    // What uses a question may be what cannot be read, or what names it wrongly.
    if all_bound && guards_bound && read.unreadable.is_empty() {
        unused(read, faults);
    }
    for (position, own) in read.own.iter().enumerate() {
        let shared = shared.questions.iter().any(|(_, shared)| shared.id == own.id);
        let again = shared || read.own[..position].iter().any(|earlier| earlier.id == own.id);
        let place = read.places.of("question", position);
        identity(&read.source, &place, &own.id, again, faults);
        // A section that cannot be read may be the one that names it.
        if read.unreadable.is_empty() && scheme.question(&own.id).is_none() {
            faults.push(read.source.fault(
                &place.key("id"),
                format!("no section of the form asks `{}`", own.id),
                "nobody would ever answer it",
                "name it in a section, or delete it",
            ));
        }
    }
    guards_bound
}

/// Lints questions whose answers are usually the same: one answer has to be an answer to each of them.
fn alike(read: &SchemeSource, form: &mut Findings<'_>) {
    let scheme = &read.scheme;
    for (position, section) in scheme.sections.iter().enumerate() {
        let place = read.places.of("section", position).key("alike");
        let here = |named: &Ref| section.questions.iter().any(|one| one.id() == named.id());
        let questions: Vec<&Question> = section
            .alike
            .iter()
            .filter(|named| here(named))
            .filter_map(|named| scheme.questions.get(named.position()?))
            .collect();
        let twice = questions.iter().enumerate().any(|(index, question)| {
            questions[..index].iter().any(|earlier| earlier.id == question.id)
        });
        let fits =
            |question: &&Question| question.kind == questions[0].kind && question.when.is_none();
        let whole = questions.len() == section.alike.len() && questions.len() != 1 && !twice;
        if !whole || !questions.iter().all(fits) {
            form.refuse(
                &place,
                format!("the questions of `{}` that are alike are not", section.id),
                "one press gives all of them the answer of the first",
                "name two or more questions of this section, each once, of one kind and asked of everybody",
            );
        }
    }
}

/// Reports the questions that the form asks and nothing uses.
fn unused(read: &SchemeSource, faults: &mut Vec<Fault>) {
    let used = used_questions(&read.scheme);
    for question in
        read.scheme.questions.iter().filter(|question| !used.contains(&question.id.as_str()))
    {
        faults.push(read.source.fault_at_id(
            &read.section_place(&question.id),
            &question.id,
            format!("the form asks `{}`, which nothing uses", question.id),
            "a question that decides nothing only costs people time",
            "use it in a condition, indicator or notice, or take it out of the form",
        ));
    }
}

/// Returns the questions of a guard that do not come before the question at `position`.
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
    scheme.left_out.visit(&mut note);
    scheme.questions.visit(&mut note);
    scheme.follows.iter().for_each(|follows| follows.months.visit(&mut note));
    used
}

/// Whether these last days of filing say something, and one thing of each year.
fn are_round_ends(ends: &RoundEnds) -> bool {
    let ordered = ends.known.windows(2).all(|pair| pair[0].year() < pair[1].year());
    let exists = |day: MonthDay| Date::new(2023, day.month, day.day).is_ok();
    ordered && ends.otherwise.map_or(!ends.known.is_empty(), exists)
}

/// Lints a single question.
fn question(source: &SourceFile, place: &KeyPath, question: &Question, faults: &mut Vec<Fault>) {
    words(source, place, serde_json::to_value(question), faults);
    let mut findings = Findings { source, faults };
    if question.when.as_ref().is_some_and(Predicate::leaves_open) {
        findings.refuse(
            &place.key("when"),
            format!("whether `{}` is asked depends on readings that differ", question.id),
            "a person could neither be asked nor be spared it",
            "ask it where any reading wants it, with `any`",
        );
    }
    planning::check(&mut findings, place, question);
    let mut refuse = |what: String, help: &str| {
        let why = "no answer could be given, or it could not be kept";
        findings.refuse(&place.key("kind"), what, why, help);
    };
    if let Some(Presumption::ComingRound { filed_until }) = &question.presume
        && (!are_round_ends(filed_until) || !matches!(question.kind, AnswerKind::Number { .. }))
    {
        refuse(
            format!("`{}` presumes a round without last days of filing in order", question.id),
            "presume it of a number, with one known day for a year, in order, or a day that there is in others",
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
        AnswerKind::MonthCounts { most, max } => {
            if !(1..=20).contains(most) || !(1..=600).contains(max) {
                refuse(
                    format!("`{}` takes {most} pieces of up to {max} months", question.id),
                    "take 1 to 20 pieces of 1 to 600 months",
                );
            }
        }
        AnswerKind::Periods { .. } => follows::history(question, &mut refuse),
    }
}
