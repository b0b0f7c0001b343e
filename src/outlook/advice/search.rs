//! The search: every change, every pair of changes, and every change with a wait, month by month; every pair with a wait
//! where nothing else reaches the line.

use super::candidate::{Candidate, Goal, combined, paired};
use super::context::{Context, LONGEST, Snapshot};
use super::moves::{Move, moves};
use super::waiting::waiting_pairs;
use crate::assess::{Fact, Facts};
use crate::points::Points;

/// How many months ahead steps are looked for that only come closer.
const SOON: i64 = 36;
/// The most pairs that are kept although they only come closer.
const CLOSER_PAIRS: usize = 4;

/// What reaches a goal.
pub(super) struct GoalSearch {
    pub(super) goal: Goal,
    pub(super) found: Vec<Candidate>,
    /// Waiting alone does it, so nothing later is worth naming.
    over: bool,
}

/// Everything that was found.
pub(super) struct SearchResult {
    pub(super) moves: Vec<Move>,
    pub(super) goals: Vec<GoalSearch>,
    /// What comes closer to the line.
    pub(super) closer: Vec<Closer>,
}

/// What comes closer to the line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Closer {
    pub(super) candidate: Candidate,
    /// What it adds to waiting.
    pub(super) gain: Points,
    /// The points that are sure then.
    pub(super) sure: Points,
}

/// Searches for everything that reaches one of the goals.
pub(super) async fn search(
    context: &Context<'_>,
    goals: &[Goal],
    pause: &mut impl AsyncFnMut(),
) -> SearchResult {
    let base = context.snapshot(&context.now);
    let goal = |goal: &Goal| GoalSearch { goal: *goal, found: Vec::new(), over: false };
    let mut search = Search {
        context,
        now: (base.holds, context.total(&base).low),
        result: SearchResult {
            moves: moves(context, &base),
            goals: goals.iter().map(goal).collect(),
            closer: Vec::new(),
        },
        closer_pairs: Vec::new(),
    };
    search.run(base.clone(), pause).await;
    let mut result = search.result;
    for index in 0..result.goals.len() {
        // Only where nothing shorter does: what comes of two changes and a wait is said before it is said that nothing does.
        let GoalSearch { goal: Goal::Line(line), found, .. } = &result.goals[index] else {
            continue;
        };
        if found.is_empty() {
            let line = *line;
            let found = waiting_pairs(context, &mut result.moves, base.clone(), line, pause).await;
            result.goals[index].found = found;
        }
    }
    result.closer.append(&mut search.closer_pairs);
    result
}

struct Search<'c, 'a> {
    context: &'c Context<'a>,
    /// The conditions that hold now, and the points that are sure.
    now: (u64, Points),
    result: SearchResult,
    /// The best pairs that come closer.
    closer_pairs: Vec<Closer>,
}

impl Search<'_, '_> {
    async fn run(&mut self, mut base: Snapshot, pause: &mut impl AsyncFnMut()) {
        let context = self.context;
        // What waiting alone gives: a change comes closer by what it adds to that.
        let now = self.now.1;
        let mut waited = now;
        for months in 0..=LONGEST {
            pause().await;
            let mut facts = None;
            let mut drifted = false;
            if months > 0 {
                let later = context.later(months);
                let mut snapshot = base.clone();
                context.update(&later, context.drifting, &mut snapshot);
                drifted = snapshot != base;
                base = snapshot;
                facts = Some(later);
            }
            let facts = facts.as_ref().unwrap_or(&context.now);
            if drifted {
                let alone = Candidate { first: None, second: None, waits: true, months };
                waited = context.total(&base).low;
                self.record(alone, base.holds, waited, now);
            }
            for index in 0..self.result.moves.len() {
                let tried = &mut self.result.moves[index];
                let due = tried.months == months;
                if tried.months > months || !(due || drifted || tried.drifts) {
                    continue;
                }
                if tried.drifts && months > 0 {
                    let facts = facts.with(&tried.values, facts.on);
                    context.update(&facts, tried.affected, &mut tried.snapshot);
                }
                if tried.idle && !tried.drifts {
                    continue;
                }
                let (holds, sure) = combined(context, &base, &self.result.moves[index], None);
                let candidate = Candidate { first: Some(index), second: None, waits: !due, months };
                self.record(candidate, holds, sure, waited);
            }
            self.try_pairs(&base, facts, months, waited, pause).await;
            for goal in &mut self.result.goals {
                goal.over |= goal.found.iter().any(|candidate| candidate.first.is_none());
            }
            if self.result.goals.iter().all(|goal| goal.over) && months >= SOON {
                break;
            }
        }
    }

