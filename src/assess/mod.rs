//! The assessment: conditions, points, total and verdict of one scheme for one person on one day.
//!
//! Pure and total: the same input gives the same output, every input gives one, and no clock, browser or
//! language is known here. Results stand at the positions of the scheme's own lists.

mod bounds;
pub(crate) mod calendar;
mod deciding;
mod derived;
mod evaluate;
mod facts;
mod fix;
mod fraction;
mod history;
mod inverse;
mod pieces;
mod rounds;
mod summary;
mod total;
mod uncertain;
mod undeducted;
mod verdict;

use jiff::civil::Date;

use crate::answers::Answers;
use crate::points::{Points, PointsRange};
use crate::scheme::{Cutoff, Group, Scheme, Validity};
pub use bounds::Bounds;
pub(crate) use deciding::deciding;
pub use deciding::{OpenQuestion, open_questions};
pub(crate) use evaluate::Evaluation;
pub use evaluate::TableHit;
pub(crate) use facts::{Fact, Facts, bit};
pub use fix::{Fix, FixStep, Need};
pub use history::{Figure, HistoryNote, completed, figures, history_notes};
pub(crate) use history::{Reckoning, round, stretches};
pub(crate) use inverse::Inverter;
pub(crate) use rounds::{last_of_round, presumed};
pub use summary::Summary;
pub(crate) use summary::state;
pub use total::Scored;
pub(crate) use total::{Tally, kept};
pub(crate) use uncertain::Truth;
pub use undeducted::{supposed, undeducted};
pub use verdict::{ConditionState, Verdict};

/// How a condition came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionResult {
    /// Its state.
    pub state: ConditionState,
    /// Where it is not met: the smallest change that meets it, if the answers can be changed to meet it.
    pub fix: Option<Fix>,
}

/// How an indicator came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorResult {
    /// Its own points.
    pub points: PointsRange,
    /// Whether they enter the total: `None` while an open answer decides which of several counts.
    pub counted: Option<bool>,
    /// What the leaves of its formula hit, in the order of [`Score::leaves`](crate::scheme::Score::leaves).
    pub hits: Vec<TableHit>,
    /// The smallest change that gives it more points.
    pub fix: Option<Fix>,
}

/// Where a ranking's points stand against a past cut-off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The cut-off's points.
    pub cutoff: Points,
    /// Whether points by these rules can be held against it: other rules may have set it.
    pub comparable: bool,
    /// Whether the points reach it: `None` while an open answer decides, and where they cannot be compared.
    pub reached: Option<bool>,
}

/// What the core returns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The day of the assessment.
    pub on: Date,
    /// Whether the edition is in force on that day.
    pub in_force: bool,
    /// Whether the edition can be relied on for that day: nobody passes by one that cannot.
    pub validity: Validity,
    /// The total of all indicators that count.
    pub total: PointsRange,
    /// What the parts that the scheme leaves out could add to the total, and what they could take from it: the verdict
    /// rests on both.
    pub left_out: PointsRange,
    /// The positions of those parts that could change it.
    pub left_out_parts: Vec<usize>,
    /// What base indicators give.
    pub base: PointsRange,
    /// What bonus indicators give.
    pub bonus: PointsRange,
    /// What deductions take away: zero or less.
    pub deduction: PointsRange,
    /// The points that rank, where the scheme ranks.
    pub ranked: Option<PointsRange>,
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

/// Returns points, states and verdict as [`assess`] does, in a part of the time: nothing is said of what would change them.
pub fn summarize(scheme: &Scheme, answers: &Answers, on: Date) -> Summary {
    let answers = completed(scheme, answers, on);
    Summary::of(scheme, &Facts::new(scheme, &answers, on), &mut |_| ())
}

/// Assesses a person by a scheme on a day.
///
/// An answer that does not fit its question counts as not given; [`Answers::read`] is where such an answer is
/// refused with a reason. What was not answered and follows from a history counts as that says.
pub fn assess(scheme: &Scheme, answers: &Answers, on: Date) -> Assessment {
    let answers = &*completed(scheme, answers, on);
    let facts = Facts::new(scheme, answers, on);
    let inverter = Inverter { scheme, facts: &facts };
    let mut hits = Vec::with_capacity(scheme.indicators.len());
    let summary = Summary::of(scheme, &facts, &mut |of_one| hits.push(of_one));

    let conditions = scheme.conditions.iter().zip(&summary.conditions);
    let conditions = conditions.map(|(condition, state)| {
        let unmet = *state == ConditionState::Unmet;
        let fix = unmet.then(|| inverter.to_meet(&condition.needs)).flatten();
        ConditionResult { state: *state, fix }
    });
    let indicators = scheme.indicators.iter().zip(&summary.indicators).zip(hits);
    let indicators = indicators.map(|((indicator, scored), hits)| {
        debug_assert!(Evaluation::agrees(&facts, &indicator.score, &hits));
        let certain = scored.points.certain();
        let fix = certain.and_then(|points| inverter.to_gain(indicator, points));
        IndicatorResult { points: scored.points, counted: scored.counted, hits, fix }
    });
    let standings = summary.ranked.map_or_else(Vec::new, |ranked| {
        let standing = |cutoff: &Cutoff| {
            let comparable = !cutoff.other_rules;
            let reached = verdict::reached(ranked, cutoff.points).filter(|_| comparable);
            Standing { cutoff: cutoff.points, comparable, reached }
        };
        scheme.line.cutoffs().iter().map(standing).collect()
    });
    let group = |group| total::total(scheme, &summary.indicators, &[group]);
    let positions = 0..scheme.questions.len();
    let presumed = |position| facts.presumed(position).map(|number| (position, number));
    let asked =
        |position: &usize| facts.asked(*position) == Truth::Yes || facts.known(*position).is_some();
    let concerns = |test| facts.holds(test) != Truth::No;
    let notices = scheme.notices.iter().enumerate();
    let notices = notices.filter(|(_, notice)| notice.when.as_ref().is_none_or(concerns));
    Assessment {
        on,
        in_force: scheme.edition.in_force(on),
        validity: summary.validity,
        total: summary.total,
        left_out: summary.left_out,
        left_out_parts: total::left_out_parts(scheme, &facts),
        base: group(Group::Base),
        bonus: group(Group::Bonus),
        deduction: group(Group::Deduction),
        ranked: summary.ranked,
        standings,
        verdict: summary.verdict,
        conditions: conditions.collect(),
        indicators: indicators.collect(),
        open: positions.clone().filter(|position| facts.open(*position)).collect(),
        presumed: positions.clone().filter_map(presumed).collect(),
        asked: positions.filter(asked).collect(),
        notices: notices.map(|(position, _)| position).collect(),
    }
}
