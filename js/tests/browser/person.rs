//! A prepared person says what the whole call says, one by one and many at once.

use jifen_js::{Person, prepare};
use js_sys::{Array, Float64Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::{DAY, at, caught, json, person as somebody};

/// Of each scheme, as many people are made up.
const PEOPLE: usize = 40;

fn on() -> JsValue {
    json(&format!(r#"{{"on": "{DAY}"}}"#))
}

fn prepared(scheme: &str, answers: &JsValue) -> Person {
    prepare(scheme.into(), answers.clone(), on()).unwrap_or_else(|error| panic!("{error:?}"))
}

fn message(result: Result<impl Into<JsValue>, JsValue>, code: &str) -> String {
    let error = caught(result.map(Into::into));
    assert_eq!(at(&error, "code"), code);
    at(&error, "message").as_string().unwrap()
}

/// Numbers that are the same in every run.
struct Chance(u32);

impl Chance {
    fn below(&mut self, limit: f64) -> f64 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (f64::from(self.0 >> 8) / f64::from(1 << 24) * limit).floor()
    }

    /// An answer to a question and the number that stands for it in a batch; neither where it stays open, and no number of
    /// a list.
    fn answer(&mut self, question: &JsValue) -> Option<(JsValue, Option<f64>)> {
        if self.below(6.0) == 0.0 {
            return None;
        }
        let limit = |path: &str| at(question, path).as_f64().unwrap();
        let kind = at(question, "kind").as_string().unwrap();
        Some(match kind.as_str() {
            "yes-no" => {
                let yes = self.below(2.0) == 1.0;
                (yes.into(), Some(f64::from(u8::from(yes))))
            }
            "choice" => {
                let option = self.below(limit("options.length"));
                (at(question, &format!("options.{option}.id")), Some(option))
            }
            "number" => {
                let number = limit("min") + self.below(limit("max") - limit("min") + 1.0);
                (number.into(), Some(number))
            }
            "month-counts" => {
                let months = self.below(limit("max") + 1.0);
                (months.into(), Some(months))
            }
            "date" => {
                // Of a year between those of the first and the last day.
                let year = |day: JsValue| day.as_string()?.get(..4)?.parse::<f64>().ok();
                let least = year(at(question, "min")).unwrap() + 1.0;
                let most = year(at(question, "max")).unwrap_or(2026.0);
                let (year, month) = (least + self.below(most - least), 1.0 + self.below(12.0));
                (format!("{year}-{month:02}-28").into(), Some(year * 1e4 + month * 1e2 + 28.0))
            }
            "dates" => (json(r#"["2024-05-01"]"#), None),
            _ => (json(r#"["2019-01/2023-12", "2024-01/.."]"#), None),
        })
    }
}

/// Holds a row of numbers against a report.
fn agrees(layout: &JsValue, row: &[f64], report: &JsValue) {
    let named = |list: &str, number: f64| at(layout, &format!("{list}.{number}"));
    let end = |value: JsValue| value.as_f64().unwrap_or(f64::INFINITY);
    assert_eq!(row.len() as f64, at(layout, "width").as_f64().unwrap());
    assert_eq!(named("verdicts", row[0]), at(report, "verdict"));
    assert_eq!((row[1], row[2]), (end(at(report, "total.low")), end(at(report, "total.high"))));
    let places = |list: &str| Array::from(&at(layout, list)).to_vec();
    let reported = |list: &str| Array::from(&at(report, list)).to_vec();
    let place = |one: &JsValue| at(one, "at").as_f64().unwrap() as usize;
    assert_eq!(places("conditions").len(), reported("conditions").len());
    for (one, condition) in places("conditions").iter().zip(reported("conditions")) {
        assert_eq!(at(one, "id"), at(&condition, "id"));
        assert_eq!(named("states", row[place(one)]), at(&condition, "state"));
    }
    assert_eq!(places("indicators").len(), reported("indicators").len());
    for (one, indicator) in places("indicators").iter().zip(reported("indicators")) {
        assert_eq!(at(one, "id"), at(&indicator, "id"));
        let [low, high, counted] = [0, 1, 2].map(|next| row[place(one) + next]);
        let points = (end(at(&indicator, "points.low")), end(at(&indicator, "points.high")));
        assert_eq!((low, high), points, "{one:?}");
        let counts = (!counted.is_nan()).then_some(counted == 1.0);
        assert_eq!(counts, at(&indicator, "counted").as_bool());
    }
}

#[wasm_bindgen_test]
fn rows_agree_with_reports_for_people_of_chance_in_every_scheme() {
    let mut chance = Chance(2026);
    for scheme in Array::from(&jifen_js::schemes().unwrap()).iter() {
        let id = at(&scheme, "id").as_string().unwrap();
        let base = prepared(&id, &json("{}"));
        let layout = base.layout().unwrap();
        // The edition of the day, which need not be the one that is written whole.
        let edition = Object::new();
        Reflect::set(&edition, &"edition".into(), &at(&layout, "edition")).unwrap();
        let asked = Array::from(&jifen_js::questions(id.as_str().into(), edition.into()).unwrap());
        let ids: Vec<JsValue> = asked.iter().map(|question| at(&question, "id")).collect();
        let (mut columns, mut values, mut rows) = (Vec::new(), Vec::new(), Vec::new());
        for one in 0..PEOPLE {
            let (answers, person) = (Object::new(), prepared(&id, &json("{}")));
            let mut listed = false;
            for (question, id) in asked.iter().zip(&ids) {
                let answer = chance.answer(&question);
                if let Some((value, number)) = &answer {
                    Reflect::set(&answers, id, value).unwrap();
                    person.set(id.clone(), value.clone()).unwrap();
                    listed |= number.is_none();
                }
                let number = answer.and_then(|(_, number)| number);
                if !["dates", "periods"]
                    .contains(&at(&question, "kind").as_string().unwrap().as_str())
                {
                    values.push(number.unwrap_or(f64::NAN));
                    columns.extend((one == 0).then(|| id.clone()));
                }
            }
            let report = jifen_js::assess(id.as_str().into(), answers.into(), on()).unwrap();
            let row = person.assess().to_vec();
            agrees(&layout, &row, &report);
            agrees(&layout, &row, &person.explain().unwrap());
            rows.push((!listed).then_some(row));
        }
        let columns = Array::from_iter(&columns).into();
        let all = base.assess_all(columns, Float64Array::from(values.as_slice()).into()).unwrap();
        let width = all.length() as usize / PEOPLE;
        for (one, row) in all.to_vec().chunks(width).zip(rows) {
            // What is open is not equal to itself.
            assert!(row.is_none_or(|row| format!("{row:?}") == format!("{one:?}")), "{id}");
        }
    }
}

#[wasm_bindgen_test]
fn an_answer_is_changed_and_taken_back() {
    let person = prepared("shanghai", &somebody(r#"{"education": "bachelor"}"#));
    let before = person.assess().to_vec();
    person.set("education".into(), JsValue::NULL).unwrap();
    let open = person.assess().to_vec();
    assert!(open[1] < open[2], "a range again");
    person.set("education".into(), "bachelor".into()).unwrap();
    assert_eq!(format!("{:?}", person.assess().to_vec()), format!("{before:?}"));
}

#[wasm_bindgen_test]
fn what_does_not_fit_is_refused_and_changes_nothing() {
    let person = prepared("shanghai", &somebody("{}"));
    let before = person.explain().unwrap();
    let set = |question: &str, value: JsValue| {
        person.set(question.into(), value).map(|()| JsValue::UNDEFINED)
    };
    assert!(message(set("shoe-size", 43.into()), "unknown-question").contains("`shoe-size`"));
    assert!(message(set("education", 1.into()), "wrong-kind").contains("`education`"));
    assert!(message(set("education", "nursery".into()), "unknown-option").contains("`nursery`"));
    assert!(
        message(set("insured-months", (-1).into()), "out-of-range").contains("`insured-months`")
    );
    assert!(person.set(JsValue::NULL, 1.into()).is_err());
    assert_eq!(super::support::text(&person.explain().unwrap()), super::support::text(&before));
    let nowhere = prepare("atlantis".into(), json("{}"), on());
    assert!(message(nowhere.map(|_| JsValue::NULL), "unknown-scheme").contains("atlantis"));
}

#[wasm_bindgen_test]
fn a_batch_that_does_not_fit_names_the_person() {
    let person = prepared("shanghai", &somebody("{}"));
    let all = |questions: &str, values: &[f64]| {
        person.assess_all(json(questions), Float64Array::from(values).into())
    };
    let two = r#"["insured-months", "birth-date"]"#;
    assert_eq!(all(two, &[]).unwrap().length(), 0);
    assert_eq!(all(two, &[36.0, 19_900_101.0]).unwrap().to_vec(), person_of_36().to_vec());
    assert!(message(all(two, &[1.0, 19_900_101.0, 1.0]), "invalid-answers").contains("fewer"));
    assert!(message(all("[]", &[1.0]), "invalid-answers").contains("questions"));
    assert!(message(all("null", &[1.0]), "invalid-answers").contains("no list"));
    assert!(message(all(r#"["shoe-size"]"#, &[1.0]), "unknown-question").contains("shoe-size"));
    let late = message(all(two, &[1.0, 19_900_101.0, 1.0, 19_900_231.0]), "wrong-kind");
    assert!(late.contains("person 1,") && late.contains("birth-date"), "{late}");
    for (question, number, code) in [
        ("education", 99.0, "unknown-option"),
        ("education", f64::INFINITY, "unknown-option"),
        ("insured-now", 2.0, "wrong-kind"),
        ("crime-records", 0.0, "wrong-kind"),
        ("insured-months", 1e15, "out-of-range"),
        ("birth-date", 99_990_101.0, "out-of-range"),
    ] {
        message(all(&format!(r#"["{question}"]"#), &[number]), code);
    }
    let plain = person.assess_all(json(two), json("[36, 19900101]"));
    assert!(message(plain, "invalid-answers").contains("Float64Array"));
}

fn person_of_36() -> Float64Array {
    let months = r#"{"insured-months": 36, "birth-date": "1990-01-01"}"#;
    prepared("shanghai", &somebody(months)).assess()
}

/// A list may run the caller's code in the middle of a call, and that may call again.
#[wasm_bindgen_test]
fn calls_within_calls() {
    let person = std::rc::Rc::new(prepared("shanghai", &somebody("{}")));
    let within = std::rc::Rc::clone(&person);
    let get = Closure::<dyn Fn() -> JsValue>::new(move || {
        within.set("education".into(), "bachelor".into()).unwrap();
        within.assess();
        "2024-05-01".into()
    });
    let (list, getter) = (Array::new(), Object::new());
    Reflect::set(&getter, &"get".into(), get.as_ref()).unwrap();
    Object::define_property(&list, &"0".into(), &getter);
    person.set("detention-records".into(), list.into()).unwrap();
    let report = person.explain().unwrap();
    let education = super::support::by_id(&report, "indicators", "education");
    assert_eq!(at(&education, "answers.education"), "bachelor");
}
