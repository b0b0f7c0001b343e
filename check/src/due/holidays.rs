//! Years whose holidays are not written yet.

use jiff::civil::Date;
use serde::Deserialize;

use super::file::File;
use super::item::Urgency;
use super::span::Span;
use crate::key_path::KeyPath;

#[derive(Deserialize)]
struct Year {
    year: i16,
}

/// Notes the years of the span that are not written, and a file that was not checked for a year.
pub(super) fn look(file: &mut File<'_>, span: Span) {
    let known: Vec<i16> =
        file.list::<Year>("year").into_iter().map(|(_, year)| year.year).collect();
    let place = KeyPath::root().key("year");
    for year in (span.on.year()..=span.until.year()).filter(|year| !known.contains(year)) {
        let Ok(first) = Date::new(year, 1, 1) else { continue };
        let urgency = if first <= span.on { Urgency::Now } else { Urgency::Soon };
        let what = format!("the holidays of {year} are not announced here");
        let help = "add the year once the notice is out and two data sets agree on every day";
        file.note(&place, urgency, Some(first), what, help);
    }
    let checked: Option<Date> = file.get("checked");
    if let Some(checked) = checked.filter(|checked| span.is_a_year_past(*checked)) {
        let what = format!("were last checked on {checked}");
        let help = "hold every day against the notices, then write the day";
        let place = KeyPath::root().key("checked");
        file.note(&place, Urgency::Aged, Some(checked), what, help);
    }
}
