//! A text, line by line.

use super::align::lay;
use super::cell::{Separator, cells, separator};
use super::fold::{fold, lines};
use super::head::{Head, head};
use super::reading::{Reading, Subject, Total, Unread, UnreadReason};
use super::row::About;
use super::stack::Stack;
use super::table::{self, Told};
use super::token::{count, is_blank, is_year, month_of, number, time};
use super::total::total;
use super::words::{self, Role};
use super::{guess, mask};

/// The most lines that are read.
pub const MOST_LINES: usize = 20_000;

/// The most that is read of a text, in bytes.
pub const MOST_BYTES: usize = 2_000_000;

/// The most cells that a line can have.
const MOST_CELLS: usize = 1024;

/// Reads what a text says about months: pasted from a page, a table, a spreadsheet or a PDF, or the text of a file. Whatever
/// is in it, this ends, in time that grows with its length.
///
/// Only what the text says is told. Whether a month can be, and whether it counts, others judge.
pub fn read(text: &str) -> Reading {
    read_of(text, "")
}

/// Does the same for a city, by its Chinese name: a row that names another place is not read, and told of.
pub fn read_of(text: &str, city: &str) -> Reading {
    let about = About { city, ..About::default() };
    let mut reader = Reader { about, ..Reader::default() };
    let mut folded = String::new();
    let mut bytes = 0;
    for (index, line) in lines(text).enumerate() {
        bytes += line.len() + 1;
        if (index >= MOST_LINES || bytes > MOST_BYTES + 1) && !line.trim().is_empty() {
            reader.reading.stopped = Some(index + 1);
            break;
        }
        fold(line, &mut folded);
        reader.line(folded.trim_end(), index + 1);
    }
    reader.finish()
}

#[derive(Default)]
struct Reader<'a> {
    reading: Reading,
    head: Option<Head>,
    /// Whether the line before was the head.
    just_headed: bool,
    /// What is known of the whole table.
    about: About<'a>,
    /// Whether the lines are of a record of income tax.
    in_tax: bool,
    /// Whether any line was.
    has_tax: bool,
    /// Cells of lines that have no more than one, while there is no head.
    stack: Stack,
    /// What lists of employers say of how long they paid.
    employed: Reading,
    /// The lines of such lists.
    employers: Vec<usize>,
}

