//! Schemes from outside the build.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::{DAY, at, caught, code, json, text};
use super::terminal::printed_each;
use jifen_js::load_scheme;

/// Shanghai's scheme as `export --json` writes it, under another id.
pub(crate) fn exported(id: &str) -> JsValue {
    let shanghai = printed_each().iter().find(|printed| at(printed, "id") == "shanghai").unwrap();
    let scheme = at(&shanghai, "export");
    set(&scheme, "id", id);
    scheme
}

fn set(object: &JsValue, key: &str, value: impl Into<JsValue>) {
    Reflect::set(object, &key.into(), &value.into()).unwrap();
}

pub(crate) fn assess(id: &str, answers: &JsValue) -> Result<JsValue, JsValue> {
    jifen_js::assess(id.into(), answers.clone(), json(&format!(r#"{{"on":"{DAY}"}}"#)))
}

pub(crate) fn advise(id: &str, answers: &JsValue) -> Result<JsValue, JsValue> {
    jifen_js::advise(id.into(), answers.clone(), json(&format!(r#"{{"on":"{DAY}"}}"#)))
}

/// Loads the exported scheme after a change, and gives the message of what is thrown.
fn refused(change: impl Fn(&JsValue)) -> String {
    let scheme = exported("refused");
    change(&scheme);
    let error = caught(load_scheme(scheme));
    assert_eq!(at(&error, "code"), "invalid-scheme");
    assert_eq!(code(jifen_js::questions("refused".into(), JsValue::UNDEFINED)), "unknown-scheme");
    at(&error, "message").as_string().unwrap()
}

#[wasm_bindgen_test]
fn an_exported_scheme_loads_back_as_text_or_object_and_can_be_replaced() {
    let scheme = exported("replica");
    let summary = load_scheme(text(&scheme).into()).unwrap();
    assert_eq!(at(&summary, "id"), "replica");
    let questions = |id: &str| text(&jifen_js::questions(id.into(), JsValue::UNDEFINED).unwrap());
    assert_eq!(questions("replica"), questions("shanghai"));
    let report = |id: &str| text(&assess(id, &json("{}")).unwrap());
    assert_eq!(report("replica").replace("\"replica\"", "\"shanghai\""), report("shanghai"));

    let count = at(&jifen_js::schemes().unwrap(), "length");
    set(&at(&scheme, "line"), "threshold", 1.5);
    load_scheme(scheme).unwrap();
    assert_eq!(at(&jifen_js::schemes().unwrap(), "length"), count);
    assert_eq!(at(&assess("replica", &json("{}")).unwrap(), "line.threshold"), 1.5);
}

#[wasm_bindgen_test]
fn a_reference_to_nothing_is_refused_by_name() {
    let message = refused(|scheme| set(&at(scheme, "indicator.0.cite"), "document", "lost-paper"));
    assert!(message.contains("`lost-paper`"), "{message}");
    let message = refused(|scheme| {
        let questions: Array = at(scheme, "section.0.questions").unchecked_into();
        questions.push(&"lost-question".into());
    });
    assert!(message.contains("`lost-question`"), "{message}");
    let message = refused(|scheme| {
        set(&at(scheme, "condition.0"), "applies", json(r#"{"yes": "lost-guard"}"#))
    });
    assert!(message.contains("`lost-guard`"), "{message}");
}

#[wasm_bindgen_test]
fn a_wrong_shape_is_refused() {
    let keys = Object::keys(&Object::from(exported("any")));
    for key in keys.iter().filter_map(|key| key.as_string()).filter(|key| key != "floor") {
        refused(|scheme| set(scheme, &key, 5));
    }
    let message = refused(|scheme| {
        drop(Reflect::delete_property(&Object::from(scheme.clone()), &"line".into()))
    });
    assert!(message.contains("line"), "{message}");
    let message = refused(|scheme| set(&at(scheme, "edition"), "from", "2023-02-30"));
    assert!(message.contains("2023-02-30") || message.contains("invalid"), "{message}");
    refused(|scheme| set(&at(scheme, "question.0"), "id", "__proto__"));
    refused(|scheme| set(&at(scheme, "line"), "threshold", 120.125));
    let message = refused(|scheme| set(&at(scheme, "indicator.1"), "score", json(r#"{"fix": 1}"#)));
    assert!(message.contains("indicator[1]") && message.contains("`fix`"), "{message}");
    refused(|scheme| set(&at(scheme, "indicator.0"), "score", json(r#"{"fixed": 1, "sum": []}"#)));
}

/// Ignoring a misspelt cap or condition would make people pass who do not.
#[wasm_bindgen_test]
fn a_misspelt_field_is_refused_with_its_place() {
    let message = refused(|scheme| set(scheme, "conditions", json("[]")));
    assert!(message.contains("`conditions`"), "{message}");
    let message = refused(|scheme| set(&at(scheme, "indicator.1"), "kap", 30));
    assert!(message.contains("`indicator[1].kap`"), "{message}");
    let message = refused(|scheme| set(&at(scheme, "line.name"), "constructor", json("{}")));
    assert!(message.contains("`line.name.constructor`"), "{message}");
}

#[wasm_bindgen_test]
fn what_is_no_json_or_too_much_of_it_is_refused() {
    for given in ["", "{", "null", "[]", "{}", "\u{0}", "<!doctype html>"] {
        assert_eq!(code(load_scheme(given.into())), "invalid-scheme", "{given}");
    }
    assert_eq!(code(load_scheme(" ".repeat(5_000_000).into())), "invalid-scheme");
    for levels in [65, 100_000] {
        let deep = "[".repeat(levels) + &"]".repeat(levels);
        let message = at(&caught(load_scheme(deep.into())), "message").as_string().unwrap();
        assert!(message.contains("levels deep"), "{message}");
    }
}

/// As deep as is let in: reading, binding and computing must all fit on the stack, even unoptimised.
#[wasm_bindgen_test]
fn the_deepest_formula_that_loads_also_computes() {
    let nested = |open: &str, core: &str, close: &str, levels: usize| {
        json(&(open.repeat(levels) + core + &close.repeat(levels)))
    };
    let formulas = [
        nested(r#"{"sum":["#, r#"{"fixed":1}"#, "]}", 29),
        nested(r#"{"capped":{"cap":9,"of":"#, r#"{"fixed":1}"#, "}}", 29),
    ];
    for score in formulas {
        let scheme = exported("deep");
        set(&at(&scheme, "indicator.0"), "score", score);
        load_scheme(scheme).unwrap();
        assess("deep", &json("{}")).unwrap();
    }
    let tests = [
        nested(r#"{"not":"#, r#"{"yes":"serious-crime"}"#, "}", 58),
        nested(r#"{"all":["#, r#"{"yes":"serious-crime"}"#, "]}", 29),
    ];
    for test in tests {
        let scheme = exported("deep");
        set(&at(&scheme, "condition.0"), "needs", test);
        load_scheme(scheme).unwrap();
        assess("deep", &json(r#"{"serious-crime": true}"#)).unwrap();
        assess("deep", &json(r#"{"serious-crime": false}"#)).unwrap();
    }
}
