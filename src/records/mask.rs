//! What of a line can be shown without naming anybody.

use super::token::{Time, time};
use super::words::is_plain;

/// The most characters that are shown.
const LONGEST: usize = 40;

/// Writes the months and the plain words of some cells, and `…` for everything else.
pub(super) fn shown(cells: &[&str]) -> String {
    let mut shown = String::new();
    let mut length = 0;
    for cell in cells {
        // A day may be somebody's birthday.
        let month = time(cell).is_some_and(|time| !matches!(time, Time::Day(..)));
        let part = if month && cell.chars().count() <= 20 || is_plain(cell) { cell } else { "…" };
        if part == "…" && shown.ends_with('…') {
            continue;
        }
        length += part.chars().count() + 1;
        if length > LONGEST {
            break;
        }
        if !shown.is_empty() {
            shown.push(' ');
        }
        shown.push_str(part);
    }
    shown
}
