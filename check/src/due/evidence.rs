//! What rules and guides rest on: sources that have aged, that are alone, that disagree.

use jiff::civil::Date;
use toml::de::DeValue;

use super::file::File;
use super::item::Urgency;
use super::span::Span;
use crate::key_path::{KeyPath, KeyStep};
use crate::written;

/// Something that says how well it was checked, and perhaps when its source was written.
struct Evidence {
    place: KeyPath,
    /// What of it is asked for at an address, where there is one.
    address: Option<String>,
    dated: Option<String>,
    grade: String,
    readings: usize,
}

/// Notes sources older than a year, and what rests on one source or on sources that disagree.
pub(super) fn look(file: &mut File<'_>, span: Span) {
    for evidence in evidence(file) {
        let Evidence { place, address, dated, grade, readings } = evidence;
        let end = dated.as_deref().and_then(last_day).filter(|day| span.is_a_year_past(*day));
        if let (Some(day), Some(dated)) = (end, dated) {
            let (what, help) = match address {
                Some(address) => {
                    (format!("{address} rests on a source of {dated}"), "open or call it")
                }
                None => (format!("rests on a source of {dated}"), "see whether that is still so"),
            };
            file.note(&place, Urgency::Aged, Some(day), what, help);
        }
        match grade.as_str() {
            "conflicting" => {
                let what = format!("sources disagree: {readings} readings");
                let help = "look for the text that decides";
                file.note(&place, Urgency::Conflicting, None, what, help);
            }
            "one-source" => {
                let what = "rests on one source".to_owned();
                file.note(&place, Urgency::SingleSource, None, what, "look for a second");
            }
            _ => {}
        }
    }
}

fn evidence(file: &File<'_>) -> Vec<Evidence> {
    let mut all = Vec::new();
    written::walk(file.table, &mut |place, value| {
        let DeValue::Table(table) = value.get_ref() else { return };
        let text = |key| written::text(value.get_ref(), key).map(str::to_owned);
        // A source has a date and no grade: what rests on it has both.
        let (dated, Some(grade)) = (text("dated"), text("grade")) else { return };
        // A citation or a basis is part of what it says something about.
        let is_part = matches!(place.steps.last(), Some(KeyStep::Key(key)) if key == "cite" || key == "basis");
        let mut about = place.clone();
        about.steps.truncate(place.steps.len() - usize::from(is_part));
        let owner = written::at(file.table, &about);
        let address = owner.and_then(|owner| {
            let parts = ["url", "phone"].map(|key| written::text(owner, key));
            let parts: Vec<&str> = parts.into_iter().flatten().collect();
            (!parts.is_empty()).then(|| parts.join(", "))
        });
        let readings = table.get("readings").and_then(|list| list.get_ref().as_array());
        let readings = readings.map_or(0, |list| list.len());
        let place = if is_part { place.clone() } else { place.key("grade") };
        all.push(Evidence { place, address, dated, grade, readings });
    });
    all
}

/// Returns the last day of the time that a source is dated by: `2025`, `2025-10`, `2025-10-31`.
fn last_day(dated: &str) -> Option<Date> {
    let mut parts = dated.splitn(3, '-');
    let year: i16 = parts.next()?.parse().ok()?;
    let Some(month) = parts.next() else { return Date::new(year, 12, 31).ok() };
    let first = Date::new(year, month.parse().ok()?, 1).ok()?;
    match parts.next() {
        None => Some(first.last_of_month()),
        Some(day) => Date::new(year, first.month(), day.parse().ok()?).ok(),
    }
}
