//! Days of reckoning: birthdays on 29 February, filings that count to an earlier day, and waits that end on a date.

use jifen::answers::{Answers, Plain, Value};
use jifen::assess::{Need, assess};
use jifen::outlook::{advise, forecast, project};
use jifen::scheme::Scheme;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::people::{Person, SCHEMES, chance, person};

fn scheme(id: &str) -> &'static Scheme {
    SCHEMES.iter().find(|scheme| scheme.id == id).expect("a scheme")
}

fn answers(scheme: &Scheme, on: Date, json: &str) -> Answers {
    let plain: std::collections::BTreeMap<String, Plain> =
        serde_json::from_str(json).expect("an object of answers");
    Answers::read(scheme, plain, on).expect("answers that fit")
}

proptest! {
    #![proptest_config(chance(1500))]

    /// In a common year the birthday of 29 February is 1 March: the two score alike on every day, in every scheme, and the
    /// forecast moves on the same days.
    #[test]
    fn a_birthday_on_29_february_is_1_march_everywhere(
        somebody in person(),
        leap in 1926_i16 / 4..=2007 / 4,
        on in prop_oneof![Just(date(2026, 2, 28)), Just(date(2026, 3, 1)), Just(date(2027, 2, 28)), Just(date(2027, 4, 1))],
    ) {
        let Some(born) = somebody.scheme.question("birth-date") else { return Ok(()) };
        let born = &somebody.scheme.questions[born];
        let on_day = Person { on, ..somebody };
        let [leap, common] = [(2, 29), (3, 1)]
            .map(|(month, day)| on_day.with(born, Some(Value::Date(date(leap * 4, month, day)))));
        let [first, second] = [leap.assess(), common.assess()];
        prop_assert_eq!(first.total, second.total);
        prop_assert_eq!(first.verdict, second.verdict);
        let states = |assessment: &jifen::assess::Assessment| -> Vec<_> {
            assessment.conditions.iter().map(|condition| condition.state).collect()
        };
        prop_assert_eq!(states(&first), states(&second));
    }

    /// Within a filing nothing is gained or lost by waiting for the end of a month: what is counted stays what it was.
    #[test]
    fn months_counted_to_a_day_stay_while_the_filing_is_open(
        months in 1_i64..300,
        first in 1_i8..=28,
        later in 0_i64..=90,
    ) {
        let tianjin = scheme("tianjin");
        let on = date(2026, 7, first);
        let later = on.checked_add(jiff::Span::new().days(later)).expect("a day");
        let insured = tianjin.indicators.iter().position(|one| one.id == "insurance").expect("it");
        let mut now = Answers::default();
        for insurance in ["medical", "unemployment", "injury", "maternity"] {
            now.set(&format!("{insurance}-months"), Some(Value::Number(0)));
        }
        now.set("insured-now", Some(Value::Flag(true)));
        now.set("pension-months", Some(Value::Number(months)));
        let then = project(tianjin, &now, on, later, &[]);
        let points = |answers: &Answers, on| assess(tianjin, answers, on).indicators[insured].points;
        prop_assert_eq!(points(&now, on), points(&then, later));
    }
}

/// Waiting for a birthday ends on it, also on the one that a common year lacks.
#[test]
fn waiting_for_a_birthday_ends_on_it() {
    let hangzhou = scheme("hangzhou");
    let adult = hangzhou.conditions.iter().position(|one| one.id == "adult").expect("it");
    for (born, on, expected) in [
        (date(2008, 2, 29), date(2025, 6, 1), date(2026, 3, 1)),
        (date(2007, 6, 2), date(2025, 6, 1), date(2025, 6, 2)),
        (date(2010, 2, 28), date(2026, 3, 1), date(2028, 2, 28)),
    ] {
        let mut answers = Answers::default();
        answers.set("birth-date", Some(Value::Date(born)));
        let assessment = assess(hangzhou, &answers, on);
        let fix = assessment.conditions[adult].fix.as_ref().expect("waiting meets it");
        assert!(matches!(fix.steps[..], [ref step] if step.need == Need::Day(expected)), "{fix:?}");
    }
}

/// Where age is taken at the end of the month before, or on the day to which a filing counts, waiting ends on the first day
/// that counts so.
#[test]
fn the_points_of_an_age_begin_on_the_day_that_counts_it() {
    for (id, born, on, expected) in [
        // 18 on 15 May 2026: the round of June counts to 1 May, so the points come with that of September, from 1 July on.
        ("hangzhou", date(2008, 5, 15), date(2026, 5, 20), date(2026, 7, 1)),
        ("hangzhou", date(2008, 5, 1), date(2026, 3, 20), date(2026, 4, 1)),
    ] {
        let scheme = scheme(id);
        let age = scheme.indicators.iter().position(|one| one.id == "age").expect("it");
        let mut answers = Answers::default();
        answers.set("birth-date", Some(Value::Date(born)));
        let fix = assess(scheme, &answers, on).indicators[age].fix.clone().expect("waiting does");
        assert!(matches!(fix.steps[..], [ref step] if step.need == Need::Day(expected)), "{fix:?}");
        let points = |on| assess(scheme, &answers, on).indicators[age].points;
        assert!(points(expected.yesterday().expect("a day")).low < points(expected).low);
    }
}

/// Only a date has to pass: the day is named, not the end of the month in which it lies.
#[test]
fn a_wait_for_a_date_ends_on_that_date() {
    let tianjin = scheme("tianjin");
    let on = date(2026, 11, 24);
    let person = answers(
        tianjin,
        on,
        r#"{"false-information-records": ["2021-11-26"], "birth-date": "1991-01-01", "education": "bachelor",
            "senior-technical-class": false, "exam-qualification": "none", "skill-level": "none",
            "certificate-matches-job": false, "trade-shortage-class": "none", "pension-months": 48,
            "medical-months": 48, "unemployment-months": 48, "injury-months": 48, "maternity-months": 48,
            "housing-fund-months": 0, "rental-record-months": 0, "home-district": "none",
            "permit-endorsements": 0, "spouse-employed-here": false, "skills-contest": "none",
            "sentence-end-records": [], "residence-permit": "valid", "household": "elsewhere",
            "insured-now": true, "insured-months-running": 48, "insured-elsewhere": false,
            "past-retirement-age": false}"#,
    );
    let advice = advise(tianjin, &person, on);
    let waits: Vec<Date> =
        advice.suggestions.iter().filter(|one| one.waits).map(|one| one.day).collect();
    assert_eq!(waits.first(), Some(&date(2026, 11, 27)), "{advice:#?}");
    let events = forecast(tianjin, &person, on, &[]).events;
    assert_eq!(events.first().and_then(|event| event.after.day.into()), Some(date(2026, 11, 27)));
}
