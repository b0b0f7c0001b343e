//! Handing an address on: by the clipboard, or by the device's own sheet for sharing.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::device::object::{ask, get};

/// How long copying may take, in milliseconds.
const PATIENCE: i32 = 3_000;

/// Copies a text; returns whether that was done.
pub(crate) async fn copy(text: &str) -> bool {
    let clipboard = navigator().and_then(|navigator| get(&navigator, "clipboard"));
    let Some(clipboard) = clipboard else { return false };
    match ask(&clipboard, "writeText", &text.into()) {
        Some(copied) => {
            JsFuture::from(Promise::race(&Array::of2(&copied, &too_late()))).await.is_ok()
        }
        None => false,
    }
}

/// Returns a promise that is broken when nothing came of another for so long that nothing will: some browsers within other
/// programs keep none.
fn too_late() -> Promise {
    Promise::new(&mut |_, refuse| {
        if let Some(window) = web_sys::window() {
            // At worst it is never told, as the other is not.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&refuse, PATIENCE);
        }
    })
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
