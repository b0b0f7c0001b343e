//! What statements rest on that no document of the scheme sets: those of a guide, and lead times.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Grade, Text};

/// What a statement of a guide, or a lead time, rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Basis {
    /// How well it was checked.
    pub grade: Grade,
    /// The ids of the scheme's sources that say so: of two publishers or more for that grade.
    #[serde(default)]
    pub sources: Vec<String>,
    /// The year, month or day of the source: `2025`, `2025-10`, `2025-06-13`.
    pub dated: String,
    /// What a reader must know about the source.
    #[serde(default)]
    pub note: Option<Text>,
    /// Where sources disagree: each reading; the first is the one used.
    #[serde(default)]
    pub readings: Vec<Text>,
}
