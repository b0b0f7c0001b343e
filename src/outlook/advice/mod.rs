//! Advice: the nearest ways to the line, found by trying every change a person can make and every pair of them.
//!
//! Nothing is written by hand: a number is tried where a formula, a test or a guard changes, a wait ends where time
//! changes something, and every suggestion is tried on the rules on the day on which it can be so.

mod breakpoints;
mod ground;
mod hunt;
mod lead;
mod plan;

use jiff::civil::Date;

use crate::answers::Answers;
use crate::assess::{ConditionState, Facts, FixStep, Summary, Tally, Verdict, bit};
use crate::order;
use crate::points::{Points, PointsRange};
use crate::scheme::{Change, Scheme};
use ground::Ground;
use hunt::{Closer, Pick, Quarry, Target, search};
use plan::{Plan, lacking, missing};

/// The most suggestions there are.
const MOST: usize = 12;
/// As many of them may change the same question.
const ALIKE: usize = 4;
/// As many ways are named to one condition.
const WAYS: usize = 3;
/// As many steps are named that only come closer.
const CLOSER: usize = 6;

/// What a person can do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advice {
    /// Points missing to the threshold, where the scheme has one; open answers count as little as they can.
    pub missing: Option<Points>,
    /// Points missing to each past cut-off, at their positions.
    pub distances: Vec<Points>,
    /// What is in the person's own hands first, then the soonest, then the smallest. None for a person who passes.
    pub suggestions: Vec<Suggestion>,
}

/// What a suggestion achieves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuggestionKind {
    /// It reaches this line, the threshold or a past cut-off, with every condition met.
    Reaches(Points),
    /// It meets the condition at this position; more is needed to reach the line.
    MeetsCondition(usize),
    /// It gains points and is not enough.
    Closer,
}

/// One or two changes, and what they bring. Everything here holds whatever the open answers are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What it achieves.
    pub kind: SuggestionKind,
    /// The answers to change: two, one, or none where waiting alone does it.
    pub steps: Vec<FixStep>,
    /// What these changes bring along: answers that make their questions be asked, and answers to questions that
    /// are asked because of them, such as the insurance base that a title demands.
    pub brings: Vec<FixStep>,
    /// Whether going on as now until the day is a change of its own, beside what the steps take.
    pub waits: bool,
    /// The first day on which it can be so.
    pub day: Date,
    /// Full months from now to that day. Effort that counts no time is taken to need none.
    pub months: i64,
    /// The verdict on that day.
    pub verdict: Verdict,
    /// The total on that day.
    pub total: PointsRange,
    /// What the total surely gains.
    pub gain: Points,
    /// The indicators that bring more or less to the total.
    pub shifts: Vec<Shift>,
    /// Positions of the conditions that hold then and do not now.
    pub meets: Vec<usize>,
    /// Positions of the conditions that do not surely hold then.
    pub lacks: Vec<usize>,
    /// Positions of the questions that are newly asked and still open then.
    pub opens: Vec<usize>,
    /// Positions of the past cut-offs that the points reach then and do not now.
    pub reaches: Vec<usize>,
}

/// What an indicator brings to the total, now and then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The position of the indicator.
    pub indicator: usize,
    /// Now.
    pub before: PointsRange,
    /// Then.
    pub after: PointsRange,
}

/// The nearest ways to the line, from these answers on this day.
pub fn advise(scheme: &Scheme, answers: &Answers, on: Date) -> Advice {
    let now = Summary::of(scheme, &Facts::new(scheme, answers, on), &mut |_| ());
    let total = now.total.low;
    let ranked = now.ranked.map_or(total, |ranked| ranked.low);
    let cutoffs = scheme.line.cutoffs();
    let mut advice = Advice {
        missing: scheme.line.threshold.map(|line| missing(total, line)),
        distances: cutoffs.iter().map(|cutoff| missing(ranked, cutoff.points)).collect(),
        suggestions: Vec::new(),
    };
    if now.verdict == Verdict::Pass {
        return advice;
    }
    let eligible = now.conditions.iter().all(|one| one.holds());
    let threshold = scheme.line.threshold.filter(|line| !eligible || total < *line);
    let (lines, groups) = match (threshold, &scheme.line.ranking) {
        (Some(line), _) => (vec![line], &[][..]),
        (None, Some(ranking)) => {
            let far = cutoffs.iter().map(|cutoff| cutoff.points);
            let far = far.filter(|line| !eligible || ranked < *line);
            let mut lines = order::by_key(far, |line| *line);
            lines.dedup();
            (lines, &ranking.groups[..])
        }
        (None, None) => (Vec::new(), &[][..]),
    };
    let tally = Tally::of(scheme, groups);
    if let Some(ground) = Ground::of(scheme, answers, on, tally) {
        let unmet =
            now.conditions.iter().enumerate().filter(|(_, state)| **state == ConditionState::Unmet);
        let unmet: Vec<usize> = unmet.map(|(condition, _)| condition).collect();
        advice.suggestions = Chosen::of(&ground, &lines, &unmet).told(&ground, answers);
    }
    advice
}

/// How many of these changes are not in the person's own hands.
fn given_by_others(scheme: &Scheme, questions: impl Iterator<Item = usize>) -> usize {
    let changes = questions.filter_map(|one| scheme.questions.get(one)).map(|one| one.changes);
    changes
        .filter(|one| matches!(one, Change::Effort(effort) if effort.is_given_by_others()))
        .count()
}

