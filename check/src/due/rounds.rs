//! Rounds of a guide: what opens and closes, and years whose days are not written yet.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;

use super::file::File;
use super::item::Urgency;
use super::span::Span;
use crate::key_path::{KeyPath, KeyStep};
use crate::written;
use jifen::scheme::MonthDay;

#[derive(Deserialize)]
struct Round {
    #[serde(default)]
    windows: Vec<Window>,
}

/// The days of a round in one year, or in every year.
#[derive(Deserialize)]
struct Window {
    year: Option<i16>,
    from: Option<MonthDay>,
    to: Option<MonthDay>,
}

impl Window {
    /// Returns the window's first and last day in a year, as far as they are known. A window that begins late in a year
    /// may end in the next.
    fn in_year(&self, year: i16) -> (Option<Date>, Option<Date>) {
        let from = self.from.and_then(|day| Date::new(year, day.month, day.day).ok());
        let to = self.to.and_then(|day| {
            let ends = Date::new(year, day.month, day.day).ok()?;
            if from.is_some_and(|from| ends < from) {
                return Date::new(year.checked_add(1)?, day.month, day.day).ok();
            }
            Some(ends)
        });
        (from, to)
    }
}

/// Notes the rounds that open or close within the span, and those whose next days are not known.
pub(super) fn look(file: &mut File<'_>, span: Span) {
    for (place, round) in file.list::<Round>("round") {
        let place = place.key("windows");
        for (index, window) in round.windows.iter().enumerate() {
            look_at_window(file, span, &place.at(index), window);
        }
        if round.windows.iter().all(|window| window.year.is_some()) {
            look_for_next(file, span, &place, &round.windows);
        }
    }
}

fn look_at_window(file: &mut File<'_>, span: Span, place: &KeyPath, window: &Window) {
    let years = match window.year {
        Some(year) => year..=year,
        // One that began last year may close within the span.
        None => span.on.year().saturating_sub(1)..=span.until.year(),
    };
    for year in years {
        let (from, to) = window.in_year(year);
        for (day, what) in [(from, "opens"), (to, "closes")] {
            if let Some(day) = day.filter(|day| span.holds(*day)) {
                let help = "see that the days of this year are those announced";
                file.note(place, Urgency::Soon, Some(day), format!("{what} on {day}"), help);
            }
        }
    }
}

/// A year after the days that are known last, those of the next round should be.
fn look_for_next(file: &mut File<'_>, span: Span, place: &KeyPath, windows: &[Window]) {
    let last = windows.iter().enumerate().filter_map(|(index, window)| {
        let (from, to) = window.in_year(window.year?);
        Some((from.or(to)?, index))
    });
    let Some((day, index)) = last.max() else { return };
    let Some((next, _)) = windows.get(index).and_then(|window| {
        let (from, to) = window.in_year(window.year?.checked_add(1)?);
        Some((from.or(to)?, index))
    }) else {
        return;
    };
    let what = format!("no days are known after those of {}", day.year());
    note_next(file, span, &place.at(index), next, what);
}

/// Notes last days of filing that a question knows, a year after the last of them.
pub(super) fn look_at_known(file: &mut File<'_>, span: Span) {
    let mut lasts = Vec::new();
    written::walk(file.table, &mut |place, value| {
        let is_known = matches!(place.steps.last(), Some(KeyStep::Key(key)) if key == "known");
        if let (true, Some(list)) = (is_known, value.get_ref().as_array()) {
            let days = list.iter().filter_map(|day| day.get_ref().as_str()?.parse::<Date>().ok());
            lasts.extend(days.max().map(|last| (place.clone(), last)));
        }
    });
    for (place, last) in lasts {
        let what = format!("no last day of filing is known after {last}");
        note_next(file, span, &place, last.saturating_add(1.year()), what);
    }
}

/// Notes what should be known by a day, once that is near or past.
fn note_next(file: &mut File<'_>, span: Span, place: &KeyPath, next: Date, what: String) {
    let urgency = if next < span.on {
        Urgency::Aged
    } else if span.holds(next) {
        Urgency::Soon
    } else {
        return;
    };
    let help = "look for the announcement of the next round";
    file.note(place, urgency, Some(next), what, help);
}
