//! A rule file as it was written, so that every fault has its line.

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::{DeserializeOwned, IntoDeserializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Fault;

/// A place in a rule file: the keys and indices that lead to it.
#[derive(Clone, Debug, Default)]
pub(super) struct KeyPath {
    steps: Vec<KeyStep>,
}

#[derive(Clone, Debug)]
enum KeyStep {
    Key(String),
    Index(usize),
}

impl KeyPath {
    /// The whole file.
    pub(super) fn root() -> KeyPath {
        KeyPath::default()
    }

    /// The value of a key.
    pub(super) fn key(&self, key: &str) -> KeyPath {
        self.then(KeyStep::Key(key.to_owned()))
    }

    /// An item of a list.
    pub(super) fn at(&self, index: usize) -> KeyPath {
        self.then(KeyStep::Index(index))
    }

    fn then(&self, step: KeyStep) -> KeyPath {
        let mut steps = self.steps.clone();
        steps.push(step);
        KeyPath { steps }
    }
}

/// A TOML file that parses.
#[derive(Debug)]
pub(super) struct SourceFile {
    path: PathBuf,
    text: String,
}

impl SourceFile {
    /// Reads and parses a file.
    pub(super) fn open(path: &Path) -> Result<SourceFile, Fault> {
        let fault = |line, what: String, help: &str| Fault {
            file: path.to_owned(),
            line,
            what,
            why: "nothing in this file can be used until it can be read".to_owned(),
            help: help.to_owned(),
        };
        let text = fs::read_to_string(path).map_err(|error| {
            fault(
                1,
                format!("the file cannot be read: {error}"),
                "create it, or name another folder",
            )
        })?;
        if let Err(error) = DeTable::parse(&text) {
            let line = error.span().map_or(1, |span| line_of(&text, span.start));
            return Err(fault(line, error.message().to_owned(), "write it as TOML 1.1"));
        }
        Ok(SourceFile { path: path.to_owned(), text })
    }

    /// The file's tables, parsed again: a parse borrows the text, and a fault is rare.
    fn table(&self) -> DeTable<'_> {
        DeTable::parse(&self.text).map(Spanned::into_inner).unwrap_or_default()
    }

    /// The items of a list of tables, each read on its own so that one bad item hides no other. A bad item is left
    /// out and its place kept.
    pub(super) fn items<T: DeserializeOwned>(
        &self,
        key: &str,
        faults: &mut Vec<Fault>,
    ) -> Vec<(usize, T)> {
        let Some(value) = self.table().remove(key) else { return Vec::new() };
        let DeValue::Array(items) = value.into_inner() else {
            faults.push(self.fault(
                &KeyPath::root().key(key),
                format!("`{key}` is not a list of tables"),
                "its items are read one by one",
                &format!("write each as [[{key}]]"),
            ));
            return Vec::new();
        };
        let items = items.into_iter().enumerate();
        items.filter_map(|(index, item)| Some((index, self.read(item, faults)?))).collect()
    }

    /// Everything but some keys, as one value.
    pub(super) fn rest<T: DeserializeOwned>(
        &self,
        without: &[&str],
        faults: &mut Vec<Fault>,
    ) -> Option<T> {
        let mut table = self.table();
        for key in without {
            table.remove(*key);
        }
        self.read(Spanned::new(0..0, DeValue::Table(table)), faults)
    }

    fn read<T: DeserializeOwned>(
        &self,
        value: Spanned<DeValue<'_>>,
        faults: &mut Vec<Fault>,
    ) -> Option<T> {
        let start = value.span().start;
        T::deserialize(value.into_deserializer())
            .map_err(|error: toml::de::Error| {
                let offset = error.span().map_or(start, |span| span.start);
                faults.push(Fault {
                    file: self.path.clone(),
                    line: line_of(&self.text, offset),
                    what: error.message().to_owned(),
                    why: "this part cannot be read, so no rule can rest on it".to_owned(),
                    help: "follow the schema: `cargo run -- schema`".to_owned(),
                });
            })
            .ok()
    }

    /// A fault at a place.
    pub(super) fn fault(&self, place: &KeyPath, what: String, why: &str, help: &str) -> Fault {
        Fault {
            file: self.path.clone(),
            line: line_of(&self.text, self.span(place).start),
            what,
            why: why.to_owned(),
            help: help.to_owned(),
        }
    }

    /// A fault at the first mention of an id inside a place.
    pub(super) fn fault_at_id(
        &self,
        place: &KeyPath,
        id: &str,
        what: String,
        why: &str,
        help: &str,
    ) -> Fault {
        let span = self.span(place);
        let quoted = format!("\"{id}\"");
        let found = self.text.get(span.clone()).and_then(|text| text.find(&quoted));
        let line = line_of(&self.text, span.start + found.unwrap_or(0));
        Fault { line, ..self.fault(place, what, why, help) }
    }

    /// The part of the text a place covers: as far as it can be followed. A table under a header covers its lines
    /// up to the next header.
    fn span(&self, place: &KeyPath) -> std::ops::Range<usize> {
        let mut span = 0..self.text.len();
        let root = self.table();
        let mut table = Some(&root);
        let mut list = None;
        for step in &place.steps {
            let next = match step {
                KeyStep::Key(key) => table.and_then(|table| table.get(key.as_str())),
                KeyStep::Index(index) => {
                    list.and_then(|list: &toml::de::DeArray<'_>| list.get(*index))
                }
            };
            let Some(value) = next else { break };
            let own = value.span();
            let block = matches!(value.get_ref(), DeValue::Table(_))
                && self.text[own.clone()].starts_with('[');
            span = if block { own.start..self.end_of_block(own.end) } else { own };
            (table, list) = match value.get_ref() {
                DeValue::Table(table) => (Some(table), None),
                DeValue::Array(list) => (None, Some(list)),
                _ => (None, None),
            };
        }
        span
    }

    fn end_of_block(&self, from: usize) -> usize {
        self.text[from..].find("\n[").map_or(self.text.len(), |found| from + found)
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    text.as_bytes()[..offset].iter().filter(|byte| **byte == b'\n').count() + 1
}
