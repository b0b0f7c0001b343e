//! The window of the page: what it hears, and whether it is another page's.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::Event;

/// Hears an event of the window until dropped.
pub(crate) struct WindowListener {
    name: &'static str,
    heard: Closure<dyn Fn(Event)>,
}

impl WindowListener {
    /// Listens for an event, by its name.
    pub(crate) fn new(name: &'static str, heard: impl Fn() + 'static) -> WindowListener {
        let heard = Closure::wrap(Box::new(move |_: Event| heard()) as Box<dyn Fn(Event)>);
        if let Some(window) = web_sys::window() {
            let function = heard.as_ref().unchecked_ref();
            // No listener is refused; at worst the page hears nothing.
            let _ = window.add_event_listener_with_callback(name, function);
        }
        WindowListener { name, heard }
    }
}

/// Does something after some milliseconds, and at an event of the window, by its name, until what is returned is dropped.
pub(crate) fn soon(
    milliseconds: u32,
    event: &'static str,
    act: impl Fn() + 'static,
) -> (Timeout, WindowListener) {
    let act = Rc::new(act);
    let at_event = act.clone();
    (Timeout::new(milliseconds, move || act()), WindowListener::new(event, move || at_event()))
}

impl Drop for WindowListener {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let function = self.heard.as_ref().unchecked_ref();
            let _ = window.remove_event_listener_with_callback(self.name, function);
        }
    }
}

/// Returns whether the page stands within another one.
#[cfg(target_arch = "wasm32")]
pub(super) fn is_framed() -> bool {
    use wasm_bindgen::JsValue;
    let Some(window) = web_sys::window() else { return false };
    let top = window.top().ok().flatten();
    top.is_none_or(|top| JsValue::from(top) != JsValue::from(window))
}

/// Opens the browser's own dialogue for printing.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        // A frame may forbid it.
        let _ = window.print();
    }
}
