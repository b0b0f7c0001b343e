//! What every part of a scheme has in common: texts in both languages, ids, references, citations.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value as Json;

use crate::Fault;
use crate::key_path::KeyPath;
use crate::read::SchemeSource;
use crate::reader::Unreadable;
use crate::source_file::SourceFile;
use jifen::scheme::{Reference, Visit};

/// A part of a scheme at its place.
struct Part {
    place: KeyPath,
    list: &'static str,
    id: Option<String>,
    json: serde_json::Result<Json>,
    /// The ids that name nothing, with what they should name.
    unbound: Vec<(String, &'static str)>,
}

/// Checks every part of a scheme for what all have in common, and returns whether every reference names something.
pub(super) fn check(read: &SchemeSource, faults: &mut Vec<Fault>) -> bool {
    let source = &read.source;
    let mut seen: BTreeMap<(&str, String), ()> = BTreeMap::new();
    let mut all_bound = true;
    for part in parts(read) {
        words(source, &part.place, part.json, faults);
        all_bound &= part.unbound.is_empty();
        report_unbound(source, &part.place, part.unbound, &read.unreadable, faults);
        if let Some(id) = part.id {
            let again = seen.insert((part.list, id.clone()), ()).is_some();
            identity(source, &part.place, &id, again, faults);
        }
    }
    all_bound
}

/// Reports the references of a part that name nothing, but for those that only follow from another fault: what they
/// name cannot be read, or they are options of a question that is not there.
pub(super) fn report_unbound(
    source: &SourceFile,
    place: &KeyPath,
    references: Vec<(String, &'static str)>,
    unreadable: &Unreadable,
    faults: &mut Vec<Fault>,
) {
    if references.iter().any(|(id, _)| unreadable.may_hold(id)) {
        return;
    }
    let no_question = references.iter().any(|(_, wanted)| wanted.starts_with("question"));
    for (id, wanted) in references {
        if !(no_question && wanted.starts_with("option")) {
            faults.push(unbound(source, place, &id, wanted));
        }
    }
}

fn parts(read: &SchemeSource) -> Vec<Part> {
    let scheme = &read.scheme;
    let root = |key: &str| KeyPath::root().key(key);
    let mut parts = vec![
        plain(root("city"), "city", None, &scheme.city),
        plain(root("name"), "name", None, &scheme.name),
        plain(root("purpose"), "purpose", None, &scheme.purpose),
        bound(root("edition"), "edition", None, &scheme.edition),
        bound(root("line"), "line", None, &scheme.line),
    ];
    macro_rules! list {
        ($list:literal, $items:expr) => {
            for (position, item) in $items.iter().enumerate() {
                let place = read.places.of($list, position);
                parts.push(bound(place, $list, Some(&item.id), item));
            }
        };
    }
    list!("parameter", scheme.parameters);
    list!("section", scheme.sections);
    list!("condition", scheme.conditions);
    list!("indicator", scheme.indicators);
    list!("together", scheme.combinations);
    list!("notice", scheme.notices);
    for (position, removed) in scheme.removed.iter().enumerate() {
        parts.push(bound(read.places.of("removed", position), "removed", None, removed));
    }
    for (position, growth) in scheme.growths.iter().enumerate() {
        parts.push(bound(read.places.of("growth", position), "growth", None, growth));
    }
    for (position, follows) in scheme.follows.iter().enumerate() {
        parts.push(bound(read.places.of("follows", position), "follows", None, follows));
    }
    for (position, document) in scheme.documents.iter().enumerate() {
        let place = read.places.of("document", position);
        parts.push(plain(place, "document", Some(&document.id), document));
    }
    for (position, source) in scheme.sources.iter().enumerate() {
        let place = read.places.of("source", position);
        parts.push(plain(place, "source", Some(&source.id), source));
    }
    for (position, left_out) in scheme.left_out.iter().enumerate() {
        parts.push(bound(
            read.places.of("left-out", position),
            "left-out",
            Some(&left_out.id),
            left_out,
        ));
    }
    parts.extend(scheme.floor.iter().map(|floor| bound(root("floor"), "floor", None, floor)));
    parts
}

fn plain(place: KeyPath, list: &'static str, id: Option<&String>, part: &impl Serialize) -> Part {
    let json = serde_json::to_value(part);
    Part { place, list, id: id.cloned(), json, unbound: Vec::new() }
}

fn bound(
    place: KeyPath,
    list: &'static str,
    id: Option<&String>,
    part: &(impl Serialize + Visit),
) -> Part {
    Part { unbound: unbound_of(part), ..plain(place, list, id, part) }
}

/// The references of a part that name nothing.
pub(super) fn unbound_of(part: &impl Visit) -> Vec<(String, &'static str)> {
    let mut unbound = Vec::new();
    part.visit(&mut |reference| {
        let (named, wanted) = match reference {
            Reference::Question(question) => (question, "question that the form asks"),
            Reference::Option { option, .. } => (option, "option of its question"),
            Reference::Document(document) => (document, "document"),
            Reference::Indicator(indicator) => (indicator, "indicator"),
            Reference::Condition(condition) => (condition, "condition"),
            Reference::Parameter(parameter) => (parameter, "parameter"),
            Reference::CalendarMonths(_) | Reference::Today => return,
        };
        if named.position().is_none() {
            unbound.push((named.id().to_owned(), wanted));
        }
    });
    unbound
}

/// Returns the fault of a reference that names nothing.
pub(super) fn unbound(source: &SourceFile, place: &KeyPath, id: &str, wanted: &str) -> Fault {
    source.fault_at_id(
        place,
        id,
        format!("`{id}` is no {wanted}"),
        "a rule that names nothing can never hold",
        "correct the id, or define what it names (questions: in a section of the form)",
    )
}

/// Reports an id that is not plain, or that stands for two things.
pub(super) fn identity(
    source: &SourceFile,
    place: &KeyPath,
    id: &str,
    again: bool,
    faults: &mut Vec<Fault>,
) {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if id.is_empty() || !id.bytes().all(plain) {
        faults.push(source.fault(
            &place.key("id"),
            format!("`{id}` is not an id"),
            "ids stand in links and files",
            "write it in lower-case letters, digits and hyphens",
        ));
    }
    if again {
        faults.push(source.fault(
            &place.key("id"),
            format!("the id `{id}` stands twice"),
            "an id names one thing",
            "give it another id",
        ));
    }
}

/// Looks through a part, written as JSON, for what texts and citations may not be.
pub(super) fn words(
    source: &SourceFile,
    place: &KeyPath,
    part: serde_json::Result<Json>,
    faults: &mut Vec<Fault>,
) {
    match part {
        Ok(part) => words_within(source, place, &part, faults),
        Err(error) => faults.push(source.fault(
            place,
            format!("this cannot be written as JSON: {error}"),
            "its words cannot be looked through, and other programs could not read it",
            "report it: whatever can be read should be written the same way",
        )),
    }
}

/// Reports, wherever it stands, a text that is empty in a language, and a citation that does not give each reading
/// where sources disagree, or gives some elsewhere.
fn words_within(source: &SourceFile, place: &KeyPath, json: &Json, faults: &mut Vec<Fault>) {
    match json {
        Json::Object(map) => {
            if let (Some(grade), Some(Json::Array(readings))) =
                (map.get("grade"), map.get("readings"))
                && (grade == "conflicting") != (readings.len() >= 2)
            {
                faults.push(source.fault(
                    place,
                    "the readings and the grade do not go together".to_owned(),
                    "where sources disagree the page shows each reading, and only there",
                    "give two or more readings with the grade `conflicting`, none with any other",
                ));
            }
            for (key, value) in map {
                let inner = place.key(key);
                let language = key == "zh" || key == "en";
                if language && value.as_str().is_some_and(|text| text.trim().is_empty()) {
                    faults.push(source.fault(
                        &inner,
                        format!("the `{key}` text is empty"),
                        "every word is there in both languages",
                        "write it",
                    ));
                }
                words_within(source, &inner, value, faults);
            }
        }
        Json::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                words_within(source, &place.at(index), value, faults);
            }
        }
        _ => {}
    }
}

/// Whether a text is a year, a month or a day.
pub(super) fn is_dated(text: &str) -> bool {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    whole.len() == 10 && whole.parse::<jiff::civil::Date>().is_ok()
}
