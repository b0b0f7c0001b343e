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
    /// Up to so many pieces that together have so many months.
    Told {
        months: Interval,
        most: i64,
        /// Whether the question is asked for certain.
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
            Pieces::Told { months, certain, .. } => {
                if certain {
                    months
                } else {
                    months.or_zero()
                }
            }
            Pieces::Open { most, max } => Interval { low: 0, high: most.saturating_mul(max) },
        }
    }

    /// Returns how many there are at most.
    fn count(self) -> i64 {
        match self {
            Pieces::Known { before, .. } => before.len() as i64 + 1,
            Pieces::Told { most, .. } | Pieces::Open { most, .. } => most,
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
            Pieces::Told { most, .. } => {
                let months = self.months();
                let [least, greatest] =
                    [months.low, months.high].map(|months| rate.bounds(months, most));
                let bounds = Interval { low: least.low, high: greatest.high };
                let points = within(bounds, rate.parts());
                PointsRange { low: points.low.max(Points::ZERO), ..points }
            }
            Pieces::Open { most, max } => {
                PointsRange { low: Points::ZERO, high: rate.rounded(max).times(most) }
            }
        }
    }
}

/// A list of pieces, and what its months bring.
pub(super) struct List<'a> {
    pieces: Pieces<'a>,
    rate: Rate,
}

impl<'a> List<'a> {
    /// Takes pieces with `points` for every `each` months, each piece rounded by itself.
    pub(super) fn of(pieces: Pieces<'a>, points: Points, each: i64) -> List<'a> {
        List { pieces, rate: Rate { points, each: each.max(1) } }
    }

    /// Returns the points. No more months than `limit` count; which of them, no rule says, so several pieces of which
    /// months are cut leave some hundredths open.
    pub(super) fn points(&self, limit: Option<Interval>) -> PointsRange {
        let limit = limit.unwrap_or(Interval::exactly(i64::MAX));
        let (months, whole) = (self.pieces.months(), self.pieces.whole(&self.rate));
        // As many months, cut from more, may be rounded to less.
        let cut = (months.high > limit.low).then(|| self.cut(limit.low, whole.high).low);
        let uncut = (months.low <= limit.high).then_some(whole.low);
        let high = match months.high <= limit.high {
            true => whole.high,
            false => self.cut(limit.high, whole.high).high,
        };
        PointsRange { low: cut.into_iter().chain(uncut).min().unwrap_or_default(), high }
    }

    /// Returns the points where only so many months count, whichever they are.
    fn cut(&self, months: i64, whole: Points) -> PointsRange {
        if self.pieces.count().min(months) < 2 {
            return PointsRange::exactly(self.rate.rounded(months));
        }
        let cut = within(self.bounds(months), self.rate.parts());
        PointsRange { low: cut.low.max(Points::ZERO), high: cut.high.min(whole) }
    }

    /// Returns the least and the most that so many months bring, in [`Rate::parts`] of a hundredth.
    fn bounds(&self, months: i64) -> Interval {
        self.rate.bounds(months, self.pieces.count().min(months))
    }
}

/// Returns the points of two lists together where `limit` months count in all, those of the first list before those of
/// the second. Seen one by one both could take the same months.
///
/// What either brings is straight between the months at which one runs out of pieces, of months or of room, so the least
/// and the most are at one of these.
pub(super) fn sharing(first: &List<'_>, second: &List<'_>, limit: Interval) -> PointsRange {
    let (own, other) = (first.pieces.months(), second.pieces.months());
    let together = |limit: i64, other: i64| {
        let turns = [
            own.low,
            own.high,
            first.pieces.count(),
            limit.saturating_sub(other),
            limit.saturating_sub(second.pieces.count()),
        ];
        let at = |turn: i64| {
            let taken = turn.clamp(own.low, own.high).min(limit);
            let part = |list: &List<'_>, months: i64, by: i64| {
                list.bounds(months).each(|bound| bound.saturating_mul(by))
            };
            let left = other.min(limit.saturating_sub(taken));
            let first_part = part(first, taken, second.rate.each);
            first_part.join(part(second, left, first.rate.each), i64::saturating_add)
        };
        let bounds = turns.map(at).into_iter().reduce(Interval::or).unwrap_or(Interval::exactly(0));
        within(bounds, first.rate.parts().saturating_mul(second.rate.each))
    };
    PointsRange {
        low: together(limit.low, other.low).low,
        high: together(limit.high, other.high).high,
    }
}

