//! What may be wrong with what a person types.

use jifen::scheme::Month;
use jiff::civil::Date;

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EntryError {
    /// Not a number.
    Digits,
    /// A part of one where whole ones are counted.
    Whole,
    /// More decimals than fit.
    Decimals(u8),
    /// Out of the question's range; the value in its smallest step.
    Range(i64),
    /// A part of a date is missing.
    Part(DatePart),
    /// A year without four digits.
    Year,
    /// No such month.
    Month(i64),
    /// No such day in the month.
    Day { year: i16, month: i8, day: i64 },
    /// Before the earliest day that fits.
    Early(Date),
    /// After the latest day that fits.
    Late(Date),
    /// What should be a month is none.
    NoMonth,
    /// A period without its first month.
    FirstMonth,
    /// A month that is still to come.
    LateMonth(Month),
    /// A month before any that is taken.
    EarlyMonth(Month),
    /// A period that ends before it begins.
    Backwards,
}

/// A part of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DatePart {
    Year,
    Month,
    Day,
}
