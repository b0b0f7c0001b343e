//! What an event says. Events are handed on from the root of the page, so an event itself does not say who listened.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, File, FocusEvent, HtmlInputElement, InputEvent, KeyboardEvent, Node,
};

use crate::device::object::get;

/// Returns what stands in the field that an event comes from.
pub(crate) fn value(event: &Event) -> String {
    let value = event.target().and_then(|target| get(&target, "value"));
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// Returns whether an input method is still at work in the input that an event comes from.
pub(crate) fn is_composing(event: &Event) -> bool {
    event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing)
}

/// Returns the name of the key that was pressed.
pub(crate) fn key(event: &Event) -> Option<String> {
    event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key)
}

/// Returns the file that was chosen, if any; another time the same may be chosen again.
pub(crate) fn file(event: &Event) -> Option<File> {
    let input = input(event)?;
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// Returns whether the keyboard leaves the group of fields that an event comes from.
pub(crate) fn leaves_fieldset(event: &Event) -> bool {
    let next = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target);
    let next = next.and_then(|target| target.dyn_into::<Node>().ok());
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let fieldset = target.and_then(|target| target.closest("fieldset").ok().flatten());
    !fieldset.is_some_and(|fieldset| next.is_some() && fieldset.contains(next.as_ref()))
}

fn input(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
