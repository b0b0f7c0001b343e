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
use crate::views::form::{entry_error, fields, followed};
use crate::widgets::figures;
use crate::widgets::gloss::{glossed, meanings};
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
    let described = (props.idle || question.help.is_some()).then(|| help_id(props));
    let follows = props.figure.as_ref().is_some_and(|figure| figure.value.is_some());
    let answered = if props.value.is_some() || follows { "true" } else { "false" };
    let (ask, of_ask) = (phrases.text(&question.ask), [&id, "-ask"].concat());
    write_html!(markup,
        fieldset(
            class = "question", id = &id, data-question = &question.id, data-answered = answered, tabindex = "-1",
            aria-describedby = described, onfocusout = editor.callback(FieldEvent::FocusOut), onkeydown = editor.callback(FieldEvent::Key)
        ) {
            legend { { glossed(markup, &ask, &of_ask, &props.glosses, &props.ui); } }
            fragment { { meanings(markup, &ask, &of_ask, &props.glosses, &phrases); } }
            if props.idle {
                { idle(markup, props, &ask); }
            } else {
                { answering(markup, props, editor, &ask); }
            }
            // Always there, so that what is announced in it is heard.
            p(class = "fault", id = editor.fault_id(), role = "alert", translate = "no") {
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

/// Writes what helps to answer, and the fields.
fn answering(markup: &mut Markup, props: &QuestionProps, editor: &QuestionEditor, ask: &str) {
    let (question, phrases) = (props.question(), props.phrases());
    write_html!(markup,
        if let Some(help) = &question.help {
            let (help, place) = (phrases.text(help), help_id(props));
            p(class = "quiet", id = &place) { { glossed(markup, &help, &place, &props.glosses, &props.ui); } }
            { meanings(markup, &help, &place, &props.glosses, &phrases); }
        }
        { figures::multiple(markup, question, props.on, &phrases); }
        { followed::followed(markup, props, editor); }
        if followed::has_fields(props) {
            { fields::fields(markup, props, editor); }
            { unsure(markup, props, ask); }
        }
    );
}

/// Writes, in the place of its fields, that no answer would change anything.
fn idle(markup: &mut Markup, props: &QuestionProps, ask: &str) {
    let messages = props.ui.messages();
    let open = props.ui.callback(Action::GoToQuestion(props.position));
    write_html!(markup,
        p(class = "quiet idle", id = help_id(props)) {
            span { (messages.idle) }
            button(
                class = "text", type = "button", data-idle = &props.question().id,
                aria-label = format(messages.idle_answer_of, &[ask]), onclick = open
            ) { (messages.idle_answer) }
        }
    );
}

/// The id of what stands under the question.
fn help_id(props: &QuestionProps) -> String {
    [&question_id(&props.question().id), "-help"].concat()
}

/// Writes the choice to set an open question aside.
fn unsure(markup: &mut Markup, props: &QuestionProps, ask: &str) {
    let messages = props.ui.messages();
    let turn = Action::SetAside { question: props.position, aside: !props.aside };
    // Everybody knows the day of their birth, and has the papers for others.
    let known =
        matches!(props.question().kind, AnswerKind::Date { .. } | AnswerKind::Periods { .. });
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
