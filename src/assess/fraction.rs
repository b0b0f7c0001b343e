//! Fractions of points: exact inside an indicator, and rounded once where the rule rounds.

use std::cmp::Ordering;
use std::ops::Add;

use crate::points::{Points, PointsRange, Range};

/// A fraction of points in lowest terms. Arithmetic saturates, as that of [`Points`] does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fraction {
    /// Hundredths of a point, the denominator times.
    numerator: i64,
    /// At least 1.
    denominator: i64,
}

/// Everything a fraction of points may still turn out to be.
pub(crate) type FractionRange = Range<Fraction>;

impl Fraction {
    /// Returns points × `amount` ÷ `each`; an `each` below one is taken as one.
    pub(super) fn share(points: Points, amount: i64, each: i64) -> Fraction {
        let product = i128::from(points.hundredths()) * i128::from(amount);
        Fraction::reduced(product, i128::from(each.max(1)))
    }

    /// Makes a fraction of points in lowest terms. The denominator is above zero.
    fn reduced(numerator: i128, denominator: i128) -> Fraction {
        let (mut divisor, mut rest) = (denominator, numerator.unsigned_abs() as i128 % denominator);
        while rest != 0 {
            (divisor, rest) = (rest, divisor % rest);
        }
        let limit = |value: i128| value.clamp(-i128::from(i64::MAX), i64::MAX.into()) as i64;
        Fraction {
            numerator: limit(numerator / divisor),
            denominator: limit(denominator / divisor),
        }
    }

    /// Returns the points, rounded half away from zero to the hundredth.
    pub(crate) fn rounded(self) -> Points {
        let Fraction { numerator, denominator } = self;
        if denominator == 1 {
            return Points::from_hundredths(numerator);
        }
        let (numerator, denominator) = (i128::from(numerator), i128::from(denominator));
        let half = if numerator < 0 { -denominator } else { denominator };
        Points::from_hundredths(((2 * numerator + half) / (2 * denominator)) as i64)
    }
}

impl FractionRange {
    /// Returns the points, rounded half away from zero to the hundredth.
    pub(crate) fn rounded(self) -> PointsRange {
        PointsRange { low: self.low.rounded(), high: self.high.rounded() }
    }
}

impl From<Points> for Fraction {
    fn from(points: Points) -> Fraction {
        Fraction { numerator: points.hundredths(), denominator: 1 }
    }
}

impl From<PointsRange> for FractionRange {
    fn from(range: PointsRange) -> FractionRange {
        Range { low: range.low.into(), high: range.high.into() }
    }
}

impl Default for Fraction {
    fn default() -> Fraction {
        Points::ZERO.into()
    }
}

impl Add for Fraction {
    type Output = Fraction;

    fn add(self, other: Fraction) -> Fraction {
        if self.denominator == 1 && other.denominator == 1 {
            let sum =
                Points::from_hundredths(self.numerator) + Points::from_hundredths(other.numerator);
            return sum.into();
        }
        let unbounded = |one: &Fraction| Points::from_hundredths(one.numerator).is_unbounded();
        if let Some(one) = [self, other].into_iter().find(unbounded) {
            return one;
        }
        let [first, second] =
            [self, other].map(|one| (i128::from(one.numerator), i128::from(one.denominator)));
        // Both products are far below the largest number, since each factor has half its digits.
        let numerator = (first.0 * second.1).saturating_add(second.0 * first.1);
        Fraction::reduced(numerator, first.1 * second.1)
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Fraction) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Fraction) -> Ordering {
        let product =
            |one: &Fraction, by: &Fraction| i128::from(one.numerator) * i128::from(by.denominator);
        product(self, other).cmp(&product(other, self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(points: i64, amount: i64) -> Fraction {
        Fraction::share(Points::whole(points), amount, 12)
    }

    #[test]
    fn parts_are_exact_until_the_sum_is_rounded() {
        // Pension 13 months at 10 and medical insurance 37 months at 3 a year: 10.8333 and 9.25 are rounded as one.
        let sum = share(10, 13) + share(3, 36) + share(4, 1);
        assert_eq!(sum.rounded().to_string(), "20.17");
        let fifth = (0..5).fold(Fraction::default(), |sum, _| sum + share(2, 41));
        assert_eq!(fifth.rounded().to_string(), "34.17");
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        assert_eq!(
            Fraction::share(Points::from_hundredths(50), 3, 12).rounded().to_string(),
            "0.13"
        );
        let taken = Fraction::share(Points::from_hundredths(-350), 3, 12);
        assert_eq!(taken.rounded().to_string(), "-0.88");
    }

    #[test]
    fn fractions_are_compared_by_value() {
        assert!(share(1, 1) < share(1, 2) && share(-1, 1) > share(-1, 2));
        assert_eq!(share(1, 6), Fraction::share(Points::from_hundredths(50), 1, 1));
        assert!(Fraction::from(Points::UNBOUNDED) + share(-1, 7) > share(100, 11));
    }
}
