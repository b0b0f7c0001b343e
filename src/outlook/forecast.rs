//! The points and the verdict over the coming years.

use jiff::civil::Date;

use super::outcome::{End, Outcome, State};
use super::period::{Period, record};
use super::projection::Projection;
use crate::answers::Answers;
use crate::assess::calendar::{full_months, later_by_months};
use crate::assess::{ConditionState, Fact, Facts, Summary, Verdict, completed, deciding};
use crate::outlook::slices::{at_once, no_pause};
use crate::points::PointsRange;
use crate::scheme::{Scheme, Validity};

/// How many months a forecast looks ahead.
pub(super) const MONTHS: i64 = 120;

/// What the coming ten years bring, if the person goes on as now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The first day, and the same day of each month after it, or the last day of a shorter month.
    pub months: Vec<Month>,
    /// Every day on which something changes, in order.
    pub events: Vec<Event>,
    /// The last day for which the rules can be relied on, and why nothing is concluded of those after it. Months and
    /// events go on: what would be if the rules stayed as they are.
    pub until: (Date, End),
    /// What the days up to the last come down to.
    pub outcome: Outcome,
    /// When the verdict is a pass.
    pub passes: Vec<Period>,
    /// When the total surely reaches the threshold, where there is one.
    pub line: Vec<Period>,
    /// When the points that rank surely reach each past cut-off, at the positions of the cut-offs; never one that other
    /// rules set.
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
/// positions `paused`. Rules are taken to stay as they are, also past the end of their edition; nothing is concluded from
/// that.
pub fn forecast(scheme: &Scheme, answers: &Answers, on: Date, paused: &[usize]) -> Forecast {
    at_once(forecast_in_slices(scheme, answers, on, paused, &mut no_pause))
}

/// Returns the same as [`forecast`], and pauses after every month.
pub async fn forecast_in_slices(
    scheme: &Scheme,
    answers: &Answers,
    on: Date,
    paused: &[usize],
    pause: &mut impl AsyncFnMut(),
) -> Forecast {
    let answers = &*completed(scheme, answers, on);
    let projection = Projection::of(scheme, answers, on, paused);
    let future = Future { scheme, projection, now: Facts::new(scheme, answers, on) };
    let end = later_by_months(on, MONTHS);
    let until = future.until(end);
    let mut course = Course {
        scheme,
        until: until.0,
        months: Vec::with_capacity(MONTHS as usize + 1),
        events: Vec::new(),
        passes: Vec::new(),
        line: Vec::new(),
        cutoffs: vec![Vec::new(); scheme.line.cutoffs().len()],
        states: Vec::new(),
        unmet: (0..scheme.conditions.len()).collect(),
    };
    let mut day = on;
    let mut now = future.summary(day);
    course.record(&now, day);
    course.months.push(month(&now, day));
    for count in 1..=MONTHS {
        pause().await;
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
                    course.events.push(future.event(&now, &changed, first));
                    course.record(&changed, first);
                    (day, now) = (first, changed);
                }
                day = next;
            }
            if next == point {
                course.months.push(month(&now, point));
            }
        }
    }
    let outcome = match scheme.line.threshold {
        None => Outcome::NoLine,
        Some(_) => Outcome::of(&course.states, course.unmet, || future.open()),
    };
    let Course { months, events, passes, line, cutoffs, .. } = course;
    Forecast { months, events, until, outcome, passes, line, cutoffs }
}

/// Returns what [`forecast`] concludes.
pub fn outcome(scheme: &Scheme, answers: &Answers, on: Date, paused: &[usize]) -> Outcome {
    forecast(scheme, answers, on, paused).outcome
}

/// What is noted from change to change.
struct Course<'a> {
    scheme: &'a Scheme,
    /// The last day of which anything is concluded.
    until: Date,
    months: Vec<Month>,
    events: Vec<Event>,
    passes: Vec<Period>,
    line: Vec<Period>,
    cutoffs: Vec<Vec<Period>>,
    /// How it stands from the days on which that changes.
    states: Vec<(Date, State)>,
    /// The conditions that were unmet on every day until now.
    unmet: Vec<usize>,
}

impl Course<'_> {
    /// Notes how it stands from a day on.
    fn record(&mut self, summary: &Summary, from: Date) {
        let line = &self.scheme.line;
        record(&mut self.passes, summary.verdict == Verdict::Pass, from);
        if let Some(threshold) = line.threshold {
            record(&mut self.line, summary.total.low >= threshold, from);
        }
        for (cutoff, periods) in line.cutoffs().iter().zip(&mut self.cutoffs) {
            let reached = summary.ranked.is_some_and(|ranked| ranked.low >= cutoff.points);
            record(periods, reached && !cutoff.other_rules, from);
        }
        if from > self.until {
            return;
        }
        self.unmet.retain(|unmet| summary.conditions.get(*unmet) == Some(&ConditionState::Unmet));
        let state = match summary.validity {
            Validity::InForce if summary.satisfies(line) => State::Met,
            Validity::InForce if summary.fails(line) => State::Unmet,
            Validity::InForce => State::Open,
            _ => State::Unreliable,
        };
        if self.states.last().is_none_or(|(_, last)| *last != state) {
            self.states.push((from, state));
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
    /// What is known on the first day.
    now: Facts<'a>,
}

impl Future<'_> {
    /// Sums up how it stands on a day.
    fn summary(&self, day: Date) -> Summary {
        self.projection.summary(&self.now, day)
    }

    /// Returns the last day of which anything can be concluded, `end` at the latest, and why.
    fn until(&self, end: Date) -> (Date, End) {
        let on = self.now.on;
        let edition = self.scheme.edition.to.filter(|to| *to >= on).map(|to| (to, End::Edition));
        let round = self.projection.last_of_round(&self.now).map(|last| (last.max(on), End::Round));
        let ends = [Some((end, End::Years)), edition, round];
        // Of equal days the first; the forecast itself is always there.
        ends.into_iter().flatten().min_by_key(|(day, _)| *day).unwrap_or((end, End::Years))
    }

    /// Returns what decides while something is open.
    fn open(&self) -> Outcome {
        let summary = self.summary(self.now.on);
        let counts = self.projection.uncertain();
        Outcome::Open { questions: deciding(self.scheme, &self.now, &summary), counts }
    }

    /// Returns the first day after `day` on which it no longer stands as `now`, up to the day `next` on which it stands
    /// otherwise, and how it stands then; at most a month lies between, in which nothing comes and goes again.
    fn first_change(
        &self,
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

    fn event(&self, before: &Summary, after: &Summary, day: Date) -> Event {
        let scored = before.indicators.iter().zip(&after.indicators).enumerate();
        let scored = scored.filter(|(_, (before, after))| before != after);
        let states = before.conditions.iter().zip(&after.conditions).enumerate();
        let states = states.filter(|(_, (before, after))| before != after);
        let because = |uses: &[usize]| self.because(uses, day);
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

    /// Returns which of the questions that something rests on are behind a change on a day.
    fn because(&self, uses: &[usize], day: Date) -> Vec<usize> {
        let grown = uses.iter().filter(|used| self.projection.changes_on(**used, day));
        let grown: Vec<usize> = grown.copied().collect();
        if !grown.is_empty() {
            return grown;
        }
        let dated =
            |used: &&usize| matches!(self.now.known(**used), Some(Fact::Date(_) | Fact::Dates(_)));
        uses.iter().filter(dated).copied().collect()
    }
}
