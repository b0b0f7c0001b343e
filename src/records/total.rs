//! Lines that say how many months there are in all.

use super::token::month_at;
use super::words::total_at;
use crate::scheme::Month;

/// The most months that are believed: a hundred years.
const MOST: u32 = 1200;

/// Reads a line of totals: how many months, and up to which. None where the line gives none; the outer none where it is no
/// such line.
pub(super) fn total(line: &str) -> Option<Option<(u32, Option<Month>)>> {
    let begin = total_at(line)?;
    if line[begin..].starts_with("小计") {
        return Some(None);
    }
    let mut until = None;
    let mut months = None;
    let mut years = 0;
    let mut rest = line;
    while let Some(position) = rest.find(|character: char| character.is_ascii_digit()) {
        let at = line.len() - rest.len() + position;
        rest = &rest[position..];
        if let Some((month, after)) = month_at(rest) {
            until = until.or(Some(month));
            rest = after;
            continue;
        }
        let end = rest.find(|character: char| !character.is_ascii_digit() && character != '.');
        let (figures, after) = rest.split_at(end.unwrap_or(rest.len()));
        let joined = line[..at].ends_with([',', '-', '¥']) || after.starts_with([',', '元']);
        let whole = figures.parse::<u32>().ok().filter(|_| figures.len() <= 4);
        if let Some(number) = whole.filter(|number| *number <= MOST && at > begin && !joined) {
            if after.trim_start().starts_with('年') && number < 100 {
                years = number * 12;
                months = months.or(Some(years));
            } else if months.is_none() || months == Some(years) && years > 0 {
                months = Some(years + number);
                years = 0;
            }
        }
        rest = after;
    }
    Some(months.filter(|months| *months <= MOST).map(|months| (months, until)))
}
