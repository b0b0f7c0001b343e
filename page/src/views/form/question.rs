//! One question: what is asked, the fields, what is wrong, and the way to take an answer back.

use jifen::scheme::AnswerKind;
use yew::prelude::*;

use crate::elements::ids::question_id;
use crate::elements::markup::{EventKind, Markup, render};
use crate::text::messages::format;
use crate::views::form::draft::Draft;
use crate::views::form::editor::{FieldEvent, QuestionEditor};
use crate::views::form::props::QuestionProps;
use crate::views::form::{fault, fields};
use crate::widgets::button::button;

/// A question of the form.
#[component]
pub(crate) fn Question(props: &QuestionProps) -> Html {
    let draft = use_state(|| Draft::of(props.question(), props.value.as_ref()));
    let editor = QuestionEditor { props: props.clone(), draft };
    render(|markup| write(markup, props, &editor))
}

fn write(markup: &mut Markup, props: &QuestionProps, editor: &QuestionEditor) {
    let (question, phrases) = (props.question(), props.phrases());
    let id = question_id(&question.id);
    let help = [&id, "-help"].concat();
    let ask = phrases.text(&question.ask);
    markup.element("fieldset", "question", |markup| {
        markup.attr("id", &id);
        markup.attr("data-question", &question.id);
        markup.static_attr("data-answered", if props.value.is_some() { "true" } else { "false" });
        markup.static_attr("tabindex", "-1");
        if question.help.is_some() {
            markup.attr("aria-describedby", &help);
        }
        markup.on(EventKind::FocusOut, editor.callback(FieldEvent::FocusOut));
        markup.text_element("legend", "", &ask);
        if let Some(text) = &question.help {
            markup.element("p", "quiet", |markup| {
                markup.attr("id", &help);
                markup.text(&phrases.text(text));
            });
        }
        match &question.kind {
            AnswerKind::YesNo | AnswerKind::Choice(_) => fields::choice(markup, props, editor),
            AnswerKind::Number { .. } => fields::number(markup, props, editor),
            AnswerKind::Date { .. } => fields::date(markup, props, editor),
            AnswerKind::Dates { most } => fields::records(markup, props, editor, (*most).into()),
        }
        // Always there, so that what is announced in it is heard.
        markup.element("p", "fault", |markup| {
            markup.attr("id", &editor.fault_id());
            markup.static_attr("role", "alert");
            markup.optional(editor.draft.fault, |markup, fault| {
                markup.text(&fault::words(fault, question, &phrases));
            });
        });
        markup.when(props.value.is_some(), |markup| {
            let clear = editor.callback(FieldEvent::Clear);
            button(markup, "text clear", phrases.messages.clear, clear, |markup| {
                markup.attr("aria-label", &format(phrases.messages.clear_of, &[&ask]));
            });
        });
    });
}
