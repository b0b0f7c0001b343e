//! Sections that concern few people: what they ask at a glance, and one press for "none of these", which says how
//! many questions it answered and can be taken back.

use crate::elements::ids::section_id;
use crate::elements::markup::Markup;
use crate::state::assessed::Assessed;
use crate::state::{Action, Fold, State};
use crate::text::messages::format;
use crate::text::phrases::Phrases;
use crate::widgets::ui::Ui;

/// What stands between the heading of such a section and its questions.
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
    markup.element("div", "rare", |markup| {
        markup.when(folded, |markup| topics(markup, assessed, section, ui));
        markup.when(filled > 0, |markup| {
            markup.element("p", "", |markup| {
                markup.static_attr("role", "status");
                markup.text(&format(messages.rare_filled, &[&filled.to_string()]));
                let back = Action::TakeBack { section };
                ui.button(markup, "text", messages.undo, back, |markup| {
                    markup.attr("data-take-back", id)
                });
            });
        });
        markup.element("div", "chips", |markup| {
            markup.when(left > 0, |markup| {
                let word = if left == asked { messages.rare_none } else { messages.rare_rest };
                let none = Action::NoneOf { section };
                ui.button(markup, "chip-button", word, none, |markup| {
                    markup.attr("data-none-of", id)
                });
            });
            let word = match (folded, left) {
                (false, _) => messages.rare_hide,
                (true, 0) => messages.rare_show,
                (true, _) => messages.rare_some,
            };
            let fold = Action::Unfold { fold: Fold::Section(id.clone()), open: folded };
            ui.button(markup, "chip-button", word, fold, |markup| {
                markup.static_attr("aria-expanded", if folded { "false" } else { "true" });
                markup.attr("aria-controls", &section_id(id));
                markup.attr("data-unfold", id);
            });
        });
    });
}

fn topics(markup: &mut Markup, assessed: &Assessed, section: usize, ui: &Ui) {
    let phrases = Phrases::new(&assessed.scheme, ui.language);
    markup.element("ul", "topics", |markup| {
        for question in assessed.asked_in(section) {
            let question = &assessed.scheme.questions[question];
            markup.element("li", "", |markup| {
                markup.text(&phrases.topic(question));
                if let Some(value) = assessed.answers.get(&question.id) {
                    markup.text_element("b", "", &phrases.value(question, value));
                }
            });
        }
    });
}
