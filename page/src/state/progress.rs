//! How far the person is: which open questions can still change anything, which comes next, and in how many steps.

use jifen::answers::Value;
use jifen::assess::{ConditionState, Verdict};
use jifen::outlook::Deciding;
use jifen::points::Points;
use jifen::scheme::Group;

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
        let next = assessed.most_deciding().find(|one| {
            let question = &assessed.scheme.questions[one.question];
            assessed.matters(one.question) && !leading.is_aside(&question.id)
        });
        progress.next = next.map(|one| one.question);
        let gains = next.filter(|one| !assessed.only_costs(one.question));
        progress.points = gains.map_or(Points::ZERO, |one| one.points);
        // A question may matter only beside another, so that alone it decides nothing.
        let left = || {
            (0..assessed.scheme.questions.len()).find(|position| {
                let id = &assessed.scheme.questions[*position].id;
                assessed.matters(*position) && !leading.is_aside(id)
            })
        };
        progress.next = progress.next.or_else(left);
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

    /// Returns the open questions that decide most: what can bring points or settles a condition before what can only
    /// cost points, since most people have nothing to say to that.
    pub(crate) fn most_deciding(&self) -> impl Iterator<Item = &Deciding> {
        let (gaining, costing): (Vec<&Deciding>, Vec<&Deciding>) =
            self.deciding().iter().partition(|one| !self.only_costs(one.question));
        gaining.into_iter().chain(costing)
    }

    /// Returns whether nothing but deductions rests on a question.
    pub(crate) fn only_costs(&self, position: usize) -> bool {
        let uses = |uses: &[usize]| uses.iter().any(|used| self.leads_to(position, *used));
        let scored = self.scheme.indicators.iter().filter(|one| one.group != Group::Deduction);
        !scored.map(|one| &one.uses).any(|used| uses(used))
            && !self.scheme.conditions.iter().any(|one| uses(&one.uses))
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
    pub(crate) fn alike_answer(
        &self,
        section: usize,
    ) -> Option<(Value, Vec<usize>)> {
        let alike = self.alike(section);
        let (first, others) = alike.split_first()?;
        let value = self.answer(*first)?.clone();
        let open = &self.assessment.open;
        let others: Vec<usize> =
            others.iter().copied().filter(|position| open.contains(position)).collect();
        (!others.is_empty()).then_some((value, others))
    }
}
