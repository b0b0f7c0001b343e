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

/// Returns the last working day up to a day. In a year whose holidays are not known every day but Saturday and Sunday is
/// taken to be worked.
pub(super) fn working_day_until(day: Date, holidays: &Holidays) -> Date {
    let mut last = day;
    loop {
        let works = is_working_day(last, holidays).unwrap_or(!is_weekend(last));
        match last.yesterday() {
            Ok(before) if !works => last = before,
            _ => return last,
        }
    }
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

fn is_working_day(day: Date, holidays: &Holidays) -> Result<bool, UnknownYear> {
    let year = holidays.year(day.year()).ok_or(UnknownYear { year: day.year() })?;
    let off = || year.off.iter().any(|off| off.from <= day && day <= off.to);
    Ok(year.work.contains(&day) || !is_weekend(day) && !off())
}
