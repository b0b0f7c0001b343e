//! A rule file that is looked through, and what is found in it.

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::{DeserializeOwned, IntoDeserializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::item::{Due, Urgency};
use crate::key_path::KeyPath;
use crate::source_file::SourceFile;
use crate::written;
use jifen::scheme::EditionKind;

/// A rule file, and the list that goes on with what is due in it.
pub(super) struct File<'a> {
    pub(super) source: &'a SourceFile,
    pub(super) table: &'a DeTable<'a>,
    pub(super) found: &'a mut Vec<Due>,
}

impl File<'_> {
    /// Notes something that is due at a place.
    pub(super) fn note(
        &mut self,
        place: &KeyPath,
        urgency: Urgency,
        day: Option<Date>,
        what: String,
        help: &'static str,
    ) {
        self.found.push(Due {
            urgency,
            day,
            file: self.source.path().to_owned(),
            line: self.source.line(place),
            subject: written::address(self.table, place),
            what,
            help,
        });
    }

    /// Returns what is written under a key, as far as `T` asks for it.
    pub(super) fn get<T: DeserializeOwned>(&self, key: &str) -> Option<T> {
        read(self.table.get(key)?)
    }

    /// Returns the items of a list with their places, as far as `T` asks for them.
    pub(super) fn list<T: DeserializeOwned>(&self, key: &str) -> Vec<(KeyPath, T)> {
        let Some(list) = self.table.get(key).and_then(|list| list.get_ref().as_array()) else {
            return Vec::new();
        };
        let place = KeyPath::root().key(key);
        let items = list.iter().enumerate();
        items.filter_map(|(index, item)| Some((place.at(index), read(item)?))).collect()
    }
}

/// What does not fit is left to `check`, which has said so before.
fn read<T: DeserializeOwned>(value: &Spanned<DeValue<'_>>) -> Option<T> {
    T::deserialize(value.clone().into_deserializer()).ok()
}

/// The days between which something holds.
#[derive(Debug, Deserialize)]
pub(super) struct Dates {
    #[serde(default)]
    pub(super) id: String,
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
    pub(super) checked: Option<Date>,
    pub(super) url: Option<String>,
    #[serde(default)]
    pub(super) kind: EditionKind,
    pub(super) doubt: Option<Doubt>,
}

/// From when it is in doubt.
#[derive(Debug, Deserialize)]
pub(super) struct Doubt {
    pub(super) since: Date,
}
