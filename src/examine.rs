//! What a guide says to one person: which causes of failure apply, which materials to bring, which answers clash.

use crate::answers::Answers;
use crate::assess::{Assessment, ConditionState, Facts, Truth, Verdict, completed, stretches};
use crate::points::Points;
use crate::scheme::{Cause, Clash, Decider, Guide, Material, Month, Ref, Scheme};

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
    /// Positions of the materials to bring.
    pub materials: Vec<usize>,
    /// The clashes that surely are there.
    pub clashes: Vec<FoundClash>,
}

/// Answers that clash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundClash {
    /// The position of the clash in the guide.
    pub clash: usize,
    /// The months in which they do, from the first to the last of each stretch, where histories tell them.
    pub months: Vec<[Month; 2]>,
}

/// Holds a guide against a person whom its scheme has assessed.
pub fn examine(
    scheme: &Scheme,
    guide: &Guide,
    answers: &Answers,
    assessment: &Assessment,
) -> Examination {
    let answers = &*completed(scheme, answers, assessment.on);
    let facts = Facts::new(scheme, answers, assessment.on);
    let person = Person { scheme, assessment, facts };
    let materials = guide.materials.iter().enumerate();
    let materials = materials.filter(|(_, material)| person.needs(material));
    let clashes = guide.clashes.iter().enumerate().filter_map(|(position, clash)| {
        let months = clash.months.as_ref();
        let months = months.map(|months| stretches(scheme, answers, months, assessment.on));
        let months = months.unwrap_or_default();
        (person.has(clash) || !months.is_empty()).then_some(FoundClash { clash: position, months })
    });
    Examination {
        causes: guide
            .families
            .iter()
            .map(|family| family.causes.iter().map(|cause| person.finding(cause)).collect())
            .collect(),
        materials: materials.map(|(position, _)| position).collect(),
        clashes: clashes.collect(),
    }
}

struct Person<'a> {
    scheme: &'a Scheme,
    assessment: &'a Assessment,
    facts: Facts<'a>,
}

impl Person<'_> {
    /// Returns whether answers clash by what is asked.
    fn has(&self, clash: &Clash) -> bool {
        clash.when.as_ref().is_some_and(|when| self.facts.holds(when) == Truth::Yes)
    }

    fn finding(&self, cause: &Cause) -> Option<Finding> {
        let applies = match cause.decided_by.as_ref()? {
            Decider::Line => self.misses_line(),
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

    /// Returns whether the total misses the line.
    fn misses_line(&self) -> Truth {
        let total = self.assessment.total;
        match self.scheme.line.threshold {
            _ if self.assessment.verdict == Verdict::Short => Truth::Yes,
            Some(line) if total.high < line => Truth::Yes,
            Some(line) if total.low >= line => Truth::No,
            _ => Truth::Open,
        }
    }

    /// Returns whether something is to be brought: it belongs to what the person claims, which is points that count or
    /// conditions that apply.
    fn needs(&self, material: &Material) -> bool {
        let claimed = |position: usize| {
            let result = self.assessment.indicators.get(position);
            let answered = self.scheme.indicators.get(position).is_some_and(|indicator| {
                indicator.uses.iter().any(|question| {
                    self.facts.known(*question).is_some() || self.facts.told(*question).is_some()
                })
            });
            answered
                && result.is_some_and(|result| {
                    result.points.high > Points::ZERO && result.counted != Some(false)
                })
        };
        let applies = |position: usize| {
            self.state(position).is_some_and(|state| state != ConditionState::NotApplicable)
        };
        let everyone = material.indicators.is_empty() && material.conditions.is_empty();
        let wanted = everyone
            || material.indicators.iter().filter_map(Ref::position).any(claimed)
            || material.conditions.iter().filter_map(Ref::position).any(applies);
        wanted && material.when.as_ref().is_none_or(|when| self.facts.holds(when) != Truth::No)
    }

    fn state(&self, condition: usize) -> Option<ConditionState> {
        self.assessment.conditions.get(condition).map(|result| result.state)
    }
}
