//! What a guide holds against the person: why an application fails, which materials to bring, which answers clash.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::scheme::visit::{Reference, visit};
use crate::scheme::{Basis, Months, Predicate, Ref, Text};

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
    /// Other words for it that a person may type.
    #[serde(default)]
    pub also: Vec<String>,
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

/// Something to bring: a certificate, a form, a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Material {
    /// Stable id, unique in the guide.
    pub id: String,
    /// What it is called.
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
    /// Only needed where this holds or may hold. What is for nothing in particular is needed by everyone.
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
    /// When it does; it may be said by months alone.
    #[serde(default)]
    pub when: Option<Predicate>,
    /// Months of histories that clash too wherever there are any, and are then named.
    #[serde(default)]
    pub months: Option<Months>,
    /// Why it matters at the counter.
    pub why: Text,
    /// Which materials clear it up.
    #[serde(rename = "papers")]
    pub materials: Text,
    /// Where it comes from.
    pub basis: Basis,
}

visit!(Family, |family, visitor| {
    let Family { causes, .. } = family;
    causes.visit(visitor);
});

visit!(Cause, |cause, visitor| {
    let Cause { decided_by, .. } = cause;
    match decided_by {
        Some(Decider::Condition(condition)) => visitor(Reference::Condition(condition)),
        Some(Decider::Test(test)) => test.visit(visitor),
        Some(Decider::Line) | None => {}
    }
});

visit!(Material, |material, visitor| {
    let Material { indicators, conditions, when, .. } = material;
    for indicator in indicators {
        visitor(Reference::Indicator(indicator));
    }
    for condition in conditions {
        visitor(Reference::Condition(condition));
    }
    when.visit(visitor);
});

visit!(Clash, |clash, visitor| {
    let Clash { when, months, .. } = clash;
    when.visit(visitor);
    months.visit(visitor);
});
