//! Rule files: read, linted, and held against their worked examples. Never part of the page.

mod cases;
mod coverage;
mod fault;
mod lint;
mod read;
mod sheet;

use std::path::Path;

pub use cases::{Case, CaseKind, CasesFile, Expected};
pub use fault::Fault;

use crate::scheme::Scheme;

/// What a rules folder came to.
#[derive(Debug, Default)]
pub struct Checked {
    /// Every scheme that could be read, by id.
    pub schemes: Vec<Scheme>,
    /// How many cases ran.
    pub cases: usize,
    /// Everything that is wrong.
    pub faults: Vec<Fault>,
}

/// Reads the schemes of a rules folder, lints them and runs their cases. Every fault is found, not only the first.
///
/// # Errors
/// Where the folder itself cannot be read.
pub fn check(rules: &Path) -> std::io::Result<Checked> {
    let folders = read::scheme_folders(rules)?;
    let mut checked = Checked::default();
    let faults = &mut checked.faults;
    let Some(shared) = read::shared_questions(rules, faults) else { return Ok(checked) };
    let mut used = Vec::new();
    for folder in folders {
        let Some(read) = read::scheme(&folder, &shared.questions, faults) else { continue };
        used.extend(read.scheme.questions.iter().map(|question| question.id.clone()));
        let before = faults.len();
        lint::scheme(&read, &shared, faults);
        let outcomes = cases::run(&folder, &read.scheme, faults);
        checked.cases += outcomes.len();
        // Coverage of broken rules would only repeat what is already said.
        if faults.len() == before {
            coverage::check(&read, &outcomes, faults);
        }
        checked.schemes.push(read.scheme);
    }
    lint::questions(&shared, &used, faults);
    checked.schemes.sort_by(|one, other| (one.city.tab, &one.id).cmp(&(other.city.tab, &other.id)));
    faults.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
    faults.dedup();
    Ok(checked)
}
