//! From a formula to points: a range, and which rows of which tables it came from.

use super::facts::{Facts, bit};
use super::fraction::{Fraction, FractionRange};
use super::pieces::{self, List};
use super::uncertain::{Interval, Truth};
use crate::points::{Points, PointsRange, Range};
use crate::scheme::{Amount, Indicator, Score, StepRow};

/// How a leaf of a formula came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableHit {
    /// The rows that may be the one that counts, as bits; the bit after the last row stands for "none of them".
    /// A rate has two rows: nothing (0) and something (1). A test has two: does not hold (0) and holds (1).
    pub rows: u64,
    /// Whether the leaf surely counts: the tests around it hold.
    pub live: bool,
}

impl TableHit {
    /// Returns the row, where only one is possible.
    pub fn row(&self) -> Option<usize> {
        (self.rows.count_ones() == 1).then(|| self.rows.trailing_zeros() as usize)
    }
}

/// Points of a formula, with what its leaves hit, in the order of [`Score::leaves`].
pub(crate) struct Evaluation<'f, 'a> {
    facts: &'f Facts<'a>,
    pub(crate) hits: Vec<TableHit>,
}

impl<'f, 'a> Evaluation<'f, 'a> {
    pub(crate) fn new(facts: &'f Facts<'a>) -> Evaluation<'f, 'a> {
        Evaluation { facts, hits: Vec::new() }
    }

    /// Returns whether `hits` are what the leaves of a formula hit one by one, at the same positions.
    pub(crate) fn agrees(facts: &'f Facts<'a>, score: &Score, hits: &[TableHit]) -> bool {
        let alone = |formula: &Score| {
            let mut evaluation = Evaluation::new(facts);
            evaluation.score(formula, true);
            evaluation.hits.first().map(|hit| hit.rows)
        };
        let leaves = score.leaves();
        leaves.len() == hits.len()
            && leaves.iter().zip(hits).all(|(leaf, hit)| alone(leaf) == Some(hit.rows))
    }

    /// Returns the points an indicator may give: parts of points are added up exactly and rounded once.
    pub(crate) fn points(&mut self, indicator: &Indicator) -> PointsRange {
        let points = self.score(&indicator.score, true).rounded();
        indicator.cap.map_or(points, |cap| points.capped(cap))
    }

    /// Returns the points a formula may give. `live` says whether everything around it holds.
    pub(crate) fn score(&mut self, score: &Score, live: bool) -> FractionRange {
        match score {
            Score::Fixed(points) => PointsRange::exactly(*points).into(),
            Score::Unknown { low, high } => {
                PointsRange { low: *low, high: high.unwrap_or(Points::UNBOUNDED) }.into()
            }
            Score::Options { of, rows } => {
                let (possible, none) = self.facts.options(of);
                let holds = |option: Option<usize>| {
                    option.is_some_and(|option| possible & bit(option) != 0)
                };
                let chosen = rows.iter().map(|row| (holds(row.option.position()), row.points));
                let rest = none || possible == 0;
                self.table(chosen, rest.then_some(Points::ZERO), live)
            }
            Score::Steps { of, rows } => {
                let amount = self.facts.amount(of);
                let holds = |(index, row): (usize, &StepRow)| {
                    let next = rows.get(index + 1).map_or(i64::MAX, |next| next.from);
                    (amount.low < next && amount.high >= row.from, row.points)
                };
                let below = rows.first().is_none_or(|first| amount.low < first.from);
                let chosen = rows.iter().enumerate().map(holds);
                self.table(chosen, below.then_some(Points::ZERO), live)
            }
            Score::Rows { rows, otherwise } => {
                let mut decided = false;
                let facts = self.facts;
                let chosen: Vec<_> = rows
                    .iter()
                    .map(|row| {
                        let holds = if decided { Truth::No } else { facts.holds(&row.when) };
                        decided |= holds == Truth::Yes;
                        (holds != Truth::No, row.points)
                    })
                    .collect();
                self.table(chosen.into_iter(), (!decided).then_some(*otherwise), live)
            }
            Score::Each { of, each, points, from, prorated } => {
                let rate = Rate { each: *each, points: *points, from: *from, prorated: *prorated };
                self.rate(of, &rate, live)
            }
            Score::EachPiece { of, each, points, limit } => {
                let limit = limit.as_ref().map(|limit| self.facts.amount(limit));
                let range = List::of(self.facts.pieces(of), *points, *each).points(limit);
                self.hit(range, live);
                range.into()
            }
            Score::Cited { of, .. } => self.score(of, live),
            Score::Sum(scores) => self.sum(scores, live),
            Score::Highest(scores) => self.reduce(scores, live, FractionRange::highest),
            Score::Either(scores) => self.reduce(scores, live, FractionRange::or),
            Score::Capped { of, cap } => self.score(of, live).capped((*cap).into()),
            Score::When { test, then } => {
                let holds = self.facts.holds(test);
                let rows = match holds {
                    Truth::No => 0b01,
                    Truth::Yes => 0b10,
                    Truth::Open => 0b11,
                };
                self.hits.push(TableHit { rows, live });
                let range = self.score(then, live && holds == Truth::Yes);
                match holds {
                    Truth::Yes => range,
                    Truth::No => FractionRange::default(),
                    Truth::Open => range.or(FractionRange::default()),
                }
            }
        }
    }

