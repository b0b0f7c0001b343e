//! A scheme as the value that its file holds, so that any part of it can be changed, whatever formulas there are.

use serde::Deserialize;
use serde_json::Value as Json;

use crate::key_path::{KeyPath, KeyStep};
use jifen::scheme::Scheme;

/// A scheme as JSON, which has the keys of the file.
pub(super) struct SchemeValue {
    json: Json,
}

impl SchemeValue {
    /// Writes a scheme.
    ///
    /// # Errors
    /// Where it cannot be written as JSON.
    pub(super) fn of(scheme: &Scheme) -> serde_json::Result<SchemeValue> {
        Ok(SchemeValue { json: serde_json::to_value(scheme)? })
    }

    /// Shows every value below some keys to `see`, the outer ones first.
    pub(super) fn walk(&self, keys: &[&str], see: &mut dyn FnMut(&KeyPath, &Json)) {
        for key in keys {
            if let Some(part) = self.json.get(key) {
                walk(part, &KeyPath::root().key(key), see);
            }
        }
    }

    /// Returns the value at a place.
    pub(super) fn get(&self, place: &KeyPath) -> Option<&Json> {
        place.steps.iter().try_fold(&self.json, |json, step| match step {
            KeyStep::Key(key) => json.get(key),
            KeyStep::Index(index) => json.get(index),
        })
    }

    /// Returns the scheme with another value at a place, bound; `None` where no scheme can be so.
    pub(super) fn with(&mut self, place: &KeyPath, value: Json) -> Option<Scheme> {
        let before = self.replace(place, value)?;
        // What cannot be read is refused, so it needs no case to be noticed.
        let scheme = Scheme::deserialize(&self.json).ok();
        self.replace(place, before);
        scheme.map(|mut scheme| {
            scheme.bind();
            scheme
        })
    }

    fn replace(&mut self, place: &KeyPath, value: Json) -> Option<Json> {
        let found = place.steps.iter().try_fold(&mut self.json, |json, step| match step {
            KeyStep::Key(key) => json.get_mut(key),
            KeyStep::Index(index) => json.get_mut(index),
        });
        found.map(|found| std::mem::replace(found, value))
    }
}

fn walk(json: &Json, place: &KeyPath, see: &mut dyn FnMut(&KeyPath, &Json)) {
    see(place, json);
    match json {
        Json::Object(map) => {
            for (key, value) in map {
                walk(value, &place.key(key), see);
            }
        }
        Json::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                walk(value, &place.at(index), see);
            }
        }
        _ => {}
    }
}
