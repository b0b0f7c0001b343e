//! The form, made from the scheme's sections and questions.

mod choice;
mod date;
mod field;
mod number;
pub(crate) mod parse;
mod rare;
mod records;

use std::rc::Rc;

use jifen::answers::Value;
use jifen::scheme::{Kind, Scheme};
use yew::prelude::*;

use super::ids::section_id;
use super::say::Say;
use super::state::State;
use super::ui::Ui;
use super::view::View;
use super::words::fill;

/// What every sort of field is handed.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FieldProps {
    pub(crate) scheme: Rc<Scheme>,
    pub(crate) position: usize,
    pub(crate) value: Option<Value>,
    /// What is taken to hold while nothing is answered.
    pub(crate) presumed: Option<i64>,
    pub(crate) on: jiff::civil::Date,
    pub(crate) ui: Ui,
}

impl FieldProps {
    pub(crate) fn question(&self) -> &jifen::scheme::Question {
        &self.scheme.questions[self.position]
    }

    pub(crate) fn say(&self) -> Say<'_> {
        Say::new(&self.scheme, self.ui.language)
    }
}

/// The whole form.
pub(crate) fn form(state: &State, view: &Rc<View>, ui: &Ui) -> Html {
    let words = ui.words();
    let sections = (0..view.scheme.sections.len()).filter(|one| !view.asked_in(*one).is_empty());
    let sections = sections.map(|section| one_section(state, view, section, ui));
    html! {
        <form class="form" id="form" aria-labelledby="form-heading" autocomplete="off"
            onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <h2 id="form-heading" class="unseen">{ words.form }</h2>
            <p class="quiet">{ words.form_help }</p>
            { for sections }
        </form>
    }
}

fn one_section(state: &State, view: &Rc<View>, position: usize, ui: &Ui) -> Html {
    let section = &view.scheme.sections[position];
    let say = Say::new(&view.scheme, ui.language);
    let asked = view.asked_in(position);
    let answered = asked.iter().filter(|one| !view.assessment.open.contains(one)).count();
    let count = [answered.to_string(), asked.len().to_string()];
    let folds = view.foldable(position);
    let folded = folds && !state.unfolded.contains(&section_id(&section.id));
    let heading = format!("{}-heading", section_id(&section.id));
    html! {
        <section key={section.id.clone()} class="section" id={section_id(&section.id)}
            data-section={section.id.clone()} aria-labelledby={heading.clone()}>
            <div class="section-head">
                <h3 id={heading}>{ say.text(&section.name).into_owned() }</h3>
                <span class="count">
                    <span aria-hidden="true">{ format!("{}/{}", count[0], count[1]) }</span>
                    <span class="unseen">
                        { fill(say.words.answered_of, &[&count[0], &count[1]]) }
                    </span>
                </span>
            </div>
            if let Some(help) = &section.help {
                <p class="quiet">{ say.text(help).into_owned() }</p>
            }
            if folds {
                { rare::head(state, view, position, folded, ui) }
            }
            if !folded {
                { for asked.iter().map(|question| one_question(state, view, *question, ui)) }
            }
        </section>
    }
}

fn one_question(state: &State, view: &Rc<View>, position: usize, ui: &Ui) -> Html {
    let question = &view.scheme.questions[position];
    let props = FieldProps {
        scheme: view.scheme.clone(),
        position,
        value: view.answer(position).cloned(),
        presumed: view.presumed(position),
        on: state.on,
        ui: ui.clone(),
    };
    let key = format!("{}-{}", question.id, state.generation);
    match question.kind {
        Kind::YesNo | Kind::Choice(_) => html! { <choice::ChoiceField {key} ..props /> },
        Kind::Number { .. } => html! { <number::NumberField {key} ..props /> },
        Kind::Date { .. } => html! { <date::DateField {key} ..props /> },
        Kind::Dates { .. } => html! { <records::RecordsField {key} ..props /> },
    }
}
