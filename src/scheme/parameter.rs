//! Figures that change with the years and that rules are held against, such as an average wage.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::visit::{Reference, visit};
use super::{Citation, Month, Ref, Text};

/// A series of figures by months, in yuan a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Parameter {
    /// Stable id, unique in the scheme.
    pub id: String,
    /// What it is, with its official name.
    pub name: Text,
    /// How a month is held against it, in a sentence or two.
    pub note: Text,
    /// How well it is known that a month is held against it so.
    pub cite: Citation,
    /// Its figures in order, without a gap: months whose figure was not found say so.
    pub values: Vec<ParameterValue>,
}

/// The figure of some months.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ParameterValue {
    /// Its first month.
    pub from: Month,
    /// Its last month.
    pub to: Month,
    /// Whole yuan a month; without it the figure was not found.
    #[serde(default)]
    pub yuan: Option<i64>,
    /// What other sources say it was, where they disagree; the citation has the readings.
    #[serde(default)]
    pub or_yuan: Vec<i64>,
    /// The least and the most that a month was paid on, where that was found.
    #[serde(default)]
    pub limits: Option<Limits>,
    /// Where the figure comes from, or that it was not found.
    pub cite: Citation,
}

/// The least and the most that a month's insurance was paid on, in yuan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Limits {
    /// The least.
    pub least: i64,
    /// The most.
    pub most: i64,
    /// Where they come from.
    pub cite: Citation,
}

/// A multiple of a parameter, which the months of a question reach or exceed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Multiple {
    /// The parameter.
    pub of: Ref,
    /// How much of it, in percent: 80 is 0.8 times.
    pub percent: i64,
}

impl Parameter {
    /// Returns the figures of the months from one to another, in order.
    pub fn during(&self, from: Month, to: Month) -> impl Iterator<Item = &ParameterValue> {
        self.values.iter().filter(move |value| value.from <= to && from <= value.to)
    }
}

impl ParameterValue {
    /// Returns every figure that a source gives.
    pub fn readings(&self) -> impl Iterator<Item = i64> {
        self.yuan.into_iter().chain(self.or_yuan.iter().copied())
    }
}

visit!(Parameter, |parameter, visitor| {
    let Parameter { cite, values, .. } = parameter;
    cite.visit(visitor);
    values.visit(visitor);
});

visit!(ParameterValue, |value, visitor| {
    let ParameterValue { cite, limits, .. } = value;
    cite.visit(visitor);
    limits.visit(visitor);
});

visit!(Limits, |limits, visitor| {
    let Limits { cite, .. } = limits;
    cite.visit(visitor);
});

visit!(Multiple, |multiple, visitor| {
    let Multiple { of, .. } = multiple;
    visitor(Reference::Parameter(of));
});
