//! What changes on which day, and why.

use jifen::outlook::Event;
use jifen::points::Range;
use jiff::civil::Date;

use super::{Made, PlanProps};
use crate::app::ids::FORECAST_TABLE;
use crate::app::say::{Say, day, figure};
use crate::app::sheet::{On, Sheet};
use crate::app::state::Action;
use crate::app::words::fill;

/// The table behind the picture.
pub(super) fn events(sheet: &mut Sheet, made: &Made, say: &Say<'_>, props: &PlanProps) {
    let words = say.words;
    let count = made.forecast.events.len().to_string();
    sheet.tag("details", "zeros", |sheet| {
        sheet.fixed("id", FORECAST_TABLE);
        if props.unfolded {
            sheet.fixed("open", "");
        }
        sheet.tag("summary", "", |sheet| {
            let turn = Action::Unfold { id: FORECAST_TABLE.to_owned(), open: !props.unfolded };
            sheet.hears(On::Click, props.ui.acts(turn));
            sheet.text(&fill(words.forecast_events, &[&count]));
        });
        sheet.when(props.unfolded, |sheet| {
            sheet.tag("table", "forecast", |sheet| {
                sheet.tag("thead", "", |sheet| {
                    sheet.tag("tr", "", |sheet| {
                        sheet.columns(&[
                            words.day_column,
                            words.change_column,
                            words.points_column,
                        ]);
                    });
                });
                sheet.tag("tbody", "", |sheet| {
                    for event in &made.forecast.events {
                        row(sheet, event, say);
                    }
                });
            });
        });
    });
}

fn row(sheet: &mut Sheet, event: &Event, say: &Say<'_>) {
    sheet.tag("tr", "", |sheet| {
        sheet.tag("th", "", |sheet| {
            sheet.fixed("scope", "row");
            sheet.text(&day(event.after.day, say.words));
        });
        let mut told = [points(event, say, |_, _| true), conditions(event, say)].concat();
        if event.before.in_force != event.after.in_force {
            let ends = event.before.in_force;
            told.push(if ends { say.words.edition_ends } else { say.words.edition_begins }.into());
        }
        sheet.line("td", "", &told.join(say.words.separator));
        let total = event.after.total;
        let more = if total.certain().is_some() { "" } else { say.words.short_more };
        sheet.line("td", "", &[&figure(total.low), " ", more].concat());
    });
}

/// Why the points fall on the day after one.
pub(super) fn losses(made: &Made, last: Date, say: &Say<'_>) -> Option<String> {
    let after = last.tomorrow().ok()?;
    let event = made.forecast.events.iter().find(|event| event.after.day == after)?;
    let falls = |from: Range, to: Range| to.low < from.low;
    let reasons = points(event, say, falls);
    (!reasons.is_empty()).then(|| reasons.join(say.words.comma))
}

/// The indicators that change, each with what it gave and what it gives.
fn points(event: &Event, say: &Say<'_>, wanted: impl Fn(Range, Range) -> bool) -> Vec<String> {
    let mut told = Vec::new();
    for change in event.indicators.iter().filter(|one| wanted(one.from, one.to)) {
        let Some(indicator) = say.scheme.indicators.get(change.indicator) else { continue };
        let (from, to) = (say.range(change.from), say.range(change.to));
        told.push(fill(say.words.changes, &[&say.text(&indicator.name), &from, &to]));
    }
    told
}

/// The conditions that come out otherwise.
fn conditions(event: &Event, say: &Say<'_>) -> Vec<String> {
    let mut told = Vec::new();
    for change in &event.conditions {
        let Some(condition) = say.scheme.conditions.get(change.condition) else { continue };
        let (from, to) = (say.state(change.from), say.state(change.to));
        told.push(fill(say.words.changes, &[&say.text(&condition.name), from, to]));
    }
    told
}
