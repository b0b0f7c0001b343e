//! What conditions and indicators have in common: an item that unfolds to the rule behind it, what the person told,
//! and the way to the question that is still open.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::app::ids::{question_id, section_id};
use crate::app::say::Say;
use crate::app::state::{Action, State};
use crate::app::ui::{Ui, go_to};
use crate::app::view::View;
use crate::app::words::fill;

/// Details that are only made once they are unfolded.
pub(super) fn details(
    state: &State,
    id: String,
    ui: &Ui,
    summary: Html,
    inside: impl FnOnce() -> Html,
) -> Html {
    let open = state.unfolded.contains(&id);
    let onclick = {
        let (ui, id) = (ui.clone(), id.clone());
        Callback::from(move |event: MouseEvent| {
            // The state opens it, so that one press is one change.
            event.prevent_default();
            ui.act(Action::Unfold { id: id.clone(), open: !open });
        })
    };
    html! {
        <details {id} {open}>
            <summary {onclick}>{ summary }</summary>
            if open { <div class="inside">{ inside() }</div> }
        </details>
    }
}

/// What the person told, of all that an item rests on.
pub(super) fn told(view: &View, uses: &[usize], say: &Say<'_>) -> Option<String> {
    let scheme = &view.scheme;
    let asked = uses.iter().filter(|one| view.assessment.asked.contains(one));
    let answers: Vec<_> = asked
        .filter_map(|position| Some((scheme.questions.get(*position)?, view.answer(*position)?)))
        .collect();
    let words = match answers.as_slice() {
        [] => return None,
        [(question, value)] if uses.len() == 1 => say.value(question, value),
        several => {
            let one = |(question, value): &(&jifen::scheme::Question, &jifen::answers::Value)| {
                [say.topic(question), say.value(question, value)].join(say.words.colon)
            };
            several.iter().map(one).collect::<Vec<_>>().join(say.words.separator)
        }
    };
    Some(fill(say.words.you, &[&words]))
}

/// A button that leads to the first open question that an item rests on.
pub(super) fn jump(view: &Rc<View>, uses: &[usize], ui: &Ui) -> Html {
    let open = uses.iter().copied().find(|one| view.assessment.open.contains(one));
    let Some(position) = open else { return Html::default() };
    let scheme = &view.scheme;
    let id = question_id(&scheme.questions[position].id);
    let holds = |section: &jifen::scheme::Section| {
        section.questions.iter().any(|one| one.position() == Some(position))
    };
    let section = scheme.sections.iter().position(holds);
    let folds = section.filter(|section| view.foldable(*section));
    let folds = folds.map(|section| section_id(&scheme.sections[section].id));
    let onclick = {
        let ui = ui.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(id) = folds.clone() {
                ui.act(Action::Unfold { id, open: true });
            }
            let id = id.clone();
            // After the section has unfolded.
            Timeout::new(0, move || go_to(&id)).forget();
        })
    };
    html! {
        <button type="button" class="text jump" {onclick}>{ ui.words().answer_it }</button>
    }
}
