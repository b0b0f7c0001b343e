//! How far the person is: which open questions can still change anything, which comes next, and in how many steps.

use jifen::answers::Value;
use jifen::assess::{ConditionState, Verdict};
use jifen::points::Points;
use jifen::scheme::{Change, Group};

use crate::state::assessed::Assessed;
use crate::state::leading::Leading;

/// How far the person is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Progress {
    /// The position of the question that comes next.
    pub(crate) next: Option<usize>,
    /// How many points that question can move, where they are no deduction.
    pub(crate) points: Points,
    /// How many answers are left to give; one press may give several.
    pub(crate) steps: usize,
    /// How many questions were set aside that could still change something.
    pub(crate) aside: usize,
    /// Whether any question is open.
    pub(crate) open: bool,
    /// Whether no answer to an open question can change the verdict.
    pub(crate) settled: bool,
}

impl Progress {
    /// Returns how far the person is, for what leads them.
    pub(crate) fn of(assessed: &Assessed, leading: &Leading) -> Progress {
        let settled = assessed.settled();
        let open = !assessed.assessment.open.is_empty();
        let mut progress = Progress { open, settled, ..Progress::default() };
        if settled {
            return progress;
        }
        for section in 0..assessed.scheme.sections.len() {
            let open = assessed.asked_in(section).into_iter();
            let open = open.filter(|position| assessed.matters(*position));
            let (aside, open): (Vec<usize>, Vec<usize>) = open
                .partition(|position| leading.is_aside(&assessed.scheme.questions[*position].id));
            progress.aside += aside.len();
            progress.steps += steps(assessed, section, &open);
        }
        let next = assessed
            .most_deciding()
            .into_iter()
            .find(|one| !leading.is_aside(&assessed.scheme.questions[one.question].id));
        progress.next = next.as_ref().map(|one| one.question);
        progress.points = next.map_or(Points::ZERO, |one| one.points);
        progress
    }
}

/// Returns in how many steps the open questions of a section can be answered.
fn steps(assessed: &Assessed, section: usize, open: &[usize]) -> usize {
    if assessed.foldable(section) {
        return open.len().min(1);
    }
    let alike = assessed.alike(section);
    let (alike, others): (Vec<usize>, Vec<usize>) =
        open.iter().copied().partition(|position| alike.contains(position));
    others.len() + alike.len().min(if assessed.alike_answer(section).is_some() { 1 } else { 2 })
}

/// An open question, and what its answer can move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Deciding {
    /// The position of the question.
    pub(crate) question: usize,
    /// As many points at most; what is taken away does not count.
    pub(crate) points: Points,
    /// Whether a base indicator is among those that give them: bonus points concern few.
    base: bool,
    /// Whether an open condition rests on it.
    condition: bool,
}

impl Assessed {
    /// Returns whether no answer to an open question can change the verdict. An unmet condition that a person may
    /// still meet does not end the questions: they want to know their points.
    pub(crate) fn settled(&self) -> bool {
        let conditions = self.scheme.conditions.iter().zip(&self.assessment.conditions);
        match self.assessment.verdict {
            Verdict::Pass => true,
            // A condition that turns out unmet would be another verdict.
            Verdict::Short => {
                conditions.into_iter().all(|(_, one)| one.state != ConditionState::Unknown)
            }
            Verdict::Ineligible => conditions
                .into_iter()
                .any(|(condition, one)| condition.veto && one.state == ConditionState::Unmet),
            Verdict::Undecided => false,
        }
    }

    /// Returns the open questions that matter, those that decide most first: what base points or a condition rest on,
    /// then bonus points, then awards and the like, then what can only cost points, since most people have nothing to
    /// say to those. Equal ones stay in the order of the form.
    pub(crate) fn most_deciding(&self) -> Vec<Deciding> {
        let questions = 0..self.scheme.questions.len();
        let mut deciding: Vec<Deciding> =
            questions.filter(|one| self.matters(*one)).map(|one| self.weighed(one)).collect();
        deciding.sort_by_key(|one| {
            let rare = self.scheme.questions[one.question].changes == Change::Unplanned;
            let idle = one.points == Points::ZERO && !one.condition;
            let extra = !one.base && !one.condition;
            (idle, rare, extra, -one.points, !one.condition)
        });
        deciding
    }

    /// Weighs an open question. Its answer moves no more than what is open of the indicators that rest on it.
    fn weighed(&self, question: usize) -> Deciding {
        let rests = |uses: &[usize]| uses.iter().any(|used| self.leads_to(question, *used));
        let scored = self.scheme.indicators.iter().zip(&self.assessment.indicators);
        let scored = scored.filter(|(indicator, one)| {
            indicator.group != Group::Deduction
                && one.counted != Some(false)
                && rests(&indicator.uses)
        });
        let base = scored.clone().any(|(indicator, _)| indicator.group == Group::Base);
        let points = scored.map(|(_, one)| one.points.high - one.points.low).sum();
        let conditions = self.scheme.conditions.iter().zip(&self.assessment.conditions);
        let mut open = conditions.filter(|(_, one)| one.state == ConditionState::Unknown);
        let condition = open.any(|(condition, _)| rests(&condition.uses));
        Deciding { question, points, base, condition }
    }

    /// Returns whether an answer to an open question can change points that count, or a condition.
    pub(crate) fn matters(&self, position: usize) -> bool {
        let assessment = &self.assessment;
        if !assessment.open.contains(&position) {
            return false;
        }
        let indicators = self.scheme.indicators.iter().zip(&assessment.indicators);
        let mut indicators = indicators
            .filter(|(_, one)| one.points.certain().is_none() && one.counted != Some(false));
        let conditions = self.scheme.conditions.iter().zip(&assessment.conditions);
        let mut conditions = conditions.filter(|(_, one)| one.state == ConditionState::Unknown);
        let reaches = |uses: &[usize]| uses.iter().any(|used| self.leads_to(position, *used));
        indicators.any(|(indicator, _)| reaches(&indicator.uses))
            || conditions.any(|(condition, _)| reaches(&condition.uses))
    }

    /// Returns whether a question is another one, or decides whether that one is asked.
    fn leads_to(&self, position: usize, other: usize) -> bool {
        // Guards name only questions before their own, so this ends.
        position == other
            || self.scheme.questions[other].uses.iter().any(|used| self.leads_to(position, *used))
    }

    /// Returns the positions of the questions of a section that are usually answered alike.
    pub(crate) fn alike(&self, section: usize) -> Vec<usize> {
        let section = self.scheme.sections.get(section);
        let alike = section.map_or(&[][..], |section| &section.alike);
        alike.iter().filter_map(|named| named.position()).collect()
    }

    /// Returns what one press answers of them: the answer of the first, and the others that are open.
    pub(crate) fn alike_answer(&self, section: usize) -> Option<(Value, Vec<usize>)> {
        let alike = self.alike(section);
        let (first, others) = alike.split_first()?;
        let value = self.answer(*first)?.clone();
        let open = &self.assessment.open;
        let others: Vec<usize> =
            others.iter().copied().filter(|position| open.contains(position)).collect();
        (!others.is_empty()).then_some((value, others))
    }
}
