//! The days that are asked about.

use jiff::ToSpan;
use jiff::civil::Date;

/// The days that are asked about: from one day over some months, both ends included.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) on: Date,
    pub(super) until: Date,
}

impl Span {
    /// Returns the span of some months from a day.
    pub(super) fn of(on: Date, months: u16) -> Span {
        Span { on, until: on.saturating_add(i32::from(months).months()) }
    }

    /// Whether a day falls within the span.
    pub(super) fn holds(self, day: Date) -> bool {
        self.on <= day && day <= self.until
    }

    /// Whether more than a year has passed since a day.
    pub(super) fn is_a_year_past(self, day: Date) -> bool {
        day.saturating_add(1.year()) < self.on
    }
}
