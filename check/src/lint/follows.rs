//! Histories, and the answers that follow from them.

use crate::Fault;
use crate::findings::Findings;
use crate::key_path::KeyPath;
use crate::read::{SchemeSource, SharedQuestions};
use jifen::scheme::{
    AnswerKind, Count, Day, Follows, Months, Question, Reference, Scheme, Unit, Visit,
};

/// The most months that a window of last months holds.
const MOST_MONTHS: u16 = 600;

/// The most periods of a history.
const MOST_PERIODS: u8 = 40;

/// Lints the histories of a scheme and what follows from them.
pub(super) fn check(read: &SchemeSource, shared: &SharedQuestions, faults: &mut Vec<Fault>) {
    let scheme = &read.scheme;
    let mut seen: Vec<usize> = Vec::new();
    for (index, follows) in scheme.follows.iter().enumerate() {
        let place = read.places.of("follows", index);
        let mut findings = Findings { source: &read.source, faults };
        for position in follows.questions.iter().filter_map(|question| question.position()) {
            let question = &scheme.questions[position];
            let place = place.clone();
            let lint = FollowsLint { scheme, position, question, follows, place };
            lint.check(seen.contains(&position), &mut findings);
            seen.push(position);
        }
    }
    for (position, question) in scheme.questions.iter().enumerate() {
        let (source, place) = read.question_place(shared, &question.id);
        let mut findings = Findings { source, faults };
        if !question.kind.period_kinds().is_empty() && rules_rest_on(scheme, position) {
            findings.refuse(
                &place,
                format!("a rule rests on the history `{}` itself", question.id),
                "a history says nothing until something of it is counted",
                "let a question follow from it, and name that in the rule",
            );
        }
    }
}

/// Lints what a history may hold; `refuse` takes what is wrong and what to do.
pub(super) fn history(question: &Question, refuse: &mut dyn FnMut(String, &str)) {
    let AnswerKind::Periods { most, kinds, .. } = &question.kind else { return };
    let readable = |id: &str| {
        let word = id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        word && id.starts_with(|first: char| first.is_ascii_lowercase())
    };
    let ids: Vec<&str> = kinds.iter().map(|kind| kind.id.as_str()).collect();
    let twice = ids.iter().enumerate().any(|(index, id)| ids[..index].contains(id));
    if !(1..=MOST_PERIODS).contains(most) || ids.is_empty() || ids.len() > 12 || twice {
        refuse(
            format!("`{}` takes {most} periods of {} kinds", question.id, ids.len()),
            "take 1 to 40 periods of 1 to 12 kinds, each once",
        );
    }
    if let Some(id) = ids.into_iter().find(|id| !readable(id)) {
        refuse(
            format!("a period cannot be `{id}` in an address"),
            "name a kind with small letters, with hyphens between words",
        );
    }
}

fn rules_rest_on(scheme: &Scheme, history: usize) -> bool {
    let mut found = false;
    let mut note = |reference: Reference<'_, &jifen::scheme::Ref>| {
        if let Reference::Question(question) = reference {
            found |= question.position() == Some(history);
        }
    };
    scheme.conditions.visit(&mut note);
    scheme.indicators.visit(&mut note);
    scheme.notices.visit(&mut note);
    scheme.left_out.visit(&mut note);
    scheme.questions.iter().for_each(|question| question.when.visit(&mut note));
    found
}

struct FollowsLint<'a> {
    scheme: &'a Scheme,
    position: usize,
    question: &'a Question,
    follows: &'a Follows,
    place: KeyPath,
}

impl FollowsLint<'_> {
    fn check(&self, again: bool, findings: &mut Findings<'_>) {
        let FollowsLint { scheme, position, question, follows, place } = self;
        let id = &question.id;
        if again {
            findings.refuse_id(
                &place.key("questions"),
                id,
                format!("how `{id}` follows from a history is said twice"),
                "an answer follows in one way",
                "name it in one [[follows]]",
            );
        }
        let unit = question.kind.unit().map(|(unit, _)| unit);
        let yes_no = question.kind == AnswerKind::YesNo;
        let pieces = matches!(question.kind, AnswerKind::MonthCounts { .. });
        let fits = match follows.count {
            Count::Months | Count::LongestRun => {
                unit == Some(Unit::Months) && !pieces || yes_no && follows.at_least.is_some()
            }
            Count::Years => unit == Some(Unit::Years),
            Count::Pieces => pieces,
            Count::GoOn => yes_no,
        };
        if !fits || follows.at_least.is_some() && !yes_no {
            findings.refuse(
                &place.key("count"),
                format!("`{id}` is not answered by such a count"),
                "what follows has to be an answer to the question",
                "count months for a number of months, years for one of years, pieces for month counts; for yes and no say from how many months on, or whether they go on",
            );
        }
        let window = scheme.window_of(*position);
        let within = follows.last.is_none_or(|last| (1..=MOST_MONTHS).contains(&last));
        if !within || window.is_some() && window != follows.last {
            findings.refuse(
                &place.key("last"),
                format!("`{id}` does not count the same last months as its [[growth]]"),
                "a count and its growth are of the same months",
                "give both the same number, 1 to 600",
            );
        }
        if follows.until.as_ref().is_some_and(|until| !is_reckoned(scheme, until)) {
            findings.refuse(
                &place.key("until"),
                format!("the day up to which `{id}` is counted does not follow from the day and the round"),
                "months are counted again on later days, by the day and the round alone",
                "count up to a fixed day, or a day of the year that the scheme's round names",
            );
        }
        let takes_periods =
            |history: &usize| !scheme.questions[*history].kind.period_kinds().is_empty();
        if !follows.months.histories().iter().all(takes_periods) {
            findings.refuse(
                &place.key("months"),
                format!("`{id}` follows from a question that takes no periods"),
                "only periods have months",
                "name a question whose kind is `periods`",
            );
        }
        if follows.count != Count::Pieces && has_one_piece(&follows.months) {
            findings.refuse(
                &place.key("months"),
                format!("`{id}` counts no pieces"),
                "where pieces are not counted, one piece is what it is made of",
                "leave out `one-piece`",
            );
        }
    }
}

/// Whether a day follows from the day of the assessment and the round alone.
fn is_reckoned(scheme: &Scheme, day: &Day) -> bool {
    match day {
        Day::On | Day::Fixed(_) => true,
        Day::InYear { year, .. } => {
            let question = year.position().and_then(|position| scheme.questions.get(position));
            question.is_none_or(|question| question.presume.is_some())
        }
        Day::Before { day, .. } | Day::EndOfMonthBefore(day) => is_reckoned(scheme, day),
        Day::Answer(_) | Day::CountingDay => false,
    }
}

fn has_one_piece(months: &Months) -> bool {
    match months {
        Months::Of { .. } => false,
        Months::OnePiece(_) => true,
        Months::Any(parts) | Months::All(parts) => parts.iter().any(has_one_piece),
        Months::Without { of, .. } | Months::Within { of, .. } | Months::Unbroken(of) => {
            has_one_piece(of)
        }
    }
}
