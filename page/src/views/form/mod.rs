//! The form, made from the scheme's sections and questions.

mod draft;
mod editor;
mod fault;
mod fields;
mod props;
mod question;
mod rare;

use yew::html;

use crate::elements::ids::section_id;
use crate::elements::markup::{EventKind, Markup};
use crate::state::assessed::Assessed;
use crate::state::{Fold, State};
use crate::text::messages::format;
use crate::text::phrases::Phrases;
use crate::views::form::props::QuestionProps;
use crate::views::form::question::Question;
use crate::widgets::ui::Ui;

/// The whole form.
pub(crate) fn form(markup: &mut Markup, state: &State, assessed: &Assessed, ui: &Ui) {
    let messages = ui.messages();
    markup.element("form", "form", |markup| {
        markup.static_attr("id", "form");
        markup.static_attr("tabindex", "-1");
        markup.static_attr("aria-labelledby", "form-heading");
        markup.static_attr("autocomplete", "off");
        // Every answer counts at once: there is nothing to send.
        markup.on(EventKind::Submit, ui.prevent_default());
        markup.element("h2", "unseen", |markup| {
            markup.static_attr("id", "form-heading");
            markup.text(messages.form);
        });
        markup.text_element("p", "quiet", messages.form_help);
        markup.fragment(|markup| {
            for section in 0..assessed.scheme.sections.len() {
                let asked = assessed.asked_in(section);
                if !asked.is_empty() {
                    one_section(markup, state, assessed, section, &asked, ui);
                }
            }
        });
    });
}

fn one_section(
    markup: &mut Markup,
    state: &State,
    assessed: &Assessed,
    position: usize,
    asked: &[usize],
    ui: &Ui,
) {
    let section = &assessed.scheme.sections[position];
    let phrases = Phrases::new(&assessed.scheme, ui.language);
    let answered = asked.iter().filter(|one| !assessed.assessment.open.contains(one)).count();
    let count = [answered.to_string(), asked.len().to_string()];
    let id = section_id(&section.id);
    let folds = assessed.foldable(position);
    let folded = folds && !state.is_unfolded(&Fold::Section(section.id.clone()));
    markup.element("div", "section", |markup| {
        markup.key(&section.id);
        markup.attr("id", &id);
        markup.attr("data-section", &section.id);
        markup.element("div", "section-head", |markup| {
            markup.text_element("h3", "", &phrases.text(&section.name));
            markup.element("span", "count", |markup| {
                markup.element("span", "", |markup| {
                    markup.static_attr("aria-hidden", "true");
                    markup.text(&count.join("/"));
                });
                let count = format(phrases.messages.answered_of, &[&count[0], &count[1]]);
                markup.text_element("span", "unseen", &count);
            });
        });
        if let Some(help) = &section.help {
            markup.text_element("p", "quiet", &phrases.text(help));
        }
        if folds {
            rare::head(markup, state, assessed, position, folded, ui);
        }
        markup.fragment(|markup| {
            for position in asked.iter().filter(|_| !folded) {
                one_question(markup, state, assessed, *position, ui);
            }
        });
    });
}

fn one_question(markup: &mut Markup, state: &State, assessed: &Assessed, position: usize, ui: &Ui) {
    let props = QuestionProps {
        scheme: assessed.scheme.clone(),
        position,
        value: assessed.answer(position).cloned(),
        presumed: assessed.presumed(position),
        on: state.on,
        ui: ui.clone(),
    };
    let key =
        [&assessed.scheme.questions[position].id, "-", &state.generation.to_string()].concat();
    markup.child(html! { <Question {key} ..props /> });
}
