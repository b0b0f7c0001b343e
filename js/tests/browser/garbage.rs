//! Nothing a caller passes stops the module: it answers, or throws an `Error` of its own.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::loading;
use super::support::{assess, at, caught, json, person, text};

#[wasm_bindgen(module = "/tests/browser/garbage.js")]
extern "C" {
    fn garbage() -> Array;
    fn mutated(json: &str, seed: u32, values: &Array) -> JsValue;
}

fn answers_or_throws(result: Result<JsValue, JsValue>) -> bool {
    match result {
        Ok(value) => {
            assert!(value.is_object());
            true
        }
        Err(error) => {
            caught(Err(error));
            false
        }
    }
}

fn still_works() {
    let report = assess(&person(r#"{"education": "bachelor", "academic-degree": "bachelor"}"#));
    assert_eq!(at(&report.unwrap(), "total.low"), 120);
}

#[wasm_bindgen_test]
fn any_value_in_any_place() {
    let options = json(r#"{"on": "2026-11-24"}"#);
    for value in garbage().iter() {
        answers_or_throws(jifen_js::questions(value.clone(), JsValue::UNDEFINED));
        answers_or_throws(jifen_js::load_scheme(value.clone()));
        answers_or_throws(jifen_js::assess(value.clone(), json("{}"), options.clone()));
        answers_or_throws(jifen_js::assess("shanghai".into(), value.clone(), options.clone()));
        answers_or_throws(jifen_js::assess("shanghai".into(), json("{}"), value.clone()));
        let on = js_sys::Object::new();
        Reflect::set(&on, &"on".into(), &value).unwrap();
        answers_or_throws(jifen_js::assess("shanghai".into(), json("{}"), on.into()));
    }
    still_works();
}

#[wasm_bindgen_test]
fn any_value_as_an_answer_to_any_question() {
    let values = garbage();
    for question in
        Array::from(&jifen_js::questions("shanghai".into(), JsValue::UNDEFINED).unwrap()).iter()
    {
        for value in values.iter() {
            let answers = js_sys::Object::new();
            Reflect::set(&answers, &at(&question, "id"), &value).unwrap();
            answers_or_throws(assess(&answers));
        }
    }
    still_works();
}

/// A getter runs the caller's code in the middle of a call, and that may call again.
#[wasm_bindgen_test]
fn calls_within_calls() {
    let load = Closure::<dyn Fn() -> JsValue>::new(|| {
        jifen_js::load_scheme(loading::exported("within")).unwrap();
        "bachelor".into()
    });
    let answers = js_sys::Object::new();
    let getter = js_sys::Object::new();
    Reflect::set(&getter, &"get".into(), load.as_ref()).unwrap();
    Reflect::set(&getter, &"enumerable".into(), &true.into()).unwrap();
    js_sys::Object::define_property(&answers, &"education".into(), &getter);
    let report = assess(&answers).unwrap();
    assert_eq!(at(&report, "scheme"), "shanghai");
    jifen_js::questions("within".into(), JsValue::UNDEFINED).unwrap();
}

/// Schemes that were damaged in one place load or are refused; those that load compute something.
#[wasm_bindgen_test]
fn damaged_schemes() {
    let json_text = text(&loading::exported("mutant"));
    let values = json(
        r#"[null, true, 0, -1, 1.5, 1e17, 9007199254740991, -9007199254740991, "", "education", "on", [], {},
            "9999-12-31", {"fixed": 90071992547409}, {"sum": []}, {"highest": []}, {"all": []}, {"any": []},
            {"number": "birth-date"}, {"yes": "education"}, {"lowest": []}, "yes-no", {"dates": {"most": 255}},
            {"in-year": {"year": "insured-months", "plus": -32768, "month": 127, "day": -128}},
            {"before": {"day": "on", "years": 32767}}, {"remainder": {"of": {"fixed": -5}, "each": 0}}]"#,
    );
    let values = Array::from(&values);
    let (mut loaded, mut refused) = (0, 0);
    for seed in 0..400 {
        if answers_or_throws(jifen_js::load_scheme(mutated(&json_text, seed * 7919, &values))) {
            loaded += 1;
            answers_or_throws(jifen_js::questions("mutant".into(), JsValue::UNDEFINED));
            answers_or_throws(loading::assess("mutant", &json("{}")));
            answers_or_throws(loading::assess("mutant", &person("{}")));
            answers_or_throws(loading::advise("mutant", &person("{}")));
        } else {
            refused += 1;
        }
    }
    assert!(loaded > 20 && refused > 20, "{loaded} loaded, {refused} refused");
    still_works();
}
