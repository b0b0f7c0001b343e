//! What of the rules somebody has to look at: what ends, what ages, what rests on little.
//!
//! The files are read as they are written, so every value is told once and at its line, whatever is made of it.

mod dates;
mod evidence;
mod file;
mod holidays;
mod item;
mod rounds;
mod span;

use std::path::Path;

use jiff::civil::Date;

pub use item::{Due, Urgency};

use super::source_file::SourceFile;
use super::{LoadError, read};
use file::{Dates, File};
use jifen::scheme::EditionKind;
use span::Span;

/// Returns what is due in a rules folder on a day and over some months after it, the most urgent first.
///
/// # Errors
/// Where the folder or a file of it cannot be read.
pub fn due(rules: &Path, on: Date, months: u16) -> Result<Vec<Due>, LoadError> {
    let unreadable = |error| LoadError::Unreadable(rules.to_owned(), error);
    let span = Span::of(on, months);
    let mut found = Vec::new();
    let holidays = rules.join("holidays.toml");
    if holidays.exists() {
        look(&[open(&holidays)?], &mut found, |file, _| holidays::look(file, span));
    }
    for folder in read::scheme_folders(rules).map_err(unreadable)? {
        let editions = read::edition_files(&folder).map_err(unreadable)?;
        let editions = editions.iter().map(|path| open(path)).collect::<Result<Vec<_>, _>>()?;
        look(&editions, &mut found, |file, starts| {
            dates::look(file, span, starts);
            rounds::look_at_known(file, span);
            evidence::look(file, span);
        });
        look(&[open(&folder.join("guide.toml"))?], &mut found, |file, _| {
            rounds::look(file, span);
            evidence::look(file, span);
        });
    }
    found.sort();
    Ok(found)
}

/// Looks through files; the looks also learn the first days of the editions among them.
fn look(
    sources: &[SourceFile],
    found: &mut Vec<Due>,
    mut look: impl FnMut(&mut File<'_>, &[Date]),
) {
    let tables: Vec<_> = sources.iter().map(SourceFile::table).collect();
    let mut starts = Vec::new();
    for (source, table) in sources.iter().zip(&tables) {
        let file = File { source, table, found };
        let edition = file.get::<Dates>("edition");
        // A draft follows nothing until it is adopted.
        let adopted = edition.filter(|edition| edition.kind == EditionKind::Adopted);
        starts.extend(adopted.and_then(|edition| edition.from));
    }
    for (source, table) in sources.iter().zip(&tables) {
        look(&mut File { source, table, found }, &starts);
    }
}

/// Opens a rule file.
fn open(path: &Path) -> Result<SourceFile, LoadError> {
    let mut faults = Vec::new();
    SourceFile::open(path, &mut faults).ok_or(LoadError::Faulty(faults.len()))
}
