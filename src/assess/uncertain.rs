//! What is certain and what is still open: truth with three values, and intervals of amounts and days.

use jiff::civil::Date;

/// Whether something holds: a truth with three values, after Kleene.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Truth {
    Yes,
    No,
    /// An answer that is still missing decides.
    Open,
}

impl Truth {
    pub(super) fn of(holds: bool) -> Truth {
        if holds { Truth::Yes } else { Truth::No }
    }

    /// Returns what follows from what is certain on either side; neither leaves it open.
    pub(super) fn sure(holds: bool, fails: bool) -> Truth {
        match (holds, fails) {
            (true, _) => Truth::Yes,
            (_, true) => Truth::No,
            _ => Truth::Open,
        }
    }

    pub(crate) fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::No, _) | (_, Truth::No) => Truth::No,
            (Truth::Yes, Truth::Yes) => Truth::Yes,
            _ => Truth::Open,
        }
    }

    /// Returns what both readings of a rule agree on; else nobody knows.
    pub(super) fn or_open(self, other: Truth) -> Truth {
        if self == other { self } else { Truth::Open }
    }

    pub(crate) fn not(self) -> Truth {
        match self {
            Truth::Yes => Truth::No,
            Truth::No => Truth::Yes,
            Truth::Open => Truth::Open,
        }
    }
}

/// Everything an amount may still turn out to be, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Interval {
    pub(crate) low: i64,
    pub(crate) high: i64,
}

impl Interval {
    pub(crate) const fn exactly(value: i64) -> Interval {
        Interval { low: value, high: value }
    }

    /// Returns the amount, where it is certain.
    pub(super) fn certain(self) -> Option<i64> {
        (self.low == self.high).then_some(self.low)
    }

    /// Widens the interval to zero, which a question that may not be asked counts as.
    pub(super) fn or_zero(self) -> Interval {
        self.or(Interval::exactly(0))
    }

    /// Returns the smallest interval around both.
    pub(crate) fn or(self, other: Interval) -> Interval {
        Interval { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// Applies a function that never falls.
    pub(super) fn each(self, map: impl Fn(i64) -> i64) -> Interval {
        Interval { low: map(self.low), high: map(self.high) }
    }

    /// Applies a function of two amounts that falls with neither.
    pub(super) fn join(self, other: Interval, map: impl Fn(i64, i64) -> i64) -> Interval {
        Interval { low: map(self.low, other.low), high: map(self.high, other.high) }
    }
}

/// The days that a day may still turn out to be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Days {
    pub(crate) earliest: Date,
    pub(crate) latest: Date,
    /// Whether there may be no such day, because its question may not be asked.
    pub(super) lacking: bool,
}
