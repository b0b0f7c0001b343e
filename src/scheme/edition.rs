//! The edition of a scheme, and whether its rules can be relied on for a day.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::visit::visit;
use super::{Citation, Text};

/// A scheme's rules between two dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Edition {
    /// Stable id, such as the year it starts.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// First day in force.
    #[schemars(with = "String")]
    #[serde(with = "super::date_serde")]
    pub from: Date,
    /// Last day in force; without one, no end date was found.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    #[serde(with = "super::date_serde::optional")]
    pub to: Option<Date>,
    /// Why it may no longer hold although it has not ended, where there is reason to think so.
    #[serde(default)]
    pub doubt: Option<Doubt>,
    /// The day on which the facts were last checked.
    #[schemars(with = "String")]
    #[serde(with = "super::date_serde")]
    pub checked: Date,
    /// Where the dates come from.
    pub cite: Citation,
}

/// Why an edition may no longer hold: a repeal that was drafted and may have been adopted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Doubt {
    /// The first day on which it is in doubt.
    #[schemars(with = "String")]
    #[serde(with = "super::date_serde")]
    pub since: Date,
    /// What may have happened, and where to ask.
    pub text: Text,
    /// Where it comes from.
    pub cite: Citation,
}

/// Whether an edition can be relied on for a day. Nobody passes by one that cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Validity {
    /// In force.
    InForce,
    /// In force by its dates, but possibly repealed.
    Doubtful,
    /// Past its end; what holds now is not known here.
    Ended,
    /// Not yet in force.
    NotYet,
}

impl Validity {
    /// Returns its name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Validity::InForce => "in-force",
            Validity::Doubtful => "doubtful",
            Validity::Ended => "ended",
            Validity::NotYet => "not-yet",
        }
    }
}

impl Edition {
    /// Returns whether a day lies between its first and its last.
    pub fn in_force(&self, on: Date) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }

    /// Returns whether it can be relied on for a day.
    pub fn validity(&self, on: Date) -> Validity {
        if on < self.from {
            Validity::NotYet
        } else if self.to.is_some_and(|to| to < on) {
            Validity::Ended
        } else if self.doubt.as_ref().is_some_and(|doubt| doubt.since <= on) {
            Validity::Doubtful
        } else {
            Validity::InForce
        }
    }
}

visit!(Edition, |edition, visitor| {
    let Edition { doubt, cite, .. } = edition;
    cite.visit(visitor);
    doubt.visit(visitor);
});

visit!(Doubt, |doubt, visitor| {
    let Doubt { cite, .. } = doubt;
    cite.visit(visitor);
});
