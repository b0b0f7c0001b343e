//! What a worksheet holds: a line for each statement of a rule file and for each value in it, in the order of the file.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::described::{Language, describe};
use super::literal::Kind;
use crate::key_path::{KeyPath, KeyStep};
use crate::source_file::SourceFile;
use crate::written;

/// The parts of a scheme that an official text sets.
const PARTS: [&str; 10] = [
    "edition",
    "document",
    "filing",
    "condition",
    "indicator",
    "together",
    "line",
    "floor",
    "notice",
    "removed",
];

/// Keys under which nothing is said that a text could settle by itself.
const PASSED_OVER: [&str; 4] = ["cite", "checked", "readings", "url"];

/// A line of the worksheet: a statement as a whole, or one value of it.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// What it is called in the file, and in the worksheet.
    pub(super) id: String,
    pub(super) place: KeyPath,
    /// The value as it is written, without quotes, and where; none for a statement as a whole.
    pub(super) value: Option<Value>,
    /// The place of what says how well it was checked: a citation, or a document itself.
    pub(super) evidence: Option<KeyPath>,
    pub(super) zh: String,
    pub(super) en: String,
}

/// A value as it is written.
#[derive(Clone, Debug)]
pub(super) struct Value {
    pub(super) kind: Kind,
    pub(super) text: String,
    /// Its bytes in the file, with quotes.
    pub(super) bytes: Range<usize>,
}

/// Returns the lines of a file; `shared` are the questions that schemes share.
pub(super) fn lines(source: &SourceFile, table: &DeTable<'_>, shared: &DeTable<'_>) -> Vec<Line> {
    let mut found = Vec::new();
    written::walk(table, &mut |place, value| {
        let Some(KeyStep::Key(part)) = place.steps.first() else { return };
        if !PARTS.contains(&part.as_str()) || is_passed_over(place) {
            return;
        }
        let start = value.span().start;
        if let Some(value) = literal(source, part, place, value) {
            found.push((start, 1, line(table, shared, place, Some(value))));
        } else if own_evidence(table, place).is_some() {
            found.push((start, 0, line(table, shared, place, None)));
        }
    });
    found.sort_by_key(|(start, order, _)| (*start, *order));
    found.into_iter().map(|(.., line)| line).collect()
}

fn is_passed_over(place: &KeyPath) -> bool {
    place
        .steps
        .iter()
        .any(|step| matches!(step, KeyStep::Key(key) if PASSED_OVER.contains(&key.as_str())))
}

/// Reads a value that a text could settle: a number, a yes or no, a day, a document's number.
fn literal(
    source: &SourceFile,
    part: &str,
    place: &KeyPath,
    value: &Spanned<DeValue<'_>>,
) -> Option<Value> {
    let is_number = matches!(place.steps.last(), Some(KeyStep::Key(key)) if part == "document" && key == "number");
    let bytes = value.span();
    let written = source.text().get(bytes.clone())?;
    let (kind, text) = match value.get_ref() {
        DeValue::Integer(_) => (points_or_count(place), written),
        DeValue::Float(_) => (Kind::Points, written),
        DeValue::Boolean(_) => (Kind::YesNo, written),
        DeValue::String(text) if is_number => (Kind::Text, text.as_ref()),
        DeValue::String(text) if Kind::Day.reads(text) => (Kind::Day, text.as_ref()),
        _ => return None,
    };
    Some(Value { kind, text: text.to_owned(), bytes })
}

/// Points may have decimals where they happen to be whole now; what is counted may not.
fn points_or_count(place: &KeyPath) -> Kind {
    let key = place.steps.iter().rev().find_map(|step| match step {
        KeyStep::Key(key) => Some(key.as_str()),
        KeyStep::Index(_) => None,
    });
    match key {
        Some(
            "points" | "cap" | "floor" | "threshold" | "fixed" | "otherwise" | "capped" | "floored",
        ) => Kind::Points,
        _ => Kind::Count,
    }
}

fn line(table: &DeTable<'_>, shared: &DeTable<'_>, place: &KeyPath, value: Option<Value>) -> Line {
    let evidence = evidence(table, place);
    let [zh, en] =
        [Language::Zh, Language::En].map(|language| describe(table, shared, place, language));
    Line { id: written::address(table, place), place: place.clone(), value, evidence, zh, en }
}

/// Returns what says how well something was checked, where it says so for itself.
fn own_evidence(table: &DeTable<'_>, place: &KeyPath) -> Option<KeyPath> {
    let holder = written::at(table, place)?.as_table()?;
    if holder.contains_key("grade") {
        return Some(place.clone());
    }
    let cite = holder.get("cite")?.get_ref().as_table()?;
    cite.contains_key("grade").then(|| place.key("cite"))
}

/// Returns what says how well a value was checked: the nearest that does.
fn evidence(table: &DeTable<'_>, place: &KeyPath) -> Option<KeyPath> {
    let mut place = place.clone();
    loop {
        if let Some(evidence) = own_evidence(table, &place) {
            return Some(evidence);
        }
        place.steps.pop()?;
    }
}