/// Returns the whole hundredths that lie between two bounds, given in so many parts of a hundredth.
fn within(bounds: Interval, parts: i64) -> PointsRange {
    PointsRange {
        low: Points::from_hundredths(
            bounds.low.saturating_neg().div_euclid(parts).saturating_neg(),
        ),
        high: Points::from_hundredths(bounds.high.div_euclid(parts)),
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

    /// Returns in how many parts of a hundredth all that months bring is whole, and the half up to which it is rounded.
    fn parts(&self) -> i64 {
        self.each.saturating_mul(2)
    }

    /// Returns the least and the most that so many months in so many pieces bring, in these parts.
    fn bounds(&self, months: i64, pieces: i64) -> Interval {
        let exact = self.points.hundredths().saturating_mul(months).saturating_mul(2);
        let apart = self.most_rounded().saturating_mul(pieces);
        Interval { low: exact.saturating_sub(apart), high: exact.saturating_add(apart) }
    }

    /// Returns the most by which a piece can be rounded, in these parts. What is left over of a hundredth is a multiple of
    /// what rate and months have in common.
    fn most_rounded(&self) -> i64 {
        let (mut common, mut rest) = (self.each, self.points.hundredths() % self.each);
        while rest != 0 {
            (common, rest) = (rest, common % rest);
        }
        let even = self.each / common % 2 == 0;
        if even { self.each } else { self.each - common }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home(points: i64, counts: &[i64], limit: Option<i64>) -> PointsRange {
        let (last, before) = counts.split_last().unwrap_or((&0, &[]));
        let pieces = Pieces::Known { before, last: Interval::exactly(*last), certain: true };
        let list = List::of(pieces, Points::from_hundredths(points), 12);
        list.points(limit.map(Interval::exactly))
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
    fn months_that_may_be_cut_hold_every_way_to_go_on() {
        let last = Interval { low: 14, high: 26 };
        let pieces = Pieces::Known { before: &[13, 10, 15], last, certain: true };
        let list = List::of(pieces, Points::whole(1), 12);
        let range = list.points(Some(Interval::exactly(52)));
        for last in 14..=26 {
            let then = home(100, &[13, 10, 15, last], Some(52));
            assert!(range.low <= then.low && then.high <= range.high, "{range:?}: {then:?}");
        }
    }

    #[test]
    fn open_pieces_hold_every_answer() {
        let open = List::of(Pieces::Open { most: 20, max: 600 }, Points::whole(1), 12);
        let range = open.points(Some(Interval::exactly(40)));
        assert!(range.contains(home(100, &[2; 20], None).low));
        assert_eq!(range.low, Points::ZERO);
    }

    #[test]
    fn lists_that_share_months_hold_every_way_to_share_them() {
        let lists = |most: i64, max: i64| -> Vec<Vec<i64>> {
            let mut lists = vec![Vec::new()];
            for _ in 0..most {
                let longer = lists
                    .iter()
                    .flat_map(|list| (1..=max).map(move |piece| [&list[..], &[piece]].concat()));
                lists = longer.chain([Vec::new()]).chain(lists.clone()).collect();
            }
            lists
        };
        let open = |points: i64, most: i64, max: i64| {
            List::of(Pieces::Open { most, max }, Points::from_hundredths(points), 12)
        };
        for (own, other) in [(100, 50), (50, 100), (35, 170)] {
            for limit in 0..=14 {
                let (first, second) = (open(own, 2, 5), open(other, 2, 5));
                let shared = sharing(&first, &second, Interval::exactly(limit));
                let (mut least, mut most) = (shared.high, shared.low);
                for one in lists(2, 5) {
                    let left = limit - one.iter().sum::<i64>();
                    for another in lists(2, 5) {
                        let sum =
                            home(own, &one, Some(limit)) + home(other, &another, Some(left.max(0)));
                        assert!(
                            shared.contains(sum.low) && shared.contains(sum.high),
                            "{limit}: {sum:?}"
                        );
                        (least, most) = (least.min(sum.low), most.max(sum.high));
                    }
                }
                // A piece is rounded by half a hundredth at most.
                let wide = Points::from_hundredths(2);
                assert!(least == shared.low && shared.high - most <= wide, "{limit}: {shared:?}");
            }
        }
    }
}
