//! When a scheme takes applications, and up to which day it then counts.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::visit::visit;
use super::{Citation, MonthDay};

/// When a scheme takes applications, where it does so at the same times of every year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Filing {
    /// The times of a year, in order; none goes past the end of the year.
    pub windows: Vec<FilingWindow>,
    /// Where they come from.
    pub cite: Citation,
}

/// Days of every year on which applications are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FilingWindow {
    /// The last day.
    pub to: MonthDay,
    /// The day up to which such an application counts: the last one of this name on or before the last day.
    pub counted_to: MonthDay,
}

/// Until when a yearly round is filed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RoundEnds {
    /// The last days of filing that are known, one for a year, in order.
    #[serde(default, with = "super::date_serde::list")]
    #[schemars(with = "Vec<String>")]
    pub known: Vec<Date>,
    /// The last day in every other year. Without one nothing is presumed in a year whose last day is not known.
    #[serde(default)]
    pub otherwise: Option<MonthDay>,
}

impl RoundEnds {
    /// Returns the last day of filing that is known of a year.
    pub fn known(&self, year: i16) -> Option<Date> {
        self.known.iter().find(|last| last.year() == year).copied()
    }

    /// Returns whether the last day of filing in a year is not known but taken from other years.
    pub fn is_supposed(&self, year: i16) -> bool {
        !self.known.is_empty() && self.known(year).is_none()
    }
}

visit!(Filing, |filing, visitor| {
    let Filing { cite, .. } = filing;
    cite.visit(visitor);
});
