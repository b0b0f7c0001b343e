//! Sections that concern few people: what they ask at a glance, and one press for "none of these", which says how
//! many questions it answered and can be taken back.

use crate::elements::ids::section_id;
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::assessed::Assessed;
use crate::state::{Action, Fold, State};
use crate::text::messages::format;
use crate::text::phrases::Phrases;
use crate::widgets::ui::Ui;

/// Writes what stands between the heading of such a section and its questions.
pub(super) fn head(
    markup: &mut Markup,
    state: &State,
    assessed: &Assessed,
    section: usize,
    folded: bool,
    ui: &Ui,
) {
    let id = &assessed.scheme.sections[section].id;
    let messages = ui.messages();
    let asked = assessed.asked_in(section).len();
    let left = assessed.nones(section).len();
    let filled = state.undo.bulk_answers.iter().find(|bulk| bulk.section == section);
    let filled = filled.map_or(0, |bulk| bulk.questions.len());
    let (expanded, word) = match (folded, left) {
        (false, _) => ("true", messages.rare_hide),
        (true, 0) => ("false", messages.rare_show),
        (true, _) => ("false", messages.rare_some),
    };
    let take_back = ui.callback(Action::TakeBack { section });
    let unfold = ui.callback(Action::Unfold { fold: Fold::Section(id.clone()), open: folded });
    write_html!(markup,
        div(class = "rare") {
            if folded {
                { topics(markup, assessed, section, ui); }
            }
            if filled > 0 {
                p(role = "status") {
                    (format(messages.rare_filled, &[&filled.to_string()]))
                    button(class = "text", type = "button", data-take-back = id, onclick = take_back) {
                        (messages.undo)
                    }
                }
            }
            div(class = "chips") {
                if left > 0 {
                    let none = ui.callback(Action::NoneOf { section });
                    button(class = "chip-button", type = "button", data-none-of = id, onclick = none) {
                        (if left == asked { messages.rare_none } else { messages.rare_rest })
                    }
                }
                button(
                    class = "chip-button", type = "button", aria-expanded = expanded,
                    aria-controls = section_id(id), data-unfold = id, onclick = unfold
                ) { (word) }
            }
        }
    );
}

fn topics(markup: &mut Markup, assessed: &Assessed, section: usize, ui: &Ui) {
    let phrases = Phrases::new(&assessed.scheme, ui.language);
    let questions = assessed.asked_in(section).into_iter();
    let questions = questions.map(|position| &assessed.scheme.questions[position]);
    write_html!(markup,
        ul(class = "topics") {
            for question in questions {
                li {
                    (phrases.text(&question.ask))
                    if let Some(value) = assessed.answers.get(&question.id) {
                        b { (phrases.value(question, value)) }
                    }
                }
            }
        }
    );
}
