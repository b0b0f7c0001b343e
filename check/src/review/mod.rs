//! A worksheet for the person who holds the official text, and the way back from it into the rule file.

mod apply;
mod described;
mod error;
mod lines;
mod literal;
mod marks;
mod sheet;

use std::fs;
use std::path::Path;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub use apply::Reviewed;
pub use error::ReviewError;

use super::source_file::SourceFile;
use super::written;
use apply::Changes;
use lines::Line;
use sheet::Row;

/// Returns the worksheet of a rule file such as `shanghai/scheme.toml`, named from the rules folder.
///
/// # Errors
/// Where the file, or the shared questions, cannot be read.
pub fn worksheet(rules: &Path, file: &str) -> Result<String, ReviewError> {
    let (source, shared) = (open(rules, file)?, open(rules, "questions.toml")?);
    let (table, shared) = (source.table(), shared.table());
    let lines = lines::lines(&source, &table, &shared);
    let rows: Vec<Row> = lines.iter().map(|line| row(&source, &table, line)).collect();
    sheet::write(file, &rows)
}

/// Applies a filled worksheet to the rule file that it is about: only what was marked changes, and nothing where
/// anything in it cannot be applied. `on` is the day on which the text was read.
///
/// # Errors
/// At the first line that cannot be applied.
pub fn apply_worksheet(
    rules: &Path,
    file: &str,
    worksheet: &str,
    on: Date,
) -> Result<Reviewed, ReviewError> {
    let (source, shared) = (open(rules, file)?, open(rules, "questions.toml")?);
    let (table, shared) = (source.table(), shared.table());
    let (of, rows) = sheet::read(worksheet)?;
    if of != file {
        return Err(ReviewError::OtherFile { given: of, wanted: file.to_owned() });
    }
    let lines = lines::lines(&source, &table, &shared);
    let marks = marks::marks(&rows, &lines)?;
    let (text, reviewed) = Changes::apply(&source, &table, &lines, &marks, on)?;
    if text != source.text() {
        write(source.path(), &text)?;
    }
    Ok(reviewed)
}

/// The worksheet's row of a line.
fn row(source: &SourceFile, table: &DeTable<'_>, line: &Line) -> Row {
    let evidence = line.evidence.as_ref().and_then(|evidence| written::at(table, evidence));
    let of_evidence = |key| evidence.and_then(|evidence| written::text(evidence, key));
    let article = evidence.and_then(|evidence| evidence.as_table()?.get("article"));
    let article = |language| article.and_then(|article| written::text(article.get_ref(), language));
    let own = |text: Option<&str>| text.unwrap_or_default().to_owned();
    Row::of([
        String::new(),
        line.value.as_ref().map(|value| value.text.clone()).unwrap_or_default(),
        String::new(),
        line.zh.clone(),
        line.en.clone(),
        own(article("zh")),
        own(article("en")),
        own(of_evidence("document").or(of_evidence("id"))),
        own(of_evidence("grade")),
        publishers(table, evidence),
        line.id.clone(),
        source.line(&line.place).to_string(),
    ])
}

/// The publishers of the sources that evidence names, in Chinese.
fn publishers(table: &DeTable<'_>, evidence: Option<&DeValue<'_>>) -> String {
    let named =
        evidence.and_then(|evidence| evidence.as_table()?.get("sources")?.get_ref().as_array());
    let sources = table.get("source").and_then(|sources| sources.get_ref().as_array());
    let publisher = |id: &str| {
        let sources = sources.into_iter().flatten().map(Spanned::get_ref);
        let source = sources.into_iter().find(|source| written::text(source, "id") == Some(id));
        let publisher = source?.as_table()?.get("publisher")?.get_ref();
        written::text(publisher, "zh")
    };
    let named = named.into_iter().flatten().filter_map(|id| publisher(id.get_ref().as_str()?));
    named.collect::<Vec<_>>().join("、")
}

fn open(rules: &Path, file: &str) -> Result<SourceFile, ReviewError> {
    let path = rules.join(file);
    if let Err(error) = fs::metadata(&path) {
        return Err(ReviewError::File { file: path, error });
    }
    SourceFile::open(&path, &mut Vec::new()).ok_or(ReviewError::NotToml(path))
}

/// Writes a file whole or not at all.
fn write(path: &Path, text: &str) -> Result<(), ReviewError> {
    let beside = path.with_extension("toml.new");
    fs::write(&beside, text)
        .and_then(|()| fs::rename(&beside, path))
        .map_err(|error| ReviewError::File { file: path.to_owned(), error })
}
