//! Every error code, and what its message says.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::{DAY, assess, at, caught, code, json, text};

fn assess_on(options: &str) -> Result<JsValue, JsValue> {
    jifen_js::assess("shanghai".into(), json("{}"), json(options))
}

#[wasm_bindgen_test]
fn an_unknown_scheme_is_named_with_those_there_are() {
    let error = caught(jifen_js::questions("atlantis".into(), JsValue::UNDEFINED));
    assert_eq!(at(&error, "code"), "unknown-scheme");
    let message = at(&error, "message").as_string().unwrap();
    assert!(message.contains("atlantis") && message.contains("shanghai"), "{message}");
    for scheme in [JsValue::UNDEFINED, 1.into(), json(r#"["shanghai"]"#)] {
        assert_eq!(code(jifen_js::questions(scheme.clone(), JsValue::UNDEFINED)), "unknown-scheme");
        assert_eq!(code(jifen_js::assess(scheme, json("{}"), json("{}"))), "unknown-scheme");
    }
}

#[wasm_bindgen_test]
fn the_day_is_asked_for_and_has_one_form() {
    let error = caught(jifen_js::assess("shanghai".into(), json("{}"), JsValue::UNDEFINED));
    assert_eq!(at(&error, "code"), "missing-day");
    assert!(at(&error, "message").as_string().unwrap().contains("never reads a clock"));
    for missing in ["{}", r#"{"on": null}"#, r#""2026-11-24""#, r#"{"On": "2026-11-24"}"#] {
        assert_eq!(code(assess_on(missing)), "missing-day", "{missing}");
    }
    let days =
        [r#""2026-02-30""#, r#""20261124""#, r#""2026-11-24T00:00:00""#, r#""""#, "1795478400000"];
    for day in days {
        assert_eq!(code(assess_on(&format!(r#"{{"on": {day}}}"#))), "invalid-day", "{day}");
    }
    for day in [DAY, "0001-01-01", "9999-12-31"] {
        assess_on(&format!(r#"{{"on": "{day}"}}"#)).unwrap();
    }
}

#[wasm_bindgen_test]
fn each_answer_that_does_not_fit_has_its_code() {
    let cases = [
        (r#"{"shoe-size": 43}"#, "unknown-question", "shoe-size"),
        (r#"{"shoe-size": null}"#, "unknown-question", "shoe-size"),
        (r#"{"__proto__": {"education": "none"}}"#, "unknown-question", "__proto__"),
        (r#"{"serious-crime": "no"}"#, "wrong-kind", "serious-crime"),
        (r#"{"insured-months": "36"}"#, "wrong-kind", "insured-months"),
        (r#"{"insured-months": 36.5}"#, "wrong-kind", "insured-months"),
        (r#"{"insured-months": {"years": 3}}"#, "wrong-kind", "insured-months"),
        (r#"{"birth-date": 631152000000}"#, "wrong-kind", "birth-date"),
        (r#"{"crime-records": "2020-01-01"}"#, "wrong-kind", "crime-records"),
        (r#"{"crime-records": {"length": 1}}"#, "wrong-kind", "crime-records"),
        (r#"{"crime-records": ["2020-01-01", 5]}"#, "wrong-kind", "crime-records"),
        (r#"{"education": "kindergarten"}"#, "unknown-option", "education"),
        (r#"{"education": "toString"}"#, "unknown-option", "education"),
        (r#"{"insured-months": -1}"#, "out-of-range", "insured-months"),
        (r#"{"insured-months": 1e15}"#, "out-of-range", "insured-months"),
        (r#"{"birth-date": "2026-11-25"}"#, "out-of-range", "birth-date"),
        (r#"{"crime-records": ["2030-01-01"]}"#, "out-of-range", "crime-records"),
    ];
    for (answers, code, question) in cases {
        let error = caught(assess(&json(answers)));
        assert_eq!(at(&error, "code"), code, "{answers}");
        assert_eq!(at(&error, "faults.0.question"), question, "{answers}");
        let message = at(&error, "message").as_string().unwrap();
        assert!(message.contains(question) && message.len() < 2000, "{message}");
    }
}

#[wasm_bindgen_test]
fn answers_are_a_plain_object() {
    for answers in ["null", "5", r#""education""#, "[]", r#"[{"education": "none"}]"#] {
        assert_eq!(code(assess(&json(answers))), "invalid-answers", "{answers}");
    }
    // A Map has no properties: read as an object it would pass for a person who answered nothing.
    let map = js_sys::Map::new();
    map.set(&"education".into(), &"doctor".into());
    assert_eq!(code(assess(&map)), "invalid-answers");
}

#[wasm_bindgen_test]
fn every_fault_is_reported_at_once() {
    let answers = r#"{"education": "kindergarten", "insured-months": -1, "birth-date": "1990-01-01", "x": 1}"#;
    let error = caught(assess(&json(answers)));
    let faults = Array::from(&at(&error, "faults"));
    let codes: Vec<_> = faults.iter().map(|fault| at(&fault, "code")).collect();
    assert_eq!(codes, ["unknown-option", "out-of-range", "unknown-question"]);
    assert!(at(&error, "message").as_string().unwrap().ends_with("(and 2 more, see `faults`)"));
}

#[wasm_bindgen_test]
fn a_report_of_faults_stays_small() {
    let answers = js_sys::Object::new();
    for index in 0..100_000 {
        Reflect::set_u32(&answers, index, &1.into()).unwrap();
    }
    let error = caught(assess(&answers));
    assert_eq!(at(&error, "faults.length"), 32);
    let long = format!(r#"{{"education": "{}"}}"#, "学".repeat(1_000_000));
    let error = caught(assess(&json(&long)));
    assert!(text(&at(&error, "faults")).len() < 5000);
    let dates = vec![r#""2020-01-01""#; 100_000].join(",");
    assert_eq!(code(assess(&json(&format!(r#"{{"crime-records": [{dates}]}}"#)))), "out-of-range");
}
