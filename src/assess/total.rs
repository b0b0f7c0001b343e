//! From indicators to a total: what counts of those that the rule takes together.

use super::summary::Scored;
use crate::points::{Points, PointsRange};
use crate::scheme::{Group, Keep, Scheme};

/// Settles which indicators count where not all of several do.
pub(super) fn settle(scheme: &Scheme, indicators: &mut [Scored]) {
    for together in &scheme.together {
        let members: Vec<usize> = together.members().collect();
        match together.keep {
            Keep::Capped(_) => {}
            Keep::Highest => settle_highest(&members, indicators),
            Keep::Floored(floor) => {
                let sum: PointsRange =
                    members.iter().map(|member| indicators[*member].points).sum();
                let counted = match (sum.low >= floor, sum.high < floor) {
                    (true, _) => Some(true),
                    (_, true) => Some(false),
                    _ => None,
                };
                for member in members {
                    indicators[member].counted = counted;
                }
            }
        }
    }
}

fn settle_highest(members: &[usize], indicators: &mut [Scored]) {
    let points: Vec<_> = members.iter().map(|member| indicators[*member].points).collect();
    for (place, member) in members.iter().enumerate() {
        let own = points[place];
        let others = || points.iter().enumerate().filter(|(other, _)| *other != place);
        // Where several are equal, the first listed counts.
        let wins = others().all(|(other, points)| {
            own.low > points.high || own.low == points.high && place < other
        });
        let loses = others().any(|(other, points)| {
            points.low > own.high || points.low == own.high && other < place
        });
        indicators[*member].counted = match (wins, loses) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        };
    }
}

/// The total of the indicators of some groups, or of all where none is named.
pub(super) fn total(scheme: &Scheme, indicators: &[Scored], groups: &[Group]) -> PointsRange {
    Tally::of(scheme, groups).total(|one| indicators[one].points)
}

/// How the indicators of some groups add up.
pub(crate) struct Tally {
    /// Positions of the indicators that count for themselves.
    alone: Vec<usize>,
    /// Positions of those that count together, and how.
    together: Vec<(Keep, Vec<usize>)>,
    floor: Option<Points>,
}

impl Tally {
    /// Of the indicators of some groups, or of all where none is named. Only the whole has a floor.
    pub(crate) fn of(scheme: &Scheme, groups: &[Group]) -> Tally {
        let within = |position: &usize| {
            groups.is_empty() || groups.contains(&scheme.indicators[*position].group)
        };
        let mut alone: Vec<usize> = (0..scheme.indicators.len()).filter(within).collect();
        let mut together = Vec::with_capacity(scheme.together.len());
        for one in &scheme.together {
            let mut members: Vec<usize> = one.members().collect();
            alone.retain(|position| !members.contains(position));
            members.retain(within);
            together.push((one.keep, members));
        }
        Tally { alone, together, floor: scheme.floor.filter(|_| groups.is_empty()) }
    }

    /// The total, from the points of each indicator.
    pub(crate) fn total(&self, points: impl Fn(usize) -> PointsRange) -> PointsRange {
        let mut total: PointsRange = self.alone.iter().map(|one| points(*one)).sum();
        for (keep, members) in &self.together {
            let ranges = members.iter().map(|one| points(*one));
            total = total
                + match keep {
                    Keep::Highest => {
                        ranges.reduce(PointsRange::highest).unwrap_or(PointsRange::ZERO)
                    }
                    Keep::Capped(cap) => ranges.sum::<PointsRange>().capped(*cap),
                    Keep::Floored(floor) => ranges.sum::<PointsRange>().floored(*floor),
                };
        }
        self.floor.map_or(total, |floor| total.floored(floor))
    }
}
