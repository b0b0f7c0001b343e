//! Advice with its ids: what the terminal and JavaScript hand out.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::parts::{Clause, Day, FixStepReport, ReportContext};
use crate::answers::Answers;
use crate::assess::Verdict;
use crate::outlook::{Advice, Shift, Suggestion, SuggestionKind};
use crate::points::{Points, PointsRange};
use crate::scheme::{Grade, Scheme, Text};

/// The nearest ways to the line for one person, one scheme and one day.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdviceReport<'a> {
    /// The scheme's id.
    scheme: &'a str,
    #[schemars(with = "Day")]
    on: Date,
    /// Points missing to the threshold, where there is one; open answers count as little as they can.
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<Points>,
    /// Points missing to each past cut-off, oldest first, where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    distances: Vec<DistanceReport<'a>>,
    /// What reaches the line, then what meets a condition, then what only comes closer; of each the soonest first,
    /// then the smallest. Empty for a person who passes.
    suggestions: Vec<SuggestionReport<'a>>,
}

/// What is missing to the cut-off of a past round.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Distance")]
#[serde(rename_all = "camelCase")]
struct DistanceReport<'a> {
    /// The past round, such as its year.
    round: &'a str,
    /// The least points admitted then.
    cutoff: Points,
    missing: Points,
    grade: Grade,
}

/// One or two changes, and what they bring. All of it holds whatever the open answers are.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Suggestion")]
#[serde(rename_all = "camelCase")]
struct SuggestionReport<'a> {
    #[schemars(with = "KindName")]
    kind: &'static str,
    /// The line it reaches: the threshold or a past cut-off.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<Points>,
    /// The id of the condition it meets.
    #[serde(skip_serializing_if = "Option::is_none")]
    condition: Option<&'a str>,
    /// The answers to change: two, one, or none where waiting alone does it.
    steps: Vec<FixStepReport<'a>>,
    /// What these changes bring along: answers that make their questions be asked, and answers to questions that are
    /// asked because of them, such as the insurance base that a title demands.
    #[serde(rename = "brings")]
    accompanying: Vec<FixStepReport<'a>>,
    /// Whether going on as now until the day is a change of its own.
    waits: bool,
    /// The first day on which it can be so. Effort that counts no time is taken to need none.
    #[schemars(with = "Day")]
    day: Date,
    /// Full months from `on` to that day.
    months: i64,
    /// The verdict on that day.
    verdict: Verdict,
    /// The total on that day.
    total: PointsRange,
    /// What the total surely gains.
    gain: Points,
    /// The indicators that bring more or less to the total.
    shifts: Vec<ShiftReport<'a>>,
    /// Ids of the conditions that hold then and do not now.
    meets: Vec<&'a str>,
    /// Ids of the conditions that do not surely hold then.
    lacks: Vec<&'a str>,
    /// Ids of the questions that are newly asked and still open then.
    opens: Vec<&'a str>,
    /// The past rounds whose cut-off the points reach then and do not now, where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reaches: Vec<&'a str>,
}

/// What a suggestion comes to.
#[derive(JsonSchema)]
#[schemars(rename = "SuggestionKind", rename_all = "kebab-case")]
#[expect(dead_code, reason = "only its schema is asked for")]
enum KindName {
    /// The line, with every condition met.
    Reaches,
    /// A condition; more is needed for the line.
    MeetsCondition,
    /// It gains points and is not enough.
    Closer,
}

/// What an indicator brings to the total, now and then.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Shift")]
#[serde(rename_all = "camelCase")]
struct ShiftReport<'a> {
    /// The indicator's id.
    indicator: &'a str,
    name: &'a Text,
    before: PointsRange,
    after: PointsRange,
    clause: Clause<'a>,
}

/// Writes advice for these answers on a day, with ids and clauses.
pub fn advice<'a>(
    scheme: &'a Scheme,
    answers: &'a Answers,
    on: Date,
    advice: &'a Advice,
) -> AdviceReport<'a> {
    let context = ReportContext { scheme, answers };
    let cutoffs = scheme.line.cutoffs().iter();
    let distances = cutoffs.zip(&advice.distances).map(|(cutoff, missing)| DistanceReport {
        round: &cutoff.round,
        cutoff: cutoff.points,
        missing: *missing,
        grade: cutoff.cite.grade,
    });
    AdviceReport {
        scheme: &scheme.id,
        on,
        missing: advice.missing,
        distances: distances.collect(),
        suggestions: (advice.suggestions.iter())
            .map(|suggestion| context.suggestion(suggestion))
            .collect(),
    }
}

impl<'a> ReportContext<'a> {
    fn suggestion(&self, suggestion: &'a Suggestion) -> SuggestionReport<'a> {
        let scheme = self.scheme;
        let conditions = |positions: &[usize]| {
            positions.iter().map(|position| scheme.conditions[*position].id.as_str()).collect()
        };
        let shift = |shift: &Shift| {
            let indicator = &scheme.indicators[shift.indicator];
            ShiftReport {
                indicator: &indicator.id,
                name: &indicator.name,
                before: shift.before,
                after: shift.after,
                clause: self.clause(&indicator.cite),
            }
        };
        let (kind, line, condition) = match suggestion.kind {
            SuggestionKind::Reaches(line) => ("reaches", Some(line), None),
            SuggestionKind::MeetsCondition(condition) => ("meets-condition", None, Some(condition)),
            SuggestionKind::Closer => ("closer", None, None),
        };
        let cutoffs = scheme.line.cutoffs();
        SuggestionReport {
            kind,
            line,
            condition: condition.map(|condition| scheme.conditions[condition].id.as_str()),
            steps: self.steps(&suggestion.steps),
            accompanying: self.steps(&suggestion.accompanying),
            waits: suggestion.waits,
            day: suggestion.day,
            months: suggestion.months,
            verdict: suggestion.verdict,
            total: suggestion.total,
            gain: suggestion.gain,
            shifts: suggestion.shifts.iter().map(shift).collect(),
            meets: conditions(&suggestion.meets),
            lacks: conditions(&suggestion.lacks),
            opens: (suggestion.opens.iter())
                .map(|question| scheme.questions[*question].id.as_str())
                .collect(),
            reaches: (suggestion.reaches.iter())
                .map(|cutoff| cutoffs[*cutoff].round.as_str())
                .collect(),
        }
    }
}
