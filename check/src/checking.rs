//! One check of a rules folder, from its files to its faults.

use std::path::{Path, PathBuf};

use super::cases::CasesSource;
use super::read::{self, SchemeSource, SharedQuestions};
use super::{Checked, Depth, Fault, NotRun, coverage, holidays, lint, thorough};
use jifen::scheme::Guide;

/// The files in the order in which one causes faults in another.
const CAUSES_FIRST: [&str; 4] = ["questions.toml", "scheme.toml", "guide.toml", "cases.toml"];

/// A check while it runs.
pub(super) struct Checking {
    depth: Depth,
    checked: Checked,
    sources: Vec<SchemeSource>,
    guides: Vec<Guide>,
    /// Whether every scheme can be read, and everything in it.
    all_read: bool,
}

impl Checking {
    /// Checks the schemes of some folders: `all` that there are, or one.
    pub(super) fn of(rules: &Path, folders: &[PathBuf], depth: Depth, all: bool) -> Checked {
        let mut checking = Checking {
            depth,
            checked: Checked::default(),
            sources: Vec::new(),
            guides: Vec::new(),
            all_read: all,
        };
        if all {
            checking.checked.holidays = holidays::read(rules, &mut checking.checked.faults);
        }
        match read::shared_questions(rules, &mut checking.checked.faults) {
            Some(shared) => {
                for folder in folders {
                    checking.add(folder, &shared);
                }
                checking.across(&shared);
            }
            None => {
                for folder in folders {
                    let cases = CasesSource::read(folder, &mut checking.checked.faults);
                    checking.leave_out(folder, cases.as_ref());
                }
            }
        }
        checking.into_checked()
    }

    /// Reads, lints and runs the scheme of a folder.
    fn add(&mut self, folder: &Path, shared: &SharedQuestions) {
        let faults = &mut self.checked.faults;
        let before = faults.len();
        let cases = CasesSource::read(folder, faults);
        let Some(read) = read::scheme(folder, shared, faults) else {
            self.all_read = false;
            return self.leave_out(folder, cases.as_ref());
        };
        self.all_read &= read.unreadable.is_empty();
        let whole = lint::scheme(&read, shared, faults);
        let guide = read::guide(folder, &read.scheme, faults);
        let sound_guide = guide
            .as_ref()
            .filter(|guide| lint::guide(guide, &read, faults))
            .map(|source| &source.guide);
        if whole && let Some(cases) = &cases {
            let runs = cases.run(&read.scheme, sound_guide, faults);
            self.checked.cases += runs.len();
            // Coverage of broken rules would only repeat what is already said.
            if faults.len() == before {
                let runs: Vec<_> = runs.iter().collect();
                coverage::check(&read, &runs, faults);
                if let Some(guide) = &guide {
                    coverage::check_guide(guide, &runs, faults);
                }
            }
            if faults.len() == before && self.depth == Depth::Thorough {
                thorough::check(&read, shared, sound_guide, &runs, faults);
            }
        } else {
            self.leave_out(folder, cases.as_ref());
        }
        self.guides.push(guide.map(|source| source.guide).unwrap_or_default());
        self.sources.push(read);
    }

    /// Notes the cases that cannot be run.
    fn leave_out(&mut self, folder: &Path, cases: Option<&CasesSource>) {
        let (Some(name), Some(cases)) = (folder.file_name(), cases) else { return };
        let scheme = name.to_string_lossy().into_owned();
        self.checked.not_run.push(NotRun { scheme, cases: cases.count() });
    }

    /// Lints what schemes share.
    fn across(&mut self, shared: &SharedQuestions) {
        let asked = self.sources.iter().flat_map(|source| &source.scheme.questions);
        let used: Vec<&str> = asked.map(|question| question.id.as_str()).collect();
        let faults = &mut self.checked.faults;
        lint::shared_questions(shared, self.all_read.then_some(&used), faults);
        lint::across_schemes(shared, &self.sources, faults);
    }

    /// Puts schemes into the order of the tabs, and faults behind their causes.
    fn into_checked(self) -> Checked {
        let Checking { mut checked, sources, guides, .. } = self;
        let schemes = sources.into_iter().map(|source| source.scheme);
        let mut both: Vec<_> = schemes.zip(guides).collect();
        both.sort_by_key(|(scheme, _)| (scheme.city.tab, scheme.id.clone()));
        (checked.schemes, checked.guides) = both.into_iter().unzip();
        checked.faults.sort_by(|fault, other| order(fault).cmp(&order(other)));
        checked.faults.dedup();
        checked
    }
}

/// Where a fault stands among the others.
fn order(fault: &Fault) -> (bool, Option<&Path>, Option<usize>, &Path, usize, usize, &str) {
    let name = fault.file.file_name();
    let cause = CAUSES_FIRST.iter().position(|file| name.is_some_and(|name| name == *file));
    let in_scheme = cause != Some(0) && name.is_some_and(|name| name != "holidays.toml");
    (in_scheme, fault.file.parent(), cause, &fault.file, fault.line, fault.column, &fault.what)
}