    /// Tries the pairs of which the slower change takes so many months.
    async fn try_pairs(
        &mut self,
        base: &Snapshot,
        facts: &Facts<'_>,
        months: i64,
        waited: Points,
        pause: &mut impl AsyncFnMut(),
    ) {
        let context = self.context;
        for first in 0..self.result.moves.len() {
            pause().await;
            for second in first + 1..self.result.moves.len() {
                let (a, b) = (&self.result.moves[first], &self.result.moves[second]);
                if a.months.max(b.months) != months || a.question == b.question {
                    continue;
                }
                let Some((holds, sure)) = paired(context, base, facts, a, b) else { continue };
                let candidate =
                    Candidate { first: Some(first), second: Some(second), waits: false, months };
                self.record(candidate, holds, sure, waited);
            }
        }
    }

    /// Keeps a candidate for the goals that it reaches, or for coming closer.
    fn record(&mut self, candidate: Candidate, holds: u64, sure: Points, waited: Points) {
        for index in 0..self.result.goals.len() {
            let goal = &self.result.goals[index];
            if !goal.over && goal.goal.is_met(self.context, holds, sure) {
                let smaller = |found: &Candidate| self.is_smaller(found, &candidate);
                if !goal.found.iter().any(smaller) {
                    self.result.goals[index].found.push(candidate);
                }
            }
        }
        let gain = sure - waited;
        let held = self.now.0;
        // A change with a wait is no step of its own.
        let own = candidate.first.is_none() || !candidate.waits;
        if own && gain > Points::ZERO && holds & held == held && candidate.months <= SOON {
            self.record_closer(candidate, gain, sure);
        }
    }

    /// Keeps of each question the change that adds most, of waiting the first that adds anything, and the best pairs.
    fn record_closer(&mut self, candidate: Candidate, gain: Points, sure: Points) {
        let pair = candidate.second.is_some();
        let list = if pair { &self.closer_pairs } else { &self.result.closer };
        if pair && list.len() >= CLOSER_PAIRS && list.iter().all(|kept| kept.gain >= gain) {
            return;
        }
        let questions = self.questions(&candidate);
        let same = list.iter().position(|kept| self.questions(&kept.candidate) == questions);
        let list = if pair { &mut self.closer_pairs } else { &mut self.result.closer };
        let closer = Closer { candidate, gain, sure };
        match same.and_then(|index| list.get_mut(index)) {
            Some(kept) if kept.gain < gain && candidate.first.is_some() => *kept = closer,
            Some(_) => {}
            None => list.push(closer),
        }
        if pair && list.len() > CLOSER_PAIRS {
            let least = list.iter().enumerate().min_by_key(|(_, kept)| kept.gain);
            if let Some((least, _)) = least {
                list.remove(least);
            }
        }
    }

    fn questions(&self, candidate: &Candidate) -> (Option<usize>, Option<usize>) {
        let question = |index: usize| self.result.moves[index].question;
        (candidate.first.map(question), candidate.second.map(question))
    }

    /// Returns whether what was found before asks for no more than a candidate: for changes of no other questions, of
    /// each no larger one, and for nothing else that they bring along. Of two questions the first pair is enough.
    fn is_smaller(&self, found: &Candidate, candidate: &Candidate) -> bool {
        let moves = &self.result.moves;
        found.moves().all(|smaller| {
            let less = &moves[smaller];
            let mut same =
                candidate.moves().filter(|larger| moves[*larger].question == less.question);
            same.any(|larger| {
                let brought = |value: &(usize, Fact<'static>)| {
                    moves[larger].values.iter().any(|more| more.0 == value.0)
                };
                (smaller <= larger || found.second.is_some()) && less.values.iter().all(brought)
            })
        })
    }
}
