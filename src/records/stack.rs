//! Records with one cell in a line, as they are copied from an app or from some PDFs: a label and its value in turns, or all
//! labels first and then the values of one row after the other.

use super::align::{Laid, lay};
use super::cell::Separator;
use super::guess;
use super::head::{Column, Head, Shape, WIDEST, column};
use super::reading::UnreadReason;
use super::row::About;
use super::table::{self, Told};
use super::words::{Role, is_label};

/// Cells of lines that follow each other.
#[derive(Default)]
pub(super) struct Stack {
    cells: Vec<Cell>,
}

struct Cell {
    text: String,
    line: usize,
    /// Whether a colon behind it shows that it is a label.
    is_named: bool,
}

/// What was read of some cells of a stack.
pub(super) struct Card {
    /// The line of the first.
    pub(super) line: usize,
    /// The cells.
    pub(super) cells: Vec<String>,
    /// What they say.
    pub(super) told: Told,
}

impl Stack {
    /// Puts a cell below the others.
    pub(super) fn push(&mut self, cell: &str, line: usize) {
        self.cells.push(Cell { text: cell.to_owned(), line, is_named: false });
    }

    /// Puts labels and their values below the others.
    pub(super) fn push_pairs(&mut self, cells: &[&str], line: usize) {
        for (position, cell) in cells.iter().enumerate() {
            let is_named = position % 2 == 0;
            self.cells.push(Cell { text: (*cell).to_owned(), line, is_named });
        }
    }

    /// Reads the cells.
    pub(super) fn read(&self, about: About<'_>) -> Vec<Card> {
        if self.cells.iter().any(|cell| cell.is_named) || self.alternates() {
            self.pairs(about)
        } else if let Some((head, rows)) = self.headed() {
            self.rows(&head, &rows, about)
        } else {
            let timely = self.cells.iter().filter(|cell| Shape::of(&cell.text).is_timely());
            let alone = |cell: &Cell| Card {
                line: cell.line,
                cells: vec![cell.text.clone()],
                told: guess::rows(&[&cell.text], about.insurance, cell.line),
            };
            timely.map(alone).collect()
        }
    }

    fn label(&self, position: Option<usize>) -> Option<Column> {
        let cell = &self.cells.get(position?)?.text;
        is_label(cell).then(|| column(cell))
    }

    /// Returns where the first month or number stands.
    fn first_value(&self) -> Option<usize> {
        self.cells.iter().position(|cell| !Shape::of(&cell.text).is_word())
    }

    /// Returns whether labels and values take turns.
    fn alternates(&self) -> bool {
        let Some(value) = self.first_value() else { return false };
        let own = self.label(value.checked_sub(1));
        let fits = own.is_some_and(|own| Head::fits(own, &Shape::of(&self.cells[value].text)));
        let before = self.label(value.checked_sub(2)).is_some();
        fits && !before && self.label(Some(value + 1)).is_some()
    }

    fn pairs(&self, about: About<'_>) -> Vec<Card> {
        let mut cards = Vec::new();
        let mut card: Vec<(Column, &Cell)> = Vec::new();
        let mut label = None;
        for cell in &self.cells {
            let shape = Shape::of(&cell.text);
            if cell.is_named || is_label(&cell.text) {
                let named = column(&cell.text);
                let again = |(column, _): &(Column, &Cell)| *column == named;
                if named.role != Role::Other && card.iter().any(again) {
                    cards.extend(read_card(&std::mem::take(&mut card), about));
                }
                label = Some(named);
            } else if let Some(column) = label.take()
                && Head::fits(column, &shape)
                && card.len() < WIDEST
            {
                card.push((column, cell));
            }
        }
        cards.extend(read_card(&card, about));
        cards
    }

    /// Returns the head whose labels stand before all values, and where each row begins.
    fn headed(&self) -> Option<(Head, Vec<usize>)> {
        let begin = (0..self.cells.len()).find(|position| self.label(Some(*position)).is_some())?;
        let is_timely = |cell: &Cell| Shape::of(&cell.text).is_timely();
        let month = begin + self.cells[begin..].iter().position(is_timely)?;
        let is_month = |position: &usize| {
            self.label(Some(*position)).is_some_and(|column| column.role == Role::Months)
        };
        let before = (begin..month).find(is_month)? - begin;
        let end = month.checked_sub(before).filter(|end| *end > begin + before)?;
        let columns = self.cells[begin..end].iter().map(|cell| column(&cell.text)).collect();
        let head = Head { columns, separator: Separator::Space };
        // Where a row can have a second month it begins after as many cells as the head has.
        let width = end - begin;
        let second = head.has(|role| matches!(role, Role::Late | Role::From | Role::To));
        let rows = match second {
            true => (end..self.cells.len()).step_by(width).collect(),
            false => {
                let months = (month..self.cells.len()).filter(|at| is_timely(&self.cells[*at]));
                months.map(|month| month - before).collect()
            }
        };
        (width > 1 && width <= WIDEST).then_some((head, rows))
    }

    fn rows(&self, head: &Head, rows: &[usize], about: About<'_>) -> Vec<Card> {
        let mut cards = Vec::new();
        for (place, begin) in rows.iter().enumerate() {
            let end = rows.get(place + 1).copied().unwrap_or(self.cells.len());
            let row = &self.cells[*begin..end.max(*begin)];
            let texts: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
            let (Some(first), Some(laid)) = (row.first(), lay(head, &texts, Separator::Space))
            else {
                continue;
            };
            let told = table::rows(head, &laid, about, first.line);
            cards.push(Card { line: first.line, cells: owned(&texts), told });
        }
        cards
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// Reads labels with their values; none where nothing of them is a month.
fn read_card(card: &[(Column, &Cell)], about: About<'_>) -> Option<Card> {
    let begins = |role| matches!(role, Role::Months | Role::From | Role::To);
    if !card.iter().any(|(column, _)| begins(column.role)) {
        return None;
    }
    let line = card.first()?.1.line;
    let columns = card.iter().map(|(column, _)| *column).collect();
    let head = Head { columns, separator: Separator::Space };
    let texts: Vec<&str> = card.iter().map(|(_, cell)| cell.text.as_str()).collect();
    let cells = texts.iter().map(|text| Some(*text)).collect();
    let laid = Laid {
        cells,
        exact: true,
        left_over: false,
        number_left_over: false,
        month_left_over: false,
    };
    let told = if head
        .has(|role| matches!(role, Role::Base(_) | Role::Kind | Role::Amount | Role::Paid))
    {
        table::rows(&head, &laid, about, line)
    } else {
        Told { rows: Vec::new(), unread: vec![UnreadReason::Unclear] }
    };
    Some(Card { line, cells: owned(&texts), told })
}
