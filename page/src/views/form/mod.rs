//! The form, made from the scheme's sections and questions.

mod draft;
mod editor;
mod entry_error;
mod fields;
mod followed;
mod none;
mod paste;
mod periods;
mod props;
mod question;
mod rare;

use std::rc::Rc;

use yew::html;

use crate::elements::ids::{question_id, section_id};
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::assessed::Assessed;
use crate::state::progress::Progress;
use crate::state::{Action, Fold, State};
use crate::text::messages::format;
use crate::text::phrases::Phrases;
use crate::views::examples;
use crate::views::form::props::QuestionProps;
use crate::views::form::question::Question;
use crate::views::result::left;
use crate::widgets::details::RenderContext;
use crate::widgets::gloss::{Glosses, glossed, meanings};
use crate::widgets::ui::Ui;

/// Writes the whole form.
pub(crate) fn form(
    markup: &mut Markup,
    state: &State,
    assessed: &Rc<Assessed>,
    progress: &Progress,
    ui: &Ui,
) {
    let phrases = Phrases::new(&assessed.scheme, ui.language);
    let context = RenderContext { state, assessed, phrases, ui };
    let messages = ui.messages();
    let help = if assessed.begun() {
        left(progress, &context.phrases)
    } else {
        messages.form_help.to_owned()
    };
    write_html!(markup,
        form(
            class = "form", id = "form", tabindex = "-1", aria-labelledby = "form-heading", autocomplete = "off",
            // Every answer counts at once: there is nothing to send.
            onsubmit = ui.prevent_default()
        ) {
            h2(class = "unseen", id = "form-heading") { (messages.form) }
            p(class = "quiet", id = "form-left", translate = "no") { (help) }
            fragment {
                for position in 0..assessed.scheme.sections.len() {
                    {
                        section(markup, &context, progress, position);
                        // Not before: the first question stands on the first screen of a phone.
                        if position == 0 {
                            examples::folded(markup, &context);
                        }
                    }
                }
            }
        }
    );
}

fn section(markup: &mut Markup, context: &RenderContext<'_>, progress: &Progress, position: usize) {
    let RenderContext { state, assessed, phrases, ui } = context;
    let asked = assessed.asked_in(position);
    if asked.is_empty() {
        return;
    }
    let section = &assessed.scheme.sections[position];
    // What is presumed nobody answered, and nobody has to; nor a history, which only saves answers.
    let history =
        |question: usize| !assessed.scheme.questions[question].kind.period_kinds().is_empty();
    let counted = asked
        .iter()
        .filter(|question| assessed.presumed(**question).is_none() && !history(**question));
    let answered = counted.clone().filter(|question| assessed.answer(**question).is_some());
    let count = [answered.count().to_string(), counted.count().to_string()];
    let folds = assessed.foldable(position);
    let folded = folds && !state.is_unfolded(&Fold::Section(section.id.clone()));
    write_html!(markup,
        div(class = "section", key = &section.id, id = section_id(&section.id), data-section = &section.id) {
            div(class = "section-head") {
                h3 { (phrases.text(&section.name)) }
                if count[1] != "0" {
                    span(class = "count", translate = "no") {
                        span(aria-hidden = "true") { (count.join("/")) }
                        span(class = "unseen") { (format(phrases.messages.answered_of, &[&count[0], &count[1]])) }
                    }
                }
            }
            if let Some(help) = &section.help {
                let (help, place) = (phrases.text(help), section_id(&section.id));
                let glosses = Glosses::at(&place, state, assessed);
                p(class = "quiet") { { glossed(markup, &help, &place, &glosses, ui); } }
                { meanings(markup, &help, &place, &glosses, phrases); }
            }
            if folds {
                { rare::head(markup, state, assessed, position, folded, ui); }
            }
            fragment {
                for question in asked.iter().filter(|_| !folded) {
                    {
                        one_question(markup, context, progress, *question);
                        // Every part of this list has a key, so that none is made anew when another comes between.
                        if assessed.alike(position).first() == Some(question) {
                            alike(markup, context, position);
                        }
                    }
                }
            }
        }
    );
}

/// Writes the button that answers the other questions of a section like the first of those that usually are alike.
fn alike(markup: &mut Markup, context: &RenderContext<'_>, section: usize) {
    let RenderContext { assessed, phrases, ui, .. } = context;
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

fn one_question(
    markup: &mut Markup,
    context: &RenderContext<'_>,
    progress: &Progress,
    position: usize,
) {
    let RenderContext { state, assessed, ui, .. } = context;
    let id = &assessed.scheme.questions[position].id;
    let half_typed = state.half_typed.iter().find(|half_typed| half_typed.question == *id).cloned();
    // What the person is at does not fold under their hands, nor what they were led to.
    let kept = half_typed.is_some() || state.leading.at.as_ref() == Some(id);
    let props = QuestionProps {
        scheme: assessed.scheme.clone(),
        position,
        value: assessed.given(position).cloned(),
        figure: assessed.figure(position).cloned(),
        by_hand: state.is_unfolded(&Fold::ByHand(id.clone())),
        notes: assessed.notes(position),
        pasting: state.is_unfolded(&Fold::Paste(id.clone())),
        presumed: assessed.presumed(position),
        half_typed,
        aside: state.leading.is_aside(id),
        idle: progress.idle.contains(&position) && !kept,
        glosses: Glosses::at(&question_id(id), state, assessed),
        on: state.on,
        ui: (*ui).clone(),
    };
    let key = [id, "-", &state.generation.to_string()].concat();
    markup.child(html! { <Question {key} ..props /> });
}
