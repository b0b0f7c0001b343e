//! An assessment with its ids, clauses and words beside the results: what the terminal and JavaScript hand out.

mod advice;
mod diff;
mod followed;
mod forecast;
mod lists;
mod parts;

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::answers::Answers;
use crate::assess::{
    Assessment, ConditionResult, ConditionState, IndicatorResult, Standing, Verdict, figures,
};
use crate::points::{Points, PointsRange};
use crate::scheme::{
    Combination, Condition, Cutoff, Grade, Group, Indicator, Keep, Scheme, Text, Validity,
};
pub use advice::{AdviceReport, advice};
pub use diff::{DiffReport, diff};
use followed::FollowedReport;
pub use forecast::{ForecastReport, forecast_by_editions};
use lists::{EditionSummary, LineSummary};
pub use lists::{QuestionSummary, SchemeSummary, question_summaries, scheme_summary};
use parts::{AnswersReport, Clause, Day, FixReport, ReportContext};

/// What comes out for one person, one scheme and one day.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AssessmentReport")]
#[serde(rename_all = "camelCase")]
pub struct Report<'a> {
    /// The scheme's id.
    scheme: &'a str,
    edition: EditionSummary<'a>,
    /// Whether the edition is in force on `on`. It is computed with all the same.
    in_force: bool,
    /// Whether the edition can be relied on for `on`; nobody passes by one that has ended, may have been repealed or is
    /// not yet in force.
    validity: Validity,
    #[schemars(with = "Day")]
    on: Date,
    total: PointsRange,
    left_out: LeftOutReport,
    /// What base indicators give.
    base: PointsRange,
    /// What bonus indicators give.
    bonus: PointsRange,
    /// What deductions take away: zero or less.
    deduction: PointsRange,
    line: LineSummary<'a>,
    /// The points that rank, where the scheme ranks.
    #[serde(skip_serializing_if = "Option::is_none")]
    ranked: Option<PointsRange>,
    /// Against each past cut-off, oldest first, where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    standings: Vec<StandingReport<'a>>,
    verdict: Verdict,
    conditions: Vec<ConditionReport<'a>>,
    indicators: Vec<IndicatorReport<'a>>,
    /// Ids of the questions that are asked and neither answered nor presumed.
    open: Vec<&'a str>,
    /// Numbers by question id, in the question's unit: what was presumed where nothing was answered, such as the
    /// coming round, where anything was.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    presumed: BTreeMap<&'a str, i64>,
    /// What the histories among the answers say of the questions that follow from them, and how that came about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    followed: Vec<FollowedReport<'a>>,
    /// Ids of the notices that concern this person.
    notices: Vec<&'a str>,
}

/// What parts of the official table that the scheme leaves out could do to the total, beyond it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LeftOut")]
#[serde(rename_all = "camelCase")]
struct LeftOutReport {
    /// The most they could add; `null` where nobody can say. The verdict is never `short` while this would be enough.
    adds: Option<Points>,
    /// The most they could take away; `null` where nobody can say.
    takes: Option<Points>,
}

/// The person's points against the cut-off of a past round.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Standing")]
#[serde(rename_all = "camelCase")]
struct StandingReport<'a> {
    /// The past round, such as its year.
    round: &'a str,
    /// The least points admitted then.
    cutoff: Points,
    /// Whether points by these rules can be held against it: other rules may have set it.
    comparable: bool,
    /// Whether the points that rank reach it; `null` while an open answer decides, and where they cannot be compared.
    reached: Option<bool>,
    grade: Grade,
}

/// Something that must hold to apply.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct ConditionReport<'a> {
    id: &'a str,
    name: &'a Text,
    state: ConditionState,
    /// Whether a failure ends the application whatever the points.
    veto: bool,
    /// The answers it rests on.
    answers: AnswersReport<'a>,
    /// What the rule wants.
    wants: &'a Text,
    clause: Clause<'a>,
    /// What to do, where it is not met.
    #[serde(skip_serializing_if = "Option::is_none")]
    cure: Option<&'a Text>,
    /// The smallest change of the answers that meets it, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<FixReport<'a>>,
}

