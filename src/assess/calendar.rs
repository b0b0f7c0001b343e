//! Calendar steps that rules count in: whole years and months between days, and days in other years.

use jiff::civil::Date;

/// Returns the full months from one day to another, none where the second is not later. A month that starts on a day which
/// the last month lacks is full only when that month is over.
pub(crate) fn full_months(from: Date, to: Date) -> i64 {
    let whole = (i64::from(to.year()) - i64::from(from.year())) * 12 + i64::from(to.month())
        - i64::from(from.month());
    (whole - i64::from(to.day() < from.day())).max(0)
}

/// Returns the years from one day to another; with `begun`, a year that has begun counts.
pub(crate) fn years(from: Date, to: Date, begun: bool) -> i64 {
    let full = full_months(from, to) / 12;
    let over = begun && to > from && later_by_years(from, full) < to;
    full + i64::from(over)
}

/// Returns the same day of the month some years later; 29 February becomes the 28th where the year lacks it.
pub(crate) fn later_by_years(day: Date, years: i64) -> Date {
    in_year(i64::from(day.year()).saturating_add(years), day.month(), day.day())
}

/// Returns the same day some months later, or the last day of that month.
pub(crate) fn later_by_months(day: Date, months: i64) -> Date {
    let count = (i64::from(day.year()) * 12 + i64::from(day.month()) - 1).saturating_add(months);
    in_year(count.div_euclid(12), count.rem_euclid(12) as i8 + 1, day.day())
}

/// Returns a day of a year; the nearest one there is, where year, month or day are out of range.
pub(crate) fn in_year(year: i64, month: i8, day: i8) -> Date {
    let year = year.clamp(Date::MIN.year().into(), Date::MAX.year().into()) as i16;
    let first = Date::new(year, month.clamp(1, 12), 1).unwrap_or(Date::MIN);
    let day = day.clamp(1, first.days_in_month());
    Date::new(first.year(), first.month(), day).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_year_is_full_on_its_day() {
        let born = date(1983, 11, 24);
        assert_eq!(years(born, date(2026, 11, 23), false), 42);
        assert_eq!(years(born, date(2026, 11, 24), false), 43);
        assert_eq!(years(born, date(2026, 11, 24), true), 43);
        assert_eq!(years(born, date(2026, 11, 25), true), 44);
    }

    #[test]
    fn a_leap_day_has_its_birthday_on_the_first_of_march() {
        let born = date(2000, 2, 29);
        assert_eq!(years(born, date(2026, 2, 28), false), 25);
        assert_eq!(years(born, date(2026, 3, 1), false), 26);
        assert_eq!(later_by_years(born, 1), date(2001, 2, 28));
    }

    #[test]
    fn months_end_where_the_month_ends() {
        assert_eq!(full_months(date(2026, 1, 31), date(2026, 2, 28)), 0);
        assert_eq!(full_months(date(2026, 1, 31), date(2026, 3, 1)), 1);
        assert_eq!(later_by_months(date(2026, 1, 31), 1), date(2026, 2, 28));
        assert_eq!(full_months(date(2026, 2, 1), date(2026, 1, 1)), 0);
    }

    #[test]
    fn days_out_of_range_are_the_nearest_there_are() {
        assert_eq!(in_year(99_999, 2, 31).to_string(), "9999-02-28");
        assert_eq!(in_year(2026, 13, 0), date(2026, 12, 1));
    }
}
