//! The search: every change, every pair of changes, and every change with a wait, month by month.

use super::ground::{Ground, LONGEST, Reading, Touch, Values};
use super::lead::{Trial, trials};
use crate::assess::{Fact, Facts, bit};
use crate::points::{Points, PointsRange};

/// Steps that only come closer are looked for in this many months.
const SOON: i64 = 36;
/// As many pairs that only come closer are kept.
const CLOSER_PAIRS: usize = 4;

/// What a search wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// The line, with every condition met.
    Line(Points),
    /// A condition.
    Condition(usize),
    /// More points than this, and no condition lost of these.
    More(Points, u64),
}

impl Target {
    /// Whether it is met, whatever the open answers are.
    pub(super) fn met(self, ground: &Ground<'_>, holds: u64, sure: Points) -> bool {
        match self {
            Target::Line(line) => holds == ground.all && sure >= line,
            Target::Condition(condition) => holds & bit(condition) != 0,
            Target::More(points, kept) => holds & kept == kept && sure >= points,
        }
    }
}

/// One or two changes: of the answers at these places in the list of trials, and perhaps a wait.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pick {
    pub(super) one: Option<usize>,
    pub(super) other: Option<usize>,
    pub(super) waits: bool,
    /// The months until it is so.
    pub(super) months: i64,
}

/// What was found for a target.
pub(super) struct Hunt {
    pub(super) target: Target,
    pub(super) found: Vec<Pick>,
    /// Waiting alone does it, so nothing later is worth naming.
    over: bool,
}

/// Everything that was found.
pub(super) struct Quarry {
    pub(super) trials: Vec<Trial>,
    pub(super) hunts: Vec<Hunt>,
    /// What comes closer to the line.
    pub(super) closer: Vec<Closer>,
}

/// What comes closer to the line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Closer {
    pub(super) pick: Pick,
    /// What it adds to waiting.
    pub(super) gain: Points,
    /// The points that are sure then.
    pub(super) sure: Points,
}

/// Searches for everything that meets one of the targets.
pub(super) fn search(ground: &Ground<'_>, targets: &[Target]) -> Quarry {
    let base = ground.read_all(&ground.now);
    let hunt = |target: &Target| Hunt { target: *target, found: Vec::new(), over: false };
    let mut search = Search {
        ground,
        now: (base.holds, ground.total(&base).low),
        quarry: Quarry {
            trials: trials(ground, &base),
            hunts: targets.iter().map(hunt).collect(),
            closer: Vec::new(),
        },
        pairs: Vec::new(),
    };
    search.run(base);
    let mut quarry = search.quarry;
    quarry.closer.append(&mut search.pairs);
    quarry
}

struct Search<'g, 'a> {
    ground: &'g Ground<'a>,
    /// The conditions that hold now, and the points that are sure.
    now: (u64, Points),
    quarry: Quarry,
    /// The best pairs that come closer.
    pairs: Vec<Closer>,
}

impl Search<'_, '_> {
    fn run(&mut self, mut base: Reading) {
        let ground = self.ground;
        // What waiting alone gives: a change comes closer by what it adds to that.
        let now = self.now.1;
        let mut waited = now;
        for months in 0..=LONGEST {
            let mut facts = None;
            let mut passed = false;
            if months > 0 {
                let later = ground.later(months);
                let mut reading = base.clone();
                ground.read(&later, ground.moves, &mut reading);
                passed = reading != base;
                base = reading;
                facts = Some(later);
            }
            let facts = facts.as_ref().unwrap_or(&ground.now);
            if passed {
                let alone = Pick { one: None, other: None, waits: true, months };
                waited = ground.total(&base).low;
                self.note(alone, base.holds, waited, now);
            }
            let count = self.quarry.trials.len();
            for place in 0..count {
                let trial = &mut self.quarry.trials[place];
                let due = trial.months == months;
                if trial.months > months || !(due || passed || trial.moves) {
                    continue;
                }
                if trial.moves && months > 0 {
                    let facts = facts.with(&trial.values, facts.on);
                    ground.read(&facts, trial.touch, &mut trial.reading);
                }
                if trial.idle && !trial.moves {
                    continue;
                }
                let trial = &self.quarry.trials[place];
                let (holds, sure) = joined(ground, &base, trial, None);
                let pick = Pick { one: Some(place), other: None, waits: !due, months };
                self.note(pick, holds, sure, waited);
            }
            self.pairs(&base, facts, months, waited);
            for hunt in &mut self.quarry.hunts {
                hunt.over |= hunt.found.iter().any(|pick| pick.one.is_none());
            }
            if self.quarry.hunts.iter().all(|hunt| hunt.over) && months >= SOON {
                break;
            }
        }
    }

