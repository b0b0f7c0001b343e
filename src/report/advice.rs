//! Advice with its ids: what the terminal and JavaScript hand out.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::parts::{Clause, Day, FixStepReport, ReportContext};
use crate::answers::Answers;
use crate::assess::{FixStep, Verdict};
use crate::outlook::{Advice, Deciding, Shift, Suggestion, SuggestionKind};
use crate::points::{Points, PointsRange};
use crate::scheme::{Grade, LeadTime, Scheme, Text};

/// The nearest ways to the line for one person, one scheme and one day.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdviceReport<'a> {
    /// The scheme's id.
    scheme: &'a str,
    #[schemars(with = "Day")]
    on: Date,
    /// What can be concluded. Nothing is, from an answer that is still open.
    #[schemars(with = "ConclusionName")]
    conclusion: &'static str,
    /// The open questions that can still move something, those that decide first.
    deciding: Vec<DecidingReport<'a>>,
    /// Ids of the questions that would give points and that nobody plans, such as awards. No suggestion names them.
    unplanned: Vec<&'a str>,
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

/// What can be concluded for a person.
#[derive(JsonSchema)]
#[schemars(rename = "Conclusion", rename_all = "kebab-case")]
#[expect(dead_code, reason = "only its schema is asked for")]
enum ConclusionName {
    /// The line is reached with every condition met, whatever is still open.
    Enough,
    /// A suggestion reaches the line, whatever is still open.
    Ways,
    /// No suggestion is sure to reach the line, and open answers could change that.
    Open,
    /// Everything that could matter is answered, and no one or two changes within ten years reach the line.
    NoWay,
    /// There is no line that alone decides; suggestions say where more points are.
    More,
}

/// An open question, and how much its answer can still move.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Deciding")]
#[serde(rename_all = "camelCase")]
struct DecidingReport<'a> {
    /// The question's id.
    question: &'a str,
    /// How far apart its answers can put the points, the other open answers being whatever serves that most; `null` where
    /// nobody can say how far.
    #[schemars(with = "Option<Points>")]
    points: Points,
    /// Ids of the open conditions that an answer to it alone settles.
    conditions: Vec<&'a str>,
    /// Whether the verdict can depend on it.
    decides: bool,
}

/// How long a change takes, as the rules say it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Lead")]
#[serde(rename_all = "camelCase")]
struct LeadReport<'a> {
    /// The id of the question whose answer changes.
    question: &'a str,
    /// Months at the least, counted from when it is begun; `null` where it was looked for and not found.
    months: Option<u8>,
    /// How well that was checked.
    grade: Option<Grade>,
    note: Option<&'a Text>,
}

/// What kind of act a suggestion is.
#[derive(JsonSchema)]
#[schemars(rename = "SuggestionAct", rename_all = "kebab-case")]
#[expect(dead_code, reason = "only its schema is asked for")]
enum ActName {
    /// Looking something up.
    LookUp,
    /// Doing something.
    Do,
    /// Nothing but time.
    Wait,
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

/// One or two changes, perhaps with a wait, and what they bring. All of it holds whatever the open answers are.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Suggestion")]
#[serde(rename_all = "camelCase")]
struct SuggestionReport<'a> {
    #[schemars(with = "KindName")]
    kind: &'static str,
    /// What kind of act it is.
    #[schemars(with = "ActName")]
    act: &'static str,
    /// The line it reaches: the threshold, or the latest cut-off, which is a mark on the way and no pass.
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
    /// How long its steps take, where the rules have a word on it.
    leads: Vec<LeadReport<'a>>,
    /// The first day on which it can be so; only the earliest where a lead was not found.
    #[schemars(with = "Day")]
    day: Date,
    /// Full months from `on` to that day.
    months: i64,
    /// Whether that day lies after the end of the edition, so that other rules may hold by then.
    after_edition: bool,
    /// The last day of the round that is meant, where that day lies after it; absent where it does not.
    #[schemars(with = "Option<Day>")]
    #[serde(skip_serializing_if = "Option::is_none")]
    after_round: Option<Date>,
    /// The verdict on that day.
    verdict: Verdict,
    /// The total on that day.
    total: PointsRange,
    /// What the total surely gains, whatever the open answers are.
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
        conclusion: advice.conclusion.as_str(),
        deciding: advice.deciding.iter().map(|deciding| context.deciding(deciding)).collect(),
        unplanned: (advice.unplanned.iter())
            .map(|question| scheme.questions[*question].id.as_str())
            .collect(),
        missing: advice.missing,
        distances: distances.collect(),
        suggestions: (advice.suggestions.iter())
            .map(|suggestion| context.suggestion(suggestion))
            .collect(),
    }
}

impl<'a> ReportContext<'a> {
    fn deciding(&self, deciding: &Deciding) -> DecidingReport<'a> {
        let scheme = self.scheme;
        let conditions = deciding.conditions.iter();
        DecidingReport {
            question: &scheme.questions[deciding.question].id,
            points: deciding.points,
            conditions: conditions.map(|one| scheme.conditions[*one].id.as_str()).collect(),
            decides: deciding.decides,
        }
    }

    /// Reports how long a step takes; `None` where its rule has no word on it.
    fn lead(&self, step: &FixStep) -> Option<LeadReport<'a>> {
        let question = &self.scheme.questions[step.question];
        let stated = match question.lead_to(step.option())? {
            LeadTime::Stated(stated) => Some(stated),
            LeadTime::NotFound => None,
        };
        Some(LeadReport {
            question: &question.id,
            months: stated.map(|stated| stated.months),
            grade: stated.map(|stated| stated.basis.grade),
            note: stated.and_then(|stated| stated.basis.note.as_ref()),
        })
    }

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
            act: suggestion.act.as_str(),
            line,
            condition: condition.map(|condition| scheme.conditions[condition].id.as_str()),
            steps: self.steps(&suggestion.steps),
            accompanying: self.steps(&suggestion.accompanying),
            waits: suggestion.waits,
            leads: (suggestion.steps.iter().chain(&suggestion.accompanying))
                .filter_map(|step| self.lead(step))
                .collect(),
            day: suggestion.day,
            months: suggestion.months,
            after_edition: suggestion.after_edition,
            after_round: suggestion.after_round,
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
