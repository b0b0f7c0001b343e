//! From results to plain objects.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::fault::{Code, Fault};

/// As `JSON.parse` would give what the terminal prints: objects, lists, and `null` for what is absent.
pub(crate) fn plain(result: &(impl Serialize + ?Sized)) -> Result<JsValue, JsValue> {
    result.serialize(&Serializer::json_compatible()).map_err(|error| {
        let message = format!(
            "the result does not fit into JavaScript numbers ({error}): correct the numbers of the loaded scheme"
        );
        Fault::new(Code::InvalidScheme, message).into()
    })
}
