//! Where the page touches the browser by itself: language and title of the document, the address, the files with the
//! rules, printing.

use gloo_timers::callback::Timeout;
use jifen::link::{COMPARE, Link};
use jifen::scheme::Language;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Window};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::device::focus::{focus, scroll_to};
use crate::device::{self, load};
use crate::elements::ids::{question_id, section_id};
use crate::state::focus::FocusTarget;
use crate::state::{Action, Persistence, Rules, State};
use crate::text::messages::format;
use crate::views::persistence;
use crate::widgets::ui::Ui;

/// How long a cleared form can be brought back, in milliseconds: long enough for a slip of the thumb, short enough for
/// a computer that others use next.
const SECOND_THOUGHT: u32 = 15_000;

#[hook]
pub(super) fn use_effects(state: &UseReducerHandle<State>, ui: &Ui) {
    use_document(state, ui);
    use_effect_with(state.focus.clone(), |focus| focus.target.as_ref().map_or((), move_focus));
    let cleared = state.undo.before.is_some();
    let forget = ui.clone();
    use_effect_with(cleared, move |cleared| {
        let pause = cleared
            .then(|| Timeout::new(SECOND_THOUGHT, move || forget.dispatch(Action::ForgetUndo)));
        move || drop(pause)
    });
    use_browser(state, ui);
}

/// Moves the keyboard.
fn move_focus(target: &FocusTarget) {
    match target {
        FocusTarget::Element(id) => focus(id, None),
        FocusTarget::Place(id) => {
            scroll_to(id);
            focus(id, None);
        }
        FocusTarget::FirstField(question) => focus(&question_id(question), Some("input")),
        FocusTarget::UnfoldButton(section) => focus(&section_id(section), Some("[data-unfold]")),
    }
}

#[hook]
fn use_document(state: &State, ui: &Ui) {
    let messages = ui.messages();
    let title = match state.assessed() {
        Some(assessed) => {
            format(messages.page_title_with, &[assessed.scheme.name.read(ui.language)])
        }
        None if state.open == COMPARE => format(messages.page_title_with, &[messages.compare]),
        None => messages.page_title.to_owned(),
    };
    use_effect_with((ui.language, title, state.larger), |(language, title, larger)| {
        let document = web_sys::window().and_then(|window| window.document());
        let Some(document) = document else { return };
        document.set_title(title);
        speak(&document, *language);
        if let Some(root) = document.document_element() {
            root.set_class_name(if *larger { "larger" } else { "" });
        }
    });
}

/// Says which language the document is in; fonts depend on it.
pub(crate) fn speak(document: &Document, language: Language) {
    let tag = match language {
        Language::Zh => "zh-Hans",
        Language::En => "en",
    };
    if let Some(root) = document.document_element() {
        // Nothing hangs on it.
        let _ = root.set_attribute("lang", tag);
    }
}

#[hook]
fn use_browser(state: &UseReducerHandle<State>, ui: &Ui) {
    // The files with the rules, where they are awaited.
    let awaited = (matches!(state.rules, Rules::Awaited), state.open.clone());
    let (here, loads) = (state.catalogue.is_some(), ui.clone());
    use_effect_with(awaited, move |(awaited, open)| {
        if *awaited {
            let open = open.clone();
            spawn_local(async move {
                let (catalogue, rules) = if here {
                    (None, load::rules(&open).await)
                } else {
                    load::everything(&open).await
                };
                loads.dispatch(Action::RulesLoaded { asked: open, catalogue, rules });
            });
        }
    });

    // The guide, after the rules: nobody waits for it to see the points.
    let guided =
        state.assessed().filter(|assessed| assessed.guide.is_none() && !state.library.guide_failed);
    let guided = guided.map(|assessed| assessed.scheme.clone());
    let guides = ui.clone();
    use_effect_with(guided.as_ref().map(|scheme| scheme.id.clone()), move |_| {
        if let Some(scheme) = guided {
            spawn_local(async move {
                let guide = load::guide(&scheme).await.ok();
                guides.dispatch(Action::GuideLoaded(scheme.id.clone(), guide));
            });
        }
    });

    // The address, without a step in the browser's history.
    let address = state.address();
    use_effect_with(address.clone(), |address| {
        if let Some(window) = web_sys::window() {
            write(&window, address);
        }
    });
    let remembers = ui.clone();
    use_effect_with((state.sharing.persistence, address), move |(persistence, address)| {
        if *persistence == Persistence::On {
            persistence::follow(address, &remembers);
        }
    });

    // A new address, and a sheet of paper.
    let ui = ui.clone();
    use_effect_with((), move |()| {
        let follow = ui.clone();
        let followed = listen("hashchange", move || {
            let hash = web_sys::window().and_then(|window| window.location().hash().ok());
            let (link, problems) = Link::read(&hash.unwrap_or_default());
            follow.dispatch(Action::Follow(link, problems));
        });
        let others = ui.clone();
        let erased = listen("storage", move || {
            if device::remembered().is_none() {
                others.dispatch(Action::Remember(Persistence::Off, None));
            }
        });
        let printed = listen("beforeprint", move || ui.dispatch(Action::Print));
        move || drop((followed, erased, printed))
    });
}

fn write(window: &Window, address: &str) {
    let location = window.location();
    if location.hash().is_ok_and(|hash| hash == address) {
        return;
    }
    let whole = if address.is_empty() {
        location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
    } else {
        address.to_owned()
    };
    if let Ok(history) = window.history() {
        // A browser that forbids it in a frame only loses the address.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&whole));
    }
}

/// Hears an event of the window until dropped.
struct Listening {
    name: &'static str,
    hears: Closure<dyn Fn(Event)>,
}

fn listen(name: &'static str, hears: impl Fn() + 'static) -> Listening {
    let hears = Closure::wrap(Box::new(move |_: Event| hears()) as Box<dyn Fn(Event)>);
    if let Some(window) = web_sys::window() {
        let function = hears.as_ref().unchecked_ref();
        // Only names that no browser knows fail.
        let _ = window.add_event_listener_with_callback(name, function);
    }
    Listening { name, hears }
}

impl Drop for Listening {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let function = self.hears.as_ref().unchecked_ref();
            let _ = window.remove_event_listener_with_callback(self.name, function);
        }
    }
}
