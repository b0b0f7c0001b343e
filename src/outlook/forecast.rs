//! The points and the verdict over the coming years.

use jiff::civil::Date;

use super::period::{Period, record};
use super::projection::Projection;
use crate::answers::Answers;
use crate::assess::calendar::{full_months, later_by_months};
use crate::assess::{ConditionState, Fact, Facts, Summary, Verdict};
use crate::points::PointsRange;
use crate::scheme::{Scheme, Validity};

/// How many months a forecast looks ahead.
const MONTHS: i64 = 120;

/// What the coming ten years bring, if the person goes on as now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The first day, and the same day of each month after it, or the last day of a shorter month.
    pub months: Vec<Month>,
    /// Every day on which something changes, in order.
    pub events: Vec<Event>,
    /// When the verdict is a pass.
    pub passes: Vec<Period>,
    /// When the total surely reaches the threshold, where there is one.
    pub line: Vec<Period>,
    /// When the points that rank surely reach each past cut-off, at the positions of the cut-offs.
    pub cutoffs: Vec<Vec<Period>>,
}

/// How it stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// The day.
    pub day: Date,
    /// The total.
    pub total: PointsRange,
    /// The points that rank, where the scheme ranks.
    pub ranked: Option<PointsRange>,
    /// The verdict.
    pub verdict: Verdict,
    /// Whether the edition can be relied on.
    pub validity: Validity,
}

/// What changes on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// How it stands on the day before.
    pub before: Month,
    /// How it stands from this day on.
    pub after: Month,
    /// Indicators that give other points, or count where they did not.
    pub indicators: Vec<PointsMove>,
    /// Conditions that come out otherwise.
    pub conditions: Vec<ConditionMove>,
}

/// An indicator that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointsMove {
    /// Its position.
    pub indicator: usize,
    /// Its own points on the day before.
    pub from: PointsRange,
    /// Its own points from the day on.
    pub to: PointsRange,
    /// Whether they enter the total: `None` while an open answer decides which of several counts.
    pub counted: Option<bool>,
    /// Positions of the questions behind it: those whose answers grow on this day; where none does, those that are
    /// answered with dates.
    pub because: Vec<usize>,
}

/// A condition that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionMove {
    /// Its position.
    pub condition: usize,
    /// Its state on the day before.
    pub from: ConditionState,
    /// Its state from the day on.
    pub to: ConditionState,
    /// Positions of the questions behind it, as for an indicator.
    pub because: Vec<usize>,
}

/// Returns what the ten years from day `on` bring, if the person goes on as on that day but for the questions at the
/// positions `paused`. Rules are taken to stay as they are, also past the end of their edition.
pub fn forecast(scheme: &Scheme, answers: &Answers, on: Date, paused: &[usize]) -> Forecast {
    let projection = Projection::of(scheme, answers, on, paused);
    let mut future = Future { scheme, projection, answers: answers.clone() };
    let mut forecast = Forecast {
        months: Vec::with_capacity(MONTHS as usize + 1),
        events: Vec::new(),
        passes: Vec::new(),
        line: Vec::new(),
        cutoffs: vec![Vec::new(); scheme.line.cutoffs().len()],
    };
    let end = later_by_months(on, MONTHS);
    let mut day = on;
    let mut now = future.summary(day);
    forecast.record(scheme, &now, day);
    forecast.months.push(month(&now, day));
    for count in 1..=MONTHS {
        let point = later_by_months(on, count).max(day);
        // The month is full a day later where its own last day comes too early.
        let full = match full_months(on, point) < count {
            true => point.tomorrow().unwrap_or(point),
            false => point,
        };
        // What grows by the month grows on the day on which the month is full; between these days only dates matter.
        for next in [full.yesterday().unwrap_or(full), full] {
            if next > day && next <= end {
                let then = future.summary(next);
                while then != now {
                    let (first, changed) = future.first_change(day, &now, next, &then);
                    forecast.events.push(future.event(&now, &changed, first));
                    forecast.record(scheme, &changed, first);
                    (day, now) = (first, changed);
                }
                day = next;
            }
            if next == point {
                forecast.months.push(month(&now, point));
            }
        }
    }
    forecast
}

