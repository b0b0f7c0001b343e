//! One check of a rules folder, from its files to its faults.

use std::path::{Path, PathBuf};

use super::cases::CasesSource;
use super::glossary::{self, SharedGlossary, Texts, Used};
use super::read::{self, GuideSource, SchemeSource, SharedQuestions};
use super::{Checked, Depth, Fault, NotRun, coverage, holidays, lint, thorough};
use jifen::scheme::{Editions, Example, Guide};

/// The files in the order in which one causes faults in another.
const CAUSES_FIRST: [&str; 5] =
    ["questions.toml", "glossary.toml", "scheme.toml", "guide.toml", "cases.toml"];

/// What the files of a scheme's folder came to.
struct SchemeFolder {
    whole: SchemeSource,
    others: Vec<SchemeSource>,
    guide: Guide,
}

/// A check while it runs.
pub(super) struct Checking {
    depth: Depth,
    checked: Checked,
    schemes: Vec<SchemeFolder>,
    /// Whether every scheme can be read, and everything in it.
    all_read: bool,
    /// The same of every guide.
    all_guides_read: bool,
    /// The words that schemes share.
    glossary: Option<SharedGlossary>,
    /// How texts write those words.
    used: Used,
}

impl Checking {
    /// Checks the schemes of some folders: `all` that there are, or one.
    pub(super) fn of(rules: &Path, folders: &[PathBuf], depth: Depth, all: bool) -> Checked {
        let mut checked = Checked::default();
        let glossary = glossary::read(rules, &mut checked.faults);
        if let Some(glossary) = &glossary {
            lint::shared_glosses(glossary, &mut checked.faults);
        }
        let (schemes, used) = (Vec::new(), Used::new());
        let mut checking = Checking {
            depth,
            checked,
            schemes,
            all_read: all,
            all_guides_read: true,
            glossary,
            used,
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
        let bound = lint::scheme(&read, shared, faults);
        // Other editions would only repeat what is wrong with the one that they rest on.
        let bears_editions = bound && read.unreadable.is_empty();
        self.all_read &= bears_editions;
        let guide = read::guide(folder, &read.scheme, faults);
        lint::sources(&read, guide.as_ref(), shared, faults);
        let sound_guide = guide.as_ref().filter(|guide| lint::guide(guide, &read, faults));
        let examples = match &cases {
            Some(cases) if bound => self.run(&read, shared, cases, sound_guide, before),
            _ => {
                self.leave_out(folder, cases.as_ref());
                Vec::new()
            }
        };
        let others = match bears_editions {
            true => self.add_editions(folder, &read, shared, cases.as_ref()),
            false => {
                self.leave_out_editions(folder, cases.as_ref());
                Vec::new()
            }
        };
        self.all_guides_read &= guide.is_some();
        let guide = guide.map(|source| self.with_words(&source, &read, &others, examples));
        let guide = guide.unwrap_or_default();
        self.schemes.push(SchemeFolder { whole: read, others, guide });
    }

    /// Returns a guide with the shared words that the texts of a scheme use, and with the examples.
    fn with_words(
        &mut self,
        source: &GuideSource,
        whole: &SchemeSource,
        others: &[SchemeSource],
        examples: Vec<Example>,
    ) -> Guide {
        let editions = std::iter::once(whole).chain(others).map(|source| &source.scheme);
        let texts = Texts::of(editions, &source.guide);
        let mut guide = source.guide.clone();
        let shared = self.glossary.as_ref();
        let used = glossary::take_into(&mut guide, &texts, shared, &mut self.used);
        lint::own_glosses(source, shared, &used, &mut self.checked.faults);
        guide.examples = examples;
        guide
    }

    /// Reads, lints and runs the editions that say only what differs from the whole one.
    fn add_editions(
        &mut self,
        folder: &Path,
        whole: &SchemeSource,
        shared: &SharedQuestions,
        whole_cases: Option<&CasesSource>,
    ) -> Vec<SchemeSource> {
        let mut editions = Vec::new();
        let files = read::edition_files(folder).unwrap_or_default();
        for file in files.into_iter().skip(1) {
            let said = std::mem::take(&mut self.checked.faults);
            let cases =
                whole_cases.and_then(|cases| cases.read_edition(&file, &mut self.checked.faults));
            let faults = &mut self.checked.faults;
            let read = read::other_edition(folder, whole, &file, shared, faults);
            self.all_read &= read.as_ref().is_some_and(|read| read.unreadable.is_empty());
            let bound = read.as_ref().is_some_and(|read| {
                lint::sources(read, None, shared, faults);
                lint::scheme(read, shared, faults)
            });
            match (&read, &cases) {
                (Some(read), Some(cases)) if bound => {
                    self.run(read, shared, cases, None, 0);
                }
                _ => self.leave_out(folder, cases.as_ref()),
            }
            let found = std::mem::replace(&mut self.checked.faults, said);
            self.note_of_edition(&file, found);
            editions.extend(read);
        }
        let beside = std::iter::once(whole).chain(&editions).collect::<Vec<_>>();
        lint::beside_each_other(&beside, &mut self.checked.faults);
        editions
    }

    /// Notes the cases of editions that are not looked at.
    fn leave_out_editions(&mut self, folder: &Path, whole_cases: Option<&CasesSource>) {
        for file in read::edition_files(folder).unwrap_or_default().into_iter().skip(1) {
            let cases = whole_cases.and_then(|cases| cases.read_edition(&file, &mut Vec::new()));
            self.leave_out(folder, cases.as_ref());
        }
    }

    /// Notes the faults of an edition. One that stands in what it inherits is only said where it is none without it.
    fn note_of_edition(&mut self, file: &Path, found: Vec<Fault>) {
        for mut fault in found {
            if self.checked.faults.contains(&fault) {
                continue;
            }
            if fault.file != file && fault.file.parent() != file.parent() {
                let id = file.file_stem().unwrap_or_default().to_string_lossy();
                fault.what = format!("with the edition `{id}` over it: {}", fault.what);
            }
            self.checked.faults.push(fault);
        }
    }

    /// Runs the cases of an edition, and looks at what they reach unless there were faults since `before`. Returns the
    /// examples among them.
    fn run(
        &mut self,
        read: &SchemeSource,
        shared: &SharedQuestions,
        cases: &CasesSource,
        guide: Option<&GuideSource>,
        before: usize,
    ) -> Vec<Example> {
        let faults = &mut self.checked.faults;
        let said = guide.map(|source| &source.guide);
        let runs = cases.run(&read.scheme, said, faults);
        self.checked.cases += runs.len();
        // Coverage of broken rules would only repeat what is already said.
        if faults.len() == before {
            let runs: Vec<_> = runs.iter().collect();
            coverage::check(read, &runs, faults);
            if let Some(guide) = guide {
                coverage::check_guide(guide, &runs, faults);
            }
        }
        if faults.len() == before && self.depth == Depth::Thorough {
            thorough::check(read, shared, said, &runs, faults);
        }
        lint::examples(&runs, read, &cases.source, faults)
    }

    /// Notes the cases that cannot be run.
    fn leave_out(&mut self, folder: &Path, cases: Option<&CasesSource>) {
        let (Some(name), Some(cases)) = (folder.file_name(), cases) else { return };
        let scheme = name.to_string_lossy().into_owned();
        match self.checked.not_run.iter_mut().find(|left_out| left_out.scheme == scheme) {
            Some(left_out) => left_out.cases += cases.count(),
            None => self.checked.not_run.push(NotRun { scheme, cases: cases.count() }),
        }
    }

    /// Lints what schemes share.
    fn across(&mut self, shared: &SharedQuestions) {
        let editions = || {
            let schemes = self.schemes.iter();
            schemes.flat_map(|folder| std::iter::once(&folder.whole).chain(&folder.others))
        };
        let asked = editions().flat_map(|source| &source.scheme.questions);
        let used: Vec<&str> = asked.map(|question| question.id.as_str()).collect();
        let faults = &mut self.checked.faults;
        let all_known = self.all_read && self.all_guides_read;
        if let Some(glossary) = self.glossary.as_ref().filter(|_| all_known) {
            lint::unused_glosses(glossary, &self.used, faults);
        }
        lint::shared_questions(shared, self.all_read.then_some(&used), faults);
        lint::across_schemes(shared, &editions().collect::<Vec<_>>(), faults);
    }

    /// Puts schemes into the order of the tabs, and faults behind their causes.
    fn into_checked(self) -> Checked {
        let Checking { mut checked, mut schemes, .. } = self;
        schemes.sort_by_key(|SchemeFolder { whole, .. }| {
            (whole.scheme.city.tab, whole.scheme.id.clone())
        });
        for SchemeFolder { whole, others, guide } in schemes {
            let others = others.into_iter().map(|source| source.scheme).collect();
            checked.schemes.push(whole.scheme.clone());
            checked.editions.push(Editions { whole: whole.scheme, others });
            checked.guides.push(guide);
        }
        checked.faults.sort_by(|fault, other| order(fault).cmp(&order(other)));
        checked.faults.dedup();
        checked
    }
}

/// Where a fault stands among the others.
fn order(fault: &Fault) -> (bool, Option<&Path>, Option<usize>, &Path, usize, usize, &str) {
    let name = fault.file.file_name();
    let cause = CAUSES_FIRST.iter().position(|file| name.is_some_and(|name| name == *file));
    let shared = ["questions.toml", "glossary.toml", "holidays.toml"];
    let in_scheme = name.is_some_and(|name| shared.iter().all(|shared| name != *shared));
    (in_scheme, fault.file.parent(), cause, &fault.file, fault.line, fault.column, &fault.what)
}
