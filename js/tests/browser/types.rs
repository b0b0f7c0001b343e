//! The TypeScript types tell the truth: what the functions return is held against the declarations, member by member.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::declarations::Declarations;
use super::loading::exported;
use super::support::{advise, assess, at, caught, json, person};
use super::{loading, terminal};

fn declared() -> Declarations {
    Declarations::read(include_str!("../../src/types.d.ts"))
}

#[wasm_bindgen_test]
fn results_are_as_declared() {
    let declared = declared();
    declared.check("Scheme[]", &jifen_js::schemes().unwrap());
    for printed in terminal::printed_each().iter() {
        let id = at(&printed, "id");
        declared.check("Question[]", &jifen_js::questions(id.clone()).unwrap());
        let report = jifen_js::assess(id.clone(), json("{}"), printed.clone()).unwrap();
        declared.check("AssessmentReport", &report);
        declared.check("AdviceReport", &jifen_js::advise(id, json("{}"), printed).unwrap());
    }
    for changes in [
        "{}",
        r#"{"education": "associate", "insured-months": 36, "crime-records": ["2025-01-01"]}"#,
        r#"{"residence-permit": "none", "serious-crime": true, "household": "here"}"#,
    ] {
        declared.check("AssessmentReport", &assess(&person(changes)).unwrap());
        declared.check("AdviceReport", &advise(&person(changes)).unwrap());
    }
    let report = advise(&person(r#"{"education": "associate", "insured-months": 36}"#)).unwrap();
    assert_eq!(at(&report, "missing"), 31.0);
    assert_eq!(at(&report, "suggestions.0.kind"), "reaches");
    let report = loading::advise("beijing", &json(r#"{"education": "bachelor"}"#)).unwrap();
    declared.check("AdviceReport", &report);
}

/// A scheme with the parts that no built-in one need have.
#[wasm_bindgen_test]
fn results_of_a_ranking_are_as_declared() {
    let scheme = exported("ranking");
    let ranking =
        r#"{"groups": ["base"], "cutoffs": [{"round": "2025", "points": 97.13, "cite": null}]}"#;
    let set = |object: &JsValue, key: &str, value: &JsValue| {
        Reflect::set(object, &key.into(), value).unwrap();
    };
    set(&at(&scheme, "line"), "ranking", &json(ranking));
    set(&at(&scheme, "line.ranking.cutoffs.0"), "cite", &at(&scheme, "line.cite"));
    set(&at(&scheme, "edition"), "to", &JsValue::NULL);
    set(&at(&scheme, "together.0"), "keep", &json(r#"{"capped": 40.5}"#));
    let number = r#"{"number": {"unit": "percent", "min": 0, "max": 100, "decimals": 2}}"#;
    set(&at(&scheme, "question.0"), "kind", &json(number));
    declared().check("Scheme", &jifen_js::load_scheme(scheme).unwrap());
    declared().check("Question[]", &jifen_js::questions("ranking".into()).unwrap());
    let report = loading::assess("ranking", &json("{}")).unwrap();
    assert_eq!(at(&report, "standings.0.cutoff"), 97.13);
    declared().check("AssessmentReport", &report);
}

#[wasm_bindgen_test]
fn errors_are_as_declared() {
    let error = caught(assess(&json(r#"{"education": 1, "insured-months": -1}"#)));
    declared().check("ErrorCode", &at(&error, "code"));
    declared().check("Fault[]", &at(&error, "faults"));
    let error = caught(jifen_js::load_scheme(JsValue::NULL));
    declared().check("Fault[]", &at(&error, "faults"));
}

#[wasm_bindgen_test]
fn the_check_itself_finds_what_is_undeclared_missing_or_of_another_type() {
    let declared = declared();
    let faults = |value: &str| declared.fault("Text", &json(value));
    assert_eq!(faults(r#"{"zh": "", "en": ""}"#), None);
    for wrong in [r#"{"zh": ""}"#, r#"{"zh": "", "en": 1}"#, r#"{"zh": "", "en": "", "fr": ""}"#] {
        assert!(faults(wrong).is_some(), "{wrong}");
    }
    assert!(declared.fault("Verdict", &"perhaps".into()).is_some());
    assert!(declared.fault("Day[]", &Array::of1(&1.into())).is_some());
}
