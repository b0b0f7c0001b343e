//! From results to plain objects.

use serde::Serialize;
use serde_wasm_bindgen::{Error, Serializer};
use wasm_bindgen::JsValue;

/// Returns a result as `JSON.parse` would give what the terminal prints: objects, lists, and `null` for what is
/// absent.
///
/// # Errors
/// When a number does not fit into those of JavaScript, which only a loaded scheme can bring about.
pub(crate) fn to_js(result: &(impl Serialize + ?Sized)) -> Result<JsValue, Error> {
    result.serialize(&Serializer::json_compatible())
}
