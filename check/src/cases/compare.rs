//! A case held against what the rules give.

use std::fmt;

use super::Case;
use crate::wording::{PointsText, file_word, id_list};
use jifen::assess::Assessment;
use jifen::examine::{Examination, Finding};
use jifen::scheme::{Guide, Scheme};

/// Something that a case expects and the rules do not give.
pub(super) struct Difference {
    /// The key of the case that says it.
    pub(super) key: &'static str,
    /// The entry of that key, where it holds several.
    pub(super) entry: Option<String>,
    pub(super) what: String,
    pub(super) why: &'static str,
    pub(super) help: &'static str,
}

/// Returns everything in which an assessment, and what a guide says, is not what the case expects.
pub(super) fn differences(
    case: &Case,
    scheme: &Scheme,
    assessment: &Assessment,
    examined: Option<(&Guide, &Examination)>,
) -> Vec<Difference> {
    let mut comparison = Comparison { differences: Vec::new() };
    let (expected, total) = (case.total.range(), assessment.total);
    if expected != total {
        comparison.differs("total", "the total", PointsText(expected), PointsText(total));
    }
    if case.verdict != assessment.verdict {
        let (expected, found) = (file_word(&case.verdict), file_word(&assessment.verdict));
        comparison.differs("verdict", "the verdict", format!("`{expected}`"), format!("`{found}`"));
    }
    comparison.points(case, scheme, assessment);
    comparison.conditions(case, scheme, assessment);
    comparison.notices(case, scheme, assessment);
    if let Some((guide, examination)) = examined {
        comparison.clashes(case, guide, examination);
        comparison.causes(case, guide, examination);
    }
    comparison.differences
}

struct Comparison {
    differences: Vec<Difference>,
}

impl Comparison {
    fn points(&mut self, case: &Case, scheme: &Scheme, assessment: &Assessment) {
        for (id, expected) in &case.points {
            let position = scheme.indicators.iter().position(|indicator| indicator.id == *id);
            let Some(position) = position else {
                self.unknown("points", id, "indicator");
                continue;
            };
            let (expected, points) = (expected.range(), assessment.indicators[position].points);
            if expected != points {
                self.entry_differs("points", id, PointsText(expected), PointsText(points));
            }
        }
    }

    fn conditions(&mut self, case: &Case, scheme: &Scheme, assessment: &Assessment) {
        for (id, expected) in &case.conditions {
            let position = scheme.conditions.iter().position(|condition| condition.id == *id);
            let Some(position) = position else {
                self.unknown("conditions", id, "condition");
                continue;
            };
            let state = assessment.conditions[position].state;
            if *expected != state {
                let (expected, found) = (file_word(expected), file_word(&state));
                let (expected, found) = (format!("`{expected}`"), format!("`{found}`"));
                self.entry_differs("conditions", id, expected, found);
            }
        }
    }

    /// Which notices the answers bring; those that everybody sees are left aside.
    fn notices(&mut self, case: &Case, scheme: &Scheme, assessment: &Assessment) {
        let notices = assessment.notices.iter().map(|notice| &scheme.notices[*notice]);
        let shown = notices.filter(|notice| notice.when.is_some());
        let shown = shown.map(|notice| notice.id.clone()).collect();
        self.ids("notices", case.notices.as_deref(), shown);
    }

    fn clashes(&mut self, case: &Case, guide: &Guide, examination: &Examination) {
        let found = examination.clashes.iter().map(|one| guide.clashes[one.clash].id.clone());
        self.ids("clashes", case.clashes.as_deref(), found.collect());
    }

    fn causes(&mut self, case: &Case, guide: &Guide, examination: &Examination) {
        let families = guide.families.iter().zip(&examination.causes);
        let causes = families.flat_map(|(family, findings)| family.causes.iter().zip(findings));
        let applying = causes.filter(|(_, finding)| **finding == Some(Finding::Applies));
        let found = applying.map(|(cause, _)| cause.id.clone()).collect();
        self.ids("causes", case.causes.as_deref(), found);
    }

    /// Ids that the case lists, where it is about them at all.
    fn ids(&mut self, key: &'static str, expected: Option<&[String]>, found: Vec<String>) {
        let Some(expected) = expected.filter(|expected| *expected != found) else { return };
        self.differs(key, &format!("the {key}"), id_list(expected), id_list(&found));
    }

    fn unknown(&mut self, key: &'static str, id: &str, list: &str) {
        self.differences.push(Difference {
            key,
            entry: Some(id.to_owned()),
            what: format!("`{id}` is no {list}"),
            why: "the case expects nothing of the rules",
            help: "correct the id",
        });
    }

    fn differs(
        &mut self,
        key: &'static str,
        what: &str,
        expected: impl fmt::Display,
        found: impl fmt::Display,
    ) {
        self.differences.push(Difference {
            key,
            entry: None,
            what: format!("{what} should be {expected}, the rules give {found}"),
            why: "a rule or the example is wrong",
            help: "find out which, and correct it",
        });
    }
    fn entry_differs(
        &mut self,
        key: &'static str,
        id: &str,
        expected: impl fmt::Display,
        found: impl fmt::Display,
    ) {
        self.differs(key, &format!("`{id}`"), expected, found);
        if let Some(difference) = self.differences.last_mut() {
            difference.entry = Some(id.to_owned());
        }
    }
}
