//! Running the cases of a scheme.

use std::collections::BTreeMap;
use std::path::Path;

use super::compare::{Difference, differences};
use super::{Case, CasesFile};
use crate::Fault;
use crate::findings::Findings;
use crate::key_path::KeyPath;
use crate::layers::Joint;
use crate::reader::Reader;
use crate::source_file::{CASES, SourceFile};
use jifen::answers::{AnswerError, Answers, Plain};
use jifen::assess::{Assessment, assess};
use jifen::examine::{Examination, examine};
use jifen::scheme::{Guide, Scheme};

/// The cases of a scheme, as far as they can be read.
pub(crate) struct CasesSource {
    pub(crate) source: SourceFile,
    /// Answers that every case starts from; without them no case can be run.
    defaults: Option<BTreeMap<String, Plain>>,
    /// Each with its position in the file, since a bad one is left out.
    cases: Vec<(usize, Case)>,
}

/// A case as it was run.
pub(crate) struct CaseRun<'a> {
    pub(crate) case: &'a Case,
    /// Where the file keeps it.
    pub(crate) place: KeyPath,
    pub(crate) answers: Answers,
    /// What the rules give.
    pub(crate) assessment: Assessment,
    /// What the guide says to the person, where there is a guide to go by.
    pub(crate) examination: Option<Examination>,
}

impl<'a> CaseRun<'a> {
    /// Runs the case again by another version of its scheme.
    pub(crate) fn again(&self, scheme: &Scheme, guide: Option<&Guide>) -> CaseRun<'a> {
        run(self.case, self.place.clone(), self.answers.clone(), scheme, guide)
    }

    /// Whether the case would come out as it says by another version of its scheme.
    pub(crate) fn holds_by(&self, scheme: &Scheme, guide: Option<&Guide>) -> bool {
        self.again(scheme, guide).differences(scheme, guide).is_empty()
    }

    fn differences(&self, scheme: &Scheme, guide: Option<&Guide>) -> Vec<Difference> {
        differences(self.case, scheme, &self.assessment, guide.zip(self.examination.as_ref()))
    }
}

fn run<'a>(
    case: &'a Case,
    place: KeyPath,
    answers: Answers,
    scheme: &Scheme,
    guide: Option<&Guide>,
) -> CaseRun<'a> {
    let assessment = assess(scheme, &answers, case.on);
    let examination = guide.map(|guide| examine(scheme, guide, &answers, &assessment));
    CaseRun { case, place, answers, assessment, examination }
}

impl CasesSource {
    /// Reads the cases of a scheme's folder.
    pub(crate) fn read(folder: &Path, faults: &mut Vec<Fault>) -> Option<CasesSource> {
        CasesSource::of(SourceFile::open(&folder.join("cases.toml"), faults)?, faults)
    }

    fn of(source: SourceFile, faults: &mut Vec<Fault>) -> Option<CasesSource> {
        let mut reader = Reader::of(&source);
        let cases = reader.list("case", faults).read;
        let rest: Option<CasesFile> = reader.rest(faults);
        Some(CasesSource { source, defaults: rest.map(|rest| rest.defaults), cases })
    }

    /// Reads the cases of an edition, which stand in its own file or in one beside it. They start from the defaults of
    /// the whole scheme's cases, and may be like one of them.
    pub(crate) fn read_edition(&self, file: &Path, faults: &mut Vec<Fault>) -> Option<CasesSource> {
        let beside = file.with_extension("").with_extension(CASES);
        let in_own_file = SourceFile::open(file, faults)?;
        let file = if beside.is_file() { beside.as_path() } else { file };
        if beside.is_file() && in_own_file.holds(&KeyPath::root().key("case")) {
            faults.push(in_own_file.fault(
                &KeyPath::root().key("case"),
                "the cases of this edition stand in two files".to_owned(),
                "only those in the file beside it are run",
                "move these there",
            ));
        }
        let source = self.source.under(file, Joint::Cases, faults)?;
        CasesSource::of(source, faults)
    }

    /// Returns the number of cases in the file, whether they can be read or not.
    pub(crate) fn count(&self) -> usize {
        self.source.count("case")
    }

    /// Runs every case, and reports each that does not come out as it says.
    pub(crate) fn run(
        &self,
        scheme: &Scheme,
        guide: Option<&Guide>,
        faults: &mut Vec<Fault>,
    ) -> Vec<CaseRun<'_>> {
        let Some(defaults) = &self.defaults else { return Vec::new() };
        let mut findings = Findings { source: &self.source, faults };
        let mut runs = Vec::with_capacity(self.cases.len());
        for (index, case) in &self.cases {
            let place = KeyPath::root().key("case").at(*index);
            let inherits = |place: &KeyPath| !self.source.holds(place);
            let plain = plain_answers(case, &place, defaults, scheme, inherits, &mut findings);
            let Some(answers) = answers(case, &place, plain, scheme, &mut findings) else {
                continue;
            };
            let run = run(case, place, answers, scheme, guide);
            for difference in run.differences(scheme, guide) {
                let key = run.place.key(difference.key);
                findings.refuse(
                    &difference.entry.map_or(key.clone(), |entry| key.key(&entry)),
                    format!("“{}”: {}", case.name, difference.what),
                    difference.why,
                    difference.help,
                );
            }
            runs.push(run);
        }
        runs
    }
}

/// What a case answers: the defaults, without those it omits, and its own over them. What an edition inherits and does
/// not ask is left out.
fn plain_answers(
    case: &Case,
    place: &KeyPath,
    defaults: &BTreeMap<String, Plain>,
    scheme: &Scheme,
    inherits: impl Fn(&KeyPath) -> bool,
    findings: &mut Findings<'_>,
) -> BTreeMap<String, Plain> {
    let mut plain = defaults.clone();
    for (position, id) in case.omit.iter().enumerate() {
        if plain.remove(id).is_none() {
            findings.refuse(
                &place.key("omit").at(position),
                format!("“{}”: `{id}` is no default", case.name),
                "there is nothing to leave out",
                "delete it",
            );
        }
    }
    let root = KeyPath::root();
    let leaves = |id: &str, place: KeyPath| scheme.question(id).is_none() && inherits(&place);
    plain.retain(|id, _| !leaves(id, root.key("defaults").key(id)));
    let own = case.answers.iter();
    let own = own.filter(|(id, _)| !leaves(id, place.key("answers").key(id)));
    plain.extend(own.map(|(id, answer)| (id.clone(), answer.clone())));
    plain
}

/// Reads the answers of a case.
fn answers(
    case: &Case,
    place: &KeyPath,
    plain: BTreeMap<String, Plain>,
    scheme: &Scheme,
    findings: &mut Findings<'_>,
) -> Option<Answers> {
    let errors = match Answers::read(scheme, plain, case.on) {
        Ok(answers) => return Some(answers),
        Err(errors) => errors,
    };
    for error in errors {
        let (AnswerError::UnknownQuestion { question, .. }
        | AnswerError::WrongKind { question, .. }
        | AnswerError::UnknownOption { question, .. }
        | AnswerError::OutOfRange { question, .. }) = &error;
        if case.answers.contains_key(question) {
            findings.refuse(
                &place.key("answers").key(question),
                format!("“{}”: {error}", case.name),
                "the case cannot be run",
                "correct the answer",
            );
        } else {
            // Said once for all the cases that start from it.
            findings.refuse(
                &KeyPath::root().key("defaults").key(question),
                error.to_string(),
                "the cases that start from it cannot be run",
                "correct the answer",
            );
        }
    }
    None
}
