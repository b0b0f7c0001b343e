//! Working days, and files that calendars read.

use std::sync::LazyLock;

use icalendar::{Calendar, CalendarComponent, Component, DatePerhapsTime};
use jifen::outlook::{CalendarEvent, UnknownYear, calendar_file, next_days, working_day_after};
use jifen::scheme::{Holidays, MonthDay, Window};
use jifen_check::check;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::people::{chance, day};
use crate::rules::folder;

static HOLIDAYS: LazyLock<Holidays> =
    LazyLock::new(|| check(folder()).expect("the rules can be read").holidays);

#[test]
fn working_days_leave_out_holidays_and_count_make_up_days() {
    for (start, count, expected) in [
        // An ordinary week.
        (date(2026, 11, 24), 0, date(2026, 11, 24)),
        (date(2026, 11, 24), 1, date(2026, 11, 25)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),
        (date(2026, 11, 24), 22, date(2026, 12, 24)),
        // The National Day week of 2025, 1 to 8 October, with a worked Sunday before and a Saturday after.
        (date(2025, 9, 26), 1, date(2025, 9, 28)),
        (date(2025, 9, 30), 1, date(2025, 10, 9)),
        (date(2025, 10, 10), 1, date(2025, 10, 11)),
        (date(2025, 9, 25), 22, date(2025, 10, 31)),
        // Spring Festival of 2026, 15 to 23 February, with worked Saturdays on both sides.
        (date(2026, 2, 13), 1, date(2026, 2, 14)),
        (date(2026, 2, 14), 1, date(2026, 2, 24)),
        (date(2026, 2, 27), 1, date(2026, 2, 28)),
        // A worked Sunday, 20 September 2026, then Mid-Autumn, National Day and a worked Saturday, 10 October.
        (date(2026, 9, 14), 22, date(2026, 10, 20)),
        (date(2026, 9, 18), 1, date(2026, 9, 20)),
        (date(2026, 9, 30), 3, date(2026, 10, 10)),
        // The first working day of 2025, and the Sunday before Spring Festival.
        (date(2024, 12, 31), 1, date(2025, 1, 2)),
        (date(2025, 1, 24), 1, date(2025, 1, 26)),
    ] {
        assert_eq!(working_day_after(start, count, &HOLIDAYS), Ok(expected), "{start} + {count}");
    }
}

#[test]
fn a_year_without_an_announcement_says_so() {
    let after = |start, count| working_day_after(start, count, &HOLIDAYS);
    assert_eq!(after(date(2026, 12, 1), 22), Ok(date(2026, 12, 31)));
    assert_eq!(after(date(2026, 12, 1), 23), Err(UnknownYear { year: 2027 }));
    assert_eq!(after(date(2023, 12, 29), 1), Err(UnknownYear { year: 2023 }));
    assert_eq!(after(date(2023, 12, 31), 1), Ok(date(2024, 1, 2)));
    assert_eq!(after(Date::MAX, 1), Err(UnknownYear { year: 9999 }));
    let none = working_day_after(date(2026, 11, 24), 1, &Holidays::default());
    assert_eq!(none, Err(UnknownYear { year: 2026 }));
}

/// A last day that the rule moves is the last working day up to it; of a year whose holidays are not announced only
/// Saturdays and Sundays are known.
#[test]
fn a_last_day_moves_to_the_working_day_before() {
    let until = |month, day| Window {
        year: None,
        from: None,
        to: Some(MonthDay { month, day }),
        to_working_day: true,
    };
    for (window, on, expected) in [
        (until(4, 10), date(2026, 4, 10), date(2026, 4, 10)),
        (until(4, 10), date(2026, 4, 11), date(2027, 4, 9)),
        (until(4, 10), date(2027, 4, 9), date(2027, 4, 9)),
        // The next one is asked for the day after, though it is not yet the 10th.
        (until(4, 10), date(2027, 4, 10), date(2028, 4, 10)),
        // Over Qingming and the weekend before; to a worked Sunday and no further.
        (until(4, 6), date(2026, 1, 1), date(2026, 4, 3)),
        (until(9, 20), date(2026, 1, 1), date(2026, 9, 20)),
        (until(10, 7), date(2026, 1, 1), date(2026, 9, 30)),
    ] {
        assert_eq!(next_days(&window, on, &HOLIDAYS), Some((expected, expected)), "on {on}");
    }
    let told = Window { to_working_day: false, ..until(4, 10) };
    assert_eq!(
        next_days(&told, date(2027, 1, 1), &HOLIDAYS),
        Some((date(2027, 4, 10), date(2027, 4, 10)))
    );
}

