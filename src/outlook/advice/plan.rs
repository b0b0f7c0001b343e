//! From what was found to what is said: made as small as it can be, tried once more on the rules, and told.

use super::ground::{Ground, Values, opened};
use super::hunt::{Pick, Target, together};
use super::lead::Trial;
use super::{Shift, Suggestion, SuggestionKind};
use crate::answers::{Answers, Value};
use crate::assess::{Fact, Facts, FixStep, Need, Summary, bit};
use crate::outlook::project;
use crate::points::{Points, PointsRange};
use crate::scheme::{self, Scheme};

/// Changes of answers, and the months until they can be so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plan {
    /// The changes themselves, then what they bring along.
    values: Values,
    /// How many of the values are the changes themselves.
    leads: usize,
    waits: bool,
    months: i64,
}

impl Plan {
    pub(super) fn of(pick: Pick, trials: &[Trial]) -> Option<Plan> {
        let trial = |place: Option<usize>| place.and_then(|place| trials.get(place));
        let (one, other) = (trial(pick.one), trial(pick.other));
        let mut values = match (one, other) {
            (Some(one), Some(other)) => together(one, other)?,
            (Some(one), None) => one.values.clone(),
            _ => Vec::new(),
        };
        // The second change moves up beside the first.
        if let Some(other) = other {
            let place = values.iter().position(|value| value.0 == other.question)?;
            let value = values.remove(place);
            values.insert(1, value);
        }
        let leads = usize::from(one.is_some()) + usize::from(other.is_some());
        Some(Plan { values, leads, waits: pick.waits, months: pick.months })
    }

    /// The plan with other values, which may take less time.
    fn with(&self, ground: &Ground<'_>, values: Values) -> Option<Plan> {
        let months = if self.waits { self.months } else { ground.months(&values)? };
        Some(Plan { values, months, ..self.clone() })
    }

    fn meets(&self, ground: &Ground<'_>, target: Target) -> bool {
        let later = ground.later(self.months);
        let reading = ground.read_all(&later.with(&self.values, later.on));
        target.met(ground, reading.holds, ground.total(&reading).low)
    }

    /// The smallest plan of its kind that meets a target; `None` where a part of it is not needed.
    pub(super) fn smallest(mut self, ground: &Ground<'_>, target: Target) -> Option<Plan> {
        if !self.meets(ground, target) {
            return None;
        }
        for _ in 0..3 {
            let before = self.clone();
            for place in (0..self.values.len()).rev() {
                self.lessen(ground, target, place);
            }
            while self.waits && self.months > 0 {
                let sooner = Plan { months: self.months - 1, ..self.clone() };
                if ground.months(&self.values)? > sooner.months || !sooner.meets(ground, target) {
                    break;
                }
                self = sooner;
            }
            if self == before {
                break;
            }
        }
        self.waits &= ground.months(&self.values)? < self.months;
        let needed = (0..self.leads).all(|place| {
            let mut fewer = self.clone();
            fewer.values.remove(place);
            !fewer.meets(ground, target)
        });
        needed.then_some(self)
    }

    /// Leaves out what a change brings along, where it is not needed; or makes a number smaller.
    fn lessen(&mut self, ground: &Ground<'_>, target: Target, place: usize) {
        if place >= self.leads {
            let mut values = self.values.clone();
            values.remove(place);
            let fewer = self.with(ground, values);
            if let Some(fewer) = fewer.filter(|fewer| fewer.meets(ground, target)) {
                *self = fewer;
                return;
            }
        }
        let (question, Fact::Number(enough)) = self.values[place] else { return };
        let (mut below, mut enough) = (ground.start(question), enough);
        let mut middle = enough.saturating_sub(1);
        while enough.saturating_sub(below) > 1 {
            let mut values = self.values.clone();
            values[place].1 = Fact::Number(middle);
            match self.with(ground, values).filter(|plan| plan.meets(ground, target)) {
                Some(plan) => {
                    *self = plan;
                    enough = middle;
                }
                None => below = middle,
            }
            middle = below.midpoint(enough);
        }
    }

    /// Whether another plan asks for all of this and more, and not sooner.
    pub(super) fn within(&self, other: &Plan) -> bool {
        let part = |(question, value): &(usize, Fact<'static>)| {
            other.values.iter().any(|(one, theirs)| {
                one == question
                    && match (value, theirs) {
                        (Fact::Number(value), Fact::Number(theirs)) => value <= theirs,
                        (value, theirs) => value == theirs,
                    }
            })
        };
        self.months <= other.months && self.values.iter().all(part)
    }

