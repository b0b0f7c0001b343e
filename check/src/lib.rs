//! Rule files: read, linted, and held against their worked examples. Never part of the page.

mod cases;
mod checking;
mod coverage;
mod fault;
mod findings;
mod holidays;
mod key_path;
mod lint;
mod read;
mod reader;
mod source_file;
mod thorough;
mod wording;

use std::path::{Path, PathBuf};

pub use cases::{Case, CaseKind, CasesFile, Expected};
pub use fault::Fault;

use checking::Checking;
use jifen::scheme::{Guide, Holidays, Scheme};

/// What a rules folder came to.
#[derive(Debug, Default)]
pub struct Checked {
    /// Every scheme that could be read, in the order of the tabs.
    pub schemes: Vec<Scheme>,
    /// The public holidays that are known.
    pub holidays: Holidays,
    /// The guide of each scheme, at its position.
    pub guides: Vec<Guide>,
    /// How many cases ran.
    pub cases: usize,
    /// The cases that did not run, because their scheme cannot be read whole.
    pub not_run: Vec<NotRun>,
    /// Everything that is wrong: what schemes share first, then scheme by scheme its rules, its guide and its cases.
    pub faults: Vec<Fault>,
}

/// The cases of a scheme that did not run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotRun {
    /// The scheme's id.
    pub scheme: String,
    /// How many cases there are.
    pub cases: usize,
}

/// How closely rules are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// Every file is read and linted, and every case is run.
    #[default]
    Usual,
    /// What scores is changed as well, one thing at a time, and some case has to notice.
    Thorough,
}

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
