//! A suggestion as a plan: tried beside the answers, put into the calendar, copied.

use jifen::outlook::{CalendarEvent, Suggestion, calendar_file};

use crate::elements::data_url::data_url;
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::Action;
use crate::text::phrases::Phrases;
use crate::views::outlook::computed::Outlook;
use crate::widgets::request::Request;
use crate::widgets::ui::Ui;

/// Reminders a month and a week before.
const ALARMS: [u16; 2] = [30, 7];

/// What a plan says: what to do, what comes of it, and when.
pub(super) struct Plan {
    pub(super) steps: String,
    pub(super) outcome: String,
}

/// Writes what can be done with a suggestion.
pub(super) fn plan(
    markup: &mut Markup,
    suggestion: &Suggestion,
    plan: &Plan,
    outlook: &Outlook,
    phrases: &Phrases<'_>,
    ui: &Ui,
) {
    let messages = phrases.messages;
    let scheme = phrases.scheme;
    let changes: Vec<_> =
        suggestion.steps.iter().chain(&suggestion.accompanying).cloned().collect();
    let tries = !changes.is_empty();
    let attempt = ui.callback(Action::Try(changes));
    let name = phrases.text(&scheme.name);
    let text = [&*name, messages.colon, &plan.steps, messages.separator, &plan.outcome].concat();
    let copy = ui.request(Request::CopyText(text));
    let on = outlook.assessed.assessment.on;
    let event = CalendarEvent {
        uid: [&scheme.id, "-plan-", &suggestion.day.to_string(), "@jifen"].concat(),
        title: [&plan.steps, messages.colon, &name].concat(),
        description: plan.outcome.clone(),
        from: suggestion.day,
        to: suggestion.day,
        alarms: ALARMS.to_vec(),
    };
    write_html!(markup,
        p(class = "plan-ways") {
            if tries {
                button(class = "text jump", type = "button", data-plan = "try", onclick = attempt) {
                    (messages.plan_try)
                }
            }
            if suggestion.day > on {
                let file = data_url("text/calendar", &calendar_file(&[event], on.at(0, 0, 0, 0)));
                let file_name = [&scheme.id, "-plan.ics"].concat();
                a(class = "text jump", download = file_name, data-plan = "calendar", href = file) {
                    (messages.plan_calendar)
                }
            }
            button(class = "text jump", type = "button", data-plan = "copy", onclick = copy) {
                (messages.plan_copy)
            }
        }
    );
}
