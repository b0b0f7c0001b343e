//! One question: what is asked, the fields, what is wrong, and the way to take an answer back.

use std::rc::Rc;

use jifen::answers::Value;
use jifen::scheme::{Kind, Scheme};
use jiff::civil::Date;
use yew::prelude::*;

use super::edit::{Does, Draft, Edit};
use super::{fault, fields};
use crate::app::ids::question_id;
use crate::app::say::Say;
use crate::app::sheet::{On, Sheet, sheet};
use crate::app::ui::{Ui, button};
use crate::app::words::fill;

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

    pub(super) fn say(&self) -> Say<'_> {
        Say::new(&self.scheme, self.ui.language)
    }
}

/// A question of the form.
#[component]
pub(crate) fn Question(props: &QuestionProps) -> Html {
    let draft = use_state(|| Draft::of(props.question(), props.value.as_ref()));
    let edit = Edit { props: props.clone(), draft };
    sheet(|sheet| write(sheet, props, &edit))
}

fn write(sheet: &mut Sheet, props: &QuestionProps, edit: &Edit) {
    let (question, say) = (props.question(), props.say());
    let id = question_id(&question.id);
    let help = [&id, "-help"].concat();
    let ask = say.text(&question.ask);
    sheet.tag("fieldset", "question", |sheet| {
        sheet.set("id", &id);
        sheet.set("data-question", &question.id);
        sheet.fixed("data-answered", if props.value.is_some() { "true" } else { "false" });
        sheet.fixed("tabindex", "-1");
        if question.help.is_some() {
            sheet.set("aria-describedby", &help);
        }
        sheet.hears(On::FocusOut, edit.does(Does::Leave));
        sheet.line("legend", "", &ask);
        if let Some(text) = &question.help {
            sheet.tag("p", "quiet", |sheet| {
                sheet.set("id", &help);
                sheet.text(&say.text(text));
            });
        }
        match &question.kind {
            Kind::YesNo | Kind::Choice(_) => fields::choice(sheet, props, edit),
            Kind::Number { .. } => fields::number(sheet, props, edit),
            Kind::Date { .. } => fields::date(sheet, props, edit),
            Kind::Dates { most } => fields::records(sheet, props, edit, (*most).into()),
        }
        // Always there, so that what is announced in it is heard.
        sheet.tag("p", "fault", |sheet| {
            sheet.set("id", &edit.fault_id());
            sheet.fixed("role", "alert");
            sheet.with(edit.draft.fault, |sheet, fault| {
                sheet.text(&fault::words(fault, question, &say));
            });
        });
        sheet.when(props.value.is_some(), |sheet| {
            let clear = edit.does(Does::Clear);
            button(sheet, "text clear", say.words.clear, clear, |sheet| {
                sheet.set("aria-label", &fill(say.words.clear_of, &[&ask]));
            });
        });
    });
}
