//! Made-up people whose answers fill the form.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::scheme::Text;

/// A made-up person whose answers fill the form. It is a case of the rules, which `check` has run; no guide file writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Example {
    /// Stable id, unique in the scheme.
    pub id: String,
    /// Who it is, in a few words.
    pub name: Text,
    /// The answers, as an address holds them.
    pub answers: String,
}
