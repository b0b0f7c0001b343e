//! From indicators to a total: what counts of those that the rule takes together.

use super::outcome::Scored;
use crate::points::Range;
use crate::scheme::{Group, Keep, Scheme, Together};

/// Settles which indicators count where not all of several do.
pub(super) fn settle(scheme: &Scheme, indicators: &mut [Scored]) {
    for together in &scheme.together {
        let members = members(together);
        match together.keep {
            Keep::Capped(_) => {}
            Keep::Highest => settle_highest(&members, indicators),
            Keep::Floored(floor) => {
                let sum: Range = members.iter().map(|member| indicators[*member].points).sum();
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

/// The total of the indicators of some groups, or of all where none is named. Only the whole has a floor.
pub(super) fn total(scheme: &Scheme, indicators: &[Scored], groups: &[Group]) -> Range {
    let within = |position: &usize| {
        groups.is_empty() || groups.contains(&scheme.indicators[*position].group)
    };
    let points = |position: usize| indicators[position].points;
    let mut alone: Vec<bool> = vec![true; indicators.len()];
    let mut total = Range::ZERO;
    for together in &scheme.together {
        let members = members(together);
        for member in &members {
            alone[*member] = false;
        }
        let ranges = members.into_iter().filter(within).map(points);
        total = total
            + match together.keep {
                Keep::Highest => ranges.reduce(Range::highest).unwrap_or(Range::ZERO),
                Keep::Capped(cap) => ranges.sum::<Range>().capped(cap),
                Keep::Floored(floor) => ranges.sum::<Range>().floored(floor),
            };
    }
    let rest = (0..indicators.len()).filter(|position| alone[*position]).filter(within);
    let total = total + rest.map(points).sum::<Range>();
    match scheme.floor {
        Some(floor) if groups.is_empty() => total.floored(floor),
        _ => total,
    }
}

fn members(together: &Together) -> Vec<usize> {
    together.indicators.iter().filter_map(|indicator| indicator.position()).collect()
}
