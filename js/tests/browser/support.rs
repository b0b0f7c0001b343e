//! Words for tests: values from JSON, parts of results, errors caught.

use js_sys::{Error, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A day on which every built-in edition is in force.
pub(crate) const DAY: &str = "2026-11-24";

/// Someone of 36 with nothing that scores but age, who meets every condition in Shanghai.
const PERSON: &str = include_str!("../person.json");

pub(crate) fn json(text: &str) -> JsValue {
    JSON::parse(text).unwrap()
}

pub(crate) fn text(value: &JsValue) -> String {
    JSON::stringify(value).unwrap().into()
}

/// Returns that person with some answers changed.
pub(crate) fn person(changes: &str) -> JsValue {
    let person = Object::from(json(PERSON));
    Object::assign(&person, &Object::from(json(changes))).into()
}

pub(crate) fn assess(answers: &JsValue) -> Result<JsValue, JsValue> {
    jifen_js::assess("shanghai".into(), answers.clone(), json(&format!(r#"{{"on":"{DAY}"}}"#)))
}

/// Returns a part of a result: `total.low`, `conditions.0`.
pub(crate) fn at(value: &JsValue, path: &str) -> JsValue {
    let part = |value: JsValue, key: &str| Reflect::get(&value, &key.into()).unwrap();
    path.split('.').fold(value.clone(), part)
}

/// Returns the item with an id, of a list of a result.
pub(crate) fn by_id(report: &JsValue, list: &str, id: &str) -> JsValue {
    let list = js_sys::Array::from(&at(report, list));
    list.iter().find(|item| at(item, "id") == id).unwrap_or_else(|| panic!("no {id}"))
}

/// Returns what was thrown: an `Error` that says what is wrong, with a code and its faults.
pub(crate) fn caught(result: Result<JsValue, JsValue>) -> JsValue {
    let error = result.expect_err("nothing was thrown");
    assert!(error.is_instance_of::<Error>(), "{error:?}");
    assert!(at(&error, "message").as_string().is_some_and(|message| message.len() > 20));
    assert_eq!(at(&error, "code"), at(&error, "faults.0.code"));
    error
}

pub(crate) fn code(result: Result<JsValue, JsValue>) -> String {
    at(&caught(result), "code").as_string().unwrap()
}
