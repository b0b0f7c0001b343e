//! A forecast with ids beside the results.

use jiff::civil::Date;
use serde::Serialize;

use crate::assess::{ConditionState, Verdict};
use crate::outlook::{
    ConditionMove, End, Event, Forecast, LineMovement, Month, Outcome, Period, PointsMove, Spell,
};
use crate::points::{Points, PointsRange};
use crate::scheme::{Cutoff, Grade, Scheme, Text, Validity};

/// A forecast with ids.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ForecastReport<'a> {
    scheme: &'a str,
    /// The edition's id.
    edition: &'a str,
    going_on: Vec<&'a str>,
    paused: Vec<&'a str>,
    /// The last day of which anything is concluded, and why.
    until: Date,
    end: End,
    outcome: OutcomeReport<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    movement: Option<MovementReport>,
    months: Vec<MonthReport>,
    events: Vec<EventReport<'a>>,
    passes: Vec<PeriodReport>,
    line: Vec<PeriodReport>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cutoffs: Vec<CutoffReport<'a>>,
    /// What follows by each later edition, from its first day on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    then: Vec<ForecastReport<'a>>,
}

impl<'a> ForecastReport<'a> {
    /// Adds what follows by later editions.
    #[must_use]
    pub fn then(self, then: Vec<ForecastReport<'a>>) -> ForecastReport<'a> {
        ForecastReport { then, ..self }
    }
}

/// What it comes down to, as far as it is certain.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
enum OutcomeReport<'a> {
    NoLine,
    Unreliable,
    Met(Spell),
    Never { unmet: Vec<&'a str> },
    Open { questions: Vec<&'a str>, counts: Vec<&'a str> },
}

/// How the line of a ranking has moved from year to year.
#[derive(Serialize)]
struct MovementReport {
    since: i16,
    latest: i16,
    yearly: PointsRange,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct MonthReport {
    day: Date,
    total: PointsRange,
    #[serde(skip_serializing_if = "Option::is_none")]
    ranked: Option<PointsRange>,
    verdict: Verdict,
    validity: Validity,
}

#[derive(Serialize)]
struct EventReport<'a> {
    before: MonthReport,
    after: MonthReport,
    indicators: Vec<MoveReport<'a, PointsRange>>,
    conditions: Vec<MoveReport<'a, ConditionState>>,
}

#[derive(Serialize)]
struct MoveReport<'a, T> {
    id: &'a str,
    name: &'a Text,
    from: T,
    to: T,
    #[serde(skip_serializing_if = "Option::is_none")]
    counted: Option<bool>,
    because: Vec<&'a str>,
}

#[derive(Serialize)]
struct PeriodReport {
    from: Date,
    to: Option<Date>,
}

#[derive(Serialize)]
struct CutoffReport<'a> {
    round: &'a str,
    cutoff: Points,
    grade: Grade,
    reached: Vec<PeriodReport>,
}

/// Writes a forecast with ids. `going_on` are the positions of the questions that grow, `paused` of those that do not.
pub fn forecast<'a>(
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
        Outcome::Met(spell) => OutcomeReport::Met(*spell),
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
