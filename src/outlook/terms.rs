//! Days that follow from a day that the person names, and the next days of a yearly procedure.

use jiff::civil::Date;

use super::working_days::{UnknownYear, working_day_after, working_day_until};
use crate::assess::calendar::{in_year, later_by_years};
use crate::scheme::{Holidays, MonthDay, Offset, Term, Window};

/// Returns the first and the last day of a term, counted from the day that the person names.
///
/// # Errors
/// Where working days lead into a year whose holidays are not known.
pub fn term_days(
    term: &Term,
    named: Date,
    holidays: &Holidays,
) -> Result<(Date, Date), UnknownYear> {
    let from = offset_by(named, term.from, holidays)?;
    let to = term.to.map_or(Ok(from), |to| offset_by(named, to, holidays))?;
    Ok((from, to))
}

fn offset_by(named: Date, offset: Offset, holidays: &Holidays) -> Result<Date, UnknownYear> {
    let mut day = later_by_years(named, offset.years.into());
    for _ in 0..offset.days.unsigned_abs() {
        // Beyond the calendar there is no other day.
        let next = if offset.days < 0 { day.yesterday() } else { day.tomorrow() };
        day = next.unwrap_or(day);
    }
    working_day_after(day, offset.working_days.unsigned_abs(), holidays)
}

/// Returns the first and the last day of a stage, on or after a day; nothing where the known days are over. Where only one
/// of the two is known it stands for both. A last day that the rule moves to a working day is moved; where the holidays of
/// its year are not known, only out of a weekend.
pub fn next_days(window: &Window, on: Date, holidays: &Holidays) -> Option<(Date, Date)> {
    let first = window.from.or(window.to)?;
    let last = window.to.or(window.from)?;
    let date = |year: i16, day: MonthDay| in_year(year.into(), day.month, day.day);
    let years = match window.year {
        Some(year) => year..=year,
        None => on.year()..=on.year().saturating_add(1),
    };
    let end = |day| if window.to_working_day { working_day_until(day, holidays) } else { day };
    let mut days = years.map(|year| {
        let last = end(date(year, last));
        (date(year, first).min(last), last)
    });
    days.find(|(_, last)| *last >= on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn window(year: Option<i16>, from: Option<(i8, i8)>, to: Option<(i8, i8)>) -> Window {
        let day = |(month, day)| MonthDay { month, day };
        Window { year, from: from.map(day), to: to.map(day), to_working_day: false }
    }

    #[test]
    fn what_is_every_year_comes_again() {
        let first = window(None, Some((1, 1)), Some((4, 30)));
        let next = Some((date(2027, 1, 1), date(2027, 4, 30)));
        assert_eq!(next_days(&first, date(2026, 11, 24), &Holidays::default()), next);
        assert_eq!(next_days(&first, date(2027, 4, 30), &Holidays::default()), next);
        assert_eq!(
            next_days(&first, date(2027, 5, 1), &Holidays::default()),
            Some((date(2028, 1, 1), date(2028, 4, 30)))
        );
    }

    #[test]
    fn what_was_does_not_come_again() {
        let filed = window(Some(2025), Some((6, 6)), Some((6, 13)));
        assert_eq!(next_days(&filed, date(2026, 1, 1), &Holidays::default()), None);
        let until = window(Some(2027), None, Some((5, 13)));
        assert_eq!(
            next_days(&until, date(2026, 1, 1), &Holidays::default()),
            Some((date(2027, 5, 13), date(2027, 5, 13)))
        );
        assert_eq!(
            next_days(&window(None, None, None), date(2026, 1, 1), &Holidays::default()),
            None
        );
    }

    #[test]
    fn days_are_counted_over_the_end_of_a_year() {
        let holidays = Holidays::default();
        let day = |days| Offset { days, ..Offset::default() };
        let named = date(2026, 12, 20);
        assert_eq!(offset_by(named, day(30), &holidays), Ok(date(2027, 1, 19)));
        assert_eq!(offset_by(date(2027, 1, 19), day(-30), &holidays), Ok(named));
        let working = Offset { working_days: 1, ..Offset::default() };
        assert_eq!(offset_by(named, working, &holidays), Err(UnknownYear { year: 2026 }));
    }
}
