//! A rule file as it was written, or an edition's with the whole one below it, so that every fault has its line.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;

use serde::de::{DeserializeOwned, IntoDeserializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Fault;
use super::key_path::KeyPath;
use super::layers::{Joint, Layers};
use super::wording::reader_message;

/// The folder of a scheme that holds its other editions.
pub(super) const EDITIONS: &str = "editions";

/// How the name of a file ends that holds the cases of such an edition.
pub(super) const CASES: &str = "cases.toml";

/// TOML files that parse: one, or those that make one together.
#[derive(Clone, Debug)]
pub(super) struct SourceFile {
    layers: Layers,
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
        SourceFile::read_on_top(Layers::none(), path, faults)
    }

    /// Reads and parses a file that says what differs from this one. What is wrong with the differences themselves is
    /// reported here.
    pub(super) fn under(
        &self,
        path: &Path,
        joint: Joint,
        faults: &mut Vec<Fault>,
    ) -> Option<SourceFile> {
        let source = SourceFile::read_on_top(self.layers.joined(joint), path, faults)?;
        for remark in source.layers.table().1 {
            let at = if remark.at.is_empty() { source.layers.top_start() } else { remark.at };
            faults.push(source.marking(at, remark.what, remark.why, remark.help));
        }
        Some(source)
    }

    fn read_on_top(below: Layers, path: &Path, faults: &mut Vec<Fault>) -> Option<SourceFile> {
        let why = "nothing in this file can be used until it can be read";
        let text = fs::read_to_string(path);
        let readable = text.as_ref().map_or("", |text| text);
        let layers = below.with(path, readable);
        let source = SourceFile { layers, locations: OnceLock::new() };
        let top = source.layers.top_start();
        if let Err(error) = text {
            let what = format!("the file cannot be read: {error}");
            let help = "create it, or name another folder";
            faults.push(source.marking(top, what, why, help));
            return None;
        }
        if let Some(error) = DeTable::parse(readable).err() {
            let within = error.span().unwrap_or_default();
            let marked = top.start + within.start..top.start + within.end;
            let what = error.message().to_owned();
            faults.push(source.marking(marked, what, why, "write it as TOML 1.1"));
            return None;
        }
        Some(source)
    }

    /// Returns the file's tables, parsed again, since a parse borrows the text.
    pub(super) fn table(&self) -> DeTable<'_> {
        self.layers.table().0
    }

    /// Returns where the file is; of several, the uppermost.
    pub(super) fn path(&self) -> &Path {
        self.layers.file_at(self.layers.top_start().start).0
    }

    /// Returns the file as it was read; of several, the uppermost.
    pub(super) fn text(&self) -> &str {
        &self.layers.text()[self.layers.top_start().start..]
    }

    /// Returns the line of its file, from 1, on which a place stands, or what is around it.
    pub(super) fn line(&self, place: &KeyPath) -> usize {
        self.line_of(self.locate(place).marked.start)
    }

    fn line_of(&self, byte: usize) -> usize {
        let (_, within) = self.layers.file_at(byte);
        let text = &self.layers.text()[within.clone()];
        let start = char_start(text, byte.saturating_sub(within.start));
        text[..start].matches('\n').count() + 1
    }

    /// The sort of file, which is its name, or its folder's for an edition: `scheme`, `cases`, `edition` …
    fn sort(&self, byte: usize) -> Cow<'_, str> {
        let (path, _) = self.layers.file_at(byte);
        let stem = path.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
        match path.parent().and_then(Path::file_name) {
            Some(folder) if folder == EDITIONS && stem.ends_with(".cases") => "cases".into(),
            Some(folder) if folder == EDITIONS => "edition".into(),
            _ => stem,
        }
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
                let at = error.span().unwrap_or(whole);
                let help =
                    format!("follow the schema: `cargo run -- schema {}`", self.sort(at.start));
                faults.push(self.marking(
                    at,
                    reader_message(error.message()),
                    "this part cannot be read, so no rule can rest on it",
                    &help,
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

    /// Whether the file itself, and not one below it, says what stands at a place.
    pub(super) fn holds(&self, place: &KeyPath) -> bool {
        let location = self.locations().get(place);
        location.is_some_and(|location| location.marked.start >= self.layers.top_start().start)
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
        let found = self.layers.text().get(covered.clone()).and_then(|text| text.find(&quoted));
        let mention =
            found.map(|found| covered.start + found..covered.start + found + quoted.len());
        self.marking(mention.unwrap_or(marked), what, why, help)
    }

    /// A fault whose reader is pointed at some bytes, as far as they stand on the first of their lines.
    fn marking(&self, bytes: Range<usize>, what: String, why: &str, help: &str) -> Fault {
        let (path, within) = self.layers.file_at(bytes.start);
        let text = &self.layers.text()[within.clone()];
        let start = char_start(text, bytes.start.saturating_sub(within.start));
        let before = &text[..start];
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let source_line = text[line_start..].lines().next().unwrap_or_default();
        let in_line = start - line_start;
        let end = bytes.end.saturating_sub(within.start).saturating_sub(line_start);
        let end = char_start(source_line, end);
        Fault {
            file: path.to_owned(),
            line: self.line_of(bytes.start),
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
                let (top, text) = (self.layers.top_start(), self.layers.text());
                return Location { covered: top.start..text.len(), marked: top };
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
        let is_block = matches!(value.get_ref(), DeValue::Table(_))
            && self.layers.text()[own.clone()].starts_with('[');
        // The key of a table under a header stands in the header.
        let location = if is_block {
            Location { covered: own.start..self.end_of_block(own.end), marked: own }
        } else {
            Location { covered: own.clone(), marked: start.min(own.start)..own.end }
        };
        locations.insert(place, location);
    }

    fn end_of_block(&self, from: usize) -> usize {
        let (_, within) = self.layers.file_at(from);
        let rest = self.layers.text().get(from..within.end).unwrap_or_default();
        rest.find("\n[").map_or(within.end, |found| from + found)
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
