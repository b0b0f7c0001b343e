//! Rows of a table without a head: what stands where is seen from what it looks like.

use super::reading::UnreadReason;
use super::row::{Base, Coverage, Insurance, Kind, Per, Row, months_between};
use super::table::{LEAST, Told, ends};
use super::token::{Time, count, is_blank, is_year, number, time, unmarked, year};
use super::words;
use crate::scheme::Month;

/// Reads a line of which no head says what it holds. A month counts where it has a base beside it, or a word for what
/// happened with it, or where the line has nothing but months.
pub(super) fn rows(cells: &[&str], insurance: Option<Insurance>, line: usize) -> Told {
    let mut told = Told { rows: Vec::new(), unread: Vec::new() };
    let cells: Vec<&str> = cells.iter().copied().filter(|cell| !is_blank(cell)).collect();
    let times = times(&cells);
    let only_months = times.len() == cells.len();
    let numbered = match times.first() {
        Some((position, _)) => *position > 0 && is_index(cells[position - 1]),
        None => return told,
    };
    let mut place = 0;
    // Whether the row before says what happened with its month, so that a month behind it can say when it was paid.
    let mut complete = false;
    while let Some((position, first)) = times.get(place).copied() {
        place += 1;
        let mut span = match ends(first) {
            Ok(span) => span,
            Err(reason) => {
                told.unread.push(reason);
                complete = false;
                continue;
            }
        };
        let mut begin = position + 1;
        let mut joined = false;
        let next = times.get(place).copied();
        // Two months side by side are the first and the last, unless the line is a list of months.
        if let Some((at, Time::Month(last))) = next.filter(|(at, _)| *at == begin)
            && span.0 == span.1
            && last >= span.0
            && (!only_months || times.len() == 2 && last > span.0.plus(1))
        {
            joined = true;
            span.1 = last;
            begin = at + 1;
            place += 1;
        }
        let mut end = times.get(place).map_or(cells.len(), |(at, _)| *at);
        if numbered && end < cells.len() && end > begin && is_index(cells[end - 1]) {
            end -= 1;
        }
        // Of a line with one month, what stands before it belongs to it, too.
        let before = if times.len() == 1 {
            &cells[usize::from(numbered && position == 1)..position]
        } else {
            &[]
        };
        let marked = cells[position..begin].iter().any(|cell| unmarked(cell).1.late);
        let after = cells.get(begin..end).unwrap_or_default();
        let group = Group { before, after, marked, joined };
        if group.is_empty() && complete && !only_months {
            let late = told.rows.last_mut().filter(|row| row.kind == Kind::Paid);
            late.into_iter().for_each(|row| row.kind = Kind::BackPaid);
            complete = false;
            continue;
        }
        let row = group.row(span, insurance, line, only_months);
        complete = row.is_some();
        match row {
            Some(row) => told.rows.push(row),
            None => told.unread.push(UnreadReason::Unclear),
        }
    }
    told
}

/// Reads a line with a year of the calendar all of whose months were paid, such as `2023年 12个月 基数 9000`; none where it
/// does not say that for certain.
pub(super) fn year_row(cells: &[&str], insurance: Option<Insurance>, line: usize) -> Option<Row> {
    let (years, others): (Vec<&str>, Vec<&str>) =
        cells.iter().partition(|cell| cell.ends_with('年') && year(cell).is_some());
    let ([one], false) = (years.as_slice(), others.iter().any(|cell| is_year(cell))) else {
        return None;
    };
    let mut counts = others.iter().filter(|cell| cell.ends_with("个月"));
    let whole = counts.next().and_then(|cell| count(cell)) == Some(12) && counts.next().is_none();
    // Whatever else stands there may say that it was not all of them.
    let bare = |cell: &str| {
        let plain = |letter: char| letter.is_ascii_digit() || ".,:¥/元个共月 ".contains(letter);
        cell.replace(plain, "")
    };
    let small = |cell: &&&str| number(cell).is_some_and(|fen| fen < LEAST);
    let limits = |cell: &&&str| is_word(cell) && !words::limits_nothing(&bare(cell)) || small(cell);
    if others.iter().any(|cell| limits(&cell)) {
        return None;
    }
    let told = |cell: &&&str| cell.contains("基数") || is_word(cell) && words::kind(cell).is_some();
    let told = others.iter().any(|cell| told(&cell));
    let group = Group { before: &[], after: &others, marked: false, joined: false };
    group.row(year(one)?, insurance, line, false).filter(|_| whole && told)
}

