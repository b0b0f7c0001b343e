//! What time does to the answers and to the points.

use jifen::answers::{Answers, Plain, Value};
use jifen::outlook::{carry, going_on};
use jifen::scheme::{Change, Kind, Scheme, Unit};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::people::{SCHEMES, day, person};

fn scheme(id: &str) -> &'static Scheme {
    SCHEMES.iter().find(|scheme| scheme.id == id).expect("a scheme of the project")
}

/// Answers as a line of JSON gives them.
fn answers(scheme: &Scheme, on: Date, json: &str) -> Answers {
    let plain: Vec<(String, Plain)> = serde_json::from_str::<serde_json::Map<_, _>>(json)
        .expect("an object")
        .into_iter()
        .map(|(id, value)| (id, serde_json::from_value(value).expect("a plain value")))
        .collect();
    Answers::read(scheme, plain, on).expect("answers that fit")
}

fn number(answers: &Answers, question: &str) -> Option<i64> {
    match answers.get(question) {
        Some(Value::Number(number)) => Some(*number),
        _ => None,
    }
}

#[test]
fn months_grow_by_full_months_up_to_the_largest_answer() {
    let shanghai = scheme("shanghai");
    let on = date(2026, 11, 24);
    let now = answers(
        shanghai,
        on,
        r#"{"insured-months": 595, "insured-months-of-12": 0, "public-service-months": 7}"#,
    );
    let position = |id| shanghai.question(id).expect("asked");
    let growing = vec![position("insured-months"), position("public-service-months")];
    assert_eq!(going_on(shanghai, &now, on), growing);
    for (to, insured, service) in [
        (date(2026, 12, 23), 595, 7),
        (date(2026, 12, 24), 596, 8),
        (date(2027, 3, 24), 599, 11),
        (date(2027, 4, 24), 600, 12),
        (date(2027, 5, 24), 600, 13),
    ] {
        let later = carry(shanghai, &now, on, to, &[]);
        assert_eq!(number(&later, "insured-months"), Some(insured), "{to}");
        assert_eq!(number(&later, "public-service-months"), Some(service), "{to}");
        assert_eq!(number(&later, "insured-months-of-12"), Some(0), "{to}");
    }
    let paused = [position("insured-months")];
    let later = carry(shanghai, &now, on, date(2027, 5, 24), &paused);
    assert_eq!(number(&later, "insured-months"), Some(595));
    assert_eq!(number(&later, "public-service-months"), Some(13));
}

#[test]
fn months_counted_to_a_round_grow_by_twelve_for_each_round() {
    let beijing = scheme("beijing");
    let on = date(2026, 11, 24);
    let json = r#"{"insured-at-year-end": 100, "back-paid-months": 3, "high-tax-years": 2"#;
    let presumed = answers(beijing, on, &format!("{json}}}"));
    let chosen = answers(beijing, on, &format!("{json}, \"round\": 2027}}"));
    for (to, rounds) in [
        (date(2027, 1, 1), 0),
        (date(2027, 5, 31), 0),
        (date(2027, 6, 1), 1),
        (date(2028, 5, 31), 1),
        (date(2028, 6, 1), 2),
    ] {
        for now in [&presumed, &chosen] {
            let later = carry(beijing, now, on, to, &[]);
            assert_eq!(number(&later, "insured-at-year-end"), Some(100 + 12 * rounds), "{to}");
            assert_eq!(number(&later, "back-paid-months"), Some(3));
            assert_eq!(number(&later, "high-tax-years"), Some(2));
        }
        assert_eq!(number(&carry(beijing, &presumed, on, to, &[]), "round"), None);
        assert_eq!(number(&carry(beijing, &chosen, on, to, &[]), "round"), Some(2027 + rounds));
    }
    assert_eq!(going_on(beijing, &chosen, on), [beijing.question("insured-at-year-end").unwrap()]);
}

#[test]
fn times_grow_by_full_years() {
    let tianjin = scheme("tianjin");
    let on = date(2026, 11, 24);
    let now = answers(tianjin, on, r#"{"permit-endorsements": 2}"#);
    for (to, times) in [(date(2027, 11, 23), 2), (date(2027, 11, 24), 3), (date(2066, 1, 1), 30)] {
        let later = carry(tianjin, &now, on, to, &[]);
        assert_eq!(number(&later, "permit-endorsements"), Some(times), "{to}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_paused_stays(whole in person(), to in day(date(2024, 1, 1), date(2045, 1, 1))) {
        let every: Vec<usize> = (0..whole.scheme.questions.len()).collect();
        prop_assert_eq!(&carry(whole.scheme, &whole.answers, whole.on, to, &every), &whole.answers);
        let growing = going_on(whole.scheme, &whole.answers, whole.on);
        let later = carry(whole.scheme, &whole.answers, whole.on, to, &growing);
        for question in &whole.scheme.questions {
            let year = matches!(question.kind, Kind::Number { unit: Unit::CalendarYear, .. });
            let same = later.get(&question.id) == whole.answers.get(&question.id);
            prop_assert!(same || year && question.changes == Change::Time, "{}", question.id);
        }
    }

    #[test]
    fn carried_answers_fit_and_never_shrink(whole in person(), to in day(date(2024, 1, 1), date(2045, 1, 1))) {
        let later = carry(whole.scheme, &whole.answers, whole.on, to, &[]);
        if to <= whole.on {
            prop_assert_eq!(&later, &whole.answers);
        }
        for question in &whole.scheme.questions {
            let (now, then) = (whole.answers.get(&question.id), later.get(&question.id));
            prop_assert!(then.is_none_or(|value| value.fits(question, to.max(whole.on)).is_ok()));
            if let (Some(Value::Number(now)), Some(Value::Number(then))) = (now, then) {
                prop_assert!(now <= then);
            }
        }
    }
}
