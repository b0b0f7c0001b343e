//! What a person has marked in a worksheet, held against the file as it is now.

use std::collections::BTreeMap;

use super::error::ReviewError;
use super::lines::Line;
use super::sheet::Row;

/// What a tick may look like.
const TICKS: [&str; 10] = ["x", "✓", "✔", "√", "v", "y", "yes", "是", "对", "1"];

/// A line that was held against the text.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// The line in the worksheet.
    pub(super) at: u64,
    /// The value as the text has it, as the file writes it; none where it stays.
    pub(super) correct: Option<String>,
    /// The article, in Chinese and English, where one is given.
    pub(super) article: Option<(String, String)>,
}

/// Returns the marks by the positions of their lines.
///
/// # Errors
/// At the first that cannot be applied.
pub(super) fn marks(rows: &[Row], lines: &[Line]) -> Result<BTreeMap<usize, Mark>, ReviewError> {
    let mut marks = BTreeMap::new();
    for row in rows {
        let mark = mark(row, lines).map_err(|why| refused(row, why))?;
        if let Some((position, mark)) = mark
            && marks.insert(position, mark).is_some()
        {
            return Err(refused(row, "it stands in the worksheet twice".to_owned()));
        }
    }
    Ok(marks)
}

fn refused(row: &Row, why: String) -> ReviewError {
    ReviewError::Line { line: row.at, id: row.cell("id").to_owned(), why }
}

fn mark(row: &Row, lines: &[Line]) -> Result<Option<(usize, Mark)>, String> {
    let (tick, correct) = (row.cell("tick"), row.cell("correct"));
    let ticked = TICKS.contains(&tick.to_lowercase().as_str());
    if !tick.is_empty() && !ticked {
        return Err(format!("`{tick}` under `tick` is neither x nor empty"));
    }
    if !ticked && correct.is_empty() {
        return Ok(None);
    }
    let id = row.cell("id");
    let Some(position) = lines.iter().position(|line| line.id == id) else {
        return Err("the rule file holds no such line; write a new worksheet".to_owned());
    };
    let correct = correction(row, &lines[position])?;
    let article = match (row.cell("article-zh"), row.cell("article-en")) {
        ("", "") => None,
        ("", _) | (_, "") => return Err("the article is wanted in both languages".to_owned()),
        (zh, en) => Some((zh.to_owned(), en.to_owned())),
    };
    Ok(Some((position, Mark { at: row.at, correct, article })))
}

/// Returns the value that a row corrects its line to, if it does.
fn correction(row: &Row, line: &Line) -> Result<Option<String>, String> {
    let changed = || "the rule file has changed here since; write a new worksheet".to_owned();
    let (now, correct) = (row.cell("now"), row.cell("correct"));
    if row.cell("zh") != line.zh.trim() {
        return Err(changed());
    }
    let Some(value) = &line.value else {
        return match correct {
            "" => Ok(None),
            _ => Err("this is a sentence; correct it in the rule file".to_owned()),
        };
    };
    let kind = value.kind;
    let done = !correct.is_empty() && kind.same(&value.text, correct);
    if !kind.same(&value.text, now) && !done {
        return Err(changed());
    }
    if correct.is_empty() || done {
        return Ok(None);
    }
    let literal = kind.literal(correct);
    literal.map(Some).ok_or_else(|| format!("`{correct}` is not {}", kind.wanted()))
}
