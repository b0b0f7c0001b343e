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
    /// What a reader must know about the document, such as which parts were not seen.
    #[serde(default)]
    pub note: Option<Text>,
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
