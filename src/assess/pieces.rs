//! Month counts, a piece each: what they add up to, and their points, each piece rounded by itself.

use super::fraction::Fraction;
use super::uncertain::Interval;
use crate::points::{Points, PointsRange};

/// What is known of the pieces that answer a question.
#[derive(Clone, Copy, Debug)]
pub(super) enum Pieces<'a> {
    Known {
        counts: &'a [i64],
        /// How many months the last piece has grown by; a piece of its own where there was none.
        grown: i64,
        /// Whether the question is asked for certain; else there may be no pieces at all.
        certain: bool,
    },
    /// Up to so many pieces of up to so many months.
    Open { most: i64, max: i64 },
}

impl Pieces<'_> {
    /// No pieces.
    pub(super) const NONE: Pieces<'static> = Pieces::Known { counts: &[], grown: 0, certain: true };

    /// Returns how many months they have in all.
    pub(super) fn months(self) -> Interval {
        match self {
            Pieces::Known { certain: true, .. } => Interval::exactly(self.sum()),
            _ => Interval { low: 0, high: self.sum() },
        }
    }

    /// Returns how many months they have at most.
    fn sum(self) -> i64 {
        match self {
            Pieces::Known { counts, grown, .. } => {
                counts.iter().fold(grown, |sum, count| sum.saturating_add(*count))
            }
            Pieces::Open { most, max } => most.saturating_mul(max),
        }
    }

    /// Returns how many there are at most.
    fn count(self) -> i64 {
        match self {
            Pieces::Known { counts, grown, .. } => (counts.len() as i64).max(i64::from(grown != 0)),
            Pieces::Open { most, .. } => most,
        }
    }

    /// Adds up something of every piece, where all of their months count.
    fn all(self, of: impl Fn(i64) -> Points) -> Points {
        match self {
            Pieces::Known { counts, grown, .. } => {
                let (last, before) = counts.split_last().unwrap_or((&0, &[]));
                let before: Points = before.iter().map(|count| of(*count)).sum();
                before + of(last.saturating_add(grown))
            }
            Pieces::Open { most, max } => of(max).times(most),
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
    let months = pieces.months();
    let whole = pieces.all(|count| rate.rounded(count));
    let low = match months.low {
        low if low <= limit.low && low == months.high => whole,
        low => rate.cut(low.min(limit.low), pieces.count(), whole).low,
    };
    let high = match months.high {
        high if high <= limit.high => whole,
        _ => rate.cut(limit.high, pieces.count(), whole).high,
    };
    PointsRange { low, high }
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
        let pieces = Pieces::Known { counts, grown: 0, certain: true };
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
