//! Rule files: read, linted, and held against their worked examples. Never part of the page.

mod cases;
mod checked;
mod checking;
mod coverage;
mod due;
mod fault;
mod findings;
mod glossary;
mod holidays;
mod inherited;
mod key_path;
mod layers;
mod lint;
mod merge;
mod read;
mod reader;
mod review;
mod source_file;
mod thorough;
mod unasked;
mod wording;
mod written;

use std::path::{Path, PathBuf};

pub use cases::{Case, CaseKind, CasesFile, ExampleName, Expected};
pub use checked::{Checked, Depth, NotRun};
pub use due::{Due, Urgency, due};
pub use fault::Fault;
pub use review::{ReviewError, Reviewed, apply_worksheet, worksheet};

use checking::Checking;

/// Reads the schemes of a rules folder, lints them and runs their cases. Every fault is found, not only the first.
///
/// # Errors
/// Where the folder itself cannot be read.
pub fn check(rules: &Path) -> std::io::Result<Checked> {
    check_with(rules, Depth::Usual)
}

/// Checks the schemes of a rules folder, as closely as is asked.
///
/// # Errors
/// Where the folder itself cannot be read.
pub fn check_with(rules: &Path, depth: Depth) -> std::io::Result<Checked> {
    let folders = read::scheme_folders(rules)?;
    Ok(Checking::of(rules, &folders, depth, true))
}

/// Checks a single scheme; whether others use the shared questions is left aside.
#[must_use]
pub fn check_scheme(rules: &Path, id: &str, depth: Depth) -> Checked {
    Checking::of(rules, &[rules.join(id)], depth, false)
}

/// Returns the rules where they are sound: nothing is computed from rules with faults.
///
/// # Errors
/// Where the folder cannot be read, or anything in it is wrong.
pub fn load(rules: &Path) -> Result<Checked, LoadError> {
    let checked = check(rules).map_err(|source| LoadError::Unreadable(rules.to_owned(), source))?;
    match checked.faults.len() {
        0 => Ok(checked),
        count => Err(LoadError::Faulty(count)),
    }
}

/// Why there are no rules to compute with.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The folder cannot be read.
    #[error("the rules folder {} cannot be read; name one with --rules", .0.display())]
    Unreadable(PathBuf, #[source] std::io::Error),
    /// The rules have this many faults.
    #[error("the rules have {0} faults, so nothing is computed from them; `check` lists them")]
    Faulty(usize),
}
