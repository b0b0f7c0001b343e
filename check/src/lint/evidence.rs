//! Whether a grade is what the named sources make it: two sources are two publishers, and all that is named is used.

use serde_json::Value as Json;

use super::parts::is_dated;
use crate::Fault;
use crate::findings::Findings;
use crate::key_path::KeyPath;
use crate::read::{GuideSource, SchemeSource, SharedQuestions};
use jifen::scheme::Source;

/// Lints the sources of a scheme, and what it and its guide say of them.
pub(crate) fn sources(
    read: &SchemeSource,
    guide: Option<&GuideSource>,
    shared: &SharedQuestions,
    faults: &mut Vec<Fault>,
) {
    let scheme = &read.scheme;
    let mut evidence = Evidence { sources: &scheme.sources, used: Vec::new() };
    // What cannot be written as JSON has its fault already.
    let json = serde_json::to_value(scheme).unwrap_or_default();
    for (key, value) in json.as_object().into_iter().flatten() {
        let items = value.as_array().map_or(&[][..], |items| items);
        for (position, item) in items.iter().enumerate() {
            let (source, place) = match scheme.questions.get(position) {
                Some(question) if key == "question" => read.question_place(shared, &question.id),
                _ => (&read.source, read.places.of(key, position)),
            };
            evidence.look(&mut Findings { source, faults }, &place, item);
        }
        if items.is_empty() {
            let place = KeyPath::root().key(key);
            evidence.look(&mut Findings { source: &read.source, faults }, &place, value);
        }
    }
    if let Some(guide) = guide {
        let json = serde_json::to_value(&guide.guide).unwrap_or_default();
        let mut findings = Findings { source: &guide.source, faults };
        evidence.look(&mut findings, &KeyPath::root(), &json);
    }
    let mut findings = Findings { source: &read.source, faults };
    for (position, source) in scheme.sources.iter().enumerate() {
        let place = read.places.of("source", position);
        // An edition need not use what it inherits, and what cannot be read may be what uses it.
        let own = read.whole.is_none() || read.source.holds(&place);
        if own && read.unreadable.is_empty() && !evidence.used.contains(&source.id) {
            findings.refuse(
                &place.key("id"),
                format!("nothing rests on the source `{}`", source.id),
                "a source that is named for nothing seems to bear out everything",
                "name it where it says something, or delete it",
            );
        }
        if source.dated.as_deref().is_some_and(|dated| !is_dated(dated)) {
            findings.refuse(
                &place.key("dated"),
                format!("the date of `{}` is no year, month or day", source.id),
                "a person must see how old a source is",
                "write 2025, 2025-10 or 2025-10-01, or leave it out",
            );
        }
    }
}

/// The sources of a scheme, and those that something rests on.
struct Evidence<'a> {
    sources: &'a [Source],
    used: Vec<String>,
}

impl Evidence<'_> {
    /// Looks at everything inside that says how well it was checked.
    fn look(&mut self, findings: &mut Findings<'_>, place: &KeyPath, json: &Json) {
        match json {
            Json::Object(map) => {
                if let (Some(grade), Some(Json::Array(named))) =
                    (map.get("grade").and_then(Json::as_str), map.get("sources"))
                {
                    let named: Vec<&str> = named.iter().filter_map(Json::as_str).collect();
                    self.grade(findings, place, grade, &named);
                }
                for (key, value) in map {
                    self.look(findings, &place.key(key), value);
                }
            }
            Json::Array(list) => {
                for (index, value) in list.iter().enumerate() {
                    self.look(findings, &place.at(index), value);
                }
            }
            _ => {}
        }
    }

    /// Holds a grade against the publishers of the sources that are named for it.
    fn grade(&mut self, findings: &mut Findings<'_>, place: &KeyPath, grade: &str, named: &[&str]) {
        let mut publishers: Vec<&str> = Vec::new();
        for (index, id) in named.iter().enumerate() {
            self.used.push((*id).to_owned());
            let source = self.sources.iter().find(|source| source.id == *id);
            let Some(source) = source.filter(|_| !named[..index].contains(id)) else {
                findings.refuse_id(
                    &place.key("sources"),
                    id,
                    format!("`{id}` is no source of this scheme, or is named twice"),
                    "a person must be able to see who says so",
                    "correct the id, or describe the source under `[[source]]`",
                );
                return;
            };
            if !publishers.contains(&source.publisher.zh.as_str()) {
                publishers.push(&source.publisher.zh);
            }
        }
        if grade == "two-sources" && publishers.len() < 2 {
            findings.refuse(
                &place.key("grade"),
                "two sources, and fewer than two publishers are named".to_owned(),
                "nobody could check it, and the pages of one publisher are one source",
                "name sources of two publishers under `sources`, or grade it `one-source`",
            );
        }
        if grade == "one-source" && publishers.len() > 1 {
            findings.refuse(
                &place.key("grade"),
                "one source, and two publishers are named".to_owned(),
                "the grade says less than the sources do",
                "name the one that says it, or grade it `two-sources`",
            );
        }
    }
}
