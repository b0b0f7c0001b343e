//! Days to remember, as a file that calendars read (RFC 5545).

use jiff::civil::{Date, DateTime};

/// A day, or days in a row, to remember.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEvent {
    /// The same for the same event in every file, and for no other: a calendar then replaces what it has.
    pub uid: String,
    /// What a calendar shows.
    pub title: String,
    /// What it shows when the event is opened.
    pub description: String,
    /// The first day.
    pub from: Date,
    /// The last day, itself included.
    pub to: Date,
    /// Reminders, in days before the first day; each at nine in the morning.
    pub alarms: Vec<u16>,
}

/// Writes a calendar file of some events. `stamp` is when it is made, in universal time.
pub fn calendar_file(events: &[CalendarEvent], stamp: DateTime) -> String {
    let mut file = File { text: String::new() };
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//jifen//jifen//EN");
    file.line("CALSCALE:GREGORIAN");
    for event in events {
        file.event(event, stamp);
    }
    file.line("END:VCALENDAR");
    file.text
}

/// The longest line, in bytes.
const LONGEST: usize = 75;

struct File {
    text: String,
}

impl File {
    fn event(&mut self, event: &CalendarEvent, stamp: DateTime) {
        let title = escaped(&event.title);
        let time = stamp.time();
        let time =
            [time.hour(), time.minute(), time.second()].map(|part| padded(i64::from(part), 2));
        self.line("BEGIN:VEVENT");
        self.line(&["UID:", &escaped(&event.uid)].concat());
        self.line(&["DTSTAMP:", &compact(stamp.date()), "T", &time.concat(), "Z"].concat());
        self.line(&["DTSTART;VALUE=DATE:", &compact(event.from)].concat());
        // The end is the day after the last; without one the event takes its first day.
        if let Ok(end) = event.to.max(event.from).tomorrow() {
            self.line(&["DTEND;VALUE=DATE:", &compact(end)].concat());
        }
        self.line(&["SUMMARY:", &title].concat());
        if !event.description.is_empty() {
            self.line(&["DESCRIPTION:", &escaped(&event.description)].concat());
        }
        self.line("TRANSP:TRANSPARENT");
        for days in &event.alarms {
            self.line("BEGIN:VALARM");
            self.line("ACTION:DISPLAY");
            self.line(&["DESCRIPTION:", &title].concat());
            // Counted from the midnight with which the first day begins.
            let trigger = match days.checked_sub(1) {
                Some(days) => ["TRIGGER:-P", &padded(i64::from(days), 1), "DT15H"].concat(),
                None => "TRIGGER:PT9H".to_owned(),
            };
            self.line(&trigger);
            self.line("END:VALARM");
        }
        self.line("END:VEVENT");
    }

    /// Writes a line, folded where it is too long; no character is cut.
    fn line(&mut self, line: &str) {
        let mut length = 0;
        for character in line.chars() {
            if length + character.len_utf8() > LONGEST {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(character);
            length += character.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// Writes text as a value: what has a meaning is escaped, and control characters, which a file may not hold, are left out.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => value.extend(['\\', character]),
            '\n' => value.push_str("\\n"),
            '\t' => value.push(character),
            _ if character.is_control() => {}
            _ => value.push(character),
        }
    }
    value
}

/// Writes a day as `20260131`.
fn compact(day: Date) -> String {
    let parts = [(day.year(), 4), (day.month().into(), 2), (day.day().into(), 2)];
    parts.map(|(part, width)| padded(i64::from(part), width)).concat()
}

fn padded(number: i64, width: usize) -> String {
    let digits = number.max(0).to_string();
    let zeros = "0".repeat(width.saturating_sub(digits.len()));
    zeros + &digits
}
