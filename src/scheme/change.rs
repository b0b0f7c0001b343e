//! How a fact can change, what kind of act that is, and how long it takes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Basis;

/// How a fact can change. What advice says of it follows: look it up, do it, wait for it, or nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// By itself, while the person goes on as now. A calendar year that changes so is the scheme's round: all months
    /// and years of the scheme are counted up to it and move with it, not with the calendar.
    Time,
    /// By what the person does.
    Effort(Effort),
    /// Not by doing anything: it is so already or it is not, and a list or a paper says which. Advice is to look.
    LookUp,
    /// It can change, but nobody plans it or is told to: an award, bravery, blood given, a marriage; and sums of years
    /// that are over, such as tax paid. Advice leaves it alone.
    Unplanned,
    /// Not at all.
    Never,
}

impl Change {
    /// Returns whether advice may name a change of it.
    pub fn can_be_advised(self) -> bool {
        match self {
            Change::Time | Change::Effort(_) | Change::LookUp => true,
            Change::Unplanned | Change::Never => false,
        }
    }
}

/// How long it takes until a change can be so, counted from the day on which it is begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum LeadTime {
    /// It was looked for and not found; so it is said, and no day is promised.
    NotFound,
    /// A source says at least how long, or it follows from the fact itself.
    Stated(StatedLead),
}

/// A lead time that a source states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StatedLead {
    /// Full months at the least, 0 to 120; 0 where it is so at once.
    pub months: u8,
    /// Where it comes from.
    pub basis: Basis,
}

/// What a change by effort takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Effort {
    /// Studying for a diploma or degree.
    Study,
    /// Earning a title or a skill certificate.
    Certificate,
    /// Insurance paid on a higher base.
    InsuranceBase,
    /// A change of employer, post or filing.
    Employment,
    /// Papers, registrations and records put in order.
    Paperwork,
    /// Investing or employing.
    Investment,
    /// Moving home.
    Home,
    /// Service to others, such as volunteering.
    Service,
}

impl Effort {
    /// Returns whether it takes more than the person's own work: money and people of a company.
    pub fn needs_means(self) -> bool {
        matches!(self, Effort::Investment)
    }

    /// Returns whether the employer has to act, or another employer has to be found.
    pub fn needs_employer(self) -> bool {
        matches!(self, Effort::InsuranceBase | Effort::Employment)
    }

    /// Returns whether what was attained stays.
    pub fn is_kept(self) -> bool {
        matches!(self, Effort::Study | Effort::Certificate | Effort::Service)
    }
}