    fn sum(&mut self, scores: &[Score], live: bool) -> FractionRange {
        let (mut sum, mut scores) = (FractionRange::default(), scores.iter().peekable());
        while let Some(score) = scores.next() {
            let mut range = self.score(score, live);
            let shared = scores.peek().and_then(|next| self.sharing(score, next));
            if let Some((shared, next)) = shared.zip(scores.next_if(|_| shared.is_some())) {
                range = (range + self.score(next, live)).and(shared.into());
            }
            sum = sum + range;
        }
        sum
    }

    /// Returns the points of two lists of pieces together where the second has what the first leaves of a limit, and it is
    /// open how much that is.
    fn sharing(&self, first: &Score, second: &Score) -> Option<PointsRange> {
        let Score::EachPiece { limit: Some(Amount::Minus { of: limit, less }), .. } = second else {
            return None;
        };
        let Score::EachPiece { of, limit: Some(own), .. } = first else { return None };
        let open = self.facts.amount(less);
        let shares = own == &**limit
            && matches!(&**less, Amount::Number(taken) if taken == of)
            && open.low < open.high;
        let list = |score: &Score| match score {
            Score::EachPiece { of, each, points, .. } => {
                Some(List::of(self.facts.pieces(of), *points, *each))
            }
            _ => None,
        };
        let limit = shares.then(|| self.facts.amount(limit))?;
        Some(pieces::sharing(&list(first)?, &list(second)?, limit))
    }

    fn reduce(
        &mut self,
        scores: &[Score],
        live: bool,
        pick: fn(FractionRange, FractionRange) -> FractionRange,
    ) -> FractionRange {
        let ranges = scores.iter().map(|score| self.score(score, live));
        ranges.reduce(pick).unwrap_or_default()
    }

    /// Returns the range of the rows that may hold, and of none of them where that may be.
    fn table(
        &mut self,
        rows: impl Iterator<Item = (bool, Points)>,
        rest: Option<Points>,
        live: bool,
    ) -> FractionRange {
        let (mut bits, mut range, mut next) = (0, None, 0);
        let mut admit = |holds: bool, points: Points| {
            if holds {
                bits |= bit(next);
                let own = PointsRange::exactly(points);
                range = Some(range.map_or(own, |range: PointsRange| range.or(own)));
            }
            next += 1;
        };
        for (holds, points) in rows {
            admit(holds, points);
        }
        admit(rest.is_some(), rest.unwrap_or_default());
        self.hits.push(TableHit { rows: bits, live });
        range.unwrap_or_default().into()
    }

    fn rate(&mut self, of: &Amount, rate: &Rate, live: bool) -> FractionRange {
        let Interval { low, high } = self.facts.amount(of);
        let (least, most) = (rate.points_for(low), rate.points_for(high));
        self.hit(FractionRange { low: least, high: most }, live);
        FractionRange::exactly(least).or(FractionRange::exactly(most))
    }

    /// Notes whether a rate gives nothing or something, from the least amount to the most.
    fn hit<T: Default + PartialEq>(&mut self, Range { low, high }: Range<T>, live: bool) {
        let nothing = u64::from(low == T::default());
        let something = u64::from(high != T::default()) << 1;
        self.hits.push(TableHit { rows: nothing | something, live });
    }
}

/// Points for every so many of an amount.
struct Rate {
    each: i64,
    points: Points,
    from: i64,
    prorated: bool,
}

impl Rate {
    fn points_for(&self, amount: i64) -> Fraction {
        if amount < self.from {
            Fraction::default()
        } else if self.prorated {
            Fraction::share(self.points, amount, self.each)
        } else {
            self.points.times(amount / self.each.max(1)).into()
        }
    }
}
