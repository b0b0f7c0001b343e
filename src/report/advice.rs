//! Advice with its ids: what the terminal and JavaScript hand out.

use jiff::civil::Date;
use serde::Serialize;

use super::parts::{Clause, FixStepReport, ReportContext};
use crate::answers::Answers;
use crate::assess::Verdict;
use crate::outlook::{Advice, Shift, Suggestion, SuggestionKind};
use crate::points::{Points, PointsRange};
use crate::scheme::{Grade, Scheme, Text};

/// Advice with ids and clauses.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AdviceReport<'a> {
    scheme: &'a str,
    on: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<Points>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    distances: Vec<DistanceReport<'a>>,
    suggestions: Vec<SuggestionReport<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DistanceReport<'a> {
    round: &'a str,
    cutoff: Points,
    missing: Points,
    grade: Grade,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SuggestionReport<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<Points>,
    #[serde(skip_serializing_if = "Option::is_none")]
    condition: Option<&'a str>,
    steps: Vec<FixStepReport<'a>>,
    #[serde(rename = "brings")]
    accompanying: Vec<FixStepReport<'a>>,
    waits: bool,
    day: Date,
    months: i64,
    verdict: Verdict,
    total: PointsRange,
    gain: Points,
    shifts: Vec<ShiftReport<'a>>,
    meets: Vec<&'a str>,
    lacks: Vec<&'a str>,
    opens: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reaches: Vec<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ShiftReport<'a> {
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
