//! The form, made from the scheme's sections and questions.

mod edit;
mod fault;
mod fields;
pub(crate) mod parse;
mod question;
mod rare;

use yew::html;

use super::ids::section_id;
use super::say::Say;
use super::sheet::{Hears, On, Sheet};
use super::state::State;
use super::ui::Ui;
use super::view::View;
use super::words::fill;
use question::{Question, QuestionProps};

/// The whole form.
pub(crate) fn form(sheet: &mut Sheet, state: &State, view: &View, ui: &Ui) {
    let words = ui.words();
    sheet.tag("form", "form", |sheet| {
        sheet.fixed("id", "form");
        sheet.fixed("tabindex", "-1");
        sheet.fixed("aria-labelledby", "form-heading");
        sheet.fixed("autocomplete", "off");
        sheet.hears(On::Submit, |event: yew::Event| event.prevent_default());
        sheet.tag("h2", "unseen", |sheet| {
            sheet.fixed("id", "form-heading");
            sheet.text(words.form);
        });
        sheet.line("p", "quiet", words.form_help);
        sheet.list(|sheet| {
            for section in 0..view.scheme.sections.len() {
                let asked = view.asked_in(section);
                if !asked.is_empty() {
                    one_section(sheet, state, view, section, &asked, ui);
                }
            }
        });
    });
}

fn one_section(
    sheet: &mut Sheet,
    state: &State,
    view: &View,
    position: usize,
    asked: &[usize],
    ui: &Ui,
) {
    let section = &view.scheme.sections[position];
    let say = Say::new(&view.scheme, ui.language);
    let answered = asked.iter().filter(|one| !view.assessment.open.contains(one)).count();
    let count = [answered.to_string(), asked.len().to_string()];
    let id = section_id(&section.id);
    let folds = view.foldable(position);
    let folded = folds && !state.unfolded.contains(&id);
    sheet.tag("div", "section", |sheet| {
        sheet.key(&section.id);
        sheet.set("id", &id);
        sheet.set("data-section", &section.id);
        sheet.tag("div", "section-head", |sheet| {
            sheet.line("h3", "", &say.text(&section.name));
            sheet.tag("span", "count", |sheet| {
                sheet.tag("span", "", |sheet| {
                    sheet.fixed("aria-hidden", "true");
                    sheet.text(&count.join("/"));
                });
                let count = fill(say.words.answered_of, &[&count[0], &count[1]]);
                sheet.line("span", "unseen", &count);
            });
        });
        if let Some(help) = &section.help {
            sheet.line("p", "quiet", &say.text(help));
        }
        if folds {
            rare::head(sheet, state, view, position, folded, ui);
        }
        sheet.list(|sheet| {
            for position in asked.iter().filter(|_| !folded) {
                one_question(sheet, state, view, *position, ui);
            }
        });
    });
}

fn one_question(sheet: &mut Sheet, state: &State, view: &View, position: usize, ui: &Ui) {
    let props = QuestionProps {
        scheme: view.scheme.clone(),
        position,
        value: view.answer(position).cloned(),
        presumed: view.presumed(position),
        on: state.on,
        ui: ui.clone(),
    };
    let key = [&view.scheme.questions[position].id, "-", &state.generation.to_string()].concat();
    sheet.put(html! { <Question {key} ..props /> });
}

/// A choice that looks like what it is, large enough for a thumb; `more` adds attributes of its input.
#[inline(always)]
pub(crate) fn chip(
    sheet: &mut Sheet,
    kind: &'static str,
    words: &str,
    checked: bool,
    changed: impl Hears + 'static,
    more: impl FnOnce(&mut Sheet),
) {
    sheet.tag("label", "chip", |sheet| {
        sheet.tag("input", "", |sheet| {
            sheet.fixed("type", kind);
            sheet.checked(checked);
            sheet.hears(On::Change, changed);
            more(sheet);
        });
        sheet.line("span", "", words);
    });
}
