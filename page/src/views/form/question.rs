//! One question: what is asked, the fields, what is wrong, and the way to take an answer back.

use std::cell::Cell;

use jifen::scheme::AnswerKind;
use yew::prelude::*;

use crate::elements::ids::question_id;
use crate::elements::markup::{Markup, render};
use crate::elements::write_html;
use crate::state::Action;
use crate::text::messages::format;
use crate::views::form::draft::Draft;
use crate::views::form::editor::{FieldEvent, QuestionEditor};
use crate::views::form::props::QuestionProps;
use crate::views::form::{entry_error, fields};
use crate::widgets::figures;
use crate::widgets::pause::use_pause;

/// After how long without a key what is typed counts, in milliseconds: between two keys of a slow typist it may be less.
const PAUSE: u32 = 350;

/// A question of the form.
#[component]
pub(crate) fn Question(props: &QuestionProps) -> Html {
    let draft = use_state(|| match &props.half_typed {
        Some(half_typed) => Draft::typed(half_typed.typed.clone()),
        None => Draft::of(props.question(), props.value.as_ref()),
    });
    let edits = use_memo((), |()| Cell::new(0));
    let editor = QuestionEditor { props: props.clone(), draft, edits };
    let (typing, paused) = (editor.draft.typing, editor.clone());
    use_pause(PAUSE, (typing, editor.draft.typed.clone()), move |_| {
        typing.then_some(move || paused.settle())
    });
    render(|markup| write(markup, props, &editor))
}

fn write(markup: &mut Markup, props: &QuestionProps, editor: &QuestionEditor) {
    let (question, phrases) = (props.question(), props.phrases());
    let id = question_id(&question.id);
    let help = question.help.as_ref().map(|help| ([&id, "-help"].concat(), phrases.text(help)));
    let answered = if props.value.is_some() { "true" } else { "false" };
    let ask = phrases.text(&question.ask);
    write_html!(markup,
        fieldset(
            class = "question", id = &id, data-question = &question.id, data-answered = answered, tabindex = "-1",
            aria-describedby = help.as_ref().map(|(id, _)| id), onfocusout = editor.callback(FieldEvent::FocusOut), onkeydown = editor.callback(FieldEvent::Key)
        ) {
            legend { (ask) }
            if let Some((id, help)) = &help {
                p(class = "quiet", id = id) { (help) }
            }
            { figures::multiple(markup, question, props.on, &phrases); }
            { fields::fields(markup, props, editor); }
            { unsure(markup, props, &ask); }
            // Always there, so that what is announced in it is heard.
            p(class = "fault", id = editor.fault_id(), role = "alert") {
                if let Some(error) = editor.draft.error {
                    (entry_error::words(error, question, &phrases))
                }
            }
            if props.value.is_some() {
                button(
                    class = "text clear", type = "button", aria-label = format(phrases.messages.clear_of, &[&ask]),
                    onclick = editor.callback(FieldEvent::Clear)
                ) { (phrases.messages.clear) }
            }
        }
    );
}

/// Writes the choice to set an open question aside.
fn unsure(markup: &mut Markup, props: &QuestionProps, ask: &str) {
    let messages = props.ui.messages();
    let turn = Action::SetAside { question: props.position, aside: !props.aside };
    // Everybody knows the day of their birth, and has the papers for others.
    let known = matches!(props.question().kind, AnswerKind::Date { .. });
    let pressed = if props.aside { "true" } else { "false" };
    write_html!(markup,
        if props.value.is_none() && !known {
            button(
                class = "text clear", type = "button", aria-pressed = pressed, data-unsure = &props.question().id,
                aria-label = format(messages.unsure_of, &[ask]), onclick = props.ui.callback(turn)
            ) { (messages.unsure) }
            if props.aside {
                p(class = "quiet") { (messages.unsure_help) }
            }
        }
    );
}
