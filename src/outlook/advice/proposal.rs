//! From what was found to what is suggested: made as small as it can be, and tried once more on the rules.

use jiff::civil::Date;

use super::candidate::{Candidate, Goal, merged};
use super::context::{Context, Values, newly_asked};
use super::moves::Move;
use super::suggestion::{Act, Shift, Suggestion, SuggestionKind};
use crate::assess::{Fact, FixStep, Need, Summary, Tally};
use crate::points::PointsRange;
use crate::scheme::{Change, Cutoff, LeadTime, Scheme};

/// Changes of answers, and when they can be so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Proposal {
    /// The changes themselves, then what they bring along.
    values: Values,
    /// How many of the values are the changes themselves.
    changes: usize,
    waits: bool,
    /// The months until it can be so; what is counted may take less of them.
    months: i64,
    /// The first day on which it does, within the last of the months.
    day: Date,
}

impl Proposal {
    /// Makes a proposal of a candidate; `None` where its moves contradict each other.
    pub(super) fn of(
        context: &Context<'_>,
        candidate: &Candidate,
        moves: &[Move],
    ) -> Option<Proposal> {
        let get = |index: Option<usize>| index.and_then(|index| moves.get(index));
        let (first, second) = (get(candidate.first), get(candidate.second));
        let mut values = match (first, second) {
            (Some(first), Some(second)) => merged(first, second)?,
            (Some(first), None) => first.values.clone(),
            _ => Vec::new(),
        };
        // The second change moves up beside the first.
        if let Some(second) = second {
            let index = values.iter().position(|(question, _)| *question == second.question)?;
            let value = values.remove(index);
            values.insert(1, value);
        }
        let changes = usize::from(first.is_some()) + usize::from(second.is_some());
        let Candidate { waits, months, .. } = *candidate;
        Some(Proposal { values, changes, waits, months, day: context.day(months) })
    }

    /// Returns the proposal with other values by the same day.
    fn with(&self, values: Values) -> Proposal {
        Proposal { values, ..self.clone() }
    }

    fn reaches(&self, context: &Context<'_>, goal: Goal) -> bool {
        self.reaches_on(context, goal, self.day)
    }

    fn reaches_on(&self, context: &Context<'_>, goal: Goal, day: Date) -> bool {
        let later = context.at(day);
        let snapshot = context.snapshot(&later.with(&self.values, later.on));
        goal.is_met(context, snapshot.holds, context.total(&snapshot).low)
    }

    /// Returns the smallest proposal of its kind that reaches a goal: the soonest first, then as little of each change as
    /// does by that day. `None` where a change of it is not needed.
    pub(super) fn smallest(mut self, context: &Context<'_>, goal: Goal) -> Option<Proposal> {
        if !self.reaches(context, goal) {
            return None;
        }
        for _ in 0..3 {
            let before = self.clone();
            if let Some(sooner) = self.soonest(context, goal) {
                self = sooner;
            }
            // Where time itself does a part, less of a change may do than could be so by then.
            for index in (0..self.values.len()).rev() {
                self.shrink(context, goal, index);
            }
            self.waits = context.months(&self.values)? < self.months;
            self.day = self.first_day(context, goal);
            if self == before {
                break;
            }
        }
        let needed = (0..self.changes).all(|index| {
            let mut fewer = self.clone();
            fewer.values.remove(index);
            !fewer.reaches(context, goal)
        });
        needed.then_some(self)
    }

    /// Returns the first in time of what the proposal contains that reaches a goal: month by month, with as much of
    /// each change as can be so by then. Points do not only rise with time, so a month that does not do says nothing
    /// of the months before it.
    fn soonest(&self, context: &Context<'_>, goal: Goal) -> Option<Proposal> {
        (0..self.months).find_map(|months| {
            let within = self.values.iter().map(|(question, value)| {
                Some((*question, context.within(*question, *value, months)?))
            });
            let values: Values = within.collect::<Option<_>>()?;
            let day = context.day(months);
            Proposal { values, months, day, ..self.clone() }.reached(context, goal)
        })
    }

    /// Returns the proposal if it reaches a goal.
    fn reached(self, context: &Context<'_>, goal: Goal) -> Option<Proposal> {
        self.reaches(context, goal).then_some(self)
    }

    /// Returns the first day on which it reaches a goal: where it waits, often only a date has to pass, and no month.
    fn first_day(&self, context: &Context<'_>, goal: Goal) -> Date {
        let last = self.day;
        if !self.waits {
            return last;
        }
        let mut days = Vec::new();
        let mut day = context.day(self.months - 1);
        while day < last {
            day = day.tomorrow().unwrap_or(last);
            days.push(day);
        }
        // On the last of them it does, a month before it does not.
        let mut first = last;
        while days.len() > 1 {
            let half = days.len() / 2;
            if self.reaches_on(context, goal, days[half - 1]) {
                first = days[half - 1];
                days.truncate(half);
            } else {
                days.drain(..half);
            }
        }
        first
    }

