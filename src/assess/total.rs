//! From indicators to a total: what counts of those that the rule combines.

use super::facts::Facts;
use super::uncertain::Truth;
use crate::points::{Points, PointsRange};
use crate::scheme::{Group, Keep, LeftOut, Scheme};

/// The points of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scored {
    /// Its own points.
    pub points: PointsRange,
    /// Whether they enter the total: `None` while an open answer decides which of several counts.
    pub counted: Option<bool>,
}

/// Marks which indicators count where the rule does not count all of several.
pub(super) fn mark_counted(scheme: &Scheme, indicators: &mut [Scored]) {
    for combination in &scheme.combinations {
        let members: Vec<usize> = combination.members().collect();
        match combination.keep {
            Keep::Capped(_) => {}
            Keep::Highest => mark_highest(&members, indicators),
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

fn mark_highest(members: &[usize], indicators: &mut [Scored]) {
    let points: Vec<_> = members.iter().map(|member| indicators[*member].points).collect();
    for (index, member) in members.iter().enumerate() {
        let own = points[index];
        let others = || points.iter().enumerate().filter(|(other, _)| *other != index);
        // Where several are equal, the first listed counts.
        let wins = others().all(|(other, points)| {
            own.low > points.high || own.low == points.high && index < other
        });
        let loses = others().any(|(other, points)| {
            points.low > own.high || points.low == own.high && other < index
        });
        indicators[*member].counted = match (wins, loses) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        };
    }
}

/// Returns what the parts that the scheme leaves out could add to the total, and what they could take away.
pub(super) fn left_out(scheme: &Scheme, facts: &Facts<'_>) -> PointsRange {
    scheme.left_out.iter().filter(|item| concerns(item, facts)).map(LeftOut::bound).sum()
}

/// Returns the positions of the parts left out that could change the total.
pub(super) fn left_out_parts(scheme: &Scheme, facts: &Facts<'_>) -> Vec<usize> {
    let parts = scheme.left_out.iter().enumerate();
    let parts =
        parts.filter(|(_, item)| item.bound() != PointsRange::ZERO && concerns(item, facts));
    parts.map(|(position, _)| position).collect()
}

fn concerns(item: &LeftOut, facts: &Facts<'_>) -> bool {
    item.when.as_ref().is_none_or(|when| facts.holds(when) != Truth::No)
}

/// Returns the total of the indicators of some groups, or of all where none is named.
pub(super) fn total(scheme: &Scheme, indicators: &[Scored], groups: &[Group]) -> PointsRange {
    Tally::of(scheme, groups).total(|indicator| indicators[indicator].points)
}

/// How the indicators of some groups add up.
pub(crate) struct Tally {
    /// Positions of the indicators that count for themselves.
    alone: Vec<usize>,
    /// Positions of those that the rule combines, and how.
    combined: Vec<(Keep, Vec<usize>)>,
    floor: Option<Points>,
}

impl Tally {
    /// Prepares the total of the indicators of some groups, or of all where none is named. Only the whole has a floor.
    pub(crate) fn of(scheme: &Scheme, groups: &[Group]) -> Tally {
        let within = |position: &usize| {
            groups.is_empty() || groups.contains(&scheme.indicators[*position].group)
        };
        let mut alone: Vec<usize> = (0..scheme.indicators.len()).filter(within).collect();
        let mut combined = Vec::with_capacity(scheme.combinations.len());
        for combination in &scheme.combinations {
            let mut members: Vec<usize> = combination.members().collect();
            alone.retain(|position| !members.contains(position));
            members.retain(within);
            combined.push((combination.keep, members));
        }
        let floor = scheme.floor.as_ref().filter(|_| groups.is_empty());
        Tally { alone, combined, floor: floor.map(|floor| floor.points) }
    }

    /// Returns how much more the total may rise than its indicators do: what counts only from so many points.
    pub(crate) fn jumps(&self) -> Points {
        let floors = self.combined.iter().filter_map(|(keep, _)| match keep {
            Keep::Floored(floor) => Some((*floor).max(Points::ZERO)),
            Keep::Capped(_) | Keep::Highest => None,
        });
        floors.sum()
    }

    /// Returns the total, from the points of the indicator at each position.
    pub(crate) fn total(&self, points: impl Fn(usize) -> PointsRange) -> PointsRange {
        let mut total: PointsRange = self.alone.iter().map(|position| points(*position)).sum();
        for (keep, members) in &self.combined {
            let ranges = members.iter().map(|member| points(*member));
            total = total + kept(*keep, ranges);
        }
        self.floor.map_or(total, |floor| total.floored(floor))
    }

    /// Returns what the total surely gains, whatever the open answers turn out to be. What no change affects is the
    /// same before and after, so it cancels out although it may be open; of the rest the worst is taken.
    pub(crate) fn surely_gained(
        &self,
        before: impl Fn(usize) -> PointsRange,
        after: impl Fn(usize) -> PointsRange,
        affected: impl Fn(usize) -> bool,
    ) -> Points {
        // Where the total may lie on its floor, part of a gain is swallowed.
        if self.floor.is_some_and(|floor| self.total(&before).low <= floor) {
            return self.total(&after).low - self.total(&before).high;
        }
        let alone = self.alone.iter().copied().filter(|position| affected(*position));
        let combined = self.combined.iter();
        let combined =
            combined.filter(|(_, members)| members.iter().any(|member| affected(*member)));
        let part =
            Tally { alone: alone.collect(), combined: combined.cloned().collect(), floor: None };
        part.total(after).low - part.total(before).high
    }
}

/// Returns what counts of the points of combined indicators.
pub(crate) fn kept(keep: Keep, points: impl Iterator<Item = PointsRange>) -> PointsRange {
    match keep {
        Keep::Highest => points.reduce(PointsRange::highest).unwrap_or(PointsRange::ZERO),
        Keep::Capped(cap) => points.sum::<PointsRange>().capped(cap),
        Keep::Floored(floor) => points.sum::<PointsRange>().floored(floor),
    }
}
