//! The result in the page. What follows from an answer is drawn once the answer itself is painted: no task then holds both, and
//! on a phone the result is below the screen.

use std::rc::Rc;

use yew::prelude::*;

use crate::device::window::soon;
use crate::elements::markup::render;
use crate::state::State;
use crate::state::progress::Progress;
use crate::views::result::result;
use crate::widgets::ui::Ui;

/// How long a browser has to paint an answer before what follows from it is drawn, in milliseconds: a frame and some.
const FRAME: u32 = 20;

/// What the result is drawn from.
#[derive(Clone, Properties)]
pub(crate) struct ResultProps {
    pub(crate) state: Rc<State>,
    pub(crate) progress: Progress,
    pub(crate) ui: Ui,
}

/// Whatever is drawn follows from the state.
impl PartialEq for ResultProps {
    fn eq(&self, other: &ResultProps) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The result, of now or of the answer before.
#[component]
pub(crate) fn ResultSection(props: &ResultProps) -> Html {
    let drawn = use_mut_ref(|| props.clone());
    if !props.state.just_answered {
        drawn.replace(props.clone());
    }
    let (follow, draw) = (drawn.clone(), use_force_update());
    use_effect_with(props.clone(), move |props| {
        let behind = *follow.borrow() != *props;
        let props = props.clone();
        let act = move || {
            follow.replace(props.clone());
            draw.force_update();
        };
        // Before a key leads into what is about to go.
        let pending = behind.then(|| soon(FRAME, "keydown", act));
        move || drop(pending)
    });
    let drawn = drawn.borrow().clone();
    html! { <DrawnResult ..drawn /> }
}

#[component]
fn DrawnResult(props: &ResultProps) -> Html {
    let ResultProps { state, progress, ui } = props;
    render(|markup| {
        if let Some(assessed) = state.assessed() {
            result(markup, state, assessed, progress, ui);
        }
    })
}
