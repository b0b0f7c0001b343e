//! The head of a table: what stands in which column.

use super::cell::Separator;
use super::row::Insurance;
use super::token::{Time, count, is_blank, is_year, number, time};
use super::words::{Role, insurance, role};

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Column {
    /// What stands in it.
    pub(super) role: Role,
    /// Of which insurance, where that is told.
    pub(super) insurance: Option<Insurance>,
}

/// The head of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// Its columns, from the left.
    pub(super) columns: Vec<Column>,
    /// What separates its cells.
    pub(super) separator: Separator,
}

/// The most columns that a table can have.
pub(super) const WIDEST: usize = 64;

/// Reads the cells of a line as a head; none where they are not one. A head has a column of months, or of years with one of
/// how many months, and one more that is known, and no number.
pub(super) fn head(cells: &[&str], separator: Separator) -> Option<Head> {
    let columns = columns(cells, separator)?;
    let says = |column: &&Column| !matches!(column.role, Role::Other | Role::Place);
    let known = columns.iter().filter(says).count();
    let has = |role: Role| columns.iter().any(|column| column.role == role);
    let timely = columns.iter().any(|column| is_timely(column.role))
        || has(Role::Year) && has(Role::Count) && known > 2;
    (known > 1 && timely).then_some(Head { columns, separator })
}

fn is_timely(role: Role) -> bool {
    matches!(role, Role::Months | Role::From | Role::To)
}

fn columns(cells: &[&str], separator: Separator) -> Option<Vec<Column>> {
    // A unit that a space has cut off a word is no column.
    let unit = |cell: &&str| separator == Separator::Space && cell.starts_with('(');
    let cells: Vec<&str> = cells.iter().copied().filter(|cell| !unit(cell)).collect();
    let figures = |cell: &str| cell.bytes().filter(u8::is_ascii_digit).count();
    let holds = |cell: &&str| figures(cell) > 2 || number(cell).is_some();
    if cells.len() > WIDEST || cells.iter().any(holds) {
        return None;
    }
    let mut columns: Vec<Column> = cells.iter().map(|cell| column(cell)).collect();
    prefer_own_base(&mut columns, &cells);
    let bases = columns.iter().filter(|column| matches!(column.role, Role::Base(_))).count();
    if separator == Separator::Space && bases > 1 {
        name_bases(&mut columns, &cells);
    }
    Some(columns)
}

/// Returns what stands under a cell of a head.
pub(super) fn column(cell: &str) -> Column {
    Column { role: role(cell), insurance: insurance(cell) }
}

/// Where the person has a base and the employer another, that of the employer is only a number.
fn prefer_own_base(columns: &mut [Column], cells: &[&str]) {
    let is_base = |column: &Column| matches!(column.role, Role::Base(_));
    let mut pairs = columns.iter().zip(cells);
    if pairs.any(|(column, cell)| is_base(column) && cell.contains("个人")) {
        for (column, cell) in columns.iter_mut().zip(cells) {
            if is_base(column) && cell.contains("单位") {
                column.role = Role::Amount;
            }
        }
    }
}

/// Joins the name of an insurance to the base behind it, where a space has come between them.
fn name_bases(columns: &mut Vec<Column>, cells: &[&str]) {
    let named = |cell: &str| insurance(cell).is_some() && cell.chars().count() <= 6;
    let mut before: Option<Column> = None;
    let given = std::mem::take(columns);
    for (mut column, cell) in given.into_iter().zip(cells) {
        if let (Role::Base(_), None, Some(name)) = (column.role, column.insurance, before) {
            columns.pop();
            column.insurance = name.insurance;
        }
        let names = column.role == Role::Amount && named(cell);
        before = names.then_some(column);
        columns.push(column);
    }
}

/// What a cell can be taken for.
pub(super) struct Shape {
    time: Option<Time>,
    count: Option<u32>,
    is_number: bool,
    is_year: bool,
    /// Whether it says nothing.
    pub(super) is_blank: bool,
}

impl Shape {
    /// Looks at a cell.
    pub(super) fn of(cell: &str) -> Shape {
        let (time, count) = (time(cell), count(cell));
        let (is_number, is_year) = (number(cell).is_some(), is_year(cell));
        Shape { time, count, is_number, is_year, is_blank: is_blank(cell) }
    }

    /// Returns whether it is neither a number nor a month.
    pub(super) fn is_word(&self) -> bool {
        self.time.is_none() && !self.is_number
    }

