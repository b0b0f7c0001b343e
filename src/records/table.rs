//! Rows of a table whose head is known.

use super::align::Laid;
use super::head::{Column, Head};
use super::reading::UnreadReason;
use super::row::{About, Base, Coverage, Insurance, Kind, Per, Row, months_between};
use super::token::{Marks, Time, count, number, time, unmarked, year};
use super::words::{self, Role};
use crate::scheme::Month;

/// What a line says whose cells lie under a head.
pub(super) struct Told {
    /// Its rows, one for each group of columns that is filled.
    pub(super) rows: Vec<Row>,
    /// What could not be read of it.
    pub(super) unread: Vec<UnreadReason>,
}

/// Reads a line whose cells lie under a head. `line` is its number, `about` what is known of the whole table.
pub(super) fn rows(head: &Head, laid: &Laid<'_>, about: About<'_>, line: usize) -> Told {
    let mut told = Told { rows: Vec::new(), unread: Vec::new() };
    let starts = head.groups();
    let groups: Vec<(&[Column], &[Option<&str>])> = starts
        .iter()
        .enumerate()
        .map(|(place, start)| {
            let end = starts.get(place + 1).copied().unwrap_or(head.columns.len());
            let columns = head.columns.get(*start..end).unwrap_or_default();
            (columns, laid.cells.get(*start..end).unwrap_or_default())
        })
        .collect();
    let certain = is_certain(head, laid, &groups);
    for (columns, cells) in groups {
        let group = Group { columns, cells, laid, certain };
        match group.row(about, line) {
            Ok(row) => told.rows.extend(row),
            Err(reason) => told.unread.push(reason),
        }
    }
    told
}

/// The least that can be a base, in fen: below 100 yuan a number is something else, or a part of one.
pub(super) const LEAST: i64 = 10_000;

/// The columns of one row, and its cells.
struct Group<'a> {
    columns: &'a [Column],
    cells: &'a [Option<&'a str>],
    laid: &'a Laid<'a>,
    /// Whether each number stands in its own column for certain.
    certain: bool,
}

/// Returns whether each number of a line stands in its own column for certain. Where the line does not show it, no column
/// of numbers may be empty; with groups side by side no number of a row
/// either, which could be taken for an amount.
fn is_certain(head: &Head, laid: &Laid<'_>, groups: &[(&[Column], &[Option<&str>])]) -> bool {
    let several = head.groups().len() > 1;
    let counts = |role| is_number(role) || several && role == Role::Index;
    let whole = |(columns, cells): &(&[Column], &[Option<&str>])| {
        let mut pairs = columns.iter().zip(*cells);
        cells.iter().all(Option::is_none)
            || pairs.all(|(column, cell)| cell.is_some() || !counts(column.role))
    };
    laid.exact || !laid.number_left_over && groups.iter().all(whole)
}

impl<'a> Group<'a> {
    fn filled(&self) -> impl Iterator<Item = (Column, &'a str)> {
        self.columns.iter().zip(self.cells).filter_map(|(column, cell)| Some((*column, (*cell)?)))
    }

