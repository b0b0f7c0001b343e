//! A month of the calendar: `2026-07` for people, one small number in a pack.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// A month of the calendar, from January of the year 0 to December of the year 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, JsonSchema)]
#[schemars(with = "String")]
pub struct Month(u32);

/// Why a text is no month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a month is written as its year and its number, such as 2026-07")]
pub struct NoMonth;

/// The months after December 9999 are none.
const END: u32 = 10_000 * 12;

impl Month {
    /// Returns the month that a day lies in.
    pub fn of(day: Date) -> Month {
        let year = u32::try_from(day.year()).unwrap_or(0);
        Month(year * 12 + u32::from(day.month().unsigned_abs()) - 1)
    }

    /// Returns a month by its year and its number from 1 to 12; `None` where there is none.
    pub fn new(year: u32, number: u32) -> Option<Month> {
        let within = year <= 9_999 && (1..=12).contains(&number);
        within.then(|| Month(year * 12 + number - 1))
    }

    /// Returns its year.
    pub fn year(self) -> u32 {
        self.0 / 12
    }

    /// Returns its number in the year, 1 to 12.
    pub fn number(self) -> u32 {
        self.0 % 12 + 1
    }

    /// Returns the month so many months later, or earlier; the first or the last one there is beyond the ends.
    pub fn plus(self, months: i64) -> Month {
        let moved = i64::from(self.0).saturating_add(months).clamp(0, i64::from(END - 1));
        Month(u32::try_from(moved).unwrap_or(0))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.year(), self.number())
    }
}

impl FromStr for Month {
    type Err = NoMonth;

    fn from_str(text: &str) -> Result<Month, NoMonth> {
        let (year, number) = text.split_once('-').ok_or(NoMonth)?;
        let digits = |text: &str, count: usize| {
            let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| text.parse().ok()).flatten()
        };
        let parts = digits(year, 4).zip(digits(number, 2));
        parts.and_then(|(year, number)| Month::new(year, number)).ok_or(NoMonth)
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            self.0.serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Month, D::Error> {
        if deserializer.is_human_readable() {
            String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
        } else {
            let months = u32::deserialize(deserializer)?;
            (months < END).then_some(Month(months)).ok_or_else(|| D::Error::custom("no such month"))
        }
    }
}
