//! What a change can affect.

use crate::assess::bit;

/// The indicators and conditions that a change can affect, as bits. Indicators past the last bit share it: what affects one
/// is then taken to affect each of them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Affected {
    pub(super) indicators: u64,
    pub(super) conditions: u64,
}

impl Affected {
    pub(super) const ALL: Affected = Affected { indicators: u64::MAX, conditions: u64::MAX };

    /// Adds an indicator.
    pub(super) fn add(&mut self, indicator: usize) {
        self.indicators |= mark(indicator);
    }

    /// Returns whether an indicator is affected.
    pub(super) fn touches(self, indicator: usize) -> bool {
        self.indicators & mark(indicator) != 0
    }

    /// Returns what either affects.
    pub(super) fn or(self, other: Affected) -> Affected {
        Affected {
            indicators: self.indicators | other.indicators,
            conditions: self.conditions | other.conditions,
        }
    }

    /// Returns whether both affect something in common.
    pub(super) fn overlaps(self, other: Affected) -> bool {
        self.indicators & other.indicators != 0 || self.conditions & other.conditions != 0
    }
}

/// Returns the bit of an indicator.
fn mark(indicator: usize) -> u64 {
    bit(indicator.min(63))
}
