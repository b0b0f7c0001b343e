//! The keyboard's place on the page.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Moves the keyboard to an element, by its id, or to the first one within it that a selector finds.
pub(crate) fn focus(id: &str, within: Option<&str>) {
    let element = element(id).and_then(|element| match within {
        Some(selector) => element.query_selector(selector).ok().flatten(),
        None => Some(element),
    });
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the keyboard leaves it where it is.
        let _ = element.focus();
    }
}

/// Brings an element to the top of the screen.
pub(crate) fn scroll_to(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
    }
}

fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}
