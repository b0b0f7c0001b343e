//! What is wrong with a rule file, and where.

use std::fmt;
use std::path::PathBuf;

/// One fault: what, why it matters, what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub help: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fault { file, line, what, why, help } = self;
        write!(formatter, "{}:{line}: {what}\n  why: {why}\n  do:  {help}", file.display())
    }
}
