//! What a change of editions makes of a person's points and states.

use super::pairs::pairs;
use crate::assess::{Assessment, ConditionState, kept};
use crate::points::{Points, PointsRange};
use crate::scheme::{Combination, Condition, Indicator, Scheme};

/// Something that adds to a total.
#[derive(Clone, Copy, Debug)]
pub enum Addend<'a> {
    /// An indicator, by its own points.
    Indicator(&'a Indicator),
    /// A combination: what it takes from the points of its indicators, or adds to them.
    Combination(&'a Combination),
    /// The floor: what it adds to a total below it.
    Floor,
}

/// What something adds to the lowest total and to the highest. No range: a cap may take more from the highest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ends {
    /// To the lowest.
    pub low: Points,
    /// To the highest.
    pub high: Points,
}

/// What something adds to the totals by two editions.
#[derive(Clone, Copy, Debug)]
pub struct PointsChange<'a> {
    /// What adds it, as the later of the two editions that have it words it.
    pub addend: Addend<'a>,
    /// By the first edition; nothing where it lacks it.
    pub before: Ends,
    /// By the second.
    pub after: Ends,
}

/// How a condition stands by two editions.
#[derive(Clone, Copy, Debug)]
pub struct StateChange<'a> {
    /// The condition.
    pub condition: &'a Condition,
    /// By the first edition, where it has it.
    pub before: Option<ConditionState>,
    /// By the second.
    pub after: Option<ConditionState>,
}

/// What a change of editions does to a person.
#[derive(Clone, Debug)]
pub struct Effect<'a> {
    /// By the first edition.
    pub before: &'a Assessment,
    /// By the second.
    pub after: &'a Assessment,
    /// What adds otherwise to the total. Together these are the difference of the totals, at both ends; but
    /// for an end of which nobody can say how many points it is.
    pub points: Vec<PointsChange<'a>>,
    /// Conditions that stand otherwise, or that only one edition has.
    pub states: Vec<StateChange<'a>>,
}

/// Returns what differs between the assessments of a person by two editions on a day.
pub fn effect<'a>(
    (from, before): (&'a Scheme, &'a Assessment),
    (to, after): (&'a Scheme, &'a Assessment),
) -> Effect<'a> {
    let mut points = Vec::new();
    let mut note = |addend, before: Option<Ends>, after: Option<Ends>| {
        let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
        if before != after {
            points.push(PointsChange { addend, before, after });
        }
    };
    let own = |assessment: &Assessment, position: Option<usize>| {
        position.map(|position| Ends::of(assessment.indicators[position].points))
    };
    for (one, other) in pairs(&from.indicators, &to.indicators, |indicator| &indicator.id) {
        let Some(indicator) = other.or(one) else { continue };
        let position =
            |scheme: &Scheme| scheme.indicators.iter().position(|it| it.id == indicator.id);
        let (one, other) = (own(before, position(from)), own(after, position(to)));
        note(Addend::Indicator(indicator), one, other);
    }
    for (one, other) in pairs(&from.combinations, &to.combinations, |together| &together.id) {
        let Some(together) = other.or(one) else { continue };
        let (one, other) = (
            one.map(|together| adjustment(together, before)),
            other.map(|together| adjustment(together, after)),
        );
        note(Addend::Combination(together), one, other);
    }
    let floors = (lifted(from, before), lifted(to, after));
    note(Addend::Floor, Some(floors.0), Some(floors.1));
    let mut states = Vec::new();
    for (one, other) in pairs(&from.conditions, &to.conditions, |condition| &condition.id) {
        let Some(condition) = other.or(one) else { continue };
        let state = |scheme: &Scheme, assessment: &Assessment| {
            let position = scheme.conditions.iter().position(|it| it.id == condition.id);
            position.map(|position| assessment.conditions[position].state)
        };
        let (one, other) = (state(from, before), state(to, after));
        if one != other {
            states.push(StateChange { condition, before: one, after: other });
        }
    }
    Effect { before, after, points, states }
}

impl Ends {
    fn of(range: PointsRange) -> Ends {
        Ends { low: range.low, high: range.high }
    }
}

impl std::ops::Sub for Ends {
    type Output = Ends;

    fn sub(self, other: Ends) -> Ends {
        Ends { low: self.low - other.low, high: self.high - other.high }
    }
}

impl std::ops::Add for Ends {
    type Output = Ends;

    fn add(self, other: Ends) -> Ends {
        Ends { low: self.low + other.low, high: self.high + other.high }
    }
}

impl std::iter::Sum for Ends {
    fn sum<I: Iterator<Item = Ends>>(ends: I) -> Ends {
        ends.fold(Ends::default(), |sum, ends| sum + ends)
    }
}

/// What a combination makes of the points of its indicators, beyond their sum.
fn adjustment(together: &Combination, assessment: &Assessment) -> Ends {
    let ranges = || together.members().map(|member| assessment.indicators[member].points);
    Ends::of(kept(together.keep, ranges())) - ranges().map(Ends::of).sum()
}

/// What the floor adds: what the total has beyond everything else.
fn lifted(scheme: &Scheme, assessment: &Assessment) -> Ends {
    let own: Ends = assessment.indicators.iter().map(|result| Ends::of(result.points)).sum();
    let together: Ends =
        scheme.combinations.iter().map(|together| adjustment(together, assessment)).sum();
    let (total, rest) = (Ends::of(assessment.total), own + together);
    // Of what nobody can say there is no rest.
    let beyond = |total: Points, rest: Points| match total.is_unbounded() || rest.is_unbounded() {
        true => Points::ZERO,
        false => total - rest,
    };
    Ends { low: beyond(total.low, rest.low), high: beyond(total.high, rest.high) }
}
