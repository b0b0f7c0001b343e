//! Rule files: read, linted, and held against their worked examples. Never part of the page.

mod cases;
mod coverage;
mod fault;
mod holidays;
mod lint;
mod read;
mod source_file;

use std::path::{Path, PathBuf};

pub use cases::{Case, CaseKind, CasesFile, Expected};
pub use fault::Fault;

use jifen::scheme::{Guide, Holidays, Scheme};
use read::SharedQuestions;

/// What a rules folder came to.
#[derive(Debug, Default)]
pub struct Checked {
    /// Every scheme that could be read, by id.
    pub schemes: Vec<Scheme>,
    /// The public holidays that are known.
    pub holidays: Holidays,
    /// The guide of each scheme, at its position.
    pub guides: Vec<Guide>,
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
    let holidays = holidays::read(rules, &mut checked.faults);
    checked.holidays = holidays;
    let Some(shared) = read::shared_questions(rules, &mut checked.faults) else {
        return Ok(checked);
    };
    for folder in folders {
        checked.add(&folder, &shared);
    }
    let asked = checked.schemes.iter().flat_map(|scheme| &scheme.questions);
    let used: Vec<String> = asked.map(|question| question.id.clone()).collect();
    lint::questions(&shared, &used, &mut checked.faults);
    Ok(checked.in_order())
}

/// The rules as far as they are sound: nothing is computed from rules with faults.
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

/// The same for a single scheme; whether others use the shared questions is left aside.
#[must_use]
pub fn check_scheme(rules: &Path, id: &str) -> Checked {
    let mut checked = Checked::default();
    if let Some(shared) = read::shared_questions(rules, &mut checked.faults) {
        checked.add(&rules.join(id), &shared);
    }
    checked.in_order()
}

impl Checked {
    /// Reads, lints and runs the scheme of a folder.
    fn add(&mut self, folder: &Path, shared: &SharedQuestions) {
        let faults = &mut self.faults;
        let Some(read) = read::scheme(folder, &shared.questions, faults) else { return };
        let before = faults.len();
        lint::scheme(&read, shared, faults);
        let guide = read::guide(folder, &read.scheme, faults);
        if let Some(guide) = &guide {
            lint::guide(guide, &read.scheme, faults);
        }
        let own = guide.as_ref().map(|read| read.guide.clone()).unwrap_or_default();
        let outcomes = cases::run(folder, &read.scheme, &own, faults);
        self.cases += outcomes.len();
        // Coverage of broken rules would only repeat what is already said.
        if faults.len() == before {
            coverage::check(&read, &outcomes, faults);
            if let Some(guide) = &guide {
                coverage::check_guide(guide, &outcomes, faults);
            }
        }
        self.schemes.push(read.scheme);
        self.guides.push(own);
    }

    /// Schemes in the order of the tabs, faults in the order of the files.
    fn in_order(mut self) -> Checked {
        let mut both: Vec<_> = self.schemes.into_iter().zip(self.guides).collect();
        both.sort_by(|(one, _), (other, _)| {
            (one.city.tab, &one.id).cmp(&(other.city.tab, &other.id))
        });
        (self.schemes, self.guides) = both.into_iter().unzip();
        self.faults.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
        self.faults.dedup();
        self
    }
}
