//! A rule file as it was written, so that every fault has its line.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde::de::{DeserializeOwned, IntoDeserializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Fault;
use super::key_path::KeyPath;
use super::wording::reader_message;

/// A TOML file that parses.
#[derive(Clone, Debug)]
pub(super) struct SourceFile {
    path: PathBuf,
    text: String,
    /// Where everything stands, once somebody has asked: a fault is rare.
    locations: OnceLock<HashMap<KeyPath, Location>>,
}

/// Where a place stands in the text.
#[derive(Clone, Debug)]
struct Location {
    /// The text the place covers. A table under a header covers its lines up to the next header.
    covered: Range<usize>,
    /// What a reader is pointed at: a key with its value, an item, a header.
    marked: Range<usize>,
}

impl SourceFile {
    /// Reads and parses a file; where it is not there, or is no TOML, that is its one fault.
    pub(super) fn open(path: &Path, faults: &mut Vec<Fault>) -> Option<SourceFile> {
        let why = "nothing in this file can be used until it can be read";
        let mut source =
            SourceFile { path: path.to_owned(), text: String::new(), locations: OnceLock::new() };
        match fs::read_to_string(path) {
            Ok(text) => source.text = text,
            Err(error) => {
                let what = format!("the file cannot be read: {error}");
                let help = "create it, or name another folder";
                faults.push(source.marking(0..0, what, why, help));
                return None;
            }
        }
        let error = DeTable::parse(&source.text).err();
        if let Some(error) = error {
            let (marked, what) = (error.span().unwrap_or_default(), error.message().to_owned());
            faults.push(source.marking(marked, what, why, "write it as TOML 1.1"));
            return None;
        }
        Some(source)
    }

    /// Returns the file's tables, parsed again, since a parse borrows the text.
    pub(super) fn table(&self) -> DeTable<'_> {
        DeTable::parse(&self.text).map(Spanned::into_inner).unwrap_or_else(|_| DeTable::new())
    }

    /// Returns where the file is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the file as it was read.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Returns the line, from 1, on which a place stands, or what is around it.
    pub(super) fn line(&self, place: &KeyPath) -> usize {
        self.line_of(self.locate(place).marked.start)
    }

    fn line_of(&self, byte: usize) -> usize {
        self.text[..char_start(&self.text, byte)].matches('\n').count() + 1
    }

    /// The sort of file, which is its name: `scheme`, `cases`, `questions` …
    fn sort(&self) -> Cow<'_, str> {
        self.path.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default()
    }

    /// Reads a value of the file; one that cannot be read is a fault.
    pub(super) fn read<T: DeserializeOwned>(
        &self,
        value: Spanned<DeValue<'_>>,
        faults: &mut Vec<Fault>,
    ) -> Option<T> {
        let whole = value.span();
        T::deserialize(value.into_deserializer())
            .map_err(|error: toml::de::Error| {
                faults.push(self.marking(
                    error.span().unwrap_or(whole),
                    reader_message(error.message()),
                    "this part cannot be read, so no rule can rest on it",
                    &format!("follow the schema: `cargo run -- schema {}`", self.sort()),
                ));
            })
            .ok()
    }

    /// Returns the number of items of a list, whether they can be read or not.
    pub(super) fn count(&self, key: &str) -> usize {
        self.table()
            .get(key)
            .and_then(|value| value.get_ref().as_array())
            .map_or(0, |list| list.len())
    }

    /// Whether the file itself says what stands at a place.
    pub(super) fn holds(&self, place: &KeyPath) -> bool {
        self.locations().contains_key(place)
    }

    /// Returns the fault of a place.
    pub(super) fn fault(&self, place: &KeyPath, what: String, why: &str, help: &str) -> Fault {
        self.marking(self.locate(place).marked, what, why, help)
    }

    /// Returns the fault of the first mention of an id inside a place.
    pub(super) fn fault_at_id(
        &self,
        place: &KeyPath,
        id: &str,
        what: String,
        why: &str,
        help: &str,
    ) -> Fault {
        let Location { covered, marked } = self.locate(place);
        let quoted = format!("\"{id}\"");
        let found = self.text.get(covered.clone()).and_then(|text| text.find(&quoted));
        let mention =
            found.map(|found| covered.start + found..covered.start + found + quoted.len());
        self.marking(mention.unwrap_or(marked), what, why, help)
    }

    /// A fault whose reader is pointed at some bytes, as far as they stand on the first of their lines.
    fn marking(&self, bytes: Range<usize>, what: String, why: &str, help: &str) -> Fault {
        let start = char_start(&self.text, bytes.start);
        let before = &self.text[..start];
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let source_line = self.text[line_start..].lines().next().unwrap_or_default();
        let in_line = start - line_start;
        let end = char_start(source_line, bytes.end.saturating_sub(line_start));
        Fault {
            file: self.path.clone(),
            line: self.line_of(start),
            column: before[line_start..].chars().count() + 1,
            source_line: source_line.to_owned(),
            marked: in_line..end.max(in_line),
            what,
            why: why.to_owned(),
            help: help.to_owned(),
        }
    }

    /// Finds a place, or what stands around it where the file does not hold it.
    fn locate(&self, place: &KeyPath) -> Location {
        let locations = self.locations();
        let mut place = place.clone();
        loop {
            if let Some(location) = locations.get(&place) {
                return location.clone();
            }
            if place.steps.pop().is_none() {
                return Location { covered: 0..self.text.len(), marked: 0..0 };
            }
        }
    }

    fn locations(&self) -> &HashMap<KeyPath, Location> {
        self.locations.get_or_init(|| {
            let mut locations = HashMap::new();
            self.note_table(&self.table(), &KeyPath::root(), &mut locations);
            locations
        })
    }

    fn note_table(
        &self,
        table: &DeTable<'_>,
        place: &KeyPath,
        locations: &mut HashMap<KeyPath, Location>,
    ) {
        for (key, value) in table {
            self.note(key.span().start, value, place.key(key.get_ref()), locations);
        }
    }

    /// Notes where a value and everything inside it stand; `start` is where its key does.
    fn note(
        &self,
        start: usize,
        value: &Spanned<DeValue<'_>>,
        place: KeyPath,
        locations: &mut HashMap<KeyPath, Location>,
    ) {
        let own = value.span();
        match value.get_ref() {
            DeValue::Table(table) => self.note_table(table, &place, locations),
            DeValue::Array(list) => {
                for (index, item) in list.iter().enumerate() {
                    self.note(item.span().start, item, place.at(index), locations);
                }
            }
            _ => {}
        }
        let is_block =
            matches!(value.get_ref(), DeValue::Table(_)) && self.text[own.clone()].starts_with('[');
        // The key of a table under a header stands in the header.
        let location = if is_block {
            Location { covered: own.start..self.end_of_block(own.end), marked: own }
        } else {
            Location { covered: own.clone(), marked: start.min(own.start)..own.end }
        };
        locations.insert(place, location);
    }

    fn end_of_block(&self, from: usize) -> usize {
        self.text[from..].find("\n[").map_or(self.text.len(), |found| from + found)
    }
}

/// Where the character begins that a byte belongs to; the end of the text for any byte behind it.
fn char_start(text: &str, byte: usize) -> usize {
    let mut start = byte.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    start
}
