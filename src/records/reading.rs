//! What a text says, for the person to confirm before it is used.

use super::row::Row;
use crate::scheme::Month;

/// What a text says about months, for the person to confirm before it is used.
///
/// No word of the text is kept apart from [`Unread::shown`], and there only what this reader has words for: neither names
/// nor numbers of people or employers are in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// What it is about.
    pub subject: Subject,
    /// What it says of months, in its order. A month may come several times: once for each insurance, once more when its
    /// base was raised, or since the text has it twice.
    pub rows: Vec<Row>,
    /// The totals it gives of itself, which the rows can be held against.
    pub totals: Vec<Total>,
    /// Lines that seem to speak of months and could not be read; nothing of them, or not all, is in the rows.
    pub unread: Vec<Unread>,
    /// Lines of a list of employers that were passed over since other rows tell of the months themselves.
    pub employers: Vec<usize>,
    /// The first line that was not looked at since the text is too long.
    pub stopped: Option<usize>,
}

/// What a text is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Subject {
    /// Payments of social insurance; there are rows.
    Insurance,
    /// Income tax and nothing else: it has months, but they say nothing of insurance.
    IncomeTax,
    /// Something else; no row was found.
    #[default]
    Other,
}

/// How many months a text says there are in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// How many, from 0 to 1200.
    pub months: u32,
    /// Up to which month, where that is told.
    pub until: Option<Month>,
    /// The line it stands in, from 1.
    pub line: usize,
}

/// A line, or a part of it, that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The line, from 1.
    pub line: usize,
    /// Why not.
    pub reason: UnreadReason,
    /// What the line has of months and of words of such records, everything else as `…`; forty characters at most.
    pub shown: String,
}

/// Why a line could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnreadReason {
    /// It stands in a table and has amounts, but no month.
    NoMonth,
    /// It has a year and no month, and does not show that all months of a calendar year were paid: one that is called 年度
    /// may begin in another month.
    OnlyYear,
    /// It has a month that no year has, such as the 13th.
    NoSuchMonth,
    /// Its last month is before its first.
    Backwards,
    /// It goes on until today, and does not say when that was.
    NoEnd,
    /// It says of its month what this reader has no word for: whether it was paid is not known.
    UnknownKind,
    /// It has a month, but nothing that shows that it is a row of a record.
    Unclear,
    /// It is about income tax.
    IncomeTax,
    /// It names another place than the one that is asked about.
    Elsewhere,
    /// It has more cells than any table.
    TooWide,
}
