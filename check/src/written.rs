//! A rule file as it is written: every value with its place, and what the place is called in the words of the file.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::key_path::{KeyPath, KeyStep};

/// The keys that name an item of a list, the best first.
const NAMES: [&str; 3] = ["id", "option", "round"];

/// Shows every value of a file to `see`, the outer ones first.
pub(super) fn walk<'a>(
    table: &'a DeTable<'_>,
    see: &mut dyn FnMut(&KeyPath, &'a Spanned<DeValue<'_>>),
) {
    walk_table(table, &KeyPath::root(), see);
}

fn walk_table<'a>(
    table: &'a DeTable<'_>,
    place: &KeyPath,
    see: &mut dyn FnMut(&KeyPath, &'a Spanned<DeValue<'_>>),
) {
    for (key, value) in table {
        walk_value(value, &place.key(key.get_ref()), see);
    }
}

fn walk_value<'a>(
    value: &'a Spanned<DeValue<'_>>,
    place: &KeyPath,
    see: &mut dyn FnMut(&KeyPath, &'a Spanned<DeValue<'_>>),
) {
    see(place, value);
    match value.get_ref() {
        DeValue::Table(table) => walk_table(table, place, see),
        DeValue::Array(list) => {
            for (index, item) in list.iter().enumerate() {
                walk_value(item, &place.at(index), see);
            }
        }
        _ => {}
    }
}

/// Returns the value at a place.
pub(super) fn at<'a, 'i>(table: &'a DeTable<'i>, place: &KeyPath) -> Option<&'a DeValue<'i>> {
    spanned(table, place).map(Spanned::get_ref)
}

/// Returns the bytes of the value at a place, with its quotes.
pub(super) fn bytes(table: &DeTable<'_>, place: &KeyPath) -> Option<Range<usize>> {
    spanned(table, place).map(Spanned::span)
}

fn spanned<'a, 'i>(table: &'a DeTable<'i>, place: &KeyPath) -> Option<&'a Spanned<DeValue<'i>>> {
    let mut steps = place.steps.iter();
    let Some(KeyStep::Key(first)) = steps.next() else { return None };
    steps.try_fold(table.get(first.as_str())?, |value, step| match step {
        KeyStep::Key(key) => value.get_ref().as_table()?.get(key.as_str()),
        KeyStep::Index(index) => value.get_ref().as_array()?.get(*index),
    })
}

/// Returns a text under a key of a table.
pub(super) fn text<'a>(value: &'a DeValue<'_>, key: &str) -> Option<&'a str> {
    value.as_table()?.get(key)?.get_ref().as_str()
}

/// Returns what a place is called: its keys, and of a list's items their ids, or their positions from 1:
/// `indicator/education/score/options/rows/bachelor/points`.
pub(super) fn address(table: &DeTable<'_>, place: &KeyPath) -> String {
    let mut so_far = KeyPath::root();
    let mut words = Vec::new();
    for step in &place.steps {
        so_far.steps.push(step.clone());
        words.push(match step {
            KeyStep::Key(key) => key.clone(),
            KeyStep::Index(index) => {
                let item = at(table, &so_far);
                let name = item.and_then(|item| NAMES.iter().find_map(|key| text(item, key)));
                name.map_or_else(|| (index + 1).to_string(), str::to_owned)
            }
        });
    }
    words.join("/")
}
