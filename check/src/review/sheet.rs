//! The worksheet as a table with tabs between its cells: every spreadsheet opens it, any editor too, and a cell that a
//! person leaves alone comes back as it was.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, WriterBuilder};

use super::error::ReviewError;

/// What Excel needs to see to read Chinese.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The columns, by their heads.
pub(super) const COLUMNS: [&str; 12] = [
    "tick",
    "now",
    "correct",
    "zh",
    "en",
    "article-zh",
    "article-en",
    "document",
    "grade",
    "sources",
    "id",
    "line",
];

/// What a person needs to know to fill it in.
const HELP: [&str; 5] = [
    "# 拿着公布的正式文本，从上往下逐行核对。与文本一致：在 tick 列打 x。数字不同：在 correct 列写正确的。没有核对的留空。",
    "# 条款写在 article-zh（如 第二十四条）和 article-en（如 Article 24）两列，两列都要写；其余各列不要改。",
    "# Hold each line against the text as it was published, from the top down. The same: x under tick. Another value: the right one",
    "# under correct. Not held against it: leave both empty. The article stands in both languages. Change no other column.",
    "# The numbers and days below a statement are its values; its grade rises once the statement and all of them are ticked or corrected.",
];

/// A line of the worksheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// Where it stands in the worksheet, from 1.
    pub(super) at: u64,
    cells: BTreeMap<String, String>,
}

impl Row {
    /// Makes a row of cells in the order of the columns.
    pub(super) fn of(cells: [String; COLUMNS.len()]) -> Row {
        let columns = COLUMNS.iter().map(|column| (*column).to_owned());
        Row { at: 0, cells: columns.zip(cells).collect() }
    }

    /// Returns the cell of a column, without spaces around it.
    pub(super) fn cell(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }
}

/// Writes a worksheet; `of` names the file that it is about.
///
/// # Errors
/// Where a row cannot be written, which memory alone could cause.
pub(super) fn write(of: &str, rows: &[Row]) -> Result<String, ReviewError> {
    let mut writer = WriterBuilder::new().delimiter(b'\t').flexible(true).from_writer(Vec::new());
    let mut put = |cells: Vec<&str>| writer.write_record(cells).map_err(ReviewError::unreadable);
    put(vec!["#", of])?;
    for line in HELP {
        put(vec![line])?;
    }
    put(COLUMNS.to_vec())?;
    for row in rows {
        put(COLUMNS.iter().map(|column| row.cell(column)).collect())?;
    }
    let bytes = writer.into_inner().map_err(|error| ReviewError::unreadable(error.into_error()))?;
    let text = String::from_utf8(bytes).map_err(ReviewError::unreadable)?;
    Ok(format!("{BYTE_ORDER_MARK}{text}"))
}

/// Reads a worksheet, whatever a spreadsheet put between its cells; returns what it is about, and its rows.
///
/// # Errors
/// Where it is no worksheet.
pub(super) fn read(text: &str) -> Result<(String, Vec<Row>), ReviewError> {
    let text = text.trim_start_matches(BYTE_ORDER_MARK);
    let head = text.lines().find(|line| COLUMNS.iter().all(|column| line.contains(column)));
    let between = head.and_then(|head| ['\t', ';', ','].into_iter().find(|c| head.contains(*c)));
    let between = between.ok_or(ReviewError::NoWorksheet)?;
    let mut reader = ReaderBuilder::new()
        .delimiter(between as u8)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut of = None;
    let mut columns: Option<Vec<String>> = None;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(ReviewError::unreadable)?;
        let first = record.get(0).unwrap_or_default().trim();
        if first.starts_with('#') {
            let about = record.get(1).map(str::trim).filter(|about| !about.is_empty());
            of = of.or(about.filter(|_| first == "#").map(str::to_owned));
            continue;
        }
        match &columns {
            None => columns = Some(record.iter().map(|head| head.trim().to_owned()).collect()),
            Some(columns) => {
                let at = record.position().map_or(0, csv::Position::line);
                let cells = record.iter().map(str::to_owned);
                rows.push(Row { at, cells: columns.iter().cloned().zip(cells).collect() });
            }
        }
    }
    let of = of.ok_or(ReviewError::NoWorksheet)?;
    rows.retain(|row| row.cells.values().any(|cell| !cell.trim().is_empty()));
    Ok((of, rows))
}
