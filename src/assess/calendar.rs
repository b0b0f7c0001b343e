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
    let over = begun && to > from && years_full(from, full) < to;
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

/// Returns the day on which so many years are full: 1 March for 29 February where the year lacks that.
pub(crate) fn years_full(from: Date, years: i64) -> Date {
    not_earlier_in_month(from, later_by_years(from, years))
}

/// Returns the day on which so many months are full: the first of the next month where the month lacks the day.
pub(crate) fn months_full(from: Date, months: i64) -> Date {
    not_earlier_in_month(from, later_by_months(from, months))
}

fn not_earlier_in_month(from: Date, day: Date) -> Date {
    if day.day() < from.day() { day.tomorrow().unwrap_or(day) } else { day }
}

/// Returns the months of the calendar that have begun since the month of a day; none where the second day is in no later one.
pub(crate) fn months_begun(since: Date, on: Date) -> i64 {
    full_months(since.first_of_month(), on.first_of_month())
}

/// Returns the last day of the month before that of a day.
pub(crate) fn end_of_month_before(day: Date) -> Date {
    day.first_of_month().yesterday().unwrap_or(Date::MIN)
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
        // The year is full on the birthday, and the next one has not begun on it.
        assert_eq!(years_full(born, 26), date(2026, 3, 1));
        assert_eq!(years_full(born, 28), date(2028, 2, 29));
        assert_eq!(years(born, date(2026, 3, 1), true), 26);
        assert_eq!(years(born, date(2026, 3, 2), true), 27);
        assert_eq!(years(born, date(2028, 2, 29), true), 28);
    }

    #[test]
    fn months_end_where_the_month_ends() {
        assert_eq!(full_months(date(2026, 1, 31), date(2026, 2, 28)), 0);
        assert_eq!(full_months(date(2026, 1, 31), date(2026, 3, 1)), 1);
        assert_eq!(later_by_months(date(2026, 1, 31), 1), date(2026, 2, 28));
        assert_eq!(months_full(date(2026, 1, 31), 1), date(2026, 3, 1));
        assert_eq!(months_full(date(2026, 1, 31), 2), date(2026, 3, 31));
        assert_eq!(full_months(date(2026, 2, 1), date(2026, 1, 1)), 0);
        assert_eq!(months_begun(date(2026, 12, 31), date(2027, 2, 1)), 2);
        assert_eq!(months_begun(date(2026, 12, 1), date(2026, 12, 31)), 0);
        assert_eq!(months_begun(date(2027, 2, 1), date(2026, 12, 31)), 0);
        assert_eq!(end_of_month_before(date(2030, 3, 5)), date(2030, 2, 28));
        assert_eq!(end_of_month_before(date(2028, 3, 31)), date(2028, 2, 29));
        assert_eq!(end_of_month_before(date(2027, 1, 1)), date(2026, 12, 31));
    }

    #[test]
    fn days_out_of_range_are_the_nearest_there_are() {
        assert_eq!(in_year(99_999, 2, 31).to_string(), "9999-02-28");
        assert_eq!(in_year(2026, 13, 0), date(2026, 12, 1));
    }
}
