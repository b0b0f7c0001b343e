//! Worked examples beside the rules: what they say, and whether the rules give it.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use jiff::civil::Date;
use serde::Deserialize;

use super::Fault;
use super::source_file::{KeyPath, SourceFile};
use jifen::answers::{Answers, Plain};
use jifen::assess::{Assessment, ConditionState, Verdict, assess};
use jifen::examine::{Examination, Finding, examine};
use jifen::points::{Points, PointsRange};
use jifen::scheme::{Guide, Scheme};

/// A worked example.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Case {
    /// Who the person is, in a line.
    pub name: String,
    /// Where the example comes from.
    pub source: String,
    /// What sort of example it is.
    pub kind: CaseKind,
    /// The day of the assessment.
    #[schemars(with = "String")]
    pub on: Date,
    /// Answers that differ from the file's defaults.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, serde_json::Value>")]
    pub answers: BTreeMap<String, Plain>,
    /// Defaults that stay unanswered.
    #[serde(default)]
    pub omit: Vec<String>,
    /// The total.
    pub total: Expected,
    /// The verdict.
    pub verdict: Verdict,
    /// Points of some indicators.
    #[serde(default)]
    pub points: BTreeMap<String, Expected>,
    /// States of some conditions.
    #[serde(default)]
    pub conditions: BTreeMap<String, ConditionState>,
    /// The notices that are shown because of the answers, where the case is about them.
    #[serde(default)]
    pub notices: Option<Vec<String>>,
    /// The clashes of the guide that the answers bring, where the case is about them.
    #[serde(default)]
    pub clashes: Option<Vec<String>>,
    /// The causes of failure of the guide that the answers show, where the case is about them.
    #[serde(default)]
    pub causes: Option<Vec<String>>,
}

/// What sort of example a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CaseKind {
    /// A published worked example.
    Published,
    /// Computed from a stated rule.
    Derived,
    /// A row or an edge of a table.
    Edge,
}

/// Points that a case expects: a number, or a range where answers are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(untagged)]
pub enum Expected {
    /// Certain points.
    Exactly(Points),
    /// A range.
    Within(PointsRange),
}

impl Expected {
    fn range(self) -> PointsRange {
        match self {
            Expected::Exactly(points) => PointsRange::exactly(points),
            Expected::Within(range) => range,
        }
    }
}

/// `cases.toml`.
#[derive(Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CasesFile {
    /// Answers that every case starts from.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, serde_json::Value>")]
    pub defaults: BTreeMap<String, Plain>,
    /// The cases.
    #[serde(default, rename = "case")]
    pub cases: Vec<Case>,
}

/// How a case came out.
#[derive(Debug)]
pub(super) struct Outcome {
    /// What the rules give.
    pub(super) assessment: Assessment,
    /// What its guide says to the person.
    pub(super) examination: Examination,
}

/// Reads and runs the cases of a scheme.
pub(super) fn run(
    folder: &Path,
    scheme: &Scheme,
    guide: &Guide,
    faults: &mut Vec<Fault>,
) -> Vec<Outcome> {
    let source = match SourceFile::open(&folder.join("cases.toml")) {
        Ok(source) => source,
        Err(fault) => {
            faults.push(fault);
            return Vec::new();
        }
    };
    let cases: Vec<(usize, Case)> = source.items("case", faults);
    let Some(CasesFile { defaults, .. }) = source.rest(&["case"], faults) else {
        return Vec::new();
    };
    cases
        .into_iter()
        .filter_map(|(index, case)| {
            Run { source: &source, scheme, guide, case, index, faults }.outcome(&defaults)
        })
        .collect()
}

struct Run<'a> {
    source: &'a SourceFile,
    scheme: &'a Scheme,
    guide: &'a Guide,
    case: Case,
    index: usize,
    faults: &'a mut Vec<Fault>,
}