impl Reader<'_> {
    fn line(&mut self, line: &str, number_of_line: usize) {
        if line.trim().is_empty() {
            return;
        }
        let mut separator = separator(line);
        if let Some(head) = &self.head {
            let commas = head.separator == Separator::Mark(',') && line.contains(',');
            if commas && separator == Separator::Space {
                separator = head.separator;
            }
        }
        let expected = self.head.as_ref().map(|head| head.columns.len());
        let yearly = self.head.as_ref().is_some_and(|head| head.has(|role| role == Role::Year));
        let mut cells = cells(line, separator, expected);
        if yearly {
            // A year and how many of its months were paid are no month.
            cells = cells.into_iter().flat_map(apart).collect();
        }
        if cells.len() > MOST_CELLS {
            return self.unread(&[], UnreadReason::TooWide, number_of_line);
        }
        if self.is_about_the_table(line, &cells, separator, number_of_line) {
            return;
        }
        let timely = cells.iter().any(|cell| time(cell).is_some())
            || yearly && cells.iter().any(|cell| is_year(cell));
        let stacked = !self.in_tax && self.stacked(&cells, separator, number_of_line);
        if !stacked {
            self.unstack();
        }
        if self.in_tax {
            if timely {
                self.unread(&cells, UnreadReason::IncomeTax, number_of_line);
            }
        } else if timely && !stacked {
            self.rows(&cells, separator, number_of_line);
        } else if !timely {
            self.without_month(line, &cells, number_of_line);
        }
    }

    /// Takes in a line that is a title, a head, or a line of totals; returns whether it was one.
    fn is_about_the_table(
        &mut self,
        line: &str,
        cells: &[&str],
        separator: Separator,
        number_of_line: usize,
    ) -> bool {
        let just_headed = std::mem::take(&mut self.just_headed);
        if cells.iter().any(|cell| words::is_tax(cell)) {
            (self.in_tax, self.has_tax, self.head) = (true, true, None);
            return false;
        }
        if let Some(head) = head(cells, separator) {
            self.unstack();
            (self.head, self.just_headed, self.in_tax) = (Some(head), true, false);
            return true;
        }
        if let Some(head) = self.head.as_mut().filter(|_| just_headed)
            && head.deepen(cells, separator)
        {
            return true;
        }
        self.in_tax &= !words::is_insurance(line);
        let Some(total) = total(line) else { return false };
        if let Some((months, until)) = total.filter(|_| !self.in_tax) {
            self.reading.totals.push(Total { months, until, line: number_of_line });
        }
        true
    }

    /// Puts a line aside that has one cell, or labels with their values; returns whether it was such a one.
    fn stacked(&mut self, cells: &[&str], separator: Separator, line: usize) -> bool {
        let labels = || cells.iter().step_by(2);
        let paired = separator == Separator::Colon
            && cells.len().is_multiple_of(2)
            && labels().any(|label| words::is_label(label) && words::role(label) != Role::Other)
            && labels().all(|label| time(label).is_none() && number(label).is_none());
        if paired {
            self.head = None;
            self.stack.push_pairs(cells, line);
        } else if let ([cell], None) = (cells, &self.head) {
            self.stack.push(cell, line);
        } else {
            return false;
        }
        true
    }

    /// Reads what was put aside.
    fn unstack(&mut self) {
        for card in std::mem::take(&mut self.stack).read(self.about) {
            let cells: Vec<&str> = card.cells.iter().map(String::as_str).collect();
            add(&mut self.reading, card.told, &cells, card.line);
        }
    }

    fn rows(&mut self, cells: &[&str], separator: Separator, line: usize) {
        let laid = self.head.as_ref().and_then(|head| Some((head, lay(head, cells, separator)?)));
        let mut told = Told { rows: Vec::new(), unread: Vec::new() };
        if let Some((head, laid)) = laid {
            if head.gives_totals() {
                let cell = |role: Role| {
                    let position = head.columns.iter().position(|column| column.role == role)?;
                    laid.cells[position]
                };
                if let Some(months) = cell(Role::Count).and_then(count) {
                    let until = cell(Role::To).and_then(month_of);
                    self.reading.totals.push(Total { months, until, line });
                    return;
                }
            } else {
                if !laid.month_left_over {
                    told = table::rows(head, &laid, self.about, line);
                }
                if head.lists_employers() {
                    self.employers.push(line);
                    return add(&mut self.employed, told, cells, line);
                }
            }
        }
        if told.rows.is_empty() && told.unread.is_empty() {
            told = guess::rows(cells, self.about.insurance, line);
        }
        if told.rows.is_empty() && told.unread.is_empty() && cells.iter().any(|cell| is_year(cell))
        {
            told.unread.push(UnreadReason::OnlyYear);
        }
        add(&mut self.reading, told, cells, line);
    }

    /// Takes in a line without a month: a title, a watermark, or a row that has lost its month.
    fn without_month(&mut self, line: &str, cells: &[&str], number_of_line: usize) {
        let amount =
            |cell: &&str| number(cell).is_some_and(|fen| (10_000..100_000_000).contains(&fen));
        let filled = cells.iter().filter(|cell| !is_blank(cell)).count();
        let row = |head: &Head| filled * 2 >= head.columns.len() / head.groups().len();
        let other = |cell: &&str| amount(cell) && !is_year(cell);
        if let Some(row) = guess::year_row(cells, self.about.insurance, number_of_line) {
            let told = Told { rows: vec![row], unread: Vec::new() };
            add(&mut self.reading, told, cells, number_of_line);
        } else if cells.iter().any(|cell| is_year(cell))
            && cells.iter().any(|cell| other(cell) || cell.ends_with("个月"))
        {
            self.unread(cells, UnreadReason::OnlyYear, number_of_line);
        } else if self.head.as_ref().is_some_and(row) && filled > 1 && cells.iter().any(amount) {
            self.unread(cells, UnreadReason::NoMonth, number_of_line);
        } else if line.contains("保险") && !line.contains("公司") {
            self.about.insurance = words::insurance(line).or(self.about.insurance);
        }
    }

    fn unread(&mut self, cells: &[&str], reason: UnreadReason, line: usize) {
        add(&mut self.reading, Told { rows: Vec::new(), unread: vec![reason] }, cells, line);
    }

    fn finish(mut self) -> Reading {
        self.unstack();
        let mut reading = self.reading;
        if reading.rows.is_empty() {
            reading.rows = self.employed.rows;
            reading.unread.append(&mut self.employed.unread);
        } else {
            reading.employers = self.employers;
        }
        reading.subject = match reading.rows.is_empty() {
            false => Subject::Insurance,
            true if self.has_tax => Subject::IncomeTax,
            true => Subject::Other,
        };
        reading
    }
}

/// Takes a cell apart where a year ends in it.
fn apart(cell: &str) -> impl Iterator<Item = &str> {
    let year = cell.split_once(char::is_whitespace).filter(|(year, _)| year.ends_with('年'));
    let (first, second) = year.map_or((cell, None), |(year, rest)| (year, Some(rest.trim())));
    std::iter::once(first).chain(second)
}

/// Adds what a line says.
fn add(reading: &mut Reading, mut told: Told, cells: &[&str], line: usize) {
    reading.rows.append(&mut told.rows);
    told.unread.dedup();
    let unread = |reason| Unread { line, reason, shown: mask::shown(cells) };
    reading.unread.extend(told.unread.into_iter().map(unread));
}
