//! What histories tell of answers that they leave open: from how much to how much.

use jiff::civil::Date;

use super::counts::{count, stands};
use super::reckoning::Reckoning;
use crate::answers::{Answers, Value, bounds};
use crate::assess::rounds::counting_day;
use crate::assess::uncertain::{Interval, Truth};
use crate::scheme::{AnswerKind, Count, Month, Months, Scheme};

/// What a history tells of an answer that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    /// The number; of month counts, what all pieces have together.
    pub(crate) number: Interval,
    /// How many pieces there are at most.
    pub(crate) pieces: i64,
    /// How much of it there is by the counting day, where months since then are taken off.
    pub(crate) counted: Option<Interval>,
    /// Whether it is the same on later days.
    stays: bool,
}

impl Told {
    /// Returns what is still told on a later day.
    pub(crate) fn later(self) -> Option<Told> {
        // A later counting day holds as many months, and at most all there are.
        let counted = self.counted.map(|counted| Interval { high: self.number.high, ..counted });
        self.stays.then_some(Told { counted, ..self })
    }
}

/// Returns whether there is a history among the answers; without one nothing follows.
pub(super) fn are_told(answers: &Answers) -> bool {
    answers.iter().any(|(_, value)| matches!(value, Value::Periods(_)))
}

/// Returns what histories tell of the questions that are not answered, by their positions.
pub(crate) fn told(scheme: &Scheme, answers: &Answers, on: Date) -> Vec<(usize, Told)> {
    if !are_told(answers) {
        return Vec::new();
    }
    let open = scheme
        .following()
        .filter(|(position, _)| answers.get(&scheme.questions[*position].id).is_none());
    let told = open.filter_map(|(position, follows)| {
        let question = &scheme.questions[position];
        let reckoning = Reckoning::of(scheme, answers, question.multiple.as_ref(), follows, on)?;
        let told = reckoning.told(&question.kind, question.calendar_months, on)?;
        stands(scheme, answers, position, &reckoning, on).then_some((position, told))
    });
    told.collect()
}

impl Reckoning<'_> {
    /// Returns what is told of an answer that is not certain; `taken_off` where months since the counting day do not count.
    pub(crate) fn told(&self, kind: &AnswerKind, taken_off: bool, on: Date) -> Option<Told> {
        let number = self.range(kind);
        let (low, high) = bounds(kind)?;
        let counted = if taken_off { self.by_counting_day(on) } else { None };
        let stopped = taken_off && !self.grows();
        if stopped && counted.is_none() || number.low <= low && number.high >= high {
            return None;
        }
        let pieces = match kind {
            AnswerKind::MonthCounts { .. } => self.pieces().len() as i64,
            _ => 1,
        };
        Some(Told { number, pieces, counted, stays: stopped })
    }

    /// Returns whether no month is missing of those since the counting day, which the rule takes off.
    pub(super) fn since_counting_day(&self, on: Date) -> bool {
        let Some(last) = self.last_counted(on) else { return true };
        let held = self.months().zip(self.held(&self.follows.months));
        let mut since = held.filter(|(month, _)| *month > last && *month <= self.over());
        since.all(|(_, held)| held == Truth::Yes)
    }

    /// Returns the last month that counts by the day to which the filing counts that is open or comes next.
    fn last_counted(&self, on: Date) -> Option<Month> {
        let day = counting_day(self.scheme.filing.as_ref()?, on)?;
        Some(Month::of(day).plus(if day.last_of_month() == day { 0 } else { -1 }))
    }

    /// Returns how many months there are by the day to which the filing counts that is open or comes next.
    fn by_counting_day(&self, on: Date) -> Option<Interval> {
        let (Count::Months, Months::Of { .. }) = (self.follows.count, &self.follows.months) else {
            return None;
        };
        let last = self.last_counted(on)?;
        let held = self.months().zip(self.held(&self.follows.months));
        let by_then = held.take_while(|(month, _)| *month <= last).map(|(_, held)| held);
        Some(count(&by_then.collect()))
    }
}