    /// The questions that are changed.
    pub(super) fn questions(&self) -> impl Iterator<Item = usize> {
        self.values[..self.leads].iter().map(|(question, _)| *question)
    }

    /// How soon, then how little.
    pub(super) fn order(&self) -> (i64, usize, usize) {
        (self.months, self.leads + usize::from(self.waits), self.values.len())
    }

    /// The suggestion, from the answers as they will be then.
    pub(super) fn tell(
        &self,
        ground: &Ground<'_>,
        answers: &Answers,
        kind: SuggestionKind,
    ) -> Suggestion {
        let scheme = ground.scheme;
        let day = ground.day(self.months);
        let mut later = project(scheme, answers, ground.on, day, &[]);
        for (question, value) in &self.values {
            later.set(&scheme.questions[*question].id, said(scheme, *question, *value));
        }
        let facts = Facts::new(scheme, &later, day);
        let [before, after] =
            [&ground.now, &facts].map(|facts| Summary::of(scheme, facts, &mut |_| ()));
        let conditions = 0..scheme.conditions.len();
        let step = |(question, value): &(usize, Fact<'static>)| FixStep {
            question: *question,
            need: match value {
                Fact::Flag(flag) => Need::Flag(*flag),
                Fact::Option(option) => Need::OneOf(vec![*option]),
                Fact::Number(to) => Need::Number { from: ground.start(*question), to: *to },
                Fact::Date(_) | Fact::Dates(_) => Need::Day(day),
            },
        };
        let cutoffs = scheme.line.cutoffs();
        let ranked = before.ranked.zip(after.ranked);
        let reaches = |position: &usize| {
            let cutoff = cutoffs[*position].points;
            ranked.is_some_and(|(before, after)| before.low < cutoff && after.low >= cutoff)
        };
        let shifts = (0..scheme.indicators.len()).map(|indicator| Shift {
            indicator,
            before: share(&before, indicator),
            after: share(&after, indicator),
        });
        Suggestion {
            kind,
            steps: self.values[..self.leads].iter().map(step).collect(),
            brings: self.values[self.leads..].iter().map(step).collect(),
            waits: self.waits,
            day,
            months: self.months,
            verdict: after.verdict,
            total: after.total,
            gain: after.total.low - before.total.low,
            shifts: shifts.filter(|shift| shift.before != shift.after).collect(),
            meets: conditions
                .clone()
                .filter(|one| !before.conditions[*one].holds() && after.conditions[*one].holds())
                .collect(),
            lacks: conditions.filter(|one| !after.conditions[*one].holds()).collect(),
            opens: (0..scheme.questions.len())
                .filter(|one| opened(&ground.now, &facts, *one) && facts.open(*one))
                .collect(),
            reaches: (0..cutoffs.len()).filter(reaches).collect(),
        }
    }
}

/// What an indicator brings to the total.
fn share(outcome: &Summary, indicator: usize) -> PointsRange {
    let scored = &outcome.indicators[indicator];
    match scored.counted {
        Some(true) => scored.points,
        Some(false) => PointsRange::ZERO,
        None => scored.points.or(PointsRange::ZERO),
    }
}

/// An answer as it is given.
fn said(scheme: &Scheme, question: usize, value: Fact<'_>) -> Option<Value> {
    Some(match (value, &scheme.questions[question].kind) {
        (Fact::Flag(flag), _) => Value::Flag(flag),
        (Fact::Option(option), scheme::AnswerKind::Choice(choices)) => {
            Value::Option(choices.get(option)?.id.clone())
        }
        (Fact::Option(_), _) => return None,
        (Fact::Number(number), _) => Value::Number(number),
        (Fact::Date(date), _) => Value::Date(date),
        (Fact::Dates(dates), _) => Value::Dates(dates.to_vec()),
    })
}

/// What is missing to a line.
pub(super) fn missing(sure: Points, line: Points) -> Points {
    (line - sure).max(Points::ZERO)
}

/// The conditions that do not hold, by position.
pub(super) fn lacking(ground: &Ground<'_>, holds: u64) -> impl Iterator<Item = usize> {
    let all = ground.all & !holds;
    (0..ground.scheme.conditions.len()).filter(move |one| all & bit(*one) != 0)
}
