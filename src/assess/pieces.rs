//! Month counts, a piece each: what they add up to, and their points, each piece rounded by itself.

use super::fraction::Fraction;
use super::uncertain::Interval;
use crate::points::{Points, PointsRange};

/// What is known of the pieces that answer a question.
#[derive(Clone, Copy, Debug)]
pub(super) enum Pieces<'a> {
    Known {
        before: &'a [i64],
        /// The last one, which may have grown.
        last: Interval,
        /// Whether the question is asked for certain; else there may be no pieces at all.
        certain: bool,
    },
    /// Up to so many pieces of up to so many months.
    Open { most: i64, max: i64 },
}

impl Pieces<'_> {
    /// No pieces.
    pub(super) const NONE: Pieces<'static> =
        Pieces::Known { before: &[], last: Interval::exactly(0), certain: true };

    /// Returns how many months they have in all.
    pub(super) fn months(self) -> Interval {
        match self {
            Pieces::Known { before, last, certain } => {
                let before = before.iter().fold(0_i64, |sum, count| sum.saturating_add(*count));
                let months = last.each(|last| before.saturating_add(last));
                if certain { months } else { months.or_zero() }
            }
            Pieces::Open { most, max } => Interval { low: 0, high: most.saturating_mul(max) },
        }
    }

    /// Returns how many there are at most.
    fn count(self) -> i64 {
        match self {
            Pieces::Known { before, .. } => before.len() as i64 + 1,
            Pieces::Open { most, .. } => most,
        }
    }

    /// Returns the points of all of their months.
    fn whole(self, rate: &Rate) -> PointsRange {
        match self {
            Pieces::Known { before, last, certain } => {
                let before: Points = before.iter().map(|count| rate.rounded(*count)).sum();
                let [low, high] = [last.low, last.high].map(|last| before + rate.rounded(last));
                PointsRange { low: if certain { low } else { Points::ZERO }, high }
            }
            Pieces::Open { most, max } => {
                PointsRange { low: Points::ZERO, high: rate.rounded(max).times(most) }
            }
        }
    }
}

/// Returns the points of pieces, `points` for every `each` months, each piece rounded by itself. No more months than
/// `limit` count; which of them, no rule says, so several pieces of which months are cut leave some hundredths open.
pub(super) fn points(
    pieces: Pieces<'_>,
    points: Points,
    each: i64,
    limit: Option<Interval>,
) -> PointsRange {
    let rate = Rate { points, each: each.max(1) };
    let limit = limit.unwrap_or(Interval::exactly(i64::MAX));
    let (months, whole) = (pieces.months(), pieces.whole(&rate));
    let end = |months: i64, limit: i64, whole: Points| {
        if months <= limit {
            PointsRange::exactly(whole)
        } else {
            rate.cut(limit, pieces.count(), whole)
        }
    };
    PointsRange {
        low: end(months.low, limit.low, whole.low).low,
        high: end(months.high, limit.high, whole.high).high,
    }
}

struct Rate {
    points: Points,
    each: i64,
}

impl Rate {
    fn rounded(&self, months: i64) -> Points {
        Fraction::share(self.points, months, self.each).rounded()
    }

    /// Returns the most hundredths by which a piece can be rounded, as a fraction. What is left over of a hundredth is
    /// a multiple of what rate and months have in common.
    fn most_rounded(&self) -> (i64, i64) {
        let (mut common, mut rest) = (self.each, self.points.hundredths() % self.each);
        while rest != 0 {
            (common, rest) = (rest, common % rest);
        }
        let even = self.each / common % 2 == 0;
        (if even { self.each } else { self.each - common }, self.each.saturating_mul(2))
    }

    /// Returns the points where only so many months of several pieces count, whichever they are.
    fn cut(&self, months: i64, pieces: i64, whole: Points) -> PointsRange {
        let one = self.rounded(months);
        let others = pieces.min(months) - 1;
        if others < 1 {
            return PointsRange::exactly(one);
        }
        // The one that stands for all of them is rounded as well.
        let (most, each) = self.most_rounded();
        let apart = Points::from_hundredths((others + 2).saturating_mul(most) / each);
        PointsRange { low: (one - apart).max(Points::ZERO), high: (one + apart).min(whole) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home(points: i64, counts: &[i64], limit: Option<i64>) -> PointsRange {
        let (last, before) = counts.split_last().unwrap_or((&0, &[]));
        let pieces = Pieces::Known { before, last: Interval::exactly(*last), certain: true };
        super::points(pieces, Points::from_hundredths(points), 12, limit.map(Interval::exactly))
    }

    fn exactly(points: i64, counts: &[i64]) -> String {
        home(points, counts, None).certain().unwrap().to_string()
    }

    #[test]
    fn each_piece_is_rounded_by_itself() {
        assert_eq!(exactly(50, &[3, 3]), "0.26");
        assert_eq!(exactly(50, &[6]), "0.25");
        assert_eq!(exactly(50, &[2, 2]), "0.16");
        assert_eq!(exactly(50, &[1, 1]), "0.08");
        assert_eq!(exactly(50, &[3; 5]), "0.65");
        assert_eq!(exactly(100, &[2, 2]), "0.34");
        assert_eq!(exactly(100, &[]), "0");
    }

    #[test]
    fn a_cut_holds_every_way_to_cut() {
        for limit in 0..14 {
            let cut = home(50, &[3, 5, 6], Some(limit));
            for first in 0..=3.min(limit) {
                for second in 0..=5.min(limit - first) {
                    let third = limit - first - second;
                    if third <= 6 {
                        let kept = home(50, &[first, second, third], None);
                        assert!(cut.contains(kept.low), "{limit}: {cut:?} without {kept:?}");
                    }
                }
            }
        }
        assert_eq!(home(50, &[3, 5, 6], Some(14)).certain(), Some(Points::from_hundredths(59)));
        assert_eq!(home(50, &[14], Some(6)).certain(), Some(Points::from_hundredths(25)));
    }

    #[test]
    fn open_pieces_hold_every_answer() {
        let open = Pieces::Open { most: 20, max: 600 };
        let range = super::points(open, Points::whole(1), 12, Some(Interval::exactly(40)));
        assert!(range.contains(home(100, &[2; 20], None).low));
        assert_eq!(range.low, Points::ZERO);
    }
}
