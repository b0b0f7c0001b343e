//! The search: every change, every pair of changes, and every change with a wait, month by month.

use super::context::{Affected, Context, LONGEST, Snapshot, Values};
use super::moves::{Move, moves};
use crate::assess::{Fact, Facts, bit};
use crate::points::{Points, PointsRange};

/// How many months ahead steps are looked for that only come closer.
const SOON: i64 = 36;
/// The most pairs that are kept although they only come closer.
const CLOSER_PAIRS: usize = 4;

/// What a search wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    /// The line, with every condition met.
    Line(Points),
    /// The condition at this position.
    Condition(usize),
    /// As many points as this, and no condition lost of these.
    More(Points, u64),
}

impl Goal {
    /// Returns whether it is reached, whatever the open answers are.
    pub(super) fn is_met(self, context: &Context<'_>, holds: u64, sure: Points) -> bool {
        match self {
            Goal::Line(line) => holds == context.all && sure >= line,
            Goal::Condition(condition) => holds & bit(condition) != 0,
            Goal::More(points, kept) => holds & kept == kept && sure >= points,
        }
    }
}

/// One or two moves, by their index in the list of moves, and perhaps a wait.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) first: Option<usize>,
    pub(super) second: Option<usize>,
    pub(super) waits: bool,
    /// The months until it is so.
    pub(super) months: i64,
}

impl Candidate {
    /// Returns the indices of its moves.
    pub(super) fn moves(&self) -> impl Iterator<Item = usize> + Clone + use<> {
        [self.first, self.second].into_iter().flatten()
    }
}

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
pub(super) fn search(context: &Context<'_>, goals: &[Goal]) -> SearchResult {
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
    search.run(base);
    let mut result = search.result;
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
    fn run(&mut self, mut base: Snapshot) {
        let context = self.context;
        // What waiting alone gives: a change comes closer by what it adds to that.
        let now = self.now.1;
        let mut waited = now;
        for months in 0..=LONGEST {
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
            self.try_pairs(&base, facts, months, waited);
            for goal in &mut self.result.goals {
                goal.over |= goal.found.iter().any(|candidate| candidate.first.is_none());
            }
            if self.result.goals.iter().all(|goal| goal.over) && months >= SOON {
                break;
            }
        }
    }

    /// Tries the pairs of which the slower change takes so many months.
    fn try_pairs(&mut self, base: &Snapshot, facts: &Facts<'_>, months: i64, waited: Points) {
        let context = self.context;
        for first in 0..self.result.moves.len() {
            for second in first + 1..self.result.moves.len() {
                let (a, b) = (&self.result.moves[first], &self.result.moves[second]);
                if a.months.max(b.months) != months || a.question == b.question {
                    continue;
                }
                let (holds, sure) = if a.affected.overlaps(b.affected) {
                    let Some(values) = merged(a, b) else { continue };
                    let affected = a.affected.or(b.affected);
                    let mut snapshot = base.clone();
                    context.update(&facts.with(&values, facts.on), affected, &mut snapshot);
                    (snapshot.holds, context.total(&snapshot).low)
                } else if a.idle && !a.drifts || b.idle && !b.drifts {
                    continue;
                } else {
                    combined(context, base, a, Some(b))
                };
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

/// Returns how moves come out that affect nothing in common: the conditions that hold, and the points that are sure.
fn combined(context: &Context<'_>, base: &Snapshot, a: &Move, b: Option<&Move>) -> (u64, Points) {
    let affected = b.map_or(Affected::default(), |b| b.affected);
    let points = |indicator: usize| -> PointsRange {
        match b {
            _ if a.affected.indicators & bit(indicator) != 0 => a.snapshot.points[indicator],
            Some(b) if affected.indicators & bit(indicator) != 0 => b.snapshot.points[indicator],
            _ => base.points[indicator],
        }
    };
    let other = b.map_or(0, |b| b.snapshot.holds);
    let rest = base.holds & !(a.affected.conditions | affected.conditions);
    let holds = a.snapshot.holds & a.affected.conditions | other & affected.conditions | rest;
    (holds, context.tally.total(points).low)
}

/// Returns the answers of two moves; `None` where one contains or contradicts the other.
pub(super) fn merged(a: &Move, b: &Move) -> Option<Values> {
    let names = |part: &Move, question: usize| part.values.iter().any(|value| value.0 == question);
    if names(a, b.question) || names(b, a.question) {
        return None;
    }
    let mut values = a.values.clone();
    for (question, value) in &b.values {
        match (values.iter_mut().find(|(other, _)| other == question), value) {
            (None, _) => values.push((*question, *value)),
            (Some((_, Fact::Number(have))), Fact::Number(want)) => *have = (*have).max(*want),
            (Some((_, have)), want) if have == want => {}
            _ => return None,
        }
    }
    Some(values)
}
