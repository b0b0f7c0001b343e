//! Worked examples beside the rules: what they say, and whether the rules give it.

mod compare;
mod run;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

pub(super) use run::{CaseRun, CasesSource};

use jifen::answers::Plain;
use jifen::assess::{ConditionState, Verdict};
use jifen::points::{Points, PointsRange};
use jifen::scheme::Text;

/// A worked example.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Case {
    /// Who the person is, in a line.
    pub name: String,
    /// Where the example comes from.
    pub source: String,
    /// What sort of example it is.
    pub kind: CaseKind,
    /// The day of the assessment.
    #[schemars(with = "String")]
    pub on: Date,
    /// Answers that differ from the file's defaults.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, serde_json::Value>")]
    pub answers: BTreeMap<String, Plain>,
    /// Defaults that stay unanswered.
    #[serde(default)]
    pub omit: Vec<String>,
    /// The total.
    pub total: Expected,
    /// The verdict.
    pub verdict: Verdict,
    /// Points of some indicators.
    #[serde(default)]
    pub points: BTreeMap<String, Expected>,
    /// States of some conditions.
    #[serde(default)]
    pub conditions: BTreeMap<String, ConditionState>,
    /// The notices that are shown because of the answers, where the case is about them.
    #[serde(default)]
    pub notices: Option<Vec<String>>,
    /// The clashes of the guide that the answers bring, where the case is about them.
    #[serde(default)]
    pub clashes: Option<Vec<String>>,
    /// The causes of failure of the guide that the answers show, where the case is about them.
    #[serde(default)]
    pub causes: Option<Vec<String>>,
    /// What the page calls the person, where the answers are an example that fills its form.
    #[serde(default)]
    pub example: Option<ExampleName>,
}

/// An example by its names.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExampleName {
    /// Stable id, unique in the scheme.
    pub id: String,
    /// Who it is, in a few words.
    pub name: Text,
}

/// What sort of example a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CaseKind {
    /// A published worked example.
    Published,
    /// Computed from a stated rule.
    Derived,
    /// A row or an edge of a table.
    Edge,
}

/// Points that a case expects: a number, or a range where answers are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(untagged, expecting = "neither points, such as 120, nor a range, { low = 90, high = 120 }")]
pub enum Expected {
    /// Certain points.
    Exactly(Points),
    /// A range.
    Within(ExpectedRange),
}

/// A range that a case expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExpectedRange {
    /// At least this much.
    pub low: Points,
    /// At most this much; left out where nobody can say how much.
    pub high: Option<Points>,
}

impl Expected {
    /// Returns the points as a range.
    pub fn range(self) -> PointsRange {
        match self {
            Expected::Exactly(points) => PointsRange::exactly(points),
            Expected::Within(ExpectedRange { low, high }) => {
                PointsRange { low, high: high.unwrap_or(Points::UNBOUNDED) }
            }
        }
    }
}

/// `cases.toml`.
#[derive(Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CasesFile {
    /// Answers that every case starts from.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, serde_json::Value>")]
    pub defaults: BTreeMap<String, Plain>,
    /// The cases.
    #[serde(default, rename = "case")]
    pub cases: Vec<Case>,
}