/// Something that the scheme scores.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct IndicatorReport<'a> {
    id: &'a str,
    name: &'a Text,
    group: Group,
    /// Its own points, whether or not they count.
    points: PointsRange,
    /// Whether they enter the total; `null` while an open answer decides which of several counts.
    counted: Option<bool>,
    /// The answers it rests on.
    answers: AnswersReport<'a>,
    /// How it scores.
    wants: &'a Text,
    /// The most it gives, where the rule caps it.
    #[serde(skip_serializing_if = "Option::is_none")]
    cap: Option<Points>,
    clause: Clause<'a>,
    /// The rule that counts it together with others, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(rename = "together")]
    combination: Option<CombinationReport<'a>>,
    /// The smallest change of the answers that gains points, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<FixReport<'a>>,
}

/// A rule that counts several indicators together.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Together")]
#[serde(rename_all = "camelCase")]
struct CombinationReport<'a> {
    id: &'a str,
    keep: Keep,
    /// What the rule says.
    wants: &'a Text,
    clause: Clause<'a>,
}

/// Writes an assessment of these answers with ids and clauses.
pub fn report<'a>(
    scheme: &'a Scheme,
    answers: &'a Answers,
    assessment: &'a Assessment,
) -> Report<'a> {
    let context = ReportContext { scheme, answers };
    let cutoffs = scheme.line.cutoffs().iter();
    let standing = |(cutoff, standing): (&'a Cutoff, &Standing)| StandingReport {
        round: &cutoff.round,
        cutoff: cutoff.points,
        comparable: standing.comparable,
        reached: standing.reached,
        grade: cutoff.cite.grade,
    };
    Report {
        scheme: &scheme.id,
        edition: lists::edition(scheme),
        in_force: assessment.in_force,
        validity: assessment.validity,
        on: assessment.on,
        total: assessment.total,
        left_out: LeftOutReport {
            adds: Some(assessment.left_out.high).filter(|points| !points.is_unbounded()),
            takes: Some(-assessment.left_out.low).filter(|points| !points.is_unbounded()),
        },
        base: assessment.base,
        bonus: assessment.bonus,
        deduction: assessment.deduction,
        line: lists::line(scheme),
        ranked: assessment.ranked,
        standings: cutoffs.zip(&assessment.standings).map(standing).collect(),
        verdict: assessment.verdict,
        conditions: scheme
            .conditions
            .iter()
            .zip(&assessment.conditions)
            .map(|(condition, result)| context.condition(condition, result))
            .collect(),
        indicators: (scheme.indicators.iter().zip(&assessment.indicators))
            .enumerate()
            .map(|(position, (indicator, result))| context.indicator(position, indicator, result))
            .collect(),
        open: assessment.open.iter().map(|open| scheme.questions[*open].id.as_str()).collect(),
        followed: (figures(scheme, answers, assessment.on).into_iter())
            .filter_map(|figure| followed::followed(scheme, figure))
            .collect(),
        presumed: (assessment.presumed.iter())
            .map(|(question, number)| (scheme.questions[*question].id.as_str(), *number))
            .collect(),
        notices: (assessment.notices.iter())
            .map(|notice| scheme.notices[*notice].id.as_str())
            .collect(),
    }
}

impl<'a> ReportContext<'a> {
    fn condition(
        &self,
        condition: &'a Condition,
        result: &'a ConditionResult,
    ) -> ConditionReport<'a> {
        ConditionReport {
            id: &condition.id,
            name: &condition.name,
            state: result.state,
            veto: condition.veto,
            answers: self.answers(&condition.uses),
            wants: &condition.rule,
            clause: self.clause(&condition.cite),
            cure: (result.state == ConditionState::Unmet).then_some(&condition.cure),
            fix: result.fix.as_ref().map(|fix| self.fix(fix)),
        }
    }

    fn indicator(
        &self,
        position: usize,
        indicator: &'a Indicator,
        result: &'a IndicatorResult,
    ) -> IndicatorReport<'a> {
        let holds =
            |combination: &&'a Combination| combination.members().any(|member| member == position);
        let combination = self.scheme.combinations.iter().find(holds);
        let combination = combination.map(|combination| CombinationReport {
            id: &combination.id,
            keep: combination.keep,
            wants: &combination.rule,
            clause: self.clause(&combination.cite),
        });
        IndicatorReport {
            id: &indicator.id,
            name: &indicator.name,
            group: indicator.group,
            points: result.points,
            counted: result.counted,
            answers: self.answers(&indicator.uses),
            wants: &indicator.rule,
            cap: indicator.cap,
            clause: self.clause(&indicator.cite),
            combination,
            fix: result.fix.as_ref().map(|fix| self.fix(fix)),
        }
    }
}
