//! Months that follow each other, joined.

use super::row::{Coverage, Row, months_between};

/// How many periods of different bases or kinds can run through one month and still be joined.
const SIDE_BY_SIDE: usize = 64;

/// Joins rows that say the same of months that follow each other; a month that is told twice in the same words counts
/// once. A row that does not speak of each of its months is not joined. The periods come by their first month; each
/// has the line of its first row.
///
/// Rows of several insurances, and of several kinds, stay apart: whoever wants one month once chooses among them first.
pub fn periods(rows: &[Row]) -> Vec<Row> {
    let mut periods: Vec<Row> = Vec::new();
    // The periods that the next row can go on with.
    let mut running: Vec<usize> = Vec::new();
    for row in by_month(rows) {
        running.retain(|place| periods[*place].to.plus(1) >= row.from);
        let near = running.iter().rev().take(SIDE_BY_SIDE);
        match near.copied().find(|place| goes_on(&periods[*place], row)) {
            Some(place) => periods[place].to = periods[place].to.max(row.to),
            None => {
                running.push(periods.len());
                periods.push(*row);
            }
        }
    }
    periods
}

/// Returns whether a row says the same as a period that reaches up to it.
fn goes_on(period: &Row, row: &Row) -> bool {
    let same = |row: &Row| (row.insurance, row.kind, row.base, row.coverage, row.guessed);
    let again = (period.from, period.to) == (row.from, row.to);
    same(period) == same(row) && (again || row.coverage == Coverage::Each)
}

/// Returns rows by their first month; of one month in the order in which they come. There are far more rows than the
/// order of a table is made for, and few months.
fn by_month(rows: &[Row]) -> Vec<&Row> {
    let Some(first) = rows.iter().map(|row| row.from).min() else { return Vec::new() };
    let month = |row: &Row| months_between(first, row.from) as usize;
    let last = rows.iter().map(month).max().unwrap_or(0);
    // Where the rows of each month begin, after those of all months before.
    let mut places = vec![0; last + 1];
    rows.iter().for_each(|row| places[month(row)] += 1);
    let mut begin = 0;
    for place in &mut places {
        begin += std::mem::replace(place, begin);
    }
    let mut ordered: Vec<&Row> = rows.iter().collect();
    for row in rows {
        let place = &mut places[month(row)];
        ordered[*place] = row;
        *place += 1;
    }
    ordered
}