/// Returns the cells that are months. With a point, as 2034.11, only those that cannot be amounts: the first of the line, and
/// others where that has one, too.
fn times(cells: &[&str]) -> Vec<(usize, Time)> {
    let mut times: Vec<(usize, Time)> = Vec::new();
    let mut pointed = None;
    for (position, cell) in cells.iter().enumerate() {
        let Some(time) = time(cell).filter(|time| !matches!(time, Time::Day(..))) else { continue };
        let has_point = cell.contains('.');
        let amount =
            has_point && pointed == Some(false) || time == Time::NoSuchMonth && pointed.is_some();
        if !amount {
            pointed = pointed.or(Some(has_point));
            times.push((position, time));
        }
    }
    times
}

fn is_index(cell: &str) -> bool {
    count(cell).is_some_and(|index| index < 1000)
}

/// A month's neighbours.
struct Group<'a> {
    before: &'a [&'a str],
    after: &'a [&'a str],
    marked: bool,
    /// Whether its first and its last month stand in two cells.
    joined: bool,
}

impl<'a> Group<'a> {
    fn cells(&self) -> impl Iterator<Item = &'a str> {
        self.before.iter().chain(self.after).copied()
    }

    fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    fn row(
        &self,
        (from, to): (Month, Month),
        insurance: Option<Insurance>,
        line: usize,
        only_months: bool,
    ) -> Option<Row> {
        let words = || self.cells().filter(|cell| number(cell).is_none() && is_word(cell));
        let told = words().find_map(words::kind);
        let base = self.base();
        let nothing = told.is_none() && base.is_none() && !only_months;
        let unclear = |word: &str| {
            words::may_deny(word) || words::is_doubtful(word) || matches!(word, "是" | "否")
        };
        if nothing || words().any(unclear) {
            return None;
        }
        let months = months_between(from, to);
        let marked = self.marked || self.cells().any(|cell| unmarked(cell).1.late);
        let negative = self.cells().filter_map(number).any(|number| number < 0);
        let kind = match told {
            None | Some(Kind::Paid) if negative => Kind::Refunded,
            None | Some(Kind::Paid) if marked && months > 1 => Kind::PartlyBackPaid,
            None | Some(Kind::Paid) if marked => Kind::BackPaid,
            told => told.unwrap_or(Kind::Paid),
        };
        let counted = self.cells().filter_map(count).find(|count| *count > 0 && *count <= months);
        let coverage = match counted {
            _ if months == 1 => Coverage::Each,
            Some(counted) if counted < months => Coverage::Some(counted),
            // Two months side by side may also be a month and when it was paid.
            None if self.joined || base.is_none() => Coverage::Untold,
            _ => Coverage::Each,
        };
        let named = words().filter(|word| word.contains('险')).find_map(words::insurance);
        let base = base.map(|fen| Base { fen, per: Per::Month });
        Some(Row {
            from,
            to,
            base,
            kind,
            coverage,
            insurance: named.or(insurance),
            guessed: true,
            line,
        })
    }

    /// Returns the one number that looks like a base, in fen: from 100 to 100,000 yuan, and what is paid is less than two
    /// fifths of it.
    fn base(&self) -> Option<i64> {
        let likely = LEAST..=10_000_000;
        let amounts = || self.cells().filter_map(number).filter(|fen| likely.contains(fen));
        let largest = amounts().max()?;
        amounts().all(|fen| fen == largest || fen <= largest / 5 * 2).then_some(largest)
    }
}

/// Returns whether a cell can be a word of the record, and not an employer's name.
fn is_word(cell: &str) -> bool {
    cell.chars().count() <= 16 && !cell.contains("公司")
}
