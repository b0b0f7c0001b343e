//! Days to remember: what follows from a day that the person names, the next days of a yearly procedure, and all of
//! them as a file for a calendar.

use jifen::outlook::{CalendarEvent, UnknownYear, calendar_file, term_days};
use jifen::scheme::{AnswerKind, Guide, Holidays, Question, Term, Text};
use jiff::civil::Date;

use crate::device::event;
use crate::elements::data_url::data_url;
use crate::elements::ids::day_id;
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::Action;
use crate::state::assessed::Assessed;
use crate::text::messages::format;
use crate::text::parse;
use crate::text::phrases::{Phrases, day};
use crate::views::guide::coming::next_rounds;
use crate::widgets::citation::basis;
use crate::widgets::details::RenderContext;

/// Returns whether there is any day to compute.
pub(super) fn any(guide: &Guide, assessed: &Assessed) -> bool {
    // Where a last day is moved it is still there.
    let holidays = Holidays::default();
    !guide.terms.is_empty() || next_rounds(guide, assessed, &holidays).next().is_some()
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
    let rounds: Vec<_> = next_rounds(guide, context.assessed, holidays).collect();
    let events = rounds
        .iter()
        .map(|(round, days)| calendar_event(phrases, &round.id, &round.name, &round.text, *days));
    let events: Vec<_> = events.collect();
    write_html!(markup,
        if !rounds.is_empty() {
            b { (phrases.messages.next_rounds) }
            ul(class = "passages") {
                for (round, days) in &rounds {
                    li {
                        b { (phrases.text(&round.name)) }
                        p { (period(*days, phrases)) }
                        { basis(markup, phrases, &round.basis); }
                    }
                }
            }
            { to_calendar(markup, "rounds", &events, context); }
        }
    );
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
    let Some(named) = named else { return };
    let terms = guide.terms.iter().filter(|term| term.after.id() == question.id);
    let terms: Vec<_> = terms.map(|term| (term, term_days(term, named, holidays))).collect();
    let events = terms.iter().filter_map(|(term, days)| {
        Some(calendar_event(phrases, &term.id, &term.name, &term.text, days.ok()?))
    });
    let events: Vec<_> = events.collect();
    write_html!(markup,
        ul(class = "passages") {
            for (term, days) in terms {
                { term_item(markup, term, days, context); }
            }
        }
        { to_calendar(markup, &question.id, &events, context); }
    );
}

/// Writes a term with the days on which it begins and ends.
fn term_item(
    markup: &mut Markup,
    term: &Term,
    days: Result<(Date, Date), UnknownYear>,
    context: &RenderContext<'_>,
) {
    let phrases = &context.phrases;
    // What working days rest on is told where they are counted.
    let counted = term.from.working_days > 0 || term.to.is_some_and(|to| to.working_days > 0);
    let catalogue = context.state.catalogue.as_ref().filter(|_| counted);
    write_html!(markup,
        li(data-term = &term.id) {
            b { (phrases.text(&term.name)) }
            match days {
                Ok(days) => { p(class = "term") { (period(days, phrases)) } }
                Err(UnknownYear { year }) => {
                    p { (format(phrases.messages.unknown_year, &[&year.to_string()])) }
                }
            }
            p { (phrases.text(&term.text)) }
            { basis(markup, phrases, &term.basis); }
            if let Some(source) = catalogue.and_then(|catalogue| catalogue.holidays.source.as_ref()) {
                p(class = "quiet") { (phrases.text(source)) }
            }
        }
    );
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
    let [min, max] = match &question.kind {
        AnswerKind::Date { min, max } => {
            let max = max.unwrap_or(context.assessed.assessment.on);
            [min, &max].map(|day| Some(day.to_string()))
        }
        _ => [None, None],
    };
    let none = Action::Day { question: question.id.clone(), day: None };
    write_html!(markup,
        p(class = "day") {
            label(for = &id) { (phrases.text(&question.ask)) }
            input(
                type = "date", id = &id, data-day = &question.id, min = min, max = max, value = &written,
                onchange = context.ui.callback_with(none, chosen)
            );
        }
        if let Some(help) = &question.help {
            p(class = "quiet") { (phrases.text(help)) }
        }
    );
}

/// The day that the browser's own field says.
fn chosen(action: Action, event: &yew::Event) -> Option<Action> {
    let Action::Day { question, .. } = action else { return None };
    let parts = parse::pasted(&event::value(event));
    let day = parts.and_then(|parts| parse::date(&parts, None, Date::MAX).ok());
    Some(Action::Day { question, day: day.flatten() })
}

/// Returns days in a row, or one, in words.
fn period((from, to): (Date, Date), phrases: &Phrases<'_>) -> String {
    if from == to {
        return day(from, phrases.messages);
    }
    let days = [from, to].map(|date| day(date, phrases.messages));
    format(phrases.messages.document_until, &[&days[0], &days[1]])
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
    let file = data_url("text/calendar", &calendar_file(events, on.at(0, 0, 0, 0)));
    let name = [&context.assessed.scheme.id, "-", id, ".ics"].concat();
    write_html!(markup,
        p {
            a(class = "download", download = name, data-calendar = id, href = file) {
                (context.phrases.messages.to_calendar)
            }
        }
        p(class = "quiet") { (context.phrases.messages.no_download) }
    );
}
