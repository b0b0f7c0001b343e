//! The form, made from the scheme's sections and questions.

mod draft;
mod editor;
mod entry_error;
mod fields;
mod props;
mod question;
mod rare;

use yew::html;

use crate::elements::ids::section_id;
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::assessed::Assessed;
use crate::state::progress::Progress;
use crate::state::{Action, Fold, State};
use crate::text::messages::format;
use crate::text::phrases::Phrases;
use crate::views::form::props::QuestionProps;
use crate::views::form::question::Question;
use crate::views::result::left;
use crate::widgets::ui::Ui;

/// Writes the whole form.
pub(crate) fn form(
    markup: &mut Markup,
    state: &State,
    assessed: &Assessed,
    progress: &Progress,
    ui: &Ui,
) {
    let messages = ui.messages();
    let phrases = Phrases::new(&assessed.scheme, ui.language);
    let help =
        if assessed.begun() { left(progress, &phrases) } else { messages.form_help.to_owned() };
    write_html!(markup,
        form(
            class = "form", id = "form", tabindex = "-1", aria-labelledby = "form-heading", autocomplete = "off",
            // Every answer counts at once: there is nothing to send.
            onsubmit = ui.prevent_default()
        ) {
            h2(class = "unseen", id = "form-heading") { (messages.form) }
            p(class = "quiet", id = "form-left") { (help) }
            fragment {
                for position in 0..assessed.scheme.sections.len() {
                    { section(markup, state, assessed, position, ui); }
                }
            }
        }
    );
}

fn section(markup: &mut Markup, state: &State, assessed: &Assessed, position: usize, ui: &Ui) {
    let asked = assessed.asked_in(position);
    if asked.is_empty() {
        return;
    }
    let section = &assessed.scheme.sections[position];
    let phrases = Phrases::new(&assessed.scheme, ui.language);
    let open = &assessed.assessment.open;
    let answered = asked.iter().filter(|question| !open.contains(question)).count();
    let count = [answered.to_string(), asked.len().to_string()];
    let folds = assessed.foldable(position);
    let folded = folds && !state.is_unfolded(&Fold::Section(section.id.clone()));
    write_html!(markup,
        div(class = "section", key = &section.id, id = section_id(&section.id), data-section = &section.id) {
            div(class = "section-head") {
                h3 { (phrases.text(&section.name)) }
                span(class = "count") {
                    span(aria-hidden = "true") { (count.join("/")) }
                    span(class = "unseen") { (format(phrases.messages.answered_of, &[&count[0], &count[1]])) }
                }
            }
            if let Some(help) = &section.help {
                p(class = "quiet") { (phrases.text(help)) }
            }
            if folds {
                { rare::head(markup, state, assessed, position, folded, ui); }
            }
            fragment {
                for question in asked.iter().filter(|_| !folded) {
                    {
                        one_question(markup, state, assessed, *question, ui);
                        // Every part of this list has a key, so that none is made anew when another comes between.
                        if assessed.alike(position).first() == Some(question) {
                            alike(markup, assessed, position, &phrases, ui);
                        }
                    }
                }
            }
        }
    );
}

/// Writes the button that answers the other questions of a section like the first of those that usually are alike.
fn alike(markup: &mut Markup, assessed: &Assessed, section: usize, phrases: &Phrases<'_>, ui: &Ui) {
    let others = assessed.alike_answer(section).map_or(0, |(_, others)| others.len());
    if others == 0 {
        return;
    }
    let section_id = &assessed.scheme.sections[section].id;
    let answer = ui.callback(Action::Alike { section });
    write_html!(markup,
        p(class = "alike", key = "alike") {
            button(class = "chip-button", type = "button", data-alike = section_id, onclick = answer) {
                (format(phrases.messages.alike, &[&others.to_string()]))
            }
        }
    );
}

fn one_question(markup: &mut Markup, state: &State, assessed: &Assessed, position: usize, ui: &Ui) {
    let id = &assessed.scheme.questions[position].id;
    let props = QuestionProps {
        scheme: assessed.scheme.clone(),
        position,
        value: assessed.answer(position).cloned(),
        presumed: assessed.presumed(position),
        half_typed: state.half_typed.iter().find(|half_typed| half_typed.question == *id).cloned(),
        aside: state.leading.is_aside(&assessed.scheme.questions[position].id),
        on: state.on,
        ui: ui.clone(),
    };
    let key = [id, "-", &state.generation.to_string()].concat();
    markup.child(html! { <Question {key} ..props /> });
}