    /// Returns whether it is a month, or months.
    pub(super) fn is_timely(&self) -> bool {
        self.time.is_some_and(|time| !matches!(time, Time::Day(..)))
    }
}

impl Head {
    /// Takes in a second line of the head, which says what stands under the names of insurances in this one. Returns
    /// whether the line was such a one.
    pub(super) fn deepen(&mut self, cells: &[&str], separator: Separator) -> bool {
        let Some(second) = columns(cells, separator) else { return false };
        let counted = |column: &&Column| matches!(column.role, Role::Count | Role::Base(_));
        let named = |column: &Column| column.role == Role::Amount && column.insurance.is_some();
        let names: Vec<Column> = self.columns.iter().copied().filter(named).collect();
        if names.is_empty() || second.iter().filter(counted).count() < 2 {
            return false;
        }
        let blank = |cell: Option<&&str>| cell.is_none_or(|cell| is_blank(cell));
        let others = || self.columns.iter().copied().filter(|column| !named(column));
        let mut deeper: Vec<Column> = Vec::new();
        if blank(cells.first()) {
            // Each cell stands under its own; a name counts for the empty cells behind it.
            let mut name = None;
            for (position, column) in second.into_iter().enumerate() {
                let above = self.columns.get(position).copied();
                name = above.filter(named).or(name);
                let insurance = name.and_then(|name| name.insurance);
                match above.filter(|_| blank(cells.get(position))) {
                    Some(above) => deeper.push(above),
                    None => deeper.push(Column { role: column.role, insurance }),
                }
            }
        } else {
            deeper.extend(others());
            // With each return of the first column the next insurance begins.
            let first = second.first().map(|column| column.role);
            let mut begun = 0;
            for (position, column) in second.into_iter().enumerate() {
                if position > 0 && Some(column.role) == first {
                    begun += 1;
                }
                let insurance = names.get(begun).and_then(|name| name.insurance);
                deeper.push(Column { role: column.role, insurance });
            }
        }
        deeper.truncate(WIDEST);
        self.columns = deeper;
        true
    }

    /// Returns whether a cell can stand in a column.
    pub(super) fn fits(column: Column, cell: &Shape) -> bool {
        match column.role {
            Role::Index | Role::Count | Role::Owed | Role::Less => cell.count.is_some(),
            // A spreadsheet makes a month its first day; other days are those of a print.
            Role::Months => cell.time.is_some_and(|time| !matches!(time, Time::Day(_, 2..))),
            Role::From | Role::To => cell.time.is_some(),
            Role::Year => cell.is_year,
            Role::Base(_) | Role::Amount | Role::Paid => cell.is_number,
            Role::Kind | Role::Insurance => {
                cell.is_word() || cell.count.is_some_and(|code| code < 1000)
            }
            Role::Employer => cell.is_word(),
            Role::Late => cell.time.is_some() || !cell.is_number || cell.count.is_some(),
            Role::Arrived | Role::Place | Role::Other => true,
        }
    }

    /// Returns where the groups of columns begin, of which some tables have several side by side.
    pub(super) fn groups(&self) -> Vec<usize> {
        let of = |role: Role| {
            let of =
                |(position, column): (usize, &Column)| (column.role == role).then_some(position);
            self.columns.iter().enumerate().filter_map(of).collect::<Vec<usize>>()
        };
        let several = [of(Role::Months), of(Role::From)].iter().any(|places| places.len() > 1);
        match self.columns.first() {
            Some(first) if several => of(first.role),
            _ => vec![0],
        }
    }

    /// Returns whether it has a column of a kind.
    pub(super) fn has(&self, asked: impl Fn(Role) -> bool) -> bool {
        self.columns.iter().any(|column| asked(column.role))
    }

    /// Returns whether its rows give totals up to a month.
    pub(super) fn gives_totals(&self) -> bool {
        let begins = |role| matches!(role, Role::Months | Role::From | Role::Year);
        !self.has(begins) && self.has(|role| role == Role::Count)
    }

    /// Returns whether its rows tell of employers and how long they paid, not of months.
    pub(super) fn lists_employers(&self) -> bool {
        let tells = |role| {
            matches!(role, Role::Base(_) | Role::Kind | Role::Late | Role::Amount | Role::Paid)
        };
        self.has(|role| role == Role::Employer) && !self.has(tells)
    }
}
