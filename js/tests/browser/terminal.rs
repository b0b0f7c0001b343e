//! The module and the terminal say the same.

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::{at, json, text};

/// What the terminal prints for the rules of this build: written by the build, with another serializer.
pub(crate) fn printed() -> JsValue {
    json(include_str!(concat!(env!("OUT_DIR"), "/terminal.json")))
}

/// What it prints for each scheme.
pub(crate) fn printed_each() -> Array {
    Array::from(&at(&printed(), "each"))
}

#[wasm_bindgen_test]
fn schemes_questions_and_assessments_equal_what_the_terminal_prints() {
    let built_in: Vec<JsValue> = Array::from(&at(&printed(), "schemes")).to_vec();
    let held = Array::from(&jifen_js::schemes().unwrap());
    for summary in &built_in {
        assert!(held.iter().any(|scheme| text(&scheme) == text(summary)), "{summary:?}");
    }
    for printed in printed_each().iter() {
        let id = at(&printed, "id");
        let questions = jifen_js::questions(id.clone(), JsValue::UNDEFINED).unwrap();
        assert_eq!(text(&questions), text(&at(&printed, "questions")));
        let report = jifen_js::assess(id.clone(), json("{}"), printed.clone()).unwrap();
        assert_eq!(text(&report), text(&at(&printed, "unanswered")));
        let advice = jifen_js::advise(id.clone(), json("{}"), printed.clone()).unwrap();
        assert_eq!(text(&advice), text(&at(&printed, "advice")));
        let forecast = jifen_js::forecast(id, json("{}"), printed.clone()).unwrap();
        assert_eq!(text(&forecast), text(&at(&printed, "forecast")));
    }
}
