//! The keyboard's place on the page.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Moves the keyboard to an element, by its id, or to the first one within it that a selector finds; returns whether there is one.
pub(crate) fn focus(id: &str, within: Option<&str>) -> bool {
    let element = element(id).and_then(|element| match within {
        Some(selector) => element.query_selector(selector).ok().flatten(),
        None => Some(element),
    });
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    // An element that cannot take the keyboard leaves it where it is.
    element.map(|element| element.focus()).is_some()
}

/// Returns whether the keyboard is at an element, by its id.
pub(crate) fn is_at(id: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document
        .and_then(|document| document.active_element())
        .is_some_and(|element| element.id() == id)
}

/// Brings an element to the top of the screen.
pub(crate) fn scroll_to(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
    }
}

/// Brings an element to the middle of what is seen of the row that scrolls around it, and leaves the page where it is;
/// `covering` keeps its place at the end of the row.
pub(crate) fn show_in_row(id: &str, covering: &str) {
    let covering = element(covering).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element(id) {
        bring_to_middle(element, covering.map_or(0, |covering| covering.offset_width()));
    }
}

/// Brings the chip that is chosen in a group, by its class, to the middle of the row that scrolls around it.
pub(crate) fn show_chosen(group: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let chosen = [".", group, " input:checked"].concat();
    let chosen = document.and_then(|document| document.query_selector(&chosen).ok()?);
    if let Some(chip) = chosen.and_then(|chosen| chosen.closest("label").ok()?) {
        bring_to_middle(chip, 0);
    }
}

fn bring_to_middle(element: Element, covered: i32) {
    let element = element.dyn_into::<HtmlElement>().ok();
    let Some((element, row)) = element.and_then(|one| Some((one.clone(), one.parent_element()?)))
    else {
        return;
    };
    let row_begins = row.dyn_ref::<HtmlElement>().map_or(0, |row| {
        // Where the row is no parent for places, both count from the same.
        let same = element.offset_parent().as_ref() != Some(row.as_ref());
        if same { row.offset_left() } else { 0 }
    });
    let left = element.offset_left() - row_begins;
    row.set_scroll_left(left - (row.client_width() - covered - element.offset_width()) / 2);
}

fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}
