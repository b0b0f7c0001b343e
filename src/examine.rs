//! What a guide says to one person: which causes of failure apply, which papers to bring, which answers clash.

use crate::answers::Answers;
use crate::assess::{Assessment, ConditionState, Facts, Truth, Verdict};
use crate::points::Points;
use crate::scheme::{Cause, Decider, Guide, Material, Scheme};

/// Whether a cause of failure applies to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The answers say so.
    Applies,
    /// The answers rule it out.
    RuledOut,
    /// An answer is missing.
    Open,
}

/// What a guide says to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examination {
    /// For each family its causes, in order; `None` where no answer can decide.
    pub causes: Vec<Vec<Option<Finding>>>,
    /// Positions of the papers to bring.
    pub papers: Vec<usize>,
    /// Positions of the clashes that surely are there.
    pub clashes: Vec<usize>,
}

/// Holds a guide against a person whom its scheme has assessed.
pub fn examine(
    scheme: &Scheme,
    guide: &Guide,
    answers: &Answers,
    assessment: &Assessment,
) -> Examination {
    let facts = Facts::new(scheme, answers, assessment.on);
    let person = Person { scheme, assessment, facts };
    let papers = guide.papers.iter().enumerate();
    let clashes = guide.clashes.iter().enumerate();
    Examination {
        causes: guide
            .families
            .iter()
            .map(|family| family.causes.iter().map(|cause| person.finding(cause)).collect())
            .collect(),
        papers: papers
            .filter(|(_, paper)| person.needs(paper))
            .map(|(position, _)| position)
            .collect(),
        clashes: clashes
            .filter(|(_, clash)| person.facts.holds(&clash.when) == Truth::Yes)
            .map(|(position, _)| position)
            .collect(),
    }
}

struct Person<'a> {
    scheme: &'a Scheme,
    assessment: &'a Assessment,
    facts: Facts<'a>,
}

impl Person<'_> {
    fn finding(&self, cause: &Cause) -> Option<Finding> {
        let applies = match cause.decided_by.as_ref()? {
            Decider::Line => self.short(),
            Decider::Condition(condition) => match self.state(condition.position()?)? {
                ConditionState::Unmet => Truth::Yes,
                ConditionState::Met | ConditionState::NotApplicable => Truth::No,
                ConditionState::Unknown => Truth::Open,
            },
            Decider::Test(test) => self.facts.holds(test),
        };
        Some(match applies {
            Truth::Yes => Finding::Applies,
            Truth::No => Finding::RuledOut,
            Truth::Open => Finding::Open,
        })
    }

    /// Whether the total misses the line.
    fn short(&self) -> Truth {
        let total = self.assessment.total;
        match self.scheme.line.threshold {
            _ if self.assessment.verdict == Verdict::Short => Truth::Yes,
            Some(line) if total.high < line => Truth::Yes,
            Some(line) if total.low >= line => Truth::No,
            _ => Truth::Open,
        }
    }

    /// A paper belongs to what the person claims: points that count, or conditions that apply.
    fn needs(&self, paper: &Material) -> bool {
        let claimed = |position: usize| {
            let result = self.assessment.indicators.get(position);
            let told = self.scheme.indicators.get(position).is_some_and(|indicator| {
                indicator.uses.iter().any(|question| self.facts.known(*question).is_some())
            });
            told && result.is_some_and(|result| {
                result.points.high > Points::ZERO && result.counted != Some(false)
            })
        };
        let applies = |position: usize| {
            self.state(position).is_some_and(|state| state != ConditionState::NotApplicable)
        };
        let everyone = paper.indicators.is_empty() && paper.conditions.is_empty();
        let wanted = everyone
            || paper.indicators.iter().filter_map(|one| one.position()).any(claimed)
            || paper.conditions.iter().filter_map(|one| one.position()).any(applies);
        wanted && paper.when.as_ref().is_none_or(|when| self.facts.holds(when) != Truth::No)
    }

    fn state(&self, condition: usize) -> Option<ConditionState> {
        self.assessment.conditions.get(condition).map(|result| result.state)
    }
}
