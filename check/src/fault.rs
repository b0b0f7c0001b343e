//! What is wrong with a rule file, and where.

use std::fmt;
use std::ops::Range;
use std::path::PathBuf;

/// One fault: what, why it matters, what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// The line as it was read; empty where the file could not be.
    pub source_line: String,
    /// The bytes of that line that a reader is pointed at: a key with its value, a header, an id.
    pub marked: Range<usize>,
    /// What is wrong.
    pub what: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub help: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fault { file, line, column, what, why, help, .. } = self;
        write!(formatter, "{}:{line}:{column}: {what}\n  why: {why}\n  do:  {help}", file.display())
    }
}