    fn pairs(&mut self, base: &Reading, facts: &Facts<'_>, months: i64, waited: Points) {
        let ground = self.ground;
        for place in 0..self.quarry.trials.len() {
            for other in place + 1..self.quarry.trials.len() {
                let (a, b) = (&self.quarry.trials[place], &self.quarry.trials[other]);
                if a.months.max(b.months) != months || a.question == b.question {
                    continue;
                }
                let (holds, sure) = if a.touch.meets(b.touch) {
                    let Some(values) = together(a, b) else { continue };
                    let touch = a.touch.and(b.touch);
                    let mut reading = base.clone();
                    ground.read(&facts.with(&values, facts.on), touch, &mut reading);
                    (reading.holds, ground.total(&reading).low)
                } else if a.idle && !a.moves || b.idle && !b.moves {
                    continue;
                } else {
                    joined(ground, base, a, Some(b))
                };
                let pick = Pick { one: Some(place), other: Some(other), waits: false, months };
                self.note(pick, holds, sure, waited);
            }
        }
    }

    fn note(&mut self, pick: Pick, holds: u64, sure: Points, waited: Points) {
        let ground = self.ground;
        for place in 0..self.quarry.hunts.len() {
            let hunt = &self.quarry.hunts[place];
            if !hunt.over && hunt.target.met(ground, holds, sure) {
                let smaller = |found: &Pick| self.smaller(found, &pick);
                if !hunt.found.iter().any(smaller) {
                    self.quarry.hunts[place].found.push(pick);
                }
            }
        }
        let gain = sure - waited;
        let held = self.now.0;
        // A step with a wait is no step of its own.
        let own = pick.one.is_none() || !pick.waits;
        if own && gain > Points::ZERO && holds & held == held && pick.months <= SOON {
            self.closer(pick, gain, sure);
        }
    }

    /// Keeps of each question the change that adds most, of waiting the first that adds anything, and the best pairs.
    fn closer(&mut self, pick: Pick, gain: Points, sure: Points) {
        let pair = pick.other.is_some();
        let list = if pair { &self.pairs } else { &self.quarry.closer };
        if pair && list.len() >= CLOSER_PAIRS && list.iter().all(|one| one.gain >= gain) {
            return;
        }
        let questions = self.questions(&pick);
        let same = list.iter().position(|one| self.questions(&one.pick) == questions);
        let list = if pair { &mut self.pairs } else { &mut self.quarry.closer };
        let closer = Closer { pick, gain, sure };
        match same.and_then(|place| list.get_mut(place)) {
            Some(one) if one.gain < gain && pick.one.is_some() => *one = closer,
            Some(_) => {}
            None => list.push(closer),
        }
        if pair && list.len() > CLOSER_PAIRS {
            let least = list.iter().enumerate().min_by_key(|(_, one)| one.gain);
            if let Some((least, _)) = least {
                list.remove(least);
            }
        }
    }

    fn questions(&self, pick: &Pick) -> (Option<usize>, Option<usize>) {
        let question = |place: usize| self.quarry.trials[place].question;
        (pick.one.map(question), pick.other.map(question))
    }

    /// Whether what was found before asks for no more than a pick: for changes of no other questions, of each no
    /// larger one, and for nothing else that they bring along. Of two questions the first pair is enough.
    fn smaller(&self, found: &Pick, pick: &Pick) -> bool {
        let trials = &self.quarry.trials;
        let within = |place: usize| {
            let less = &trials[place];
            let same = [pick.one, pick.other].into_iter().flatten();
            same.filter(|one| trials[*one].question == less.question).any(|one| {
                let brought = |value: &(usize, Fact<'static>)| {
                    trials[one].values.iter().any(|more| more.0 == value.0)
                };
                (place <= one || found.other.is_some()) && less.values.iter().all(brought)
            })
        };
        [found.one, found.other].into_iter().flatten().all(within)
    }
}

/// How changes come out that touch nothing in common.
fn joined(ground: &Ground<'_>, base: &Reading, a: &Trial, b: Option<&Trial>) -> (u64, Points) {
    let touched = b.map_or(Touch::default(), |b| b.touch);
    let points = |position: usize| -> PointsRange {
        let place = bit(position);
        match b {
            _ if a.touch.indicators & place != 0 => a.reading.points[position],
            Some(b) if touched.indicators & place != 0 => b.reading.points[position],
            _ => base.points[position],
        }
    };
    let other = b.map_or(0, |b| b.reading.holds);
    let rest = base.holds & !(a.touch.conditions | touched.conditions);
    let holds = a.reading.holds & a.touch.conditions | other & touched.conditions | rest;
    (holds, ground.tally.total(points).low)
}

/// The answers of two changes; `None` where one contains or contradicts the other.
pub(super) fn together(a: &Trial, b: &Trial) -> Option<Values> {
    let names = |trial: &Trial, question: usize| trial.values.iter().any(|one| one.0 == question);
    if names(a, b.question) || names(b, a.question) {
        return None;
    }
    let mut values = a.values.clone();
    for (question, value) in &b.values {
        match (values.iter_mut().find(|one| one.0 == *question), value) {
            (None, _) => values.push((*question, *value)),
            (Some((_, Fact::Number(have))), Fact::Number(want)) => *have = (*have).max(*want),
            (Some((_, have)), want) if have == want => {}
            _ => return None,
        }
    }
    Some(values)
}