fn event(title: &str, description: &str) -> CalendarEvent {
    CalendarEvent {
        uid: "renewal@shanghai".to_owned(),
        title: title.to_owned(),
        description: description.to_owned(),
        from: date(2027, 2, 27),
        to: date(2027, 2, 28),
        alarms: vec![30, 1, 0],
    }
}

#[test]
fn a_calendar_file_is_written_to_the_letter() {
    let stamp = date(2026, 11, 24).at(7, 5, 9, 0);
    let file = calendar_file(&[event("续签；窗口, 1\\2", "第一行\n第二行")], stamp);
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//jifen//jifen//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "UID:renewal@shanghai",
        "DTSTAMP:20261124T070509Z",
        "DTSTART;VALUE=DATE:20270227",
        "DTEND;VALUE=DATE:20270301",
        "SUMMARY:续签；窗口\\, 1\\\\2",
        "DESCRIPTION:第一行\\n第二行",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:续签；窗口\\, 1\\\\2",
        "TRIGGER:-P29DT15H",
        "END:VALARM",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:续签；窗口\\, 1\\\\2",
        "TRIGGER:-P0DT15H",
        "END:VALARM",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:续签；窗口\\, 1\\\\2",
        "TRIGGER:PT9H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    assert_eq!(file.split("\r\n").collect::<Vec<_>>(), expected);
}

/// Text in the scripts that people write, with what has a meaning in a calendar file.
fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ -~]{0,40}",
        "[一-龥，。；：]{0,40}",
        Just("\n".to_owned()),
        Just("\r\n".to_owned()),
        Just("\\n\\,;:".to_owned()),
        ".{0,20}",
    ];
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

/// What a calendar file can hold of a text: no control characters but the end of a line and a tab.
fn held(text: &str) -> String {
    text.chars().filter(|one| matches!(one, '\n' | '\t') || !one.is_control()).collect()
}

proptest! {
    #![proptest_config(chance(2000))]

    #[test]
    fn another_reader_finds_what_was_written(
        texts in proptest::collection::vec((words(), words()), 1..4),
        from in day(date(1970, 1, 1), date(9990, 1, 1)),
        length in 0_i64..40,
        alarms in proptest::collection::vec(0_u16..400, 0..4),
    ) {
        let to = from.checked_add(jiff::Span::new().days(length)).expect("a day");
        let events: Vec<CalendarEvent> = texts
            .iter()
            .enumerate()
            .map(|(index, (title, description))| CalendarEvent {
                uid: format!("{index}@jifen"),
                title: title.clone(),
                description: description.clone(),
                from,
                to,
                alarms: alarms.clone(),
            })
            .collect();
        let file = calendar_file(&events, from.at(23, 59, 0, 0));
        prop_assert!(file.ends_with("\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']));
        for line in file.split("\r\n") {
            prop_assert!(line.len() <= 75, "{line}");
        }
        let calendar: Calendar = file.parse().map_err(TestCaseError::fail)?;
        let read: Vec<_> = calendar.components.iter().filter_map(CalendarComponent::as_event).collect();
        prop_assert_eq!(read.len(), events.len());
        for (read, event) in read.into_iter().zip(&events) {
            prop_assert_eq!(read.get_uid(), Some(event.uid.as_str()));
            prop_assert_eq!(read.get_summary().unwrap_or_default(), held(&event.title));
            prop_assert_eq!(read.get_description().unwrap_or_default(), held(&event.description));
            prop_assert_eq!(as_day(read.get_start()), Some(event.from.to_string()));
            prop_assert_eq!(as_day(read.get_end()), Some(event.to.tomorrow().expect("a day").to_string()));
            prop_assert_eq!(file.matches("BEGIN:VALARM").count(), events.len() * alarms.len());
        }
    }
}

fn as_day(time: Option<DatePerhapsTime>) -> Option<String> {
    match time {
        Some(DatePerhapsTime::Date(day)) => Some(day.to_string()),
        _ => None,
    }
}
