//! Reading a rule file: its lists item by item, so that one bad item hides no other, then what is left.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Fault;
use super::key_path::KeyPath;
use super::source_file::SourceFile;

/// The items of a list: those that can be read, each with its position in the file, and what is known of the others.
#[derive(Debug)]
pub(super) struct Items<T> {
    pub(super) read: Vec<(usize, T)>,
    pub(super) unreadable: Unreadable,
}

/// Items that a file holds and that cannot be read. What names them names nothing, which is no fault of its own.
#[derive(Clone, Debug, Default)]
pub(super) struct Unreadable {
    ids: Vec<String>,
    /// Whether one of them has no id that could be read, so that any name might be its name.
    nameless: bool,
}

impl Unreadable {
    /// Whether everything could be read.
    pub(super) fn is_empty(&self) -> bool {
        self.ids.is_empty() && !self.nameless
    }

    /// Whether an id may be that of an item that cannot be read.
    pub(super) fn may_hold(&self, id: &str) -> bool {
        self.nameless || self.ids.iter().any(|unreadable| unreadable == id)
    }

    /// Adds a shared question that a form names, where it may be one that cannot be read.
    pub(super) fn note_shared(&mut self, shared: &Unreadable, id: &str) {
        if shared.may_hold(id) {
            self.note(Some(id.to_owned()));
        }
    }

    /// Adds the items of another list.
    pub(super) fn extend(&mut self, other: Unreadable) {
        self.ids.extend(other.ids);
        self.nameless |= other.nameless;
    }

    /// Adds an item, with its id where that can be read.
    pub(super) fn note(&mut self, id: Option<String>) {
        self.nameless |= id.is_none();
        self.ids.extend(id);
    }
}

/// What of a file is not read yet.
pub(super) struct Reader<'a> {
    source: &'a SourceFile,
    table: DeTable<'a>,
}

impl<'a> Reader<'a> {
    /// Begins to read a file.
    pub(super) fn of(source: &'a SourceFile) -> Reader<'a> {
        Reader { source, table: source.table() }
    }

    /// Reads the items of a list of tables, each on its own so that one bad item hides no other. A bad item is left
    /// out and its place kept.
    pub(super) fn list<T: DeserializeOwned>(
        &mut self,
        key: &str,
        faults: &mut Vec<Fault>,
    ) -> Items<T> {
        let mut all = Items { read: Vec::new(), unreadable: Unreadable::default() };
        let Some(value) = self.table.remove(key) else { return all };
        let DeValue::Array(items) = value.into_inner() else {
            faults.push(self.source.fault(
                &KeyPath::root().key(key),
                format!("`{key}` is not a list of tables"),
                "its items are read one by one",
                &format!("write each as [[{key}]]"),
            ));
            all.unreadable.note(None);
            return all;
        };
        for (index, item) in items.into_iter().enumerate() {
            let id = id_of(item.get_ref());
            match self.source.read(item, faults) {
                Some(item) => all.read.push((index, item)),
                None => all.unreadable.note(id),
            }
        }
        all
    }

    /// Reads everything that is left as one value.
    pub(super) fn rest<T: DeserializeOwned>(self, faults: &mut Vec<Fault>) -> Option<T> {
        self.source.read(Spanned::new(0..0, DeValue::Table(self.table)), faults)
    }
}

/// The id that an item gives, whatever else is wrong with it.
fn id_of(item: &DeValue<'_>) -> Option<String> {
    let id = item.as_table()?.get("id")?;
    id.get_ref().as_str().map(str::to_owned)
}