    fn cell(&self, role: Role) -> Option<&'a str> {
        self.filled().find(|(column, _)| column.role == role).map(|(_, cell)| cell)
    }

    fn row(&self, about: About<'_>, line: usize) -> Result<Option<Row>, UnreadReason> {
        let Some((from, to)) = self.months()? else {
            let amounts = self.filled().any(|(column, _)| is_number(column.role));
            return if amounts { Err(UnreadReason::NoMonth) } else { Ok(None) };
        };
        if self.cell(Role::Place).is_some_and(|place| about.is_elsewhere(place)) {
            return Err(UnreadReason::Elsewhere);
        }
        let base = self.base();
        let named = self.cell(Role::Insurance).and_then(words::insurance);
        let row = Row {
            from,
            to,
            base: base.and_then(|(_, base)| base),
            kind: self.kind(from == to)?,
            coverage: self.coverage(from, to),
            insurance: named.or(base.and_then(|(named, _)| named)).or(about.insurance),
            guessed: false,
            line,
        };
        Ok(Some(row))
    }

    /// Returns the first and the last month.
    fn months(&self) -> Result<Option<(Month, Month)>, UnreadReason> {
        let single = |role: Role| self.cell(role).and_then(time).map(ends).transpose();
        if let Some(months) = single(Role::Months)? {
            return Ok(Some(months));
        }
        if let Some(cell) = self.cell(Role::Year) {
            return year(cell).map(Some).ok_or(UnreadReason::OnlyYear);
        }
        let (from, to) = (single(Role::From)?, single(Role::To)?);
        match (from, to) {
            (Some((from, _)), Some((_, to))) if from <= to => Ok(Some((from, to))),
            (Some(_), Some(_)) => Err(UnreadReason::Backwards),
            (Some(_), None) if self.columns.iter().any(|column| column.role == Role::To) => {
                Err(UnreadReason::NoMonth)
            }
            (from, None) => Ok(from),
            (None, Some(_)) => Err(UnreadReason::NoMonth),
        }
    }

    /// Returns the base and the insurance it is of: that of the pension, else the first.
    fn base(&self) -> Option<(Option<Insurance>, Option<Base>)> {
        let is_base = |column: &Column| matches!(column.role, Role::Base(_));
        let of = |insurance: Option<Insurance>| {
            let fits = |column: &Column| is_base(column) && column.insurance == insurance;
            self.columns.iter().position(fits)
        };
        let position = of(Some(Insurance::Pension)).or(of(None));
        let position = position.or(self.columns.iter().position(is_base))?;
        let column = self.columns[position];
        let fen = self.cells[position].and_then(number).filter(|fen| *fen >= LEAST && self.certain);
        let per = if let Role::Base(per) = column.role { per } else { Per::Month };
        Some((column.insurance, fen.map(|fen| Base { fen, per })))
    }

    /// Returns what happened with the months.
    fn kind(&self, single: bool) -> Result<Kind, UnreadReason> {
        let mut told = None;
        for (column, cell) in self.filled() {
            if column.role == Role::Kind {
                told = Some(words::kind(unmarked(cell).0).ok_or(UnreadReason::UnknownKind)?);
            }
        }
        let has = |asked: fn(Role) -> bool| self.columns.iter().any(|column| asked(column.role));
        let paid = self.filled().any(|(column, cell)| {
            is_number(column.role) && number(cell).is_some_and(|number| number != 0)
        });
        let negative = self.filled().any(|(column, cell)| {
            is_number(column.role) && number(cell).is_some_and(|number| number < 0)
        });
        let marks = self.filled().map(|(_, cell)| unmarked(cell).1);
        let marks = marks.fold(Marks::default(), |one, other| Marks {
            late: one.late || other.late,
            deferred: one.deferred || other.deferred,
        });
        let counts = |role: Role| self.filled().filter(move |(column, _)| column.role == role);
        // What did not arrive, and of what nothing was paid, was not paid, whatever it was reckoned on.
        let arrived = |cell: &str| cell.chars().any(|letter| letter.is_ascii_digit());
        let amounts = counts(Role::Amount).filter_map(|(_, cell)| number(cell)).any(|fen| fen > 0);
        let missing = has(|role| role == Role::Arrived)
            && self.cell(Role::Arrived).map_or(self.laid.exact && !amounts, |cell| !arrived(cell));
        let zero = |role: Role, least: usize| {
            let amounts = || counts(role).filter_map(|(_, cell)| number(cell));
            amounts().count() >= least && amounts().all(|fen| fen == 0)
        };
        // One amount alone may be of something else.
        let nothing =
            zero(Role::Paid, 1) || zero(Role::Amount, 2) && !has(|role| role == Role::Paid);
        let late = self.cell(Role::Late).and_then(|cell| {
            // A column of late payments may have words of its own, such as 正常.
            match words::kind(cell) {
                _ if words::is_no(cell) => None,
                Some(Kind::Refunded | Kind::Paid) if cell == "是" => Some(Kind::BackPaid),
                None | Some(Kind::Refunded) => Some(Kind::BackPaid),
                told => told,
            }
        });
        let late = late.filter(|kind| *kind != Kind::Paid);
        if told.is_none() && !paid && self.laid.left_over {
            return Err(UnreadReason::Unclear);
        }
        Ok(match told.unwrap_or(Kind::Paid) {
            Kind::Paid if negative => Kind::Refunded,
            Kind::Paid if marks.deferred => Kind::Deferred,
            Kind::Paid if missing || nothing => Kind::NotPaid,
            // An empty row of a table of amounts is a gap.
            Kind::Paid if told.is_none() && has(is_amount) && !paid => Kind::NotPaid,
            Kind::Paid if marks.late && !single => Kind::PartlyBackPaid,
            Kind::Paid if marks.late => Kind::BackPaid,
            Kind::Paid => late.unwrap_or(Kind::Paid),
            other => other,
        })
    }

    /// Returns of how many of the months it speaks.
    fn coverage(&self, from: Month, to: Month) -> Coverage {
        let months = months_between(from, to);
        let less = self.filled().filter(|(column, _)| column.role == Role::Less);
        if less.map(|(_, cell)| count(cell)).any(|count| count != Some(0)) {
            return Coverage::Untold;
        }
        if months == 1 {
            return Coverage::Each;
        }
        let owed = self.columns.iter().any(|column| column.role == Role::Owed);
        let of = |role: Role| {
            let counts = self.filled().filter(move |(column, _)| column.role == role);
            counts.filter_map(|(column, cell)| Some((column.insurance, count(cell)?)))
        };
        let has_base = self.columns.iter().any(|column| matches!(column.role, Role::Base(_)));
        let pension = |role: Role| {
            of(role).find(|(named, _)| *named == Some(Insurance::Pension)).map(|(_, count)| count)
        };
        let counted =
            pension(Role::Count).or_else(|| of(Role::Count).next().map(|(_, count)| count));
        let counted = counted.or_else(|| pension(Role::Amount).filter(|_| !has_base));
        match counted {
            _ if !self.certain => Coverage::Untold,
            // More months than a year has: those of another were paid in it.
            Some(counted) if counted > months && self.cell(Role::Year).is_some() => {
                Coverage::Untold
            }
            Some(counted) if counted >= months => Coverage::Each,
            Some(counted) => Coverage::Some(counted),
            None if owed || self.cell(Role::Year).is_some() => Coverage::Untold,
            None if has_base => Coverage::Each,
            None => Coverage::Untold,
        }
    }
}

/// Returns the first and the last month of a cell.
pub(super) fn ends(time: Time) -> Result<(Month, Month), UnreadReason> {
    match time {
        Time::Month(month) | Time::Day(month, _) => Ok((month, month)),
        Time::Months(from, to) => Ok((from, to)),
        Time::NoSuchMonth => Err(UnreadReason::NoSuchMonth),
        Time::Backwards => Err(UnreadReason::Backwards),
        Time::NoEnd => Err(UnreadReason::NoEnd),
    }
}

fn is_number(role: Role) -> bool {
    matches!(
        role,
        Role::Base(_) | Role::Amount | Role::Paid | Role::Count | Role::Owed | Role::Less
    )
}

fn is_amount(role: Role) -> bool {
    matches!(role, Role::Base(_) | Role::Amount | Role::Paid)
}
