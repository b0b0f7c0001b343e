//! The forecast beyond the end of an edition, by those that follow it.

use jiff::civil::Date;

use super::forecast::{Forecast, MONTHS, forecast_in_slices};
use super::projection::project;
use super::slices::{at_once, no_pause};
use crate::answers::Answers;
use crate::assess::calendar::later_by_months;
use crate::scheme::{EditionKind, Editions, Scheme};

/// What an edition that follows another brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage<'a> {
    /// The rules in that edition.
    pub scheme: &'a Scheme,
    /// Its first day, on which the rules change.
    pub from: Date,
    /// The answers as they will be on that day.
    pub answers: Answers,
    /// Positions of the questions whose facts will not go on.
    pub paused: Vec<usize>,
    /// What it brings from that day on, up to the end of the whole forecast.
    pub forecast: Forecast,
}

/// Returns what the editions bring that begin within the ten years from day `on`, after an adopted one with which the
/// forecast begins; the person goes on as on that day but for the questions at the positions `paused` of that edition.
pub fn later_stages<'a>(
    editions: &'a Editions,
    first: &Scheme,
    answers: &Answers,
    on: Date,
    paused: &[usize],
) -> Vec<Stage<'a>> {
    let mut stages = Vec::new();
    if first.edition.kind == EditionKind::Draft {
        return stages;
    }
    let end = later_by_months(on, MONTHS);
    let mut day = on;
    while let Some((next, from)) = editions.next_after(day).filter(|(_, from)| *from <= end) {
        day = from;
        if next.edition.id == first.edition.id {
            continue;
        }
        stages.extend(stage(next, first, answers, on, paused));
    }
    stages
}

/// Returns what an edition brings that follows the `first`, with which the forecast begins; `None` of one that has not been
/// adopted, has begun, or begins after the ten years.
pub fn stage<'a>(
    next: &'a Scheme,
    first: &Scheme,
    answers: &Answers,
    on: Date,
    paused: &[usize],
) -> Option<Stage<'a>> {
    at_once(stage_in_slices(next, first, answers, on, paused, &mut no_pause))
}

/// Returns the same as [`stage`], and pauses after every month.
pub async fn stage_in_slices<'a>(
    next: &'a Scheme,
    first: &Scheme,
    answers: &Answers,
    on: Date,
    paused: &[usize],
    pause: &mut impl AsyncFnMut(),
) -> Option<Stage<'a>> {
    let end = later_by_months(on, MONTHS);
    let adopted = [next, first].iter().all(|one| one.edition.kind != EditionKind::Draft);
    let from = next.edition.from.filter(|from| adopted && on < *from && *from <= end)?;
    let position = |question: &usize| next.question(&first.questions.get(*question)?.id);
    let paused: Vec<usize> = paused.iter().filter_map(position).collect();
    let answers = project(next, answers, on, from, &paused);
    let mut forecast = forecast_in_slices(next, &answers, from, &paused, pause).await;
    forecast.months.retain(|month| month.day <= end);
    forecast.events.retain(|event| event.after.day <= end);
    Some(Stage { scheme: next, from, answers, paused, forecast })
}
