//! Days off and make-up workdays of the years for which they are announced.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;

/// Public holidays, as far as they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Holidays {
    /// Where the days come from; nothing where no year is known.
    #[serde(default)]
    pub source: Option<Text>,
    /// The years that are known, in order.
    #[serde(rename = "year", default)]
    pub years: Vec<HolidayYear>,
}

/// The days of a year that are not what their weekday says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct HolidayYear {
    /// The year.
    pub year: i16,
    /// Days off, in order.
    pub off: Vec<DaysOff>,
    /// Saturdays and Sundays that are worked, in order.
    #[serde(with = "super::date_serde::list")]
    #[schemars(with = "Vec<String>")]
    pub work: Vec<Date>,
}

/// Days off in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DaysOff {
    /// The first.
    #[serde(with = "super::date_serde")]
    #[schemars(with = "String")]
    pub from: Date,
    /// The last.
    #[serde(with = "super::date_serde")]
    #[schemars(with = "String")]
    pub to: Date,
}

impl Holidays {
    /// Returns a year, where it is known.
    pub fn year(&self, year: i16) -> Option<&HolidayYear> {
        self.years.iter().find(|known| known.year == year)
    }
}
