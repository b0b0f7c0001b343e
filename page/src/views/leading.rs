//! What leads the person in: what they want points for, and three doors.

use jifen::scheme::{GuidePart, Purpose};

use crate::elements::ids::WORDS;
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::assessed::Assessed;
use crate::state::focus::FocusTarget;
use crate::state::progress::Progress;
use crate::state::{Action, Fold, State};
use crate::text::messages::Messages;
use crate::widgets::chip::chip;
use crate::widgets::ui::Ui;

/// The purposes, in the order in which they are offered; each with its name for tests.
const PURPOSES: [(Purpose, &str); 3] = [
    (Purpose::School, "school"),
    (Purpose::Household, "household"),
    (Purpose::Services, "services"),
];

/// Returns the word for a purpose.
pub(super) fn purpose_name(purpose: Purpose, messages: &Messages) -> &'static str {
    match purpose {
        Purpose::School => messages.purpose_school,
        Purpose::Household => messages.purpose_household,
        Purpose::Services => messages.purpose_services,
    }
}

/// Writes the choice of what the person wants points for; it chooses cities.
pub(crate) fn purposes(markup: &mut Markup, state: &State, ui: &Ui) {
    let messages = ui.messages();
    let Some(catalogue) = &state.catalogue else { return };
    let served =
        |purpose: &Purpose| catalogue.entries.iter().any(|entry| entry.purposes.contains(purpose));
    let chosen = state.leading.purpose;
    let option = |markup: &mut Markup, purpose: Option<Purpose>, id: &'static str, word: &str| {
        let choose = ui.callback(Action::SetPurpose(purpose));
        chip(markup, "radio", word, chosen == purpose, choose, |markup| {
            markup.static_attr("name", "purpose");
            markup.attr("value", id);
        });
    };
    write_html!(markup,
        fieldset(class = "purposes") {
            legend { (messages.purpose) }
            div(class = "chips") {
                { option(markup, None, "any", messages.purpose_any); }
                for (purpose, id) in PURPOSES.into_iter().filter(|(purpose, _)| served(purpose)) {
                    { option(markup, Some(purpose), id, purpose_name(purpose, messages)); }
                }
            }
        }
    );
}

/// Writes the three doors.
pub(crate) fn doors(markup: &mut Markup, assessed: &Assessed, progress: &Progress, ui: &Ui) {
    let messages = ui.messages();
    let enough = match (progress.next, assessed.begun()) {
        (Some(next), _) => Action::GoToQuestion(next),
        (None, true) => Action::GoToResult,
        (None, false) => Action::Focus(FocusTarget::place("form")),
    };
    let word = Action::GoTo { folds: Vec::new(), place: WORDS.to_owned() };
    let papers = Fold::GuidePart(GuidePart::Materials);
    let bring = Action::GoTo { place: papers.id(), folds: vec![papers] };
    let doors = [
        ("enough", messages.door_enough, enough),
        ("word", messages.door_word, word),
        ("bring", messages.door_bring, bring),
    ];
    write_html!(markup,
        nav(class = "doors", aria-label = messages.doors) {
            for (id, name, open) in doors {
                button(type = "button", data-door = id, onclick = ui.callback(open)) { (name) }
            }
        }
    );
}
