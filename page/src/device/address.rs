//! The address of the page. A browser refuses its parts only to the script of another site.

#[cfg(target_arch = "wasm32")]
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

/// Returns the query, with its `?`; empty where there is none.
pub(super) fn query() -> String {
    location().and_then(|location| location.search().ok()).unwrap_or_default()
}

/// Puts right an address whose `#` a chat has written as `%23`, so that the fragment stands in the path or the query;
/// returns whether that was so.
#[cfg(target_arch = "wasm32")]
pub(crate) fn put_right() -> bool {
    let whole = path() + &query();
    let Some((before, fragment)) = whole.split_once("%23").filter(|_| !hash().contains('=')) else {
        return false;
    };
    let right = [before, "#", fragment].concat();
    let history = web_sys::window().and_then(|window| window.history().ok());
    history.is_some_and(|history| {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&right)).is_ok()
    })
}

fn location() -> Option<Location> {
    web_sys::window().map(|window| window.location())
}
