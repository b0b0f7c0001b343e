//! The forecast: when the line is reached and for how long, a picture, what changes on which day, and what is taken
//! to go on.

use jifen::outlook::Stretch;
use jifen::points::Points;
use jiff::civil::Date;

use crate::elements::markup::Markup;
use crate::state::Action;
use crate::text::messages::fill;
use crate::text::phrases::{Say, day, figure};
use crate::views::form::chip;
use crate::views::outlook::{Made, PlanProps, chart, events};

pub(super) fn ahead(markup: &mut Markup, made: &Made, say: &Say<'_>, props: &PlanProps) {
    markup.element("div", "part", |markup| {
        markup.static_attr("id", "forecast");
        markup.text_element("h3", "", say.words.forecast);
        let sentence = sentence(made, say);
        markup.element("p", "headline", |markup| {
            markup.static_attr("id", "forecast-sentence");
            markup.text(&sentence);
        });
        markup.element("p", "quiet", |markup| {
            markup.text(say.words.forecast_help);
            if made.view.undeducted.is_some() {
                markup.text(say.words.space);
                markup.text(say.words.deductions_open);
            }
        });
        chart::chart(markup, made, &sentence, say);
        switches(markup, made, say, props);
        events::events(markup, made, say, props);
    });
}

/// What the person can say will not go on.
fn switches(markup: &mut Markup, made: &Made, say: &Say<'_>, props: &PlanProps) {
    markup.when(!made.going.is_empty(), |markup| {
        markup.element("fieldset", "going-on", |markup| {
            markup.text_element("legend", "quiet", say.words.going_on);
            markup.element("div", "chips", |markup| {
                for (position, goes) in &made.going {
                    let question = &say.scheme.questions[*position];
                    let pause = Action::Pause { question: question.id.clone(), paused: *goes };
                    let changed = props.ui.acts(pause);
                    chip(markup, "checkbox", &say.topic(question), *goes, changed, |markup| {
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
    pub(super) stretches: &'a [Stretch],
}

/// The threshold, or else the latest cut-off.
pub(super) fn held<'a>(made: &'a Made, say: &Say<'_>) -> Option<Held<'a>> {
    let line = &say.scheme.line;
    if let Some(points) = line.threshold {
        let name = say.text(&line.name).into_owned();
        return Some(Held { name, points, stretches: &made.forecast.line });
    }
    let cutoff = line.ranking.as_ref()?.cutoffs.last()?;
    let name = fill(say.words.cutoff, &[&cutoff.round]);
    let stretches = made.forecast.cutoffs.last()?;
    Some(Held { name, points: cutoff.points, stretches })
}

/// When the line is reached, and until when.
fn sentence(made: &Made, say: &Say<'_>) -> String {
    let words = say.words;
    let Some(held) = held(made, say) else { return words.forecast_no_line.to_owned() };
    let line = [&held.name, " ", &figure(held.points)].concat();
    let Some(first) = held.stretches.first() else {
        return fill(words.forecast_never, &[&line]);
    };
    let mut told = Vec::new();
    let now = first.from == made.view.assessment.on;
    told.push(match (now, first.to) {
        (true, None) => fill(words.forecast_always, &[&line]),
        (true, Some(to)) => fill(words.forecast_until, &[&line, &day(to, words)]),
        (false, _) => fill(words.forecast_from, &[&line, &day(first.from, words)]),
    });
    if let (false, Some(to)) = (now, first.to) {
        told.push(fill(words.forecast_then_until, &[&day(to, words)]));
    }
    if let Some(reason) = first.to.and_then(|to| events::losses(made, to, say)) {
        told.push(reason);
    }
    if let Some(again) = held.stretches.get(1) {
        told.push(fill(words.forecast_again, &[&day(again.from, words)]));
    }
    told.join(words.clause_comma)
}

/// How many days after the first of the forecast.
pub(super) fn days_after(made: &Made, date: Date) -> i64 {
    let on = made.view.assessment.on;
    let whole_years = on.year()..date.year();
    let days = whole_years.map(|year| if is_leap(year) { 366 } else { 365 }).sum::<i64>();
    (days + i64::from(date.day_of_year()) - i64::from(on.day_of_year())).max(0)
}

/// Whether a year has a day more. Differences of dates by `jiff` would cost the page a sixth of its program.
fn is_leap(year: i16) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}
