//! How one count goes on: what its answer may be once some time has passed.

use jiff::civil::Date;

use crate::answers::{bounds, scale};
use crate::assess::{Fact, Truth};
use crate::scheme::{Change, Question, Scheme, Unit};

/// How an answer grows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    Monthly,
    /// On the first of each month, since it is counted up to the end of one.
    CalendarMonthly,
    Yearly,
}

impl Pace {
    /// Returns the pace of a question's answer; `None` where it does not grow.
    fn of(question: &Question) -> Option<Pace> {
        let (unit, _) = question.kind.unit()?;
        match (unit, question.changes) {
            _ if question.is_round() => Some(Pace::Yearly),
            (_, Change::Never) => None,
            (Unit::Months, _) if question.calendar_months => Some(Pace::CalendarMonthly),
            (Unit::Months, _) => Some(Pace::Monthly),
            (Unit::Years | Unit::Times, Change::Time) => Some(Pace::Yearly),
            _ => None,
        }
    }
}

/// The time that counts between two days.
#[derive(Clone, Copy, Default)]
pub(super) struct Elapsed {
    pub(super) months: i64,
    /// Months of the calendar that have begun.
    pub(super) calendar_months: i64,
    pub(super) years: i64,
    /// The day up to which it has passed; none where it stands still.
    pub(super) day: Option<Date>,
}

impl Elapsed {
    /// Returns it at a pace.
    pub(super) fn at(self, pace: Pace) -> i64 {
        match pace {
            Pace::Monthly => self.months,
            Pace::CalendarMonthly => self.calendar_months,
            Pace::Yearly => self.years,
        }
    }
}

/// A number that changes with time.
pub(super) struct Count {
    /// The position of its question.
    pub(super) question: usize,
    /// What it is on the first day, in the question's smallest step.
    start: i64,
    /// The smallest and the largest answer.
    bounds: (i64, i64),
    /// The smallest steps in a unit.
    step: i64,
    pub(super) pace: Pace,
    /// Whether its question is, or may be, asked.
    pub(super) asked: bool,
    /// Whether the person goes on with it.
    pub(super) goes: Truth,
    /// The last so many months, where only these count.
    window: Option<i64>,
    /// Whether another count may take the same time.
    pub(super) shared: bool,
}

impl Count {
    /// Returns whether only the last so many months count.
    pub(super) fn is_windowed(&self) -> bool {
        self.window.is_some()
    }

    /// Makes a count that surely goes on and that nothing else takes the time of; `None` of a question whose answer
    /// does not grow.
    pub(super) fn of(scheme: &Scheme, position: usize, start: i64) -> Option<Count> {
        let question = scheme.questions.get(position)?;
        let (_, decimals) = question.kind.unit()?;
        let growth = scheme.growth_of(position);
        Some(Count {
            question: position,
            start,
            bounds: bounds(&question.kind)?,
            step: scale(decimals),
            pace: Pace::of(question)?,
            asked: true,
            goes: Truth::Yes,
            window: growth.and_then(|growth| growth.of_last).map(i64::from),
            shared: false,
        })
    }

    /// Returns whether it changes at all: nothing begins, and what stops stays, but for a window, which empties.
    pub(super) fn changes(&self) -> bool {
        self.start > 0 && (self.goes != Truth::No || self.window.is_some())
    }

    /// Returns whether the answers leave open what it will be.
    pub(super) fn is_uncertain(&self) -> bool {
        self.shared || self.goes == Truth::Open || self.window.is_some()
    }

    /// Returns what it may be once some time has passed.
    pub(super) fn after(&self, elapsed: Elapsed) -> Fact<'static> {
        let time = elapsed.at(self.pace);
        let least = if self.goes == Truth::Yes && !self.shared { time } else { 0 };
        let most = if self.goes == Truth::No { 0 } else { time };
        let Some(window) = self.window else { return self.grown_by(least, most) };
        // Of the months counted now, the time that has passed may have pushed all out of the window, or none.
        let (window, passed) = (window * self.step, time * self.step);
        let kept = (self.start.saturating_sub(passed)).max(0);
        let keeps = self.start.min((window - passed).max(0));
        let gained = |time: i64| (time * self.step).min(window);
        self.between(kept + gained(least), (keeps + gained(most)).min(window))
    }

    /// Returns what it is once it has grown by so much time, at least and at most.
    pub(super) fn grown_by(&self, least: i64, most: i64) -> Fact<'static> {
        let grown = |time: i64| self.start.saturating_add(time.saturating_mul(self.step));
        self.between(grown(least), grown(most))
    }

    /// Returns whether it is surely as much as this once some time has passed.
    pub(super) fn reaches(&self, enough: i64, elapsed: Elapsed) -> bool {
        match self.after(elapsed) {
            Fact::Number(number) | Fact::Between(number, _) => number >= enough,
            _ => false,
        }
    }

    fn between(&self, low: i64, high: i64) -> Fact<'static> {
        // What was answered stays as it was answered, also beyond what may be.
        let (least, most) = (self.bounds.0.min(self.start), self.bounds.1.max(self.start));
        let (low, high) = (low.clamp(least, most), high.clamp(least, most));
        if low == high { Fact::Number(low) } else { Fact::Between(low, high) }
    }
}
