//! The address of the page. A browser refuses its parts only to the script of another site.

use wasm_bindgen::JsValue;
use web_sys::Location;

/// Returns the fragment, with its `#`; empty where there is none.
pub(crate) fn hash() -> String {
    location().and_then(|location| location.hash().ok()).unwrap_or_default()
}

/// Returns the path.
pub(crate) fn path() -> String {
    location().and_then(|location| location.pathname().ok()).unwrap_or_default()
}

/// Returns the origin, where others can open it too.
#[cfg(target_arch = "wasm32")]
pub(super) fn origin() -> Option<String> {
    location()?.origin().ok().filter(|origin| origin.starts_with("http"))
}

/// Writes another fragment, given with its `#`, without a step in the browser's history.
pub(crate) fn replace_hash(fragment: &str) {
    let Some(window) = web_sys::window().filter(|_| hash() != fragment) else { return };
    let query = || location().and_then(|location| location.search().ok()).unwrap_or_default();
    let whole = if fragment.is_empty() { path() + &query() } else { fragment.to_owned() };
    if let Ok(history) = window.history() {
        // A browser that forbids it in a frame only loses the address.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&whole));
    }
}

fn location() -> Option<Location> {
    web_sys::window().map(|window| window.location())
}
