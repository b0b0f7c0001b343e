//! Sections that concern few people: what they ask at a glance, and one press for "none of these", which says how
//! many questions it answered and can be taken back.

use crate::app::ids::section_id;
use crate::app::say::Say;
use crate::app::sheet::Sheet;
use crate::app::state::{Action, State};
use crate::app::ui::Ui;
use crate::app::view::View;
use crate::app::words::fill;

/// What stands between the heading of such a section and its questions.
pub(super) fn head(
    sheet: &mut Sheet,
    state: &State,
    view: &View,
    section: usize,
    folded: bool,
    ui: &Ui,
) {
    let id = &view.scheme.sections[section].id;
    let words = ui.words();
    let asked = view.asked_in(section).len();
    let left = view.nones(section).len();
    let filled = state.filled.iter().find(|one| one.section == section);
    let filled = filled.map_or(0, |one| one.questions.len());
    sheet.tag("div", "rare", |sheet| {
        sheet.when(folded, |sheet| topics(sheet, view, section, ui));
        sheet.when(filled > 0, |sheet| {
            sheet.tag("p", "", |sheet| {
                sheet.fixed("role", "status");
                sheet.text(&fill(words.rare_filled, &[&filled.to_string()]));
                let back = Action::TakeBack { section };
                ui.button(sheet, "text", words.undo, back, |sheet| sheet.set("data-take-back", id));
            });
        });
        sheet.tag("div", "chips", |sheet| {
            sheet.when(left > 0, |sheet| {
                let word = if left == asked { words.rare_none } else { words.rare_rest };
                let none = Action::NoneOf { section };
                ui.button(sheet, "chip-button", word, none, |sheet| sheet.set("data-none-of", id));
            });
            let word = match (folded, left) {
                (false, _) => words.rare_hide,
                (true, 0) => words.rare_show,
                (true, _) => words.rare_some,
            };
            let fold = Action::Unfold { id: section_id(id), open: folded };
            ui.button(sheet, "chip-button", word, fold, |sheet| {
                sheet.fixed("aria-expanded", if folded { "false" } else { "true" });
                sheet.set("aria-controls", &section_id(id));
                sheet.set("data-unfold", id);
            });
        });
    });
}

fn topics(sheet: &mut Sheet, view: &View, section: usize, ui: &Ui) {
    let say = Say::new(&view.scheme, ui.language);
    sheet.tag("ul", "topics", |sheet| {
        for question in view.asked_in(section) {
            let question = &view.scheme.questions[question];
            sheet.tag("li", "", |sheet| {
                sheet.text(&say.topic(question));
                if let Some(value) = view.answers.get(&question.id) {
                    sheet.line("b", "", &say.value(question, value));
                }
            });
        }
    });
}
