//! The forecast: when the line is reached and for how long, a picture, what changes on which day, and what is taken
//! to go on.

use jifen::outlook::Period;
use jifen::points::Points;
use jiff::civil::Date;

use crate::elements::markup::Markup;
use crate::state::Action;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, day, figure};
use crate::views::outlook::{Outlook, PlanProps, chart, events};
use crate::widgets::chip::chip;

pub(super) fn ahead(
    markup: &mut Markup,
    outlook: &Outlook,
    phrases: &Phrases<'_>,
    props: &PlanProps,
) {
    markup.element("div", "part", |markup| {
        markup.static_attr("id", "forecast");
        markup.text_element("h3", "", phrases.messages.forecast);
        let sentence = sentence(outlook, phrases);
        markup.element("p", "headline", |markup| {
            markup.static_attr("id", "forecast-sentence");
            markup.text(&sentence);
        });
        markup.element("p", "quiet", |markup| {
            markup.text(phrases.messages.forecast_help);
            if outlook.assessed.undeducted.is_some() {
                markup.text(phrases.messages.space);
                markup.text(phrases.messages.deductions_open);
            }
        });
        chart::chart(markup, outlook, &sentence, phrases);
        switches(markup, outlook, phrases, props);
        events::events(markup, outlook, phrases, props);
    });
}

/// What the person can say will not go on.
fn switches(markup: &mut Markup, outlook: &Outlook, phrases: &Phrases<'_>, props: &PlanProps) {
    markup.when(!outlook.going.is_empty(), |markup| {
        markup.element("fieldset", "going-on", |markup| {
            markup.text_element("legend", "quiet", phrases.messages.going_on);
            markup.element("div", "chips", |markup| {
                for (position, goes) in &outlook.going {
                    let question = &phrases.scheme.questions[*position];
                    let pause = Action::Pause { question: question.id.clone(), paused: *goes };
                    let changed = props.ui.callback(pause);
                    chip(markup, "checkbox", &phrases.topic(question), *goes, changed, |markup| {
                        markup.attr("data-going-on", &question.id);
                    });
                }
            });
        });
    });
}

/// What the forecast is held against: its name, its points, and when it is reached.
pub(super) struct Held<'a> {
    pub(super) name: String,
    pub(super) points: Points,
    pub(super) stretches: &'a [Period],
}

/// The threshold, or else the latest cut-off.
pub(super) fn held<'a>(outlook: &'a Outlook, phrases: &Phrases<'_>) -> Option<Held<'a>> {
    let line = &phrases.scheme.line;
    if let Some(points) = line.threshold {
        let name = phrases.text(&line.name).into_owned();
        return Some(Held { name, points, stretches: &outlook.forecast.line });
    }
    let cutoff = line.ranking.as_ref()?.cutoffs.last()?;
    let name = format(phrases.messages.cutoff, &[&cutoff.round]);
    let stretches = outlook.forecast.cutoffs.last()?;
    Some(Held { name, points: cutoff.points, stretches })
}

/// When the line is reached, and until when.
fn sentence(outlook: &Outlook, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    let Some(held) = held(outlook, phrases) else { return messages.forecast_no_line.to_owned() };
    let line = [&held.name, " ", &figure(held.points)].concat();
    let Some(first) = held.stretches.first() else {
        return format(messages.forecast_never, &[&line]);
    };
    let mut told = Vec::new();
    let now = first.from == outlook.assessed.assessment.on;
    told.push(match (now, first.to) {
        (true, None) => format(messages.forecast_always, &[&line]),
        (true, Some(to)) => format(messages.forecast_until, &[&line, &day(to, messages)]),
        (false, _) => format(messages.forecast_from, &[&line, &day(first.from, messages)]),
    });
    if let (false, Some(to)) = (now, first.to) {
        told.push(format(messages.forecast_then_until, &[&day(to, messages)]));
    }
    if let Some(reason) = first.to.and_then(|to| events::losses(outlook, to, phrases)) {
        told.push(reason);
    }
    if let Some(again) = held.stretches.get(1) {
        told.push(format(messages.forecast_again, &[&day(again.from, messages)]));
    }
    told.join(messages.clause_comma)
}

/// How many days after the first of the forecast.
pub(super) fn days_after(outlook: &Outlook, date: Date) -> i64 {
    let on = outlook.assessed.assessment.on;
    let whole_years = on.year()..date.year();
    let days = whole_years.map(|year| if is_leap(year) { 366 } else { 365 }).sum::<i64>();
    (days + i64::from(date.day_of_year()) - i64::from(on.day_of_year())).max(0)
}

/// Whether a year has a day more. Differences of dates by `jiff` would cost the page a sixth of its program.
fn is_leap(year: i16) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}
