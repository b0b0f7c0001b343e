//! Working days, with the public holidays and make-up workdays that are announced.

use jiff::civil::{Date, Weekday};
use thiserror::Error;

use crate::scheme::Holidays;

/// The holidays of a year are not announced, or not known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the public holidays of {year} are not known")]
pub struct UnknownYear {
    /// The year.
    pub year: i16,
}

/// Returns the day some working days after another, which does not count itself.
///
/// # Errors
/// Where a day on the way lies in a year whose holidays are not known.
pub fn working_day_after(
    start: Date,
    count: u16,
    holidays: &Holidays,
) -> Result<Date, UnknownYear> {
    let mut day = start;
    let mut left = count;
    while left > 0 {
        day = day.tomorrow().map_err(|_| UnknownYear { year: day.year() })?;
        left -= u16::from(is_working_day(day, holidays)?);
    }
    Ok(day)
}

fn is_working_day(day: Date, holidays: &Holidays) -> Result<bool, UnknownYear> {
    let year = holidays.year(day.year()).ok_or(UnknownYear { year: day.year() })?;
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let off = || year.off.iter().any(|off| off.from <= day && day <= off.to);
    Ok(year.work.contains(&day) || !weekend && !off())
}
