//! Days to remember: what follows from a day that the person names, the next days of a yearly procedure, and all of
//! them as a file for a calendar.

use jifen::outlook::{CalendarEvent, UnknownYear, calendar_file, next_days, term_days};
use jifen::scheme::{Guide, Holidays, Kind, Question, Round, Term, Text};
use jiff::civil::Date;

use crate::elements::ids::day_id;
use crate::elements::markup::{EventKind, Markup};
use crate::state::Action;
use crate::text::messages::fill;
use crate::text::parse;
use crate::text::phrases::{Say, day};
use crate::views::guide::parts::basis;
use crate::widgets::details::Shown;
use crate::widgets::ui::{encoded, typed};

/// Whether there is any day to compute.
pub(super) fn any(guide: &Guide, on: Date) -> bool {
    !guide.terms.is_empty() || next_rounds(guide, on).next().is_some()
}

pub(super) fn days(markup: &mut Markup, guide: &Guide, shown: &Shown<'_>) {
    let say = &shown.say;
    let holidays = shown.state.catalogue.as_ref().map(|catalogue| &catalogue.holidays);
    let none = Holidays::default();
    let holidays = holidays.unwrap_or(&none);
    for question in &guide.questions {
        one(markup, guide, question, holidays, shown);
    }
    let rounds: Vec<_> = next_rounds(guide, shown.view.assessment.on).collect();
    if !rounds.is_empty() {
        markup.text_element("b", "", say.words.next_rounds);
        markup.element("ul", "passages", |markup| {
            for (round, days) in &rounds {
                markup.element("li", "", |markup| {
                    markup.text_element("b", "", &say.text(&round.name));
                    markup.text_element("p", "", &span(*days, say));
                    basis(markup, &round.basis, say);
                });
            }
        });
        let events = rounds
            .iter()
            .map(|(round, days)| event(say, &round.id, &round.name, &round.text, *days));
        to_calendar(markup, "rounds", &events.collect::<Vec<_>>(), shown);
    }
}

/// What follows from one day that the person names.
fn one(
    markup: &mut Markup,
    guide: &Guide,
    question: &Question,
    holidays: &Holidays,
    shown: &Shown<'_>,
) {
    let say = &shown.say;
    let scheme = &shown.view.scheme;
    let named = shown.state.profile.day(scheme, &question.id);
    field(markup, question, named, shown);
    let terms = guide.terms.iter().filter(|term| term.after.id() == question.id);
    let Some(named) = named else { return };
    let mut events = Vec::new();
    markup.element("ul", "passages", |markup| {
        for term in terms {
            let days = term_days(term, named, holidays);
            if let Ok(days) = days {
                events.push(event(say, &term.id, &term.name, &term.text, days));
            }
            markup.element("li", "", |markup| item(markup, term, days, shown));
        }
    });
    to_calendar(markup, &question.id, &events, shown);
}

fn item(
    markup: &mut Markup,
    term: &Term,
    days: Result<(Date, Date), UnknownYear>,
    shown: &Shown<'_>,
) {
    let say = &shown.say;
    markup.attr("data-term", &term.id);
    markup.text_element("b", "", &say.text(&term.name));
    match days {
        Ok(days) => markup.text_element("p", "term", &span(days, say)),
        Err(UnknownYear { year }) => {
            markup.text_element("p", "", &fill(say.words.unknown_year, &[&year.to_string()]));
        }
    }
    markup.text_element("p", "", &say.text(&term.text));
    basis(markup, &term.basis, say);
    // What working days rest on is told where they are counted.
    let counted = term.from.working_days > 0 || term.to.is_some_and(|to| to.working_days > 0);
    let catalogue = shown.state.catalogue.as_ref().filter(|_| counted);
    if let Some(source) = catalogue.and_then(|catalogue| catalogue.holidays.source.as_ref()) {
        markup.text_element("p", "quiet", &say.text(source));
    }
}

/// The field for a day.
fn field(markup: &mut Markup, question: &Question, named: Option<Date>, shown: &Shown<'_>) {
    let say = &shown.say;
    let id = day_id(&question.id);
    let written = named.map_or(String::new(), |day| day.to_string());
    markup.element("p", "day", |markup| {
        markup.element("label", "", |markup| {
            markup.attr("for", &id);
            markup.text(&say.text(&question.ask));
        });
        markup.element("input", "", |markup| {
            markup.static_attr("type", "date");
            markup.attr("id", &id);
            markup.attr("data-day", &question.id);
            if let Kind::Date { min, max } = &question.kind {
                markup.attr("min", &min.to_string());
                markup.attr("max", &max.unwrap_or(shown.view.assessment.on).to_string());
            }
            markup.value(&written);
            let (ui, question) = (shown.ui.clone(), question.id.clone());
            markup.on(EventKind::Change, move |event: yew::Event| {
                let parts = parse::pasted(&typed(&event));
                let day = parts.and_then(|parts| parse::date(&parts, None, Date::MAX).ok());
                ui.act(Action::Day { question: question.clone(), day: day.flatten() });
            });
        });
    });
    if let Some(help) = &question.help {
        markup.text_element("p", "quiet", &say.text(help));
    }
}

fn next_rounds(guide: &Guide, on: Date) -> impl Iterator<Item = (&Round, (Date, Date))> {
    guide.rounds.iter().filter_map(move |round| {
        let days = round.windows.iter().find_map(|window| next_days(window, on))?;
        Some((round, days))
    })
}

/// Days in a row, or one.
fn span((from, to): (Date, Date), say: &Say<'_>) -> String {
    if from == to {
        return day(from, say.words);
    }
    fill(say.words.between, &[&day(from, say.words), &day(to, say.words)])
}

/// Reminders a week and a day before.
const ALARMS: [u16; 2] = [7, 1];

fn event(
    say: &Say<'_>,
    id: &str,
    name: &Text,
    text: &Text,
    (from, to): (Date, Date),
) -> CalendarEvent {
    let scheme = say.scheme;
    CalendarEvent {
        uid: [&scheme.id, "-", id, "-", &from.to_string(), "@jifen"].concat(),
        title: [&say.text(name), say.words.colon, &say.text(&scheme.name)].concat(),
        description: say.text(text).into_owned(),
        from,
        to,
        alarms: ALARMS.to_vec(),
    }
}

/// A file for the calendar, as an address that needs no server.
fn to_calendar(markup: &mut Markup, id: &str, events: &[CalendarEvent], shown: &Shown<'_>) {
    if events.is_empty() {
        return;
    }
    let on = shown.view.assessment.on;
    let file = calendar_file(events, on.at(0, 0, 0, 0));
    let name = [&shown.view.scheme.id, "-", id, ".ics"].concat();
    markup.element("p", "", |markup| {
        markup.element("a", "download", |markup| {
            markup.attr("download", &name);
            markup.attr("data-calendar", id);
            markup.attr("href", &["data:text/calendar;charset=utf-8,", &encoded(&file)].concat());
            markup.text(shown.say.words.to_calendar);
        });
    });
}
