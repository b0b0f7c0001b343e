//! The forecast: when the line is reached and for how long, a picture, what changes on which day, and what is taken
//! to go on.

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::Action;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, day};
use crate::views::outlook::chart::chart;
use crate::views::outlook::computed::{Outlook, OutlookProps};
use crate::views::outlook::events::{events, losses};
use crate::widgets::chip::chip;
use crate::widgets::labelled::subsection;

/// Writes the forecast.
pub(super) fn forecast(
    markup: &mut Markup,
    outlook: &Outlook,
    phrases: &Phrases<'_>,
    props: &OutlookProps,
) {
    let messages = phrases.messages;
    let sentence = sentence(outlook, phrases);
    subsection(markup, "forecast", messages.forecast, |markup| {
        write_html!(markup,
            p(class = "headline", id = "forecast-sentence") { (sentence) }
            p(class = "quiet") {
                (messages.forecast_help)
                if outlook.assessed.undeducted.is_some() {
                    (messages.space)
                    (messages.deductions_open)
                }
            }
            { chart(markup, outlook, &sentence, phrases); }
            { switches(markup, outlook, phrases, props); }
            { events(markup, outlook, phrases, props); }
        );
    });
}

/// Writes what the person can say will not go on.
fn switches(markup: &mut Markup, outlook: &Outlook, phrases: &Phrases<'_>, props: &OutlookProps) {
    write_html!(markup,
        if !outlook.going.is_empty() {
            fieldset(class = "going-on") {
                legend(class = "quiet") { (phrases.messages.going_on) }
                div(class = "chips") {
                    for (position, goes) in &outlook.going {
                        { switch(markup, *position, *goes, phrases, props); }
                    }
                }
            }
        }
    );
}

fn switch(
    markup: &mut Markup,
    position: usize,
    goes: bool,
    phrases: &Phrases<'_>,
    props: &OutlookProps,
) {
    let question = &phrases.scheme.questions[position];
    let pause = props.ui.callback(Action::Pause { question: question.id.clone(), paused: goes });
    chip(markup, "checkbox", &phrases.noun(question), goes, pause, |markup| {
        markup.attr("data-going-on", &question.id);
    });
}

/// Returns when the line is reached, and until when.
pub(crate) fn sentence(outlook: &Outlook, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    let Some(target) = phrases.target() else { return messages.forecast_no_line.to_owned() };
    let (line, periods) = (target.label(), outlook.reached());
    let Some(first) = periods.first() else {
        return format(messages.forecast_never, &[&line]);
    };
    let mut clauses = Vec::new();
    let now = first.from == outlook.assessed.assessment.on;
    clauses.push(match (now, first.to) {
        (true, None) => format(messages.forecast_always, &[&line]),
        (true, Some(to)) => format(messages.forecast_until, &[&line, &day(to, messages)]),
        (false, _) => format(messages.forecast_from, &[&line, &day(first.from, messages)]),
    });
    if let (false, Some(to)) = (now, first.to) {
        clauses.push(format(messages.forecast_then_until, &[&day(to, messages)]));
    }
    if let Some(reason) = first.to.and_then(|to| losses(outlook, to, phrases)) {
        clauses.push(reason);
    }
    if let Some(again) = periods.get(1) {
        clauses.push(format(messages.forecast_again, &[&day(again.from, messages)]));
    }
    clauses.join(messages.clause_comma)
}