/// The plans that are worth telling.
struct Chosen {
    plans: Vec<(SuggestionKind, Plan)>,
}

impl Chosen {
    fn of(ground: &Ground<'_>, lines: &[Points], unmet: &[usize]) -> Chosen {
        let lines_wanted = lines.iter().map(|line| Target::Line(*line));
        let conditions = unmet.iter().map(|one| Target::Condition(*one));
        let targets: Vec<Target> = lines_wanted.chain(conditions).collect();
        let quarry = search(ground, &targets);
        let mut chosen = Chosen { plans: Vec::new() };
        let each = if lines.len() > 1 { (MOST / lines.len()).max(2) } else { MOST };
        // The highest line first: what reaches it reaches the others.
        for hunt in quarry.hunts.iter().rev() {
            let (kind, most) = match hunt.target {
                Target::Line(line) => (SuggestionKind::Reaches(line), each),
                Target::Condition(condition) => (SuggestionKind::MeetsCondition(condition), WAYS),
                Target::More(..) => continue,
            };
            chosen.choose(ground, &quarry, &hunt.found, hunt.target, kind, most);
        }
        let reaches =
            chosen.plans.iter().any(|(kind, _)| matches!(kind, SuggestionKind::Reaches(_)));
        let way = |condition: &usize| {
            chosen.plans.iter().any(|(kind, _)| *kind == SuggestionKind::MeetsCondition(*condition))
        };
        // Points are of no use to somebody who can never meet a condition.
        if !reaches && unmet.iter().all(way) {
            chosen.come_closer(ground, &quarry, lines);
        }
        chosen
    }

    /// Chooses of what was found: what is in the person's own hands first, then the fewest changes, then the soonest.
    fn choose(
        &mut self,
        ground: &Ground<'_>,
        quarry: &Quarry,
        found: &[Pick],
        target: Target,
        kind: SuggestionKind,
        most: usize,
    ) {
        let size = |place: Option<usize>| place.map_or(0, |place| quarry.trials[place].size);
        let question = |place: Option<usize>| place.map(|place| quarry.trials[place].question);
        let found = order::by_key(found, |pick| {
            let changes = usize::from(pick.one.is_some())
                + usize::from(pick.other.is_some())
                + usize::from(pick.waits);
            let questions = question(pick.one).into_iter().chain(question(pick.other));
            let given = given_by_others(ground.scheme, questions);
            (given, changes, pick.months, size(pick.one) + size(pick.other))
        });
        let mut plans: Vec<Plan> = Vec::new();
        for pick in found {
            if plans.len() >= most {
                break;
            }
            let Some(plan) = Plan::of(*pick, &quarry.trials) else { continue };
            let alike = |question: usize| {
                plans.iter().filter(|plan| plan.questions().any(|one| one == question)).count()
            };
            if plan.questions().any(|question| alike(question) >= ALIKE) {
                continue;
            }
            let Some(plan) = plan.smallest(ground, target) else { continue };
            if !plans.iter().any(|smaller| smaller.within(&plan)) {
                plans.retain(|larger| !plan.within(larger));
                plans.push(plan);
            }
        }
        self.plans.extend(plans.into_iter().map(|plan| (kind, plan)));
    }

    fn come_closer(&mut self, ground: &Ground<'_>, quarry: &Quarry, lines: &[Points]) {
        let now = ground.read_all(&ground.now);
        let points = ground.total(&now).low;
        if !lines.is_empty() && lines.iter().all(|line| points >= *line) {
            return;
        }
        let kept = lacking(ground, now.holds).fold(ground.all, |kept, one| kept & !bit(one));
        let (pairs, singles): (Vec<Closer>, Vec<Closer>) =
            quarry.closer.iter().partition(|closer| closer.pick.other.is_some());
        for (most, steps) in [(CLOSER, singles), (CLOSER / 2, pairs)] {
            let steps = order::by_key(steps, |closer| -closer.gain);
            for closer in steps.into_iter().take(most) {
                let target = Target::More(closer.sure, kept);
                self.choose(ground, quarry, &[closer.pick], target, SuggestionKind::Closer, 1);
            }
        }
    }

    /// The suggestions: what reaches the line, then what meets a condition, then what only comes closer.
    fn told(self, ground: &Ground<'_>, answers: &Answers) -> Vec<Suggestion> {
        let mut plans: Vec<(SuggestionKind, Plan)> = Vec::new();
        for (kind, plan) in self.plans {
            let same =
                |one: &mut (SuggestionKind, Plan)| one.1.within(&plan) && plan.within(&one.1);
            match plans.iter_mut().find_map(|one| same(one).then_some(one)) {
                // The hunts come with the conditions first and the lowest line last.
                Some((told, _)) if matches!(told, SuggestionKind::MeetsCondition(_)) => {
                    *told = kind
                }
                Some(_) => {}
                None => plans.push((kind, plan)),
            }
        }
        let plans = order::by_key(plans, |(kind, plan)| {
            let kind = match kind {
                SuggestionKind::Reaches(_) => 0,
                SuggestionKind::MeetsCondition(_) => 1,
                SuggestionKind::Closer => 2,
            };
            (kind, given_by_others(ground.scheme, plan.questions()), plan.order())
        });
        let told = plans.iter().take(MOST);
        told.map(|(kind, plan)| plan.tell(ground, answers, *kind)).collect()
    }
}
