//! Days to remember: what follows from a day that the person names, the next days of a yearly procedure, and all of
//! them as a file for a calendar.

use jifen::outlook::{CalendarEvent, UnknownYear, calendar_file, next_days, term_days};
use jifen::scheme::{AnswerKind, Guide, Holidays, Question, Round, Term, Text};
use jiff::civil::Date;

use crate::device::event;
use crate::elements::data_url::data_url;
use crate::elements::ids::day_id;
use crate::elements::markup::{EventKind, Markup};
use crate::state::Action;
use crate::text::messages::format;
use crate::text::parse;
use crate::text::phrases::{Phrases, day};
use crate::widgets::citation::basis;
use crate::widgets::details::RenderContext;

/// Returns whether there is any day to compute.
pub(super) fn any(guide: &Guide, on: Date) -> bool {
    !guide.terms.is_empty() || next_rounds(guide, on).next().is_some()
}

/// Writes the days that follow from what the person names, and the coming ones of yearly procedures.
pub(super) fn days(markup: &mut Markup, guide: &Guide, context: &RenderContext<'_>) {
    let phrases = &context.phrases;
    let holidays = context.state.catalogue.as_ref().map(|catalogue| &catalogue.holidays);
    let none = Holidays::default();
    let holidays = holidays.unwrap_or(&none);
    for question in &guide.questions {
        terms_after(markup, guide, question, holidays, context);
    }
    let rounds: Vec<_> = next_rounds(guide, context.assessed.assessment.on).collect();
    if !rounds.is_empty() {
        markup.text_element("b", "", phrases.messages.next_rounds);
        markup.element("ul", "passages", |markup| {
            for (round, days) in &rounds {
                markup.element("li", "", |markup| {
                    markup.text_element("b", "", &phrases.text(&round.name));
                    markup.text_element("p", "", &period(*days, phrases));
                    basis(markup, phrases, &round.basis);
                });
            }
        });
        let events = rounds.iter().map(|(round, days)| {
            calendar_event(phrases, &round.id, &round.name, &round.text, *days)
        });
        to_calendar(markup, "rounds", &events.collect::<Vec<_>>(), context);
    }
}

/// Writes what follows from one day that the person names.
fn terms_after(
    markup: &mut Markup,
    guide: &Guide,
    question: &Question,
    holidays: &Holidays,
    context: &RenderContext<'_>,
) {
    let phrases = &context.phrases;
    let scheme = &context.assessed.scheme;
    let named = context.state.profile.day(scheme, &question.id);
    field(markup, question, named, context);
    let terms = guide.terms.iter().filter(|term| term.after.id() == question.id);
    let Some(named) = named else { return };
    let mut events = Vec::new();
    markup.element("ul", "passages", |markup| {
        for term in terms {
            let days = term_days(term, named, holidays);
            if let Ok(days) = days {
                events.push(calendar_event(phrases, &term.id, &term.name, &term.text, days));
            }
            markup.element("li", "", |markup| term_item(markup, term, days, context));
        }
    });
    to_calendar(markup, &question.id, &events, context);
}

/// Writes a term with the days on which it begins and ends.
fn term_item(
    markup: &mut Markup,
    term: &Term,
    days: Result<(Date, Date), UnknownYear>,
    context: &RenderContext<'_>,
) {
    let phrases = &context.phrases;
    markup.attr("data-term", &term.id);
    markup.text_element("b", "", &phrases.text(&term.name));
    match days {
        Ok(days) => markup.text_element("p", "term", &period(days, phrases)),
        Err(UnknownYear { year }) => {
            markup.text_element(
                "p",
                "",
                &format(phrases.messages.unknown_year, &[&year.to_string()]),
            );
        }
    }
    markup.text_element("p", "", &phrases.text(&term.text));
    basis(markup, phrases, &term.basis);
    // What working days rest on is told where they are counted.
    let counted = term.from.working_days > 0 || term.to.is_some_and(|to| to.working_days > 0);
    let catalogue = context.state.catalogue.as_ref().filter(|_| counted);
    if let Some(source) = catalogue.and_then(|catalogue| catalogue.holidays.source.as_ref()) {
        markup.text_element("p", "quiet", &phrases.text(source));
    }
}

/// Writes the field for a day.
fn field(
    markup: &mut Markup,
    question: &Question,
    named: Option<Date>,
    context: &RenderContext<'_>,
) {
    let phrases = &context.phrases;
    let id = day_id(&question.id);
    let written = named.map_or(String::new(), |day| day.to_string());
    markup.element("p", "day", |markup| {
        markup.element("label", "", |markup| {
            markup.attr("for", &id);
            markup.text(&phrases.text(&question.ask));
        });
        markup.element("input", "", |markup| {
            markup.static_attr("type", "date");
            markup.attr("id", &id);
            markup.attr("data-day", &question.id);
            if let AnswerKind::Date { min, max } = &question.kind {
                markup.attr("min", &min.to_string());
                markup.attr("max", &max.unwrap_or(context.assessed.assessment.on).to_string());
            }
            markup.value(&written);
            let none = Action::Day { question: question.id.clone(), day: None };
            markup.on(EventKind::Change, context.ui.callback_with(none, chosen));
        });
    });
    if let Some(help) = &question.help {
        markup.text_element("p", "quiet", &phrases.text(help));
    }
}

/// The day that the browser's own field says.
fn chosen(action: Action, event: &yew::Event) -> Option<Action> {
    let Action::Day { question, .. } = action else { return None };
    let parts = parse::pasted(&event::value(event));
    let day = parts.and_then(|parts| parse::date(&parts, None, Date::MAX).ok());
    Some(Action::Day { question, day: day.flatten() })
}

fn next_rounds(guide: &Guide, on: Date) -> impl Iterator<Item = (&Round, (Date, Date))> {
    guide.rounds.iter().filter_map(move |round| {
        let days = round.windows.iter().find_map(|window| next_days(window, on))?;
        Some((round, days))
    })
}

/// Returns days in a row, or one, in words.
fn period((from, to): (Date, Date), phrases: &Phrases<'_>) -> String {
    if from == to {
        return day(from, phrases.messages);
    }
    format(phrases.messages.between, &[&day(from, phrases.messages), &day(to, phrases.messages)])
}

/// Reminders a week and a day before.
const ALARMS: [u16; 2] = [7, 1];

fn calendar_event(
    phrases: &Phrases<'_>,
    id: &str,
    name: &Text,
    text: &Text,
    (from, to): (Date, Date),
) -> CalendarEvent {
    let scheme = phrases.scheme;
    CalendarEvent {
        uid: [&scheme.id, "-", id, "-", &from.to_string(), "@jifen"].concat(),
        title: [&phrases.text(name), phrases.messages.colon, &phrases.text(&scheme.name)].concat(),
        description: phrases.text(text).into_owned(),
        from,
        to,
        alarms: ALARMS.to_vec(),
    }
}

/// Writes a link to a file for the calendar, as an address that needs no server.
fn to_calendar(
    markup: &mut Markup,
    id: &str,
    events: &[CalendarEvent],
    context: &RenderContext<'_>,
) {
    if events.is_empty() {
        return;
    }
    let on = context.assessed.assessment.on;
    let file = calendar_file(events, on.at(0, 0, 0, 0));
    let name = [&context.assessed.scheme.id, "-", id, ".ics"].concat();
    markup.element("p", "", |markup| {
        markup.element("a", "download", |markup| {
            markup.attr("download", &name);
            markup.attr("data-calendar", id);
            markup.attr("href", &data_url("text/calendar", &file));
            markup.text(context.phrases.messages.to_calendar);
        });
    });
}
