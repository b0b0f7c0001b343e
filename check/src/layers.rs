//! The texts that a source is read from: one file, or several of which each says what differs from those below it.
//! They share one count of bytes, so that a place knows its file.

use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::merge::{self, Remark};

/// How a file is laid over those below it.
#[derive(Clone, Debug)]
pub(super) enum Joint {
    /// As an edition over its scheme; it has the name of its file as its id.
    Edition(String),
    /// As the cases of an edition over those of its scheme.
    Cases,
}

/// Files, the lowest first.
#[derive(Clone, Debug)]
pub(super) struct Layers {
    /// The texts one after the other.
    text: String,
    files: Vec<(PathBuf, Range<usize>)>,
    /// How each file but the first is laid over what is below it.
    joints: Vec<Joint>,
}

impl Layers {
    /// Begins without any file.
    pub(super) fn none() -> Layers {
        Layers { text: String::new(), files: Vec::new(), joints: Vec::new() }
    }

    /// Returns these files, with another to be laid over them.
    pub(super) fn joined(&self, joint: Joint) -> Layers {
        let mut layers = self.clone();
        layers.joints.push(joint);
        layers
    }

    /// Puts a file on top.
    pub(super) fn with(mut self, path: &Path, text: &str) -> Layers {
        let start = self.text.len();
        self.text.push_str(text);
        self.files.push((path.to_owned(), start..self.text.len()));
        self
    }

    /// Returns all the texts.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Returns where the text of the uppermost file begins.
    pub(super) fn top_start(&self) -> Range<usize> {
        self.files.last().map_or(0..0, |(_, within)| within.start..within.start)
    }

    /// Returns the file that a byte belongs to, and where its text stands.
    pub(super) fn file_at(&self, byte: usize) -> (&Path, Range<usize>) {
        let file = self.files.iter().rev().find(|(_, within)| within.start <= byte);
        file.map_or((Path::new(""), 0..0), |(path, within)| (path, within.clone()))
    }

    /// Parses the files, and lays them over each other.
    pub(super) fn table(&self) -> (DeTable<'_>, Vec<Remark>) {
        let mut remarks = Vec::new();
        let mut tables = self.files.iter().map(|(_, within)| {
            let parsed = self.text.get(within.clone()).map(DeTable::parse);
            let table = parsed.and_then(Result::ok).map(Spanned::into_inner);
            moved(table.unwrap_or_else(DeTable::new), within.start)
        });
        let lowest = tables.next().unwrap_or_else(DeTable::new);
        let joined = tables.zip(&self.joints).fold(lowest, |below, (table, joint)| match joint {
            Joint::Edition(id) => merge::scheme(below, table, id, &mut remarks),
            Joint::Cases => merge::cases(below, table, &mut remarks),
        });
        (joined, remarks)
    }
}

/// Returns a table whose places are those of a text that begins `by` bytes later.
fn moved(table: DeTable<'_>, by: usize) -> DeTable<'_> {
    if by == 0 {
        return table;
    }
    let entries = table.into_iter().map(|(key, value)| {
        let span = key.span();
        let key = Spanned::new(span.start + by..span.end + by, key.into_inner());
        (key, moved_value(value, by))
    });
    entries.collect()
}

fn moved_value(value: Spanned<DeValue<'_>>, by: usize) -> Spanned<DeValue<'_>> {
    let span = value.span();
    let value = match value.into_inner() {
        DeValue::Table(table) => DeValue::Table(moved(table, by)),
        DeValue::Array(list) => {
            DeValue::Array(list.into_iter().map(|item| moved_value(item, by)).collect())
        }
        plain => plain,
    };
    Spanned::new(span.start + by..span.end + by, value)
}
