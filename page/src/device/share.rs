//! Handing an address on: by the clipboard, or by the device's own sheet for sharing.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::device::object::{ask, get};

/// Copies a text; returns whether that was done.
pub(crate) async fn copy(text: &str) -> bool {
    let clipboard = navigator().and_then(|navigator| get(&navigator, "clipboard"));
    let Some(clipboard) = clipboard else { return false };
    match ask(&clipboard, "writeText", &text.into()) {
        Some(copied) => JsFuture::from(copied).await.is_ok(),
        None => false,
    }
}

/// Returns whether the device has a sheet for sharing.
#[cfg(target_arch = "wasm32")]
pub(super) fn is_offered() -> bool {
    use crate::device::object::method;
    navigator().is_some_and(|navigator| method(&navigator, "share").is_some())
}

/// Opens the sheet for sharing an address; returns whether something was shared.
pub(crate) async fn share(title: &str, url: &str) -> bool {
    let Some(navigator) = navigator() else { return false };
    let what = Object::new();
    for (name, value) in [("title", title), ("url", url)] {
        if Reflect::set(&what, &name.into(), &value.into()).is_err() {
            return false;
        }
    }
    match ask(&navigator, "share", &what) {
        Some(shared) => JsFuture::from(shared).await.is_ok(),
        None => false,
    }
}

fn navigator() -> Option<JsValue> {
    web_sys::window().map(|window| window.navigator().into())
}
