//! What an object of the browser may lack, and may throw.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Calls a method that gives a promise.
pub(super) fn ask(of: &JsValue, name: &str, with: &JsValue) -> Option<Promise> {
    let arguments = Array::of1(with);
    method(of, name)?.apply(of, &arguments).ok()?.dyn_into().ok()
}

/// Returns a method.
pub(super) fn method(of: &JsValue, name: &str) -> Option<Function> {
    get(of, name)?.dyn_into().ok()
}

/// Returns a property.
pub(super) fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}
