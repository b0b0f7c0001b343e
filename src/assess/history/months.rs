//! Sets of months: each month of a stretch is in the set, is not, or may be.

use super::super::uncertain::Truth;

/// For each month of a stretch, in order, whether it is in the set.
pub(super) type Held = Vec<Truth>;

/// Joins two sets of the same stretch, month by month.
pub(super) fn join(one: Held, other: &Held, of: impl Fn(Truth, Truth) -> Truth) -> Held {
    one.into_iter().zip(other).map(|(one, other)| of(one, *other)).collect()
}

/// Returns whether a month is in either set.
pub(super) fn either(one: Truth, other: Truth) -> Truth {
    one.not().and(other.not()).not()
}

/// Returns whether a month is in the first and not in the second set.
pub(super) fn without(one: Truth, other: Truth) -> Truth {
    one.and(other.not())
}
