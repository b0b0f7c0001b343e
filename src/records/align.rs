//! The cells of a line under the columns of its head.

use super::cell::Separator;
use super::head::{Column, Head, Shape, WIDEST};
use super::words::Role;

/// Which cell stands in which column.
pub(super) struct Laid<'a> {
    /// The cell of each column; none where it is empty.
    pub(super) cells: Vec<Option<&'a str>>,
    /// Whether the line shows which cell belongs where. Where it does not, a number may belong to its neighbour.
    pub(super) exact: bool,
    /// Whether a cell has no column.
    pub(super) left_over: bool,
    /// Whether a number is among those: any other may then stand in the wrong column.
    pub(super) number_left_over: bool,
    /// Whether a month is among them: then the line has more rows than the head.
    pub(super) month_left_over: bool,
}

/// Lays cells under columns: in their order where they fit so, else so that as little as possible is left over. None
/// where there are too many.
pub(super) fn lay<'a>(head: &Head, cells: &[&'a str], separator: Separator) -> Option<Laid<'a>> {
    if cells.len() > WIDEST {
        return None;
    }
    let columns = &head.columns;
    let shapes: Vec<Shape> = cells.iter().map(|cell| Shape::of(cell)).collect();
    let shown = shapes.iter().rposition(|cell| !cell.is_blank).map_or(0, |last| last + 1);
    let room = match separator {
        Separator::Mark(_) => shown <= columns.len(),
        Separator::Space | Separator::Colon => cells.len() == columns.len(),
    };
    let fits = |(column, cell): (&Column, &Shape)| cell.is_blank || Head::fits(*column, cell);
    let exact = room && columns.iter().zip(&shapes).all(fits);
    let places = if exact {
        (0..columns.len()).map(|place| (place < cells.len()).then_some(place)).collect()
    } else {
        cheapest(head, &shapes)
    };
    let filled = |place: &usize| !shapes[*place].is_blank;
    let mut left = vec![true; cells.len()];
    places.iter().flatten().for_each(|place| left[*place] = false);
    let left_over = |place: &usize| left[*place] && filled(place);
    let number = |place: usize| left_over(&place) && !shapes[place].is_word();
    let month = |place: usize| left_over(&place) && shapes[place].is_timely();
    let cell = |place: &Option<usize>| place.filter(filled).map(|place| cells[place]);
    Some(Laid {
        cells: places.iter().map(cell).collect(),
        exact,
        left_over: (0..cells.len()).any(|place| left_over(&place)),
        number_left_over: (0..cells.len()).any(number),
        month_left_over: (0..cells.len()).any(month),
    })
}

/// What it costs to leave a column empty.
fn empty(column: Column) -> u16 {
    match column.role {
        Role::Months | Role::From | Role::To | Role::Year => 20,
        Role::Late | Role::Other => 1,
        _ => 3,
    }
}

/// What it costs to leave a cell without a column.
const LEFT_OVER: u16 = 30;

/// What it costs to put a cell into a column; none where it does not fit.
fn put(column: Column, cell: &Shape) -> Option<u16> {
    let fits = cell.is_blank && column.role != Role::Index || Head::fits(column, cell);
    fits.then_some(u16::from(column.role == Role::Other))
}

/// Returns the cell of each column so that all costs as little as it can; of two ways the one that puts a cell first.
fn cheapest(head: &Head, cells: &[Shape]) -> Vec<Option<usize>> {
    let columns = &head.columns;
    // A group that is empty as a whole costs nothing: the column after it, where one begins.
    let mut after_group = vec![None; columns.len()];
    let mut end = columns.len();
    for start in head.groups().into_iter().rev() {
        after_group[start] = Some(end);
        end = start;
    }
    // What is left costs at each column and cell, from the end.
    let width = cells.len() + 1;
    let mut costs = vec![0_u16; (columns.len() + 1) * width];
    for column in (0..=columns.len()).rev() {
        for cell in (0..width).rev() {
            let later = |column: usize, cell: usize| costs[column * width + cell];
            let mut ways = [None; 4];
            if cell < cells.len() {
                ways[0] = Some(later(column, cell + 1) + LEFT_OVER);
            }
            if let Some(of) = columns.get(column) {
                ways[1] = Some(later(column + 1, cell) + empty(*of));
                ways[2] = after_group[column].map(|next| later(next, cell));
                let fit = cells.get(cell).and_then(|given| put(*of, given));
                ways[3] = fit.map(|cost| later(column + 1, cell + 1) + cost);
            }
            costs[column * width + cell] = ways.into_iter().flatten().min().unwrap_or(0);
        }
    }
    let mut laid = vec![None; columns.len()];
    let (mut column, mut cell) = (0, 0);
    while column < columns.len() {
        let later = |column: usize, cell: usize| costs[column * width + cell];
        let cost = later(column, cell);
        let fit = cells.get(cell).and_then(|given| put(columns[column], given));
        let next = after_group[column].filter(|next| later(*next, cell) == cost);
        if fit.is_some_and(|fit| later(column + 1, cell + 1) + fit == cost) {
            laid[column] = Some(cell);
            (column, cell) = (column + 1, cell + 1);
        } else if let Some(next) = next {
            column = next;
        } else if later(column + 1, cell) + empty(columns[column]) == cost {
            column += 1;
        } else {
            cell += 1;
        }
    }
    laid
}
