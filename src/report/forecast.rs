//! A forecast with ids beside the results.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::parts::Day;
use crate::answers::Answers;
use crate::assess::{ConditionState, Verdict};
use crate::outlook::{
    self, ConditionMove, End, Event, Forecast, LineMovement, Month, Outcome, Period, PointsMove,
    Spell,
};
use crate::points::{Points, PointsRange};
use crate::scheme::{Cutoff, Editions, Grade, Scheme, Text, Validity};

/// A forecast with ids.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ForecastReport<'a> {
    scheme: &'a str,
    /// The edition's id.
    edition: &'a str,
    /// The ids of the questions whose answers grow while the person goes on as now.
    going_on: Vec<&'a str>,
    /// The ids of those whose facts are taken not to go on.
    paused: Vec<&'a str>,
    /// The last day of which anything is concluded.
    #[schemars(with = "Day")]
    until: Date,
    /// Why nothing is concluded of later days.
    end: End,
    /// What the days up to the last come down to, as far as it is certain.
    outcome: OutcomeReport<'a>,
    /// How the line of a ranking has moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    movement: Option<MovementReport>,
    /// How it stands on the first day, and on the same day of each month after it.
    months: Vec<MonthReport>,
    /// Every day on which something changes.
    events: Vec<EventReport<'a>>,
    /// When the verdict is a pass.
    passes: Vec<PeriodReport>,
    /// When the total surely reaches the threshold.
    line: Vec<PeriodReport>,
    /// When the points that rank surely reach each past cut-off.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cutoffs: Vec<CutoffReport<'a>>,
    /// What follows by each later edition, from its first day on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    then: Vec<ForecastReport<'a>>,
}

/// What it comes down to, as far as it is certain.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Outcome")]
#[serde(rename_all = "kebab-case", tag = "kind")]
enum OutcomeReport<'a> {
    /// There is no fixed line.
    NoLine,
    /// The rules cannot be relied on for any of the days.
    Unreliable,
    /// Everything is met on these days.
    Met {
        #[schemars(with = "Day")]
        from: Date,
        /// Whether it is surely not met before.
        soonest: bool,
        /// The last day; null where it is met to the last day looked at.
        #[schemars(with = "Option<Day>")]
        to: Option<Date>,
        /// Whether it is surely not met on the day after the last.
        ends: bool,
        /// The first day on which it is surely met again.
        #[schemars(with = "Option<Day>")]
        again: Option<Date>,
    },
    /// It is met on no day; these conditions never are.
    Never { unmet: Vec<&'a str> },
    /// These open questions decide, and these counts, of which the answers do not say how they go on.
    Open { questions: Vec<&'a str>, counts: Vec<&'a str> },
}

/// How the line of a ranking has moved from year to year.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LineMovement")]
struct MovementReport {
    since: i16,
    latest: i16,
    yearly: PointsRange,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ForecastMonth")]
#[serde(rename_all = "camelCase")]
struct MonthReport {
    #[schemars(with = "Day")]
    day: Date,
    total: PointsRange,
    /// The points that rank, where not all do.
    #[serde(skip_serializing_if = "Option::is_none")]
    ranked: Option<PointsRange>,
    verdict: Verdict,
    validity: Validity,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ForecastEvent")]
struct EventReport<'a> {
    before: MonthReport,
    after: MonthReport,
    indicators: Vec<MoveReport<'a, PointsRange>>,
    conditions: Vec<MoveReport<'a, ConditionState>>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "{T}Move")]
struct MoveReport<'a, T> {
    id: &'a str,
    name: &'a Text,
    from: T,
    to: T,
    #[serde(skip_serializing_if = "Option::is_none")]
    counted: Option<bool>,
    because: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Period")]
struct PeriodReport {
    #[schemars(with = "Day")]
    from: Date,
    /// The last day; null where it holds to the end of what is looked at.
    #[schemars(with = "Option<Day>")]
    to: Option<Date>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CutoffPeriods")]
struct CutoffReport<'a> {
    round: &'a str,
    cutoff: Points,
    grade: Grade,
    reached: Vec<PeriodReport>,
}

/// Looks ten years ahead, by one edition of a scheme and by those that begin meanwhile; `paused` are the positions of the
/// questions whose facts will not go on.
pub fn forecast_by_editions<'a>(
    editions: &'a Editions,
    scheme: &'a Scheme,
    answers: &Answers,
    on: Date,
    paused: &[usize],
) -> ForecastReport<'a> {
    let stages = outlook::later_stages(editions, scheme, answers, on, paused);
    let then = stages.iter().map(|stage| {
        let going_on = outlook::going_on(stage.scheme, &stage.answers, stage.from);
        forecast(stage.scheme, &stage.forecast, &going_on, &stage.paused)
    });
    let going_on = outlook::going_on(scheme, answers, on);
    let ahead = outlook::forecast(scheme, answers, on, paused);
    ForecastReport { then: then.collect(), ..forecast(scheme, &ahead, &going_on, paused) }
}

