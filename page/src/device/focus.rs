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

/// Brings an element to the middle of the row that scrolls around it, and leaves the page where it is.
pub(crate) fn show_in_row(id: &str) {
    let tab = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let Some((tab, row)) = tab.and_then(|tab| Some((tab.clone(), tab.parent_element()?))) else {
        return;
    };
    row.set_scroll_left(tab.offset_left() - (row.client_width() - tab.offset_width()) / 2);
}

fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}