impl Forecast {
    /// Records what is reached from a day on.
    fn record(&mut self, scheme: &Scheme, summary: &Summary, from: Date) {
        record(&mut self.passes, summary.verdict == Verdict::Pass, from);
        if let Some(threshold) = scheme.line.threshold {
            record(&mut self.line, summary.total.low >= threshold, from);
        }
        for (cutoff, periods) in scheme.line.cutoffs().iter().zip(&mut self.cutoffs) {
            let reached = summary.ranked.is_some_and(|ranked| ranked.low >= cutoff.points);
            record(periods, reached, from);
        }
    }
}

fn month(summary: &Summary, day: Date) -> Month {
    Month {
        day,
        total: summary.total,
        ranked: summary.ranked,
        verdict: summary.verdict,
        validity: summary.validity,
    }
}

/// The person on later days.
struct Future<'a> {
    scheme: &'a Scheme,
    projection: Projection<'a>,
    /// As they are on the day last asked for.
    answers: Answers,
}

impl Future<'_> {
    /// Sums up how it stands on a day.
    fn summary(&mut self, day: Date) -> Summary {
        self.projection.project(day, &mut self.answers);
        Summary::of(self.scheme, &Facts::new(self.scheme, &self.answers, day), &mut |_| {})
    }

    /// Returns the first day after `day` on which it no longer stands as `now`, up to the day `next` on which it stands
    /// otherwise, and how it stands then; at most a month lies between, in which nothing comes and goes again.
    fn first_change(
        &mut self,
        day: Date,
        now: &Summary,
        next: Date,
        then: &Summary,
    ) -> (Date, Summary) {
        let mut days = Vec::new();
        let mut later = day;
        while later < next {
            later = later.tomorrow().unwrap_or(next);
            days.push(later);
        }
        let (mut first, mut changed) = (next, then.clone());
        while days.len() > 1 {
            let half = days.len() / 2;
            let summary = self.summary(days[half - 1]);
            if summary == *now {
                days.drain(..half);
            } else {
                (first, changed) = (days[half - 1], summary);
                days.truncate(half);
            }
        }
        (first, changed)
    }

    fn event(&mut self, before: &Summary, after: &Summary, day: Date) -> Event {
        self.projection.project(day, &mut self.answers);
        let scored = before.indicators.iter().zip(&after.indicators).enumerate();
        let scored = scored.filter(|(_, (before, after))| before != after);
        let states = before.conditions.iter().zip(&after.conditions).enumerate();
        let states = states.filter(|(_, (before, after))| before != after);
        let facts = Facts::new(self.scheme, &self.answers, day);
        let because = |uses: &[usize]| self.because(uses, &facts);
        Event {
            before: month(before, day.yesterday().unwrap_or(day)),
            after: month(after, day),
            indicators: scored
                .map(|(indicator, (before, after))| PointsMove {
                    indicator,
                    from: before.points,
                    to: after.points,
                    counted: after.counted,
                    because: because(&self.scheme.indicators[indicator].uses),
                })
                .collect(),
            conditions: states
                .map(|(condition, (before, after))| ConditionMove {
                    condition,
                    from: *before,
                    to: *after,
                    because: because(&self.scheme.conditions[condition].uses),
                })
                .collect(),
        }
    }

    /// Returns which of the questions that something rests on are behind a change on the day of the facts.
    fn because(&self, uses: &[usize], facts: &Facts<'_>) -> Vec<usize> {
        let grown = uses.iter().filter(|used| self.projection.changes_on(**used, facts.on));
        let grown: Vec<usize> = grown.copied().collect();
        if !grown.is_empty() {
            return grown;
        }
        let dated =
            |used: &&usize| matches!(facts.known(**used), Some(Fact::Date(_) | Fact::Dates(_)));
        uses.iter().filter(dated).copied().collect()
    }
}