/// Writes a forecast with ids. `going_on` are the positions of the questions that grow, `paused` of those that do not.
fn forecast<'a>(
    scheme: &'a Scheme,
    forecast: &Forecast,
    going_on: &[usize],
    paused: &[usize],
) -> ForecastReport<'a> {
    let cutoffs = scheme.line.cutoffs().iter();
    let cutoff = |(cutoff, reached): (&'a Cutoff, &Vec<Period>)| CutoffReport {
        round: &cutoff.round,
        cutoff: cutoff.points,
        grade: cutoff.cite.grade,
        reached: periods(reached),
    };
    ForecastReport {
        scheme: &scheme.id,
        edition: &scheme.edition.id,
        then: Vec::new(),
        going_on: ids(scheme, going_on),
        paused: ids(scheme, paused),
        until: forecast.until.0,
        end: forecast.until.1,
        outcome: outcome(scheme, &forecast.outcome),
        movement: LineMovement::of(&scheme.line).map(|movement| MovementReport {
            since: movement.since,
            latest: movement.latest,
            yearly: movement.yearly,
        }),
        months: forecast.months.iter().map(month).collect(),
        events: forecast.events.iter().map(|change| event(scheme, change)).collect(),
        passes: periods(&forecast.passes),
        line: periods(&forecast.line),
        cutoffs: cutoffs.zip(&forecast.cutoffs).map(cutoff).collect(),
    }
}

fn outcome<'a>(scheme: &'a Scheme, outcome: &Outcome) -> OutcomeReport<'a> {
    match outcome {
        Outcome::NoLine => OutcomeReport::NoLine,
        Outcome::Unreliable => OutcomeReport::Unreliable,
        &Outcome::Met(Spell { from, soonest, to, ends, again }) => {
            OutcomeReport::Met { from, soonest, to, ends, again }
        }
        Outcome::Never { unmet } => {
            let conditions = unmet.iter().filter_map(|unmet| scheme.conditions.get(*unmet));
            OutcomeReport::Never { unmet: conditions.map(|one| one.id.as_str()).collect() }
        }
        Outcome::Open { questions, counts } => {
            OutcomeReport::Open { questions: ids(scheme, questions), counts: ids(scheme, counts) }
        }
    }
}

fn ids<'a>(scheme: &'a Scheme, positions: &[usize]) -> Vec<&'a str> {
    let questions = positions.iter().filter_map(|position| scheme.questions.get(*position));
    questions.map(|question| question.id.as_str()).collect()
}

fn month(month: &Month) -> MonthReport {
    MonthReport {
        day: month.day,
        total: month.total,
        ranked: month.ranked,
        verdict: month.verdict,
        validity: month.validity,
    }
}

fn periods(periods: &[Period]) -> Vec<PeriodReport> {
    periods.iter().map(|period| PeriodReport { from: period.from, to: period.to }).collect()
}

fn event<'a>(scheme: &'a Scheme, event: &Event) -> EventReport<'a> {
    let indicator = |moved: &PointsMove| {
        let indicator = scheme.indicators.get(moved.indicator)?;
        Some(MoveReport {
            id: &indicator.id,
            name: &indicator.name,
            from: moved.from,
            to: moved.to,
            counted: moved.counted,
            because: ids(scheme, &moved.because),
        })
    };
    let condition = |moved: &ConditionMove| {
        let condition = scheme.conditions.get(moved.condition)?;
        Some(MoveReport {
            id: &condition.id,
            name: &condition.name,
            from: moved.from,
            to: moved.to,
            counted: None,
            because: ids(scheme, &moved.because),
        })
    };
    EventReport {
        before: month(&event.before),
        after: month(&event.after),
        indicators: event.indicators.iter().filter_map(indicator).collect(),
        conditions: event.conditions.iter().filter_map(condition).collect(),
    }
}
