//! What changes on which day, and why.

use jifen::outlook::Event;
use jifen::points::Range;
use jiff::civil::Date;

use crate::elements::ids::FORECAST_TABLE;
use crate::elements::markup::{EventKind, Markup};
use crate::state::Action;
use crate::text::messages::fill;
use crate::text::phrases::{Say, day, figure};
use crate::views::outlook::{Made, PlanProps};

/// The table behind the picture.
pub(super) fn events(markup: &mut Markup, made: &Made, say: &Say<'_>, props: &PlanProps) {
    let words = say.words;
    let count = made.forecast.events.len().to_string();
    markup.element("details", "zeros", |markup| {
        markup.static_attr("id", FORECAST_TABLE);
        if props.unfolded {
            markup.static_attr("open", "");
        }
        markup.element("summary", "", |markup| {
            let turn = Action::Unfold { id: FORECAST_TABLE.to_owned(), open: !props.unfolded };
            markup.on(EventKind::Click, props.ui.acts(turn));
            markup.text(&fill(words.forecast_events, &[&count]));
        });
        markup.when(props.unfolded, |markup| {
            markup.element("table", "forecast", |markup| {
                markup.element("thead", "", |markup| {
                    markup.element("tr", "", |markup| {
                        markup.column_heads(&[
                            words.day_column,
                            words.change_column,
                            words.points_column,
                        ]);
                    });
                });
                markup.element("tbody", "", |markup| {
                    for event in &made.forecast.events {
                        row(markup, event, say);
                    }
                });
            });
        });
    });
}

fn row(markup: &mut Markup, event: &Event, say: &Say<'_>) {
    markup.element("tr", "", |markup| {
        markup.element("th", "", |markup| {
            markup.static_attr("scope", "row");
            markup.text(&day(event.after.day, say.words));
        });
        let mut told = [points(event, say, |_, _| true), conditions(event, say)].concat();
        if event.before.in_force != event.after.in_force {
            let ends = event.before.in_force;
            told.push(if ends { say.words.edition_ends } else { say.words.edition_begins }.into());
        }
        markup.text_element("td", "", &told.join(say.words.separator));
        let total = event.after.total;
        let more = if total.certain().is_some() { "" } else { say.words.short_more };
        markup.text_element("td", "", &[&figure(total.low), " ", more].concat());
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
