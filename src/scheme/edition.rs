//! The edition of a scheme, what it no longer has, and whether its rules can be relied on for a day.

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
    /// Whether it has been adopted.
    #[serde(default)]
    pub kind: EditionKind,
    /// First day in force. A draft need not know it.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    #[serde(with = "super::date_serde::optional")]
    pub from: Option<Date>,
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

/// Whether an edition has been adopted.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum EditionKind {
    /// Issued by the office.
    #[default]
    Adopted,
    /// Published as a proposal. It is never used by itself.
    Draft,
}

/// Something that an edition no longer has of the one that is written whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Removed {
    /// What sort of thing it is.
    pub kind: RemovedKind,
    /// Its id; the floor has none.
    #[serde(default)]
    pub id: Option<String>,
    /// What the source says of it.
    pub why: Text,
    /// The clause that took it away.
    pub cite: Citation,
}

/// A sort of thing that an edition can take away: the key of its list in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RemovedKind {
    /// A document.
    Document,
    /// A parameter.
    Parameter,
    /// A question; it goes out of the form as well.
    Question,
    /// A section of the form.
    Section,
    /// A condition.
    Condition,
    /// An indicator.
    Indicator,
    /// A combination.
    Together,
    /// A notice.
    Notice,
    /// A part that was left out.
    LeftOut,
    /// The floor of the total.
    Floor,
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
    /// A proposal that nobody has adopted.
    Draft,
}

impl Validity {
    /// Returns whether an edition of these first and last days can be relied on for a day, leaving doubts aside.
    pub(super) fn by_dates(
        kind: EditionKind,
        from: Option<Date>,
        to: Option<Date>,
        on: Date,
    ) -> Validity {
        if kind == EditionKind::Draft {
            Validity::Draft
        } else if from.is_none_or(|from| on < from) {
            Validity::NotYet
        } else if to.is_some_and(|to| to < on) {
            Validity::Ended
        } else {
            Validity::InForce
        }
    }

    /// Returns its name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Validity::InForce => "in-force",
            Validity::Doubtful => "doubtful",
            Validity::Ended => "ended",
            Validity::NotYet => "not-yet",
            Validity::Draft => "draft",
        }
    }
}

impl Edition {
    /// Returns whether it is adopted and a day lies between its first and its last.
    pub fn in_force(&self, on: Date) -> bool {
        matches!(self.validity(on), Validity::InForce | Validity::Doubtful)
    }

    /// Returns whether it can be relied on for a day.
    pub fn validity(&self, on: Date) -> Validity {
        match Validity::by_dates(self.kind, self.from, self.to, on) {
            Validity::InForce if self.doubt.as_ref().is_some_and(|doubt| doubt.since <= on) => {
                Validity::Doubtful
            }
            validity => validity,
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

visit!(Removed, |removed, visitor| {
    let Removed { cite, .. } = removed;
    cite.visit(visitor);
});
