//! The round of a yearly procedure: the calendar year that a person means to apply for, or that the scheme counts up to; and
//! when applications are taken.

use jiff::civil::Date;

use crate::Fault;
use crate::key_path::KeyPath;
use crate::read::{SchemeSource, SharedQuestions};
use jifen::answers::{Answers, Value};
use jifen::assess::{Verdict, assess};
use jifen::scheme::{AnswerKind, Filing, MonthDay, Question, Scheme};

/// Lints the rounds of a scheme; whether one is closed is only known of a scheme that is whole.
pub(super) fn check(
    read: &SchemeSource,
    shared: &SharedQuestions,
    whole: bool,
    faults: &mut Vec<Fault>,
) {
    let scheme = &read.scheme;
    if scheme.filing.as_ref().is_some_and(|filing| !is_in_order(filing)) {
        faults.push(read.source.fault(
            &KeyPath::root().key("filing").key("windows"),
            "these days of filing are none, do not exist, or are not in order".to_owned(),
            "it could not be said which filing a day belongs to",
            "list the windows of one year in order, each with a last day and the day it counts to",
        ));
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
    // Where a ranking decides, no total is promised to pass.
    if !whole || scheme.line.threshold.is_none() || scheme.line.ranking.is_some() {
        return;
    }
    for round in scheme.questions.iter().filter(|question| question.is_staying_round()) {
        if !is_closed(scheme, round) {
            let id = &round.id;
            faults.push(read.source.fault_at_id(
                &read.section_place(id),
                id,
                format!("nothing closes the round that `{id}` names, and it never moves"),
                "advice would wait past the round, and promise a pass in a year that is not the person's",
                &format!(
                    "add a condition that needs {{ not-before = {{ day = {{ in-year = {{ year = \"{id}\", month = 8, \
                     day = 31 }} }}, earliest = \"on\" }} }}, with the last day on which the round takes anybody"
                ),
            ));
        }
    }
}

/// Whether there are windows, of days of every year, each after the one before.
fn is_in_order(filing: &Filing) -> bool {
    // A year without 29 February.
    let day = |day: MonthDay| Date::new(2023, day.month, day.day).ok();
    let mut last = None;
    for window in &filing.windows {
        let (Some(to), Some(_)) = (day(window.to), day(window.counted_to)) else { return false };
        if last.is_some_and(|last| to <= last) {
            return false;
        }
        last = Some(to);
    }
    last.is_some()
}

/// Whether nobody can pass any more once the year after the round is over.
fn is_closed(scheme: &Scheme, round: &Question) -> bool {
    let AnswerKind::Number { min, max, .. } = round.kind else { return false };
    let year = i64::from(scheme.edition.checked.year()).clamp(min, max);
    // A year that no calendar has ends no round.
    let later = i16::try_from(year + 2).ok().and_then(|year| Date::new(year, 1, 1).ok());
    let answers: Answers = [(round.id.clone(), Value::Number(year))].into_iter().collect();
    later.is_some_and(|later| assess(scheme, &answers, later).verdict == Verdict::Ineligible)
}
