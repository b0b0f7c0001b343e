//! What ends and what starts: editions, the documents they rest on, and days written in their rules.

use std::collections::BTreeSet;

use jiff::civil::Date;
use toml::de::DeValue;

use super::file::{Dates, Doubt, File};
use super::item::Urgency;
use super::span::Span;
use crate::key_path::{KeyPath, KeyStep};
use crate::written;

/// The parts of a scheme that decide something. A document that none of them cites may end.
const DECIDING: [&str; 5] = ["edition", "condition", "indicator", "together", "line"];

/// Notes what ends, starts or has not been checked for a year in a scheme's file; `later` are the first days of the
/// scheme's other editions.
pub(super) fn look(file: &mut File<'_>, span: Span, later: &[Date]) {
    let Some(edition) = file.get::<Dates>("edition") else { return };
    let place = KeyPath::root().key("edition");
    let ended = edition.to.is_some_and(|to| to < span.on);
    let followed_by = |day: Date| later.iter().filter(|from| **from > day).min();
    let next = edition.from.and_then(followed_by);
    if !(ended && next.is_some()) {
        look_at_edition(file, span, &place, &edition, next);
        look_at_documents(file, span, &edition, ended);
    }
    look_at_days(file, span);
}

fn look_at_edition(
    file: &mut File<'_>,
    span: Span,
    place: &KeyPath,
    edition: &Dates,
    next: Option<&Date>,
) {
    if let Some(to) = edition.to {
        let place = place.key("to");
        if to < span.on {
            let help = "look for the text that follows it, or for its extension";
            file.note(&place, Urgency::Now, Some(to), format!("ended on {to}"), help);
        } else if span.holds(to) {
            let (what, help) = match next {
                Some(next) => {
                    (format!("ends on {to}; the next starts on {next}"), "see that it does")
                }
                None => (format!("ends on {to}"), "look for the text that follows it"),
            };
            file.note(&place, Urgency::Soon, Some(to), what, help);
        }
    }
    if let Some(from) = edition.from.filter(|from| span.holds(*from)) {
        let help = "see that it does, and check it once more";
        file.note(&place.key("from"), Urgency::Soon, Some(from), format!("starts on {from}"), help);
    }
    if let Some(Doubt { since }) = edition.doubt.as_ref().filter(|doubt| doubt.since <= span.until)
    {
        let urgency = if *since <= span.on { Urgency::Now } else { Urgency::Soon };
        let help = "find out whether it still holds";
        let what = format!("is in doubt from {since} on");
        file.note(&place.key("doubt"), urgency, Some(*since), what, help);
    }
    let Some(checked) = edition.checked.filter(|checked| span.is_a_year_past(*checked)) else {
        return;
    };
    let what = format!("was last checked on {checked}");
    let help = "go through all of the scheme, then write the day";
    file.note(&place.key("checked"), Urgency::Aged, Some(checked), what, help);
    for (place, document) in file.list::<Dates>("document") {
        if let Some(url) = document.url {
            let what = format!("{url} was last opened by {checked}");
            file.note(&place.key("url"), Urgency::Aged, Some(checked), what, "open it");
        }
    }
}

fn look_at_documents(file: &mut File<'_>, span: Span, edition: &Dates, ended: bool) {
    let cited = cited(file);
    for (place, document) in file.list::<Dates>("document") {
        if let Some(from) = document.from.filter(|from| span.holds(*from)) {
            let what = format!("starts on {from}");
            let help = "see whether the edition changes with it";
            file.note(&place.key("from"), Urgency::Soon, Some(from), what, help);
        }
        let Some(to) = document.to.filter(|_| cited.contains(&document.id)) else { continue };
        let help = "find out whether what rests on it ends with it";
        // An edition that has ended has said so of the documents that ended with it or before it.
        if to < span.on && !(ended && edition.to.is_some_and(|end| to <= end)) {
            let what = format!("ended on {to}, and rules still rest on it");
            file.note(&place.key("to"), Urgency::Now, Some(to), what, help);
        } else if span.holds(to) {
            file.note(&place.key("to"), Urgency::Soon, Some(to), format!("ends on {to}"), help);
        }
    }
}

/// The documents that decide something.
fn cited(file: &File<'_>) -> BTreeSet<String> {
    let mut cited = BTreeSet::new();
    written::walk(file.table, &mut |place, value| {
        let decides = matches!(place.steps.first(), Some(KeyStep::Key(key)) if DECIDING.contains(&key.as_str()));
        if decides
            && value.get_ref().as_table().is_some_and(|table| table.contains_key("grade"))
            && let Some(document) = written::text(value.get_ref(), "document")
        {
            cited.insert(document.to_owned());
        }
    });
    cited
}

/// Notes days that rules are written with: what holds before one does not hold after it.
fn look_at_days(file: &mut File<'_>, span: Span) {
    let mut days = Vec::new();
    written::walk(file.table, &mut |place, value| {
        let is_fixed = matches!(place.steps.last(), Some(KeyStep::Key(key)) if key == "fixed");
        if let (true, DeValue::String(text)) = (is_fixed, value.get_ref())
            && let Ok(day) = text.parse::<Date>()
        {
            days.push((place.clone(), day));
        }
    });
    for (place, day) in days.into_iter().filter(|(_, day)| span.holds(*day)) {
        let help = "see whether the next one is announced";
        file.note(&place, Urgency::Soon, Some(day), format!("the rule turns on {day}"), help);
    }
}
