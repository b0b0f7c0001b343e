//! How far the person is: which open questions can still change anything, which comes next, and in how many steps.

use jifen::answers::Value;
use jifen::assess::{ConditionState, OpenQuestion, Verdict, open_questions};
use jifen::points::Points;

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
    /// Whether any question is open, be it one that can change nothing any more.
    pub(crate) open: bool,
    /// The positions of the open questions that can change nothing any more, neither points nor conditions.
    pub(crate) idle: Vec<usize>,
}

impl Progress {
    /// Returns how far the person is, for what leads them.
    pub(crate) fn of(assessed: &Assessed, leading: &Leading) -> Progress {
        let ranked = assessed.most_deciding();
        let matters = |position: &usize| ranked.iter().any(|one| one.question == *position);
        let open = assessed.assessment.open.iter().copied();
        let idle: Vec<usize> = open.filter(|position| !matters(position)).collect();
        let open = !assessed.assessment.open.is_empty();
        let mut progress = Progress { open, idle, ..Progress::default() };
        if assessed.settled() {
            return progress;
        }
        for section in 0..assessed.scheme.sections.len() {
            let open = assessed.asked_in(section).into_iter();
            let open = open.filter(matters);
            let (aside, open): (Vec<usize>, Vec<usize>) = open
                .partition(|position| leading.is_aside(&assessed.scheme.questions[*position].id));
            progress.aside += aside.len();
            progress.steps += steps(assessed, section, &open);
        }
        let next = ranked
            .iter()
            .find(|one| !leading.is_aside(&assessed.scheme.questions[one.question].id));
        progress.next = next.map(|one| one.question);
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

    /// Returns the open questions that matter, those that decide most first.
    pub(crate) fn most_deciding(&self) -> Vec<OpenQuestion> {
        open_questions(&self.scheme, &self.assessment)
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
