//! A line as cells.

use super::token::time;

/// What stands between the cells of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Separator {
    /// One that shows empty cells.
    Mark(char),
    /// Any number of spaces: an empty cell leaves no trace.
    Space,
    /// A colon behind each label, and whatever else separates.
    Colon,
}

/// Returns what separates the cells of a line.
pub(super) fn separator(line: &str) -> Separator {
    if line.contains('\t') {
        return Separator::Mark('\t');
    }
    for mark in ['|', ';'] {
        if line.matches(mark).nth(1).is_some() {
            return Separator::Mark(mark);
        }
    }
    let colons = (0..line.len()).filter(|position| is_colon(line, *position)).count();
    if colons > 0 && colons >= line.matches(',').count() {
        return Separator::Colon;
    }
    let separates = line.match_indices(',').any(|(position, _)| !groups_thousands(line, position));
    if separates { Separator::Mark(',') } else { Separator::Space }
}

/// Returns whether a colon stands at a position, other than that of a time of day.
fn is_colon(line: &str, position: usize) -> bool {
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = line.as_bytes();
    let before = position.checked_sub(1).and_then(|before| bytes.get(before));
    let between = digit(before) && digit(bytes.get(position + 1));
    bytes.get(position) == Some(&b':') && !between
}

/// Returns whether the comma at a position stands in a number such as 12,434.00.
fn groups_thousands(line: &str, position: usize) -> bool {
    let digits = |bytes: &mut dyn Iterator<Item = &u8>| {
        bytes.take_while(|byte| byte.is_ascii_digit()).take(5).count()
    };
    let (before, after) = line.as_bytes().split_at(position);
    let before = digits(&mut before.iter().rev());
    let after = digits(&mut after.iter().skip(1));
    (1..=3).contains(&before) && after == 3
}

/// Cuts a line into its cells; into so many, if it can be cut so by the commas that group no thousands.
pub(super) fn cells(line: &str, separator: Separator, expected: Option<usize>) -> Vec<&str> {
    let mut cells = Vec::new();
    match separator {
        Separator::Space => spaced(line, |_, character| character.is_whitespace(), &mut cells),
        Separator::Colon => {
            let gap = |position: usize, character: char| match character {
                ':' => is_colon(line, position),
                ',' => !groups_thousands(line, position),
                other => other.is_whitespace() || matches!(other, ';' | '|'),
            };
            spaced(line, gap, &mut cells);
        }
        Separator::Mark(mark) => {
            let line = if mark == '|' { line.trim().trim_matches('|') } else { line };
            // Where each comma that separates has a space behind it, those without one group thousands.
            let separating = |position: usize| mark == ',' && !groups_thousands(line, position);
            let mut commas = line.match_indices(',').filter(|(at, _)| separating(*at));
            let airy = mark == ',' && commas.all(|(at, _)| line[at + 1..].starts_with(' '));
            marked(line, mark, airy, &mut cells);
            if mark == ',' && !airy && expected.is_none_or(|expected| expected < cells.len()) {
                let mut fewer = Vec::new();
                marked(line, mark, true, &mut fewer);
                let whole = |cell: &&str| cell.contains(',') && cell.contains('.');
                if expected.map_or(fewer.iter().any(whole), |expected| expected == fewer.len()) {
                    cells = fewer;
                }
            }
        }
    }
    cells
}

fn marked<'a>(line: &'a str, mark: char, grouping: bool, cells: &mut Vec<&'a str>) {
    let mut begin = 0;
    let mut quoted = false;
    for (position, character) in line.char_indices() {
        if character == '"' {
            quoted = !quoted;
        } else if character == mark && !quoted && !(grouping && groups_thousands(line, position)) {
            cells.push(bare(&line[begin..position]));
            begin = position + mark.len_utf8();
        }
    }
    cells.push(bare(&line[begin..]));
}

/// Takes off what spreadsheets put around a cell so that it stays a text.
fn bare(cell: &str) -> &str {
    cell.trim().trim_start_matches('=').trim_matches(['"', '\'', '`']).trim()
}

fn spaced<'a>(line: &'a str, is_gap: impl Fn(usize, char) -> bool, cells: &mut Vec<&'a str>) {
    let mut begin = None;
    let end = std::iter::once((line.len(), ' '));
    // Where each cell begins; one that goes on with what came before is joined to it.
    let mut starts: Vec<usize> = Vec::new();
    for (position, character) in line.char_indices().chain(end) {
        if position < line.len() && !is_gap(position, character) {
            begin = begin.or(Some(position));
        } else if let Some(start) = begin.take() {
            let joined = (1..=2).filter(|back| *back <= starts.len()).find(|back| {
                let whole = &line[starts[starts.len() - back]..position];
                whole.len() <= 40 && goes_on(&line[start..position], whole)
            });
            if let Some(back) = joined {
                starts.truncate(starts.len() - (back - 1));
                cells.truncate(starts.len() - 1);
            } else {
                starts.push(start);
            }
            cells.push(&line[starts[starts.len() - 1]..position]);
        }
    }
}

/// Returns whether the last part belongs to what stands before it: a mark, or the rest of a month.
fn goes_on(part: &str, whole: &str) -> bool {
    if part.chars().all(|character| matches!(character, '*' | '#' | '&')) {
        return true;
    }
    let measured =
        |unit: &str| part == unit && whole.starts_with(|first: char| first.is_ascii_digit());
    if measured("元") || measured("个月") {
        return true;
    }
    let glue = |character: char| matches!(character, '年' | '-' | '~' | '至' | '到');
    let before = whole[..whole.len() - part.len()].trim_end();
    let glued = before.ends_with(glue)
        || part.starts_with(glue)
        || part.starts_with('月')
        || before.ends_with('.');
    glued && time(whole).is_some()
}
