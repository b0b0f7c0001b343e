//! How a person comes out, without what would change it: what is asked thousands of times.

use jiff::civil::Date;

use super::evaluate::{Evaluation, TableHit};
use super::facts::Facts;
use super::total::{self, Scored};
use super::uncertain::Truth;
use super::verdict::{ConditionState, Verdict};
use crate::points::PointsRange;
use crate::scheme::{Condition, Indicator, Line, Scheme, Validity};

/// Points, states and verdict, at the positions of the scheme's own lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The total of all indicators that count.
    pub total: PointsRange,
    /// What the parts that the scheme leaves out could add to the total, and take from it.
    pub left_out: PointsRange,
    /// The points that rank, where the scheme ranks.
    pub ranked: Option<PointsRange>,
    /// The verdict.
    pub verdict: Verdict,
    /// Whether the edition can be relied on for the day.
    pub validity: Validity,
    /// States, at the positions of the scheme's conditions.
    pub conditions: Vec<ConditionState>,
    /// Points, at the positions of the scheme's indicators.
    pub indicators: Vec<Scored>,
}

impl Summary {
    /// Sums up what follows from facts. What the leaves of each indicator hit is handed to `hits`, indicator by
    /// indicator.
    pub(crate) fn of(
        scheme: &Scheme,
        facts: &Facts<'_>,
        hits: &mut dyn FnMut(Vec<TableHit>),
    ) -> Summary {
        let conditions = scheme.conditions.iter().map(|condition| state(condition, facts));
        let score = |indicator: &Indicator| {
            let mut evaluation = Evaluation::new(facts);
            let points = evaluation.points(indicator);
            hits(evaluation.hits);
            points
        };
        let conditions = conditions.collect();
        let points = scheme.indicators.iter().map(score).collect();
        Summary::from(scheme, facts.on, conditions, points, total::left_out(scheme, facts))
    }

    /// Sums up states and points.
    fn from(
        scheme: &Scheme,
        on: Date,
        conditions: Vec<ConditionState>,
        points: Vec<PointsRange>,
        left_out: PointsRange,
    ) -> Summary {
        let scored = points.into_iter().map(|points| Scored { points, counted: Some(true) });
        let mut indicators: Vec<Scored> = scored.collect();
        total::mark_counted(scheme, &mut indicators);
        let total = total::total(scheme, &indicators, &[]);
        let ranking = scheme.line.ranking.as_ref();
        let validity = scheme.edition.validity(on);
        Summary {
            total,
            left_out,
            ranked: ranking.map(|ranking| total::total(scheme, &indicators, &ranking.groups)),
            verdict: Verdict::of(&scheme.line, total + left_out, &conditions, validity),
            validity,
            conditions,
            indicators,
        }
    }

    /// Sums up what may follow where several things are open that are not open one by one: each of `choices` lists
    /// facts of which one holds, and every list holds of the same person on the same day.
    pub(crate) fn of_any(scheme: &Scheme, choices: &[Vec<Facts<'_>>]) -> Option<Summary> {
        let mut bounds: Option<Summary> = None;
        for choice in choices {
            let mut any: Option<Summary> = None;
            for facts in choice {
                let one = Summary::of(scheme, facts, &mut |_| ());
                any = Some(any.map_or(one.clone(), |any| any.merged(scheme, facts.on, one, false)));
            }
            let (any, on) = (any?, choice.first()?.on);
            bounds = Some(match bounds {
                Some(bounds) => bounds.merged(scheme, on, any, true),
                None => any,
            });
        }
        bounds
    }

    /// Merges with another summary of the same person and day: where one of both holds, or where both do.
    fn merged(self, scheme: &Scheme, on: Date, other: Summary, both: bool) -> Summary {
        let merge = |one: PointsRange, other: PointsRange| {
            if both { one.and(other) } else { one.or(other) }
        };
        let points = self.indicators.iter().zip(&other.indicators);
        let points = points.map(|(one, other)| merge(one.points, other.points)).collect();
        let left_out = merge(self.left_out, other.left_out);
        let states = self.conditions.iter().zip(&other.conditions);
        let states = states.map(|(one, other)| match (*one, *other) {
            (one, other) if one == other => one,
            (ConditionState::Unknown, known) | (known, ConditionState::Unknown) if both => known,
            _ => ConditionState::Unknown,
        });
        Summary::from(scheme, on, states.collect(), points, left_out)
    }

    /// Returns whether every condition stands in nobody's way, and the fixed line, where there is one, is surely reached
    /// whatever is left out:
    /// what the rules ask for by themselves, whether or not they can be relied on and whoever else is ranked.
    pub(crate) fn satisfies(&self, line: &Line) -> bool {
        let low = (self.total + self.left_out).low;
        self.conditions.iter().all(|state| state.holds())
            && line.threshold.map_or(line.ranking.is_none(), |threshold| low >= threshold)
    }

    /// Returns whether the rules are surely not satisfied, whatever is still open or left out.
    pub(crate) fn fails(&self, line: &Line) -> bool {
        self.conditions.contains(&ConditionState::Unmet)
            || line.threshold.is_some_and(|threshold| (self.total + self.left_out).high < threshold)
    }
}

/// Returns the state of a condition.
pub(crate) fn state(condition: &Condition, facts: &Facts<'_>) -> ConditionState {
    match condition.applies.as_ref().map_or(Truth::Yes, |test| facts.holds(test)) {
        Truth::No => ConditionState::NotApplicable,
        applies => match (facts.holds(&condition.needs), applies) {
            (Truth::Yes, _) => ConditionState::Met,
            (Truth::No, Truth::Yes) => ConditionState::Unmet,
            _ => ConditionState::Unknown,
        },
    }
}
