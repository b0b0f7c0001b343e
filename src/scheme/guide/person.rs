//! What of a guide depends on the person: why an application fails, which papers to bring, which answers clash.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Basis;
use crate::scheme::bind::{Bind, Found};
use crate::scheme::{Predicate, Ref, Text};

/// Reasons of one sort why an application fails.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Family {
    /// Stable id, unique in the guide.
    pub id: String,
    /// The sort in a few words.
    pub name: Text,
    /// What the person sees in the app or hears from the office.
    pub shows: Text,
    /// The reasons.
    pub causes: Vec<Cause>,
    /// Where it comes from.
    pub basis: Basis,
}

/// A reason why an application fails.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Cause {
    /// Stable id, unique in the guide.
    pub id: String,
    /// The reason in a few words.
    pub name: Text,
    /// What to do about it.
    pub cure: Text,
    /// What of the person's own answers decides whether it is the reason.
    #[serde(default)]
    pub decided_by: Option<Decider>,
}

/// What decides whether a cause applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Decider {
    /// It applies where the total does not reach the line.
    Line,
    /// It applies where this condition is not met.
    Condition(Ref),
    /// It applies where this holds.
    Test(Predicate),
}

/// A paper to bring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Material {
    /// Stable id, unique in the guide.
    pub id: String,
    /// The paper.
    pub name: Text,
    /// What to see to: original, copy, where to get it.
    #[serde(default)]
    pub text: Option<Text>,
    /// Needed where one of these indicators is claimed.
    #[serde(default)]
    pub indicators: Vec<Ref>,
    /// Needed to show one of these conditions.
    #[serde(default)]
    pub conditions: Vec<Ref>,
    /// Only needed where this holds or may hold. A paper without anything it is for is needed by everyone.
    #[serde(default)]
    pub when: Option<Predicate>,
    /// Where it comes from.
    pub basis: Basis,
}

/// Answers that do not go together, as an examiner would see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Clash {
    /// Stable id, unique in the guide.
    pub id: String,
    /// What clashes, in a few words.
    pub name: Text,
    /// When it does.
    pub when: Predicate,
    /// Why it matters at the counter.
    pub why: Text,
    /// Which papers settle it.
    pub papers: Text,
    /// Where it comes from.
    pub basis: Basis,
}

impl Bind for Family {
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>)) {
        self.causes.bind(found);
    }
}

impl Bind for Cause {
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>)) {
        match &mut self.decided_by {
            Some(Decider::Condition(condition)) => found(Found::Condition(condition)),
            Some(Decider::Test(test)) => test.bind(found),
            Some(Decider::Line) | None => {}
        }
    }
}

impl Bind for Material {
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>)) {
        for indicator in &mut self.indicators {
            found(Found::Indicator(indicator));
        }
        for condition in &mut self.conditions {
            found(Found::Condition(condition));
        }
        self.when.bind(found);
    }
}

impl Bind for Clash {
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>)) {
        self.when.bind(found);
    }
}
