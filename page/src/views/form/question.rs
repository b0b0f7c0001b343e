//! One question: what is asked, the fields, what is wrong, and the way to take an answer back.

use std::rc::Rc;

use jifen::answers::Value;
use jifen::scheme::{AnswerKind, Scheme};
use jiff::civil::Date;
use yew::prelude::*;

use crate::elements::ids::question_id;
use crate::elements::markup::{EventKind, Markup, render};
use crate::text::messages::format;
use crate::text::phrases::Phrases;
use crate::views::form::edit::{Does, Draft, Edit};
use crate::views::form::{fault, fields};
use crate::widgets::ui::{Ui, button};

/// What a question is handed.
#[derive(Clone, Properties)]
pub(crate) struct QuestionProps {
    pub(crate) scheme: Rc<Scheme>,
    pub(crate) position: usize,
    pub(crate) value: Option<Value>,
    /// What is taken to hold while nothing is answered.
    pub(crate) presumed: Option<i64>,
    pub(crate) on: Date,
    pub(crate) ui: Ui,
}

impl PartialEq for QuestionProps {
    fn eq(&self, other: &QuestionProps) -> bool {
        // Rules never change while they are open.
        Rc::ptr_eq(&self.scheme, &other.scheme)
            && self.position == other.position
            && self.value == other.value
            && self.presumed == other.presumed
            && self.on == other.on
            && self.ui == other.ui
    }
}

impl QuestionProps {
    pub(super) fn question(&self) -> &jifen::scheme::Question {
        &self.scheme.questions[self.position]
    }

    pub(super) fn phrases(&self) -> Phrases<'_> {
        Phrases::new(&self.scheme, self.ui.language)
    }
}

/// A question of the form.
#[component]
pub(crate) fn Question(props: &QuestionProps) -> Html {
    let draft = use_state(|| Draft::of(props.question(), props.value.as_ref()));
    let edit = Edit { props: props.clone(), draft };
    render(|markup| write(markup, props, &edit))
}

fn write(markup: &mut Markup, props: &QuestionProps, edit: &Edit) {
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
        markup.on(EventKind::FocusOut, edit.does(Does::Leave));
        markup.text_element("legend", "", &ask);
        if let Some(text) = &question.help {
            markup.element("p", "quiet", |markup| {
                markup.attr("id", &help);
                markup.text(&phrases.text(text));
            });
        }
        match &question.kind {
            AnswerKind::YesNo | AnswerKind::Choice(_) => fields::choice(markup, props, edit),
            AnswerKind::Number { .. } => fields::number(markup, props, edit),
            AnswerKind::Date { .. } => fields::date(markup, props, edit),
            AnswerKind::Dates { most } => fields::records(markup, props, edit, (*most).into()),
        }
        // Always there, so that what is announced in it is heard.
        markup.element("p", "fault", |markup| {
            markup.attr("id", &edit.fault_id());
            markup.static_attr("role", "alert");
            markup.optional(edit.draft.fault, |markup, fault| {
                markup.text(&fault::words(fault, question, &phrases));
            });
        });
        markup.when(props.value.is_some(), |markup| {
            let clear = edit.does(Does::Clear);
            button(markup, "text clear", phrases.messages.clear, clear, |markup| {
                markup.attr("aria-label", &format(phrases.messages.clear_of, &[&ask]));
            });
        });
    });
}
