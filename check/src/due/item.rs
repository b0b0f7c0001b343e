//! Something that somebody has to look at, and how urgent it is.

use std::path::PathBuf;

use jiff::civil::Date;
use serde::Serialize;

/// How urgent something is, from the most urgent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// What is computed with is no longer, or not yet, what holds.
    Now,
    /// It falls within the span that was asked for.
    Soon,
    /// Nobody has looked at it, or its source, for more than a year.
    Aged,
    /// Its sources disagree.
    Conflicting,
    /// A single source says so.
    SingleSource,
}

impl Urgency {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Urgency::Now => "now",
            Urgency::Soon => "soon",
            Urgency::Aged => "aged",
            Urgency::Conflicting => "conflicting",
            Urgency::SingleSource => "single-source",
        }
    }
}

/// Something that somebody has to look at. In order: the most urgent first, then by day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Due {
    /// How urgent it is.
    pub urgency: Urgency,
    /// The day on which it ends, starts, opens or closes, or the last day of the time that its source is dated by;
    /// none for what has no day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
    /// The file.
    pub file: PathBuf,
    /// The line in it, from 1.
    pub line: usize,
    /// What it is, by the keys and ids of the file: `edition`, `channel/police-site`.
    pub subject: String,
    /// What is so.
    pub what: String,
    /// What to do.
    pub help: &'static str,
}
