//! Sections that concern few people: what they ask at a glance, and one press for "none of these", which says how
//! many questions it answered and can be taken back.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::ids::section_id;
use crate::app::say::Say;
use crate::app::state::{Action, State};
use crate::app::ui::Ui;
use crate::app::view::View;
use crate::app::words::fill;

/// What stands between the heading of such a section and its questions.
pub(super) fn head(state: &State, view: &Rc<View>, position: usize, folded: bool, ui: &Ui) -> Html {
    let section = &view.scheme.sections[position];
    let say = Say::new(&view.scheme, ui.language);
    let words = say.words;
    let id = section_id(&section.id);
    let asked = view.asked_in(position);
    let left = view.nones(position).len();
    let filled = state.filled.iter().find(|one| one.section == position);
    let filled = filled.map_or(0, |one| one.questions.len());
    let fold = |open: bool| {
        let id = id.clone();
        ui.on(move |_: MouseEvent| Action::Unfold { id: id.clone(), open })
    };
    let topics = asked.iter().map(|question| {
        let question = &view.scheme.questions[*question];
        let value = view.answers.get(&question.id).map(|value| say.value(question, value));
        html! {
            <li>
                { say.topic(question) }
                if let Some(value) = value { <b>{ value }</b> }
            </li>
        }
    });
    let controls = id.clone();
    html! {
        <div class="rare">
            if folded {
                <ul class="topics">{ for topics }</ul>
            }
            if filled > 0 {
                <p role="status">
                    { fill(words.rare_filled, &[&filled.to_string()]) }
                    <button type="button" class="text" data-take-back={section.id.clone()}
                        onclick={ui.on(move |_: MouseEvent| Action::TakeBack { section: position })}>
                        { words.undo }
                    </button>
                </p>
            }
            <div class="chips">
                if left > 0 {
                    <button type="button" class="chip-button" data-none-of={section.id.clone()}
                        onclick={ui.on(move |_: MouseEvent| Action::NoneOf { section: position })}>
                        { if left == asked.len() { words.rare_none } else { words.rare_rest } }
                    </button>
                }
                <button type="button" class="chip-button" aria-expanded={(!folded).to_string()}
                    aria-controls={controls} data-unfold={section.id.clone()} onclick={fold(folded)}>
                    { if !folded {
                        words.rare_hide
                    } else if left > 0 {
                        words.rare_some
                    } else {
                        words.rare_show
                    } }
                </button>
            </div>
        </div>
    }
}
