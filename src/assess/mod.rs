//! The assessment: conditions, points, total and verdict of one scheme for one person on one day.
//!
//! Pure and total: the same input gives the same output, every input gives one, and no clock, browser or
//! language is known here. Results stand at the positions of the scheme's own lists.

#[cfg(not(target_arch = "wasm32"))]
mod bounds;
pub(crate) mod calendar;
mod evaluate;
mod facts;
mod open;
mod total;
mod way;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::points::{Points, Range};
use crate::scheme::{Condition, Group, Indicator, Scheme};
#[cfg(not(target_arch = "wasm32"))]
pub use bounds::Bounds;
use evaluate::Evaluation;
pub use evaluate::Leaf;
pub(crate) use facts::{Facts, Known, presumed};
pub(crate) use open::Truth;
pub use way::{Need, Step, Way};

/// Whether the person passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Every condition is met and the line is reached, whatever is still open.
    Pass,
    /// Nothing that is still open can reach the line.
    Short,
    /// A condition is not met, or a veto holds.
    Ineligible,
    /// What is still open decides; or a ranking does, which no rule can foresee.
    Undecided,
}

/// The state of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It holds.
    Met,
    /// It does not hold.
    Unmet,
    /// An answer is missing.
    Unknown,
    /// It does not apply to this person.
    NotApplicable,
}

/// How a condition came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionResult {
    /// Its state.
    pub state: State,
    /// Where it is not met: the smallest change that meets it, if the answers can be changed to meet it.
    pub way: Option<Way>,
}

/// How an indicator came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorResult {
    /// Its own points.
    pub points: Range,
    /// Whether they enter the total: `None` while an open answer decides which of several counts.
    pub counted: Option<bool>,
    /// The tables, rates and tests of its formula.
    pub leaves: Vec<Leaf>,
    /// The smallest change that gives it more points.
    pub way: Option<Way>,
}

/// Where a ranking's points stand against a past cut-off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The cut-off's points.
    pub cutoff: Points,
    /// Whether the points reach it: `None` while an open answer decides.
    pub reached: Option<bool>,
}

/// What the core returns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The day of the assessment.
    pub on: Date,
    /// Whether the edition is in force on that day.
    pub in_force: bool,
    /// The total of all indicators that count.
    pub total: Range,
    /// What base indicators give.
    pub base: Range,
    /// What bonus indicators give.
    pub bonus: Range,
    /// What deductions take away: zero or less.
    pub deduction: Range,
    /// The points that rank, where the scheme ranks.
    pub ranked: Option<Range>,
    /// Against each past cut-off.
    pub standings: Vec<Standing>,
    /// The verdict.
    pub verdict: Verdict,
    /// Conditions, at the positions of the scheme's conditions.
    pub conditions: Vec<ConditionResult>,
    /// Indicators, at the positions of the scheme's indicators.
    pub indicators: Vec<IndicatorResult>,
    /// Positions of the questions that are asked and neither answered nor presumed.
    pub open: Vec<usize>,
    /// Positions of the questions that are asked, or answered and perhaps asked.
    pub asked: Vec<usize>,
    /// Numbers presumed where nothing was answered: position of the question, and the number.
    pub presumed: Vec<(usize, i64)>,
    /// Positions of the notices that concern, or may concern, this person.
    pub notices: Vec<usize>,
}

/// Assesses a person by a scheme on a day.
///
/// An answer that does not fit its question counts as not given; [`Answers::read`] is where such an answer is
/// refused with a reason.
pub fn assess(scheme: &Scheme, answers: &Answers, on: Date) -> Assessment {
    let facts = Facts::new(scheme, answers, on);
    let whole = way::Whole { scheme, facts: &facts };
    let conditions: Vec<_> =
        scheme.conditions.iter().map(|one| condition(one, &facts, &whole)).collect();
    let mut indicators: Vec<_> =
        scheme.indicators.iter().map(|one| indicator(one, &facts, &whole)).collect();
    total::settle(scheme, &mut indicators);

    let total = total::total(scheme, &indicators, &[]);
    let ranking = scheme.line.ranking.as_ref();
    let ranked = ranking.map(|ranking| total::total(scheme, &indicators, &ranking.groups));
    let standings = ranking.zip(ranked).map_or_else(Vec::new, |(ranking, ranked)| {
        let standing = |cutoff| Standing { cutoff, reached: reached(ranked, cutoff) };
        ranking.cutoffs.iter().map(|cutoff| standing(cutoff.points)).collect()
    });
    let group = |group| total::total(scheme, &indicators, &[group]);
    let positions = 0..scheme.questions.len();
    let concerned = |test| facts.holds(test) != Truth::No;
    let notices = scheme.notices.iter().enumerate();
    Assessment {
        on,
        in_force: scheme.edition.in_force(on),
        verdict: verdict(scheme, total, &conditions),
        open: positions.clone().filter(|one| facts.open(*one)).collect(),
        presumed: positions
            .clone()
            .filter_map(|one| facts.presumed(one).map(|number| (one, number)))
            .collect(),
        asked: positions
            .filter(|one| facts.asked(*one) == Truth::Yes || facts.known(*one).is_some())
            .collect(),
        notices: notices
            .filter(|(_, notice)| notice.when.as_ref().is_none_or(concerned))
            .map(|(position, _)| position)
            .collect(),
        base: group(Group::Base),
        bonus: group(Group::Bonus),
        deduction: group(Group::Deduction),
        total,
        ranked,
        standings,
        conditions,
        indicators,
    }
}

fn condition(condition: &Condition, facts: &Facts<'_>, whole: &way::Whole<'_>) -> ConditionResult {
    let state = match condition.applies.as_ref().map_or(Truth::Yes, |test| facts.holds(test)) {
        Truth::No => State::NotApplicable,
        applies => match (facts.holds(&condition.needs), applies) {
            (Truth::Yes, _) => State::Met,
            (Truth::No, Truth::Yes) => State::Unmet,
            _ => State::Unknown,
        },
    };
    let way = (state == State::Unmet).then(|| whole.to_meet(&condition.needs)).flatten();
    ConditionResult { state, way }
}

fn indicator(indicator: &Indicator, facts: &Facts<'_>, whole: &way::Whole<'_>) -> IndicatorResult {
    let mut evaluation = Evaluation::new(facts);
    let points = evaluation.score(&indicator.score, true);
    let points = indicator.cap.map_or(points, |cap| points.capped(cap));
    let way = points.certain().and_then(|points| whole.to_gain(indicator, points));
    IndicatorResult { points, counted: Some(true), leaves: evaluation.leaves, way }
}

/// Whether points reach a line, if that is certain.
fn reached(points: Range, line: Points) -> Option<bool> {
    if points.low >= line { Some(true) } else { (points.high < line).then_some(false) }
}

/// A failed condition ends it; a total that cannot reach the threshold is short whatever else is open; only a
/// total that surely reaches it with every condition surely met passes.
fn verdict(scheme: &Scheme, total: Range, conditions: &[ConditionResult]) -> Verdict {
    let reached = scheme.line.threshold.map(|line| reached(total, line));
    let eligible =
        conditions.iter().all(|one| matches!(one.state, State::Met | State::NotApplicable));
    if conditions.iter().any(|one| one.state == State::Unmet) {
        Verdict::Ineligible
    } else if reached == Some(Some(false)) {
        Verdict::Short
    } else if reached == Some(Some(true)) && eligible && scheme.line.ranking.is_none() {
        Verdict::Pass
    } else {
        Verdict::Undecided
    }
}
