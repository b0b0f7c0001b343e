//! Rounds and filings: which one a day belongs to, and up to which day it counts.

use jiff::civil::Date;

use super::calendar::in_year;
use crate::scheme::{Filing, FilingWindow, MonthDay, Presumption, Question};

/// Returns what an unanswered question is taken to say on a day; nothing where that day's round is not known.
pub(crate) fn presumed(question: &Question, on: Date) -> Option<i64> {
    let this = last_of_round(question, on.year())?;
    let coming = if on <= this { on.year() } else { on.year().saturating_add(1) };
    last_of_round(question, coming).map(|_| coming.into())
}

/// Returns the last day on which the round of a year is filed that a question names, where it is known.
pub(crate) fn last_of_round(question: &Question, year: i16) -> Option<Date> {
    let Presumption::ComingRound { filed_until } = question.presume.as_ref()?;
    let otherwise = || filed_until.otherwise.map(|day| named(year, day));
    filed_until.known(year).or_else(otherwise)
}

/// Returns the day up to which the filing counts that is open on a day or comes next.
pub(super) fn counting_day(filing: &Filing, on: Date) -> Option<Date> {
    coming(filing, on).map(|(_, counted_to)| counted_to)
}

/// Returns the first day, not before `on`, on which the filing that is open or comes next counts up to a day or further.
pub(super) fn first_day_counting(filing: &Filing, on: Date, counted: Date) -> Option<Date> {
    let mut day = on;
    // In as many years there is a window of every year.
    for _ in 0..filing.windows.len() * 121 {
        let (last, counted_to) = coming(filing, day)?;
        if counted_to >= counted {
            return Some(day);
        }
        day = last.tomorrow().ok()?;
    }
    None
}

/// Returns the last day of the filing that is open on a day or comes next, and the day up to which it counts.
fn coming(filing: &Filing, on: Date) -> Option<(Date, Date)> {
    let years = [on.year(), on.year().saturating_add(1)];
    let mut windows =
        years.into_iter().flat_map(|year| filing.windows.iter().map(move |window| (year, window)));
    let (year, window) = windows.find(|(year, window)| named(*year, window.to) >= on)?;
    Some((named(year, window.to), counted_to(window, year)))
}

fn counted_to(window: &FilingWindow, year: i16) -> Date {
    let counted = named(year, window.counted_to);
    if counted <= named(year, window.to) {
        counted
    } else {
        named(year.saturating_sub(1), window.counted_to)
    }
}

fn named(year: i16, day: MonthDay) -> Date {
    in_year(year.into(), day.month, day.day)
}
