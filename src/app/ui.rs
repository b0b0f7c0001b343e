//! What every part of the page is handed, and the few steps that touch the browser. Those run in effects and
//! callbacks only, so that the same tree also renders to text.

use jifen::scheme::Language;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, Node};
use yew::prelude::*;

use super::state::{Action, State};
use super::words::{Words, words};

/// What every part of the page is handed.
#[derive(Clone, PartialEq)]
pub(crate) struct Ui {
    pub(crate) language: Language,
    dispatch: UseReducerDispatcher<State>,
}

impl Ui {
    pub(crate) fn new(language: Language, dispatch: UseReducerDispatcher<State>) -> Ui {
        Ui { language, dispatch }
    }

    /// The words of the page.
    pub(crate) fn words(&self) -> &'static Words {
        words(self.language)
    }

    /// Lets something happen.
    pub(crate) fn act(&self, action: Action) {
        self.dispatch.dispatch(action);
    }

    /// A callback that lets something happen.
    pub(crate) fn on<E: 'static>(&self, action: impl Fn(E) -> Action + 'static) -> Callback<E> {
        let ui = self.clone();
        Callback::from(move |event| ui.act(action(event)))
    }
}

/// What stands in the input that an event comes from.
pub(crate) fn typed(event: &Event) -> String {
    event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
}

/// Moves to an element of the page: into view, and with the keyboard.
pub(crate) fn go_to(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(element) = document.and_then(|document| document.get_element_by_id(id)) {
        element.scroll_into_view();
        focus(Some(element));
    }
}

/// Moves the keyboard to the first field of the question that an event comes from, whose own button is about to go.
pub(crate) fn go_to_field(event: &Event) {
    focus(around(event).and_then(|group| group.query_selector("input").ok().flatten()));
}

/// Whether the keyboard leaves the question that an event comes from.
pub(crate) fn leaves(event: &FocusEvent) -> bool {
    let next = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    !around(event).is_some_and(|group| next.is_some() && group.contains(next.as_ref()))
}

/// The question or record that an event comes from: events are handed on from the root of the page, so an event
/// itself does not say who listened.
fn around(event: &Event) -> Option<Element> {
    event.target_dyn_into::<Element>()?.closest("fieldset").ok().flatten()
}

/// Moves the keyboard to an element.
pub(crate) fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the keyboard leaves it where it is.
        element.focus().unwrap_or_default();
    }
}
