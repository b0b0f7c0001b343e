//! Where a rule comes from, and how well that was checked.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::visit::{Reference, visit};
use super::{Ref, Text};

/// A document that sets rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Document {
    /// Stable id, unique in the scheme.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its number, such as `沪府规〔2022〕21号`, where the facts name one.
    #[serde(default)]
    pub number: Option<String>,
    /// First day in force, where known.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    #[serde(with = "super::date_serde::optional")]
    pub from: Option<Date>,
    /// Last day in force, where known.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    #[serde(with = "super::date_serde::optional")]
    pub to: Option<Date>,
    /// An official address where it can be read; never a copy elsewhere.
    #[serde(default)]
    pub url: Option<String>,
    /// How well number and dates were checked.
    pub grade: Grade,
    /// The ids of the sources that say so.
    #[serde(default)]
    pub sources: Vec<String>,
    /// What a reader must know about the document, such as which parts were not seen.
    #[serde(default)]
    pub note: Option<Text>,
}

/// Where the content of rules was read, other than in the official texts themselves: the pages of one publisher.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Source {
    /// Stable id, unique in the scheme.
    pub id: String,
    /// Who publishes it. Sites of one group have one name, since they are no two sources.
    pub publisher: Text,
    /// What sort of source it is.
    pub kind: SourceKind,
    /// The year, month or day of what was read, where that is known: `2025`, `2025-10`, `2025-06-13`.
    #[serde(default)]
    pub dated: Option<String>,
}

/// What sort of source something was read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// A page of the office.
    Official,
    /// A copy of an official page or text that somebody else keeps.
    Copy,
    /// Lists and other data that the office published, kept by others or not.
    Data,
    /// A newspaper, a news agency, a broadcaster.
    Press,
    /// A site that restates rules for its readers.
    Site,
    /// A business that sells help with applications.
    Agency,
    /// The code of a public calculator.
    Program,
    /// Notes that somebody compiled.
    Notes,
}

/// How a value was checked, from best to weakest.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// Read in an official text.
    Official,
    /// Two or more independent sources agree.
    TwoSources,
    /// One source says so.
    OneSource,
    /// Computed or concluded from a stated fact; no source states it.
    Derived,
    /// Sources disagree; the citation holds the readings.
    Conflicting,
}

/// What a value rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Citation {
    /// The document that sets the value.
    pub document: Ref,
    /// The article, only where a source names it.
    #[serde(default)]
    pub article: Option<Text>,
    /// How well the value was checked.
    pub grade: Grade,
    /// The ids of the sources that say so: of two publishers or more for that grade.
    #[serde(default)]
    pub sources: Vec<String>,
    /// What a reader must know about the evidence.
    #[serde(default)]
    pub note: Option<Text>,
    /// Where sources disagree: each reading; the first is the one used.
    #[serde(default)]
    pub readings: Vec<Text>,
}

visit!(Citation, |citation, visitor| {
    let Citation { document, .. } = citation;
    visitor(Reference::Document(document));
});
