//! Published worked examples, and what stays open.

use wasm_bindgen_test::wasm_bindgen_test;

use super::support::{assess, at, by_id, json, person, text};

#[wasm_bindgen_test]
fn published_examples_come_out() {
    let examples = [
        (r#"{"education": "bachelor", "academic-degree": "bachelor"}"#, 120, "pass"),
        (
            r#"{"education": "bachelor", "insured-months": 36, "base-months-08-of-48": 36, "base-months-1-of-48": 36}"#,
            149,
            "pass",
        ),
        (
            r#"{"education": "bachelor", "insured-months": 36, "base-months-08-of-48": 36}"#,
            124,
            "pass",
        ),
        (
            r#"{"education": "associate", "insured-months": 36, "base-months-08-of-48": 36, "base-months-1-of-48": 36}"#,
            139,
            "pass",
        ),
        (r#"{"education": "associate", "insured-months": 36}"#, 89, "short"),
        (
            r#"{"education": "associate", "insured-months": 60, "base-months-08-of-48": 36}"#,
            120,
            "pass",
        ),
        (
            r#"{"education": "secondary", "insured-months": 36, "base-months-08-of-48": 36, "base-months-1-of-48": 36, "base-months-2-of-48": 36}"#,
            139,
            "pass",
        ),
        (
            r#"{"education": "secondary", "insured-months": 24, "base-months-08-of-48": 24, "base-months-3-of-36": 24}"#,
            156,
            "pass",
        ),
    ];
    for (changes, total, verdict) in examples {
        let report = assess(&person(changes)).unwrap();
        let total = format!(r#"{{"low":{total},"high":{total}}}"#);
        assert_eq!(text(&at(&report, "total")), total, "{changes}");
        assert_eq!(at(&report, "verdict"), verdict, "{changes}");
        assert_eq!(at(&report, "open.length"), 0, "{changes}");
        for condition in js_sys::Array::from(&at(&report, "conditions")).iter() {
            let state = at(&condition, "state");
            assert!(state == "met" || state == "not-applicable", "{changes}: {condition:?}");
        }
    }
}

#[wasm_bindgen_test]
fn every_line_says_its_answers_its_points_and_its_clause() {
    let report =
        assess(&person(r#"{"education": "bachelor", "academic-degree": "bachelor"}"#)).unwrap();
    let education = by_id(&report, "indicators", "education");
    assert_eq!(text(&at(&education, "points")), r#"{"low":90,"high":90}"#);
    assert_eq!(at(&education, "answers.education"), "bachelor");
    assert_eq!(at(&education, "answers.academic-degree"), "bachelor");
    assert_eq!(at(&education, "clause.document"), "measures-2022");
    assert_eq!(at(&education, "clause.number"), "沪府规〔2022〕21号");
    for list in ["conditions", "indicators"] {
        for line in js_sys::Array::from(&at(&report, list)).iter() {
            assert!(at(&line, "clause.grade").is_string(), "{line:?}");
            assert!(at(&line, "wants.zh").is_string(), "{line:?}");
        }
    }
}

#[wasm_bindgen_test]
fn an_unmet_condition_ends_it_and_says_what_would_meet_it() {
    let report = assess(&person(
        r#"{"education": "bachelor", "academic-degree": "bachelor", "residence-permit": "suspended"}"#,
    ))
    .unwrap();
    assert_eq!(at(&report, "verdict"), "ineligible");
    let permit = by_id(&report, "conditions", "permit");
    assert_eq!(at(&permit, "state"), "unmet");
    assert!(at(&permit, "cure.en").is_string());
    let fix = r#"{"steps":[{"question":"residence-permit","answer":"valid"}],"gain":0}"#;
    assert_eq!(text(&at(&permit, "fix")), fix);
}

#[wasm_bindgen_test]
fn missing_answers_give_a_range_that_every_answer_narrows() {
    let total = |answers: &str| {
        let report = assess(&json(answers)).unwrap();
        assert_eq!(at(&report, "verdict"), "undecided", "{answers}");
        let end = |path| at(&report, path).as_f64().unwrap();
        (end("total.low"), end("total.high"), end("open.length"))
    };
    let nothing = total("{}");
    let age = total(r#"{"birth-date": "1990-01-01"}"#);
    let both = total(r#"{"birth-date": "1990-01-01", "education": "none"}"#);
    assert!(nothing.0 < nothing.1);
    assert!(nothing.0 <= age.0 && age.0 <= both.0);
    assert!(nothing.1 >= age.1 && age.1 >= both.1);
    assert!(nothing.2 > age.2 && age.2 > both.2);
    assert_eq!(total(r#"{"birth-date": null, "education": null}"#), nothing);
}