    /// Leaves out what a change brings along, where it is not needed by the same day; or makes a number smaller.
    fn shrink(&mut self, context: &Context<'_>, goal: Goal, index: usize) {
        if index >= self.changes {
            let mut values = self.values.clone();
            values.remove(index);
            if let Some(fewer) = self.with(values).reached(context, goal) {
                *self = fewer;
                return;
            }
        }
        let (question, Fact::Number(enough)) = self.values[index] else { return };
        let step = context.step(question);
        let (mut below, mut enough) = (context.start(question).div_euclid(step), enough / step);
        // One less is tried first: mostly it is not enough.
        let mut middle = enough.saturating_sub(1);
        while enough.saturating_sub(below) > 1 {
            let mut values = self.values.clone();
            values[index].1 = Fact::Number(middle.saturating_mul(step));
            match self.with(values).reached(context, goal) {
                Some(smaller) => {
                    *self = smaller;
                    enough = middle;
                }
                None => below = middle,
            }
            middle = below.midpoint(enough);
        }
    }

    /// Returns whether another proposal asks for all of this and more, and not sooner.
    pub(super) fn within(&self, other: &Proposal) -> bool {
        let part = |(question, value): &(usize, Fact<'static>)| {
            other.values.iter().any(|(changed, theirs)| {
                changed == question
                    && match (value, theirs) {
                        (Fact::Number(value), Fact::Number(theirs)) => value <= theirs,
                        (value, theirs) => value == theirs,
                    }
            })
        };
        self.months <= other.months && self.day <= other.day && self.values.iter().all(part)
    }

    /// Returns the questions whose answers are the changes themselves.
    pub(super) fn questions(&self) -> impl Iterator<Item = usize> {
        self.values[..self.changes].iter().map(|(question, _)| *question)
    }

    /// Returns how soon it is, then how little.
    pub(super) fn order(&self) -> (i64, usize, usize) {
        (self.months, self.changes + usize::from(self.waits), self.values.len())
    }

    /// Returns what kind of act it is: a check that something to be done brings along does not make it a look-up.
    fn act(&self, scheme: &Scheme) -> Act {
        let mut changes =
            self.values.iter().map(|(question, _)| scheme.questions[*question].changes);
        if changes.clone().any(|change| matches!(change, Change::Effort(_))) {
            Act::Do
        } else if changes.any(|change| change == Change::LookUp) {
            Act::LookUp
        } else {
            Act::Wait
        }
    }

    /// Makes the suggestion, from the answers as they will be then.
    pub(super) fn suggestion(&self, context: &Context<'_>, kind: SuggestionKind) -> Suggestion {
        let scheme = context.scheme;
        let day = self.day;
        let facts = context.at(day).with(&self.values, day);
        let [before, after] =
            [&context.now, &facts].map(|facts| Summary::of(scheme, facts, &mut |_| ()));
        let step = |(question, value): &(usize, Fact<'static>)| FixStep {
            question: *question,
            need: match value {
                Fact::Flag(flag) => Need::Flag(*flag),
                Fact::Option(option) => Need::OneOf(vec![*option]),
                Fact::Number(to) | Fact::Between(to, _) => {
                    Need::Number { from: context.start(*question), to: *to }
                }
                Fact::Date(_) | Fact::Dates(_) | Fact::MonthCounts { .. } | Fact::Periods(_) => {
                    Need::Day(day)
                }
            },
        };
        let shift = |indicator| Shift {
            indicator,
            before: share(&before, indicator),
            after: share(&after, indicator),
        };
        let conditions = 0..scheme.conditions.len();
        let holds = |summary: &Summary, condition: &usize| summary.conditions[*condition].holds();
        let ranked = before.ranked.zip(after.ranked);
        let reached = |cutoff: &Cutoff| {
            let line = cutoff.points;
            ranked.is_some_and(|(before, after)| before.low < line && after.low >= line)
        };
        let reaches = scheme.line.comparable().filter(|(_, cutoff)| reached(cutoff));
        let opens = |question: &usize| {
            newly_asked(&context.now, &facts, *question) && facts.open(*question)
        };
        let affected = context.affected(&self.values);
        let affected = if self.months > 0 { affected.or(context.drifting) } else { affected };
        let points = |summary: &Summary, indicator: usize| summary.indicators[indicator].points;
        let gain = Tally::of(scheme, &[]).surely_gained(
            |indicator| points(&before, indicator),
            |indicator| points(&after, indicator),
            |indicator| affected.touches(indicator),
        );
        let unknown = |(question, value): &(usize, Fact<'static>)| {
            context.lead(*question, value) == Some(&LeadTime::NotFound)
        };
        Suggestion {
            kind,
            act: self.act(scheme),
            lead_unknown: self.values.iter().any(unknown),
            after_edition: scheme.edition.to.is_some_and(|to| day > to),
            after_round: context.last_of_round().filter(|last| day > *last),
            steps: self.values[..self.changes].iter().map(step).collect(),
            accompanying: self.values[self.changes..].iter().map(step).collect(),
            waits: self.waits,
            day,
            months: self.months,
            verdict: after.verdict,
            total: after.total,
            gain,
            shifts: (0..scheme.indicators.len())
                .map(shift)
                .filter(|shift| shift.before != shift.after)
                .collect(),
            meets: conditions
                .clone()
                .filter(|condition| !holds(&before, condition) && holds(&after, condition))
                .collect(),
            lacks: conditions.filter(|condition| !holds(&after, condition)).collect(),
            opens: (0..scheme.questions.len()).filter(opens).collect(),
            reaches: reaches.map(|(position, _)| position).collect(),
        }
    }
}

/// Returns what an indicator brings to the total.
fn share(summary: &Summary, indicator: usize) -> PointsRange {
    let scored = &summary.indicators[indicator];
    match scored.counted {
        Some(true) => scored.points,
        Some(false) => PointsRange::ZERO,
        None => scored.points.or(PointsRange::ZERO),
    }
}
