//! The page. Everything on it is derived from one state, which one reducer changes; components compute no score and
//! touch the browser in effects and callbacks only, so that the same tree also renders to text.

mod effects;
mod form;
mod frame;
mod ids;
pub(crate) mod load;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod reading;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod render;
mod result;
mod say;
mod state;
mod tabs;
mod ui;
mod view;
mod words;

use std::rc::Rc;

use jifen::link::{Link, Trouble};
use jifen::scheme::{Catalogue, Scheme};
use jiff::civil::Date;
use yew::prelude::*;

use load::Failure;
use say::Say;
use state::{Rules, State};
use ui::Ui;

/// What the page begins with.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Start {
    /// The day of the assessment.
    pub(crate) on: Date,
    /// Every scheme there is.
    pub(crate) catalogue: Option<Rc<Catalogue>>,
    /// The rules of the open scheme.
    pub(crate) rules: Result<Rc<Scheme>, Failure>,
    /// The address.
    pub(crate) link: Link,
    /// What of it could not be read.
    pub(crate) troubles: Vec<Trouble>,
}

/// The whole page.
#[component]
pub(crate) fn Page(start: &Start) -> Html {
    let state = use_reducer(|| {
        let Start { on, catalogue, rules, link, troubles } = start.clone();
        State::begin(on, catalogue, rules, link, troubles)
    });
    let ui = Ui::new(state.language, state.dispatcher());
    effects::use_effects(&state, &ui);

    let words = ui.words();
    let panel = match &state.rules {
        Rules::Ready(view) => {
            let say = Say::new(&view.scheme, ui.language);
            html! {
                <>
                    { frame::edition(&view.scheme, state.on, &say) }
                    { frame::troubles(&state, &ui) }
                    <div class="columns">
                        { form::form(&state, view, &ui) }
                        { result::result(&state, view, &ui) }
                    </div>
                </>
            }
        }
        Rules::Awaited => html! { <p class="quiet" role="status">{ words.loading }</p> },
        Rules::Failed(failure) => html! {
            <>
                { frame::failure(*failure, &state, &ui) }
                { frame::troubles(&state, &ui) }
            </>
        },
    };
    let view = state.view();
    let sentence = view.map(|view| result::sentence(view, ui.language)).unwrap_or_default();
    html! {
        <div class="page" data-scheme={state.open.clone()}>
            { frame::head(&state, &ui) }
            { tabs::tabs(&state, &ui) }
            <main>
                { frame::cleared(&state, &ui) }
                <div id="panel" class="panel" role="tabpanel" aria-labelledby={tabs::open_tab(&state)}
                    aria-busy={matches!(state.rules, Rules::Awaited).then_some("true")}>
                    { tabs::schemes(&state, &ui) }
                    { panel }
                </div>
            </main>
            { frame::foot(&state, &ui) }
            <result::Spoken {sentence} />
            if let Some(view) = view { { result::bar(view, &ui) } }
        </div>
    }
}