impl Run<'_> {
    fn place(&self) -> KeyPath {
        KeyPath::root().key("case").at(self.index)
    }

    fn refuse(&mut self, key: &str, what: String, why: &str, help: &str) {
        let fault = self.source.fault(
            &self.place().key(key),
            format!("{}: {what}", self.case.name),
            why,
            help,
        );
        self.faults.push(fault);
    }

    fn outcome(mut self, defaults: &BTreeMap<String, Plain>) -> Option<Outcome> {
        let mut plain = defaults.clone();
        let omitted = std::mem::take(&mut self.case.omit);
        for id in omitted {
            if plain.remove(&id).is_none() {
                self.refuse(
                    "omit",
                    format!("`{id}` is no default"),
                    "there is nothing to leave out",
                    "delete it",
                );
            }
        }
        plain.extend(std::mem::take(&mut self.case.answers));
        let answers = match Answers::read(self.scheme, plain, self.case.on) {
            Ok(answers) => answers,
            Err(errors) => {
                for error in errors {
                    let why = "the case cannot be run";
                    self.refuse("answers", error.to_string(), why, "correct the answer");
                }
                return None;
            }
        };
        let assessment = assess(self.scheme, &answers, self.case.on);
        self.compare(&assessment);
        self.compare_notices(&assessment);
        let examination = examine(self.scheme, self.guide, &answers, &assessment);
        self.compare_examination(&examination);
        Some(Outcome { assessment, examination })
    }

    fn compare(&mut self, assessment: &Assessment) {
        let Assessment { total, verdict, .. } = assessment;
        let expected = self.case.total.range();
        if expected != *total {
            self.differs("total", "the total", Shown(expected), Shown(*total));
        }
        let wanted = self.case.verdict;
        if wanted != *verdict {
            self.differs("verdict", "the verdict", format!("{wanted:?}"), format!("{verdict:?}"));
        }
        for (id, expected) in std::mem::take(&mut self.case.points) {
            let position = self.scheme.indicators.iter().position(|one| one.id == id);
            let Some(position) = position else {
                self.unknown("points", &id, "indicator");
                continue;
            };
            let (expected, points) = (expected.range(), assessment.indicators[position].points);
            if expected != points {
                self.differs("points", &format!("`{id}`"), Shown(expected), Shown(points));
            }
        }
        for (id, expected) in std::mem::take(&mut self.case.conditions) {
            let position = self.scheme.conditions.iter().position(|one| one.id == id);
            let Some(position) = position else {
                self.unknown("conditions", &id, "condition");
                continue;
            };
            let state = assessment.conditions[position].state;
            if expected != state {
                self.differs(
                    "conditions",
                    &format!("`{id}`"),
                    format!("{expected:?}"),
                    format!("{state:?}"),
                );
            }
        }
    }

    /// Which notices the answers bring; those that everybody sees are left aside.
    fn compare_notices(&mut self, assessment: &Assessment) {
        let Some(expected) = self.case.notices.take() else { return };
        let notices = assessment.notices.iter().map(|notice| &self.scheme.notices[*notice]);
        let shown: Vec<String> = notices
            .filter(|notice| notice.when.is_some())
            .map(|notice| notice.id.clone())
            .collect();
        if expected != shown {
            self.differs("notices", "the notices", format!("{expected:?}"), format!("{shown:?}"));
        }
    }

    /// What the guide finds in the answers.
    fn compare_examination(&mut self, examination: &Examination) {
        if let Some(expected) = self.case.clashes.take() {
            let clashes = examination.clashes.iter().map(|one| self.guide.clashes[*one].id.clone());
            let found: Vec<String> = clashes.collect();
            if expected != found {
                let (expected, found) = (format!("{expected:?}"), format!("{found:?}"));
                self.differs("clashes", "the clashes", expected, found);
            }
        }
        if let Some(expected) = self.case.causes.take() {
            let families = self.guide.families.iter().zip(&examination.causes);
            let causes = families.flat_map(|(family, found)| family.causes.iter().zip(found));
            let applying = causes.filter(|(_, found)| **found == Some(Finding::Applies));
            let found: Vec<String> = applying.map(|(cause, _)| cause.id.clone()).collect();
            if expected != found {
                let (expected, found) = (format!("{expected:?}"), format!("{found:?}"));
                self.differs("causes", "the causes", expected, found);
            }
        }
    }

    fn unknown(&mut self, key: &str, id: &str, list: &str) {
        self.refuse(
            key,
            format!("`{id}` is no {list}"),
            "the case expects nothing of the rules",
            "correct the id",
        );
    }

    fn differs(
        &mut self,
        key: &str,
        what: &str,
        expected: impl fmt::Display,
        found: impl fmt::Display,
    ) {
        let what = format!("{what} should be {expected}, the rules give {found}");
        self.refuse(key, what, "a rule or the example is wrong", "find out which, and correct it");
    }
}

struct Shown(PointsRange);

impl fmt::Display for Shown {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.certain() {
            Some(points) => write!(formatter, "{points}"),
            None => write!(formatter, "{} to {}", self.0.low, self.0.high),
        }
    }
}
