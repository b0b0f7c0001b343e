//! What changes on which day, and why.

use jifen::outlook::{Event, Forecast};
use jifen::points::PointsRange;
use jifen::scheme::Validity;
use jiff::civil::Date;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::{Action, Fold};
use crate::text::messages::format;
use crate::text::phrases::{Phrases, day, figure};
use crate::views::outlook::computed::{Outlook, OutlookProps};
use crate::widgets::table::{column_heads, row_head};

/// Writes the table behind the picture.
pub(super) fn events(
    markup: &mut Markup,
    outlook: &Outlook,
    phrases: &Phrases<'_>,
    props: &OutlookProps,
) {
    let messages = phrases.messages;
    let turn = Action::Unfold { fold: Fold::ForecastTable, open: !props.unfolded };
    // Each edition's days up to the next one's first.
    let stages = outlook.stages.iter();
    let news = stages.map(|stage| {
        let of = Phrases::new(&stage.scheme, phrases.language);
        (stage.from, &stage.forecast.events[..], of)
    });
    let first = (outlook.assessed.assessment.on, &outlook.forecast.events[..], *phrases);
    let all: Vec<_> = [first].into_iter().chain(news).collect();
    let parts = all.iter().enumerate().map(|(position, (_, events, of))| {
        let next = all.get(position + 1).map(|(from, ..)| *from);
        let count = events.partition_point(|event| next.is_none_or(|next| event.after.day < next));
        (&events[..count], of)
    });
    let parts: Vec<_> = parts.collect();
    let count: usize = parts.iter().map(|(events, _)| events.len()).sum();
    if count == 0 {
        return;
    }
    let count = count.to_string();
    let year_of = |event: &Event| event.after.day.year();
    let columns = [messages.day_column, messages.change_column, messages.total];
    write_html!(markup,
        details(class = "zeros", id = Fold::ForecastTable.id(), open = props.unfolded) {
            summary(onclick = props.ui.callback(turn)) { (format(messages.forecast_events, &[&count])) }
            if props.unfolded {
                for (events, of) in parts {
                    for events in events.chunk_by(|one, next| year_of(one) == year_of(next)) {
                        { year(markup, events, &columns, of); }
                    }
                }
            }
        }
    );
}

/// Writes the days of a year, folded under what the year brings.
fn year(markup: &mut Markup, events: &[Event], columns: &[&str; 3], phrases: &Phrases<'_>) {
    let Some((first, last)) = events.first().zip(events.last()) else { return };
    let parts = [
        first.after.day.year().to_string(),
        phrases.range(first.before.total),
        phrases.range(last.after.total),
        events.len().to_string(),
    ];
    let parts = parts.each_ref().map(String::as_str);
    write_html!(markup,
        details(class = "zeros", data-year = parts[0]) {
            summary { (format(phrases.messages.forecast_year, &parts)) }
            table(class = "forecast") {
                thead { tr { { column_heads(markup, columns); } } }
                tbody {
                    for event in events {
                        { row(markup, event, phrases); }
                    }
                }
            }
        }
    );
}

fn row(markup: &mut Markup, event: &Event, phrases: &Phrases<'_>) {
    let messages = phrases.messages;
    let mut changes = [points(event, phrases, |_, _| true), conditions(event, phrases)].concat();
    if event.before.validity != event.after.validity {
        let ends = event.after.validity == Validity::Ended;
        changes.push(if ends { messages.edition_ends } else { messages.edition_begins }.into());
    }
    let total = event.after.total;
    let more = if total.certain().is_some() { "" } else { messages.short_more };
    write_html!(markup,
        tr {
            { row_head(markup, &day(event.after.day, messages)); }
            td { (changes.join(messages.separator)) }
            td { ([&figure(total.low), " ", more].concat()) }
        }
    );
}

/// Returns why the points fall on the day after one; `None` where nothing falls.
pub(super) fn losses(forecast: &Forecast, last: Date, phrases: &Phrases<'_>) -> Option<String> {
    let after = last.tomorrow().ok()?;
    let event = forecast.events.iter().find(|event| event.after.day == after)?;
    let falls = |from: PointsRange, to: PointsRange| to.low < from.low;
    let reasons = points(event, phrases, falls);
    (!reasons.is_empty()).then(|| reasons.join(phrases.messages.comma))
}

/// Returns the indicators that change, each with what it gave and what it gives.
fn points(
    event: &Event,
    phrases: &Phrases<'_>,
    wanted: impl Fn(PointsRange, PointsRange) -> bool,
) -> Vec<String> {
    let mut changes = Vec::new();
    for change in event.indicators.iter().filter(|change| wanted(change.from, change.to)) {
        let Some(indicator) = phrases.scheme.indicators.get(change.indicator) else { continue };
        let (from, to) = (phrases.range(change.from), phrases.range(change.to));
        changes
            .push(format(phrases.messages.changes, &[&phrases.text(&indicator.name), &from, &to]));
    }
    changes
}

/// Returns the conditions that come out otherwise.
fn conditions(event: &Event, phrases: &Phrases<'_>) -> Vec<String> {
    let mut changes = Vec::new();
    for change in &event.conditions {
        let Some(condition) = phrases.scheme.conditions.get(change.condition) else { continue };
        let (from, to) = (phrases.state(change.from), phrases.state(change.to));
        changes.push(format(phrases.messages.changes, &[&phrases.text(&condition.name), from, to]));
    }
    changes
}
