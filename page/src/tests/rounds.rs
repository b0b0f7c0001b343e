//! The coming days of procedures, and rounds that are presumed.

use jifen::scheme::Language;

use super::{CHECKED, Person, scheme};
use crate::text::phrases::Phrases;
use crate::views::guide::coming::next_rounds;

/// A scheme, a day, answers, questions left open, a stage, and its coming days.
type Coming = (
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static str,
    Option<&'static str>,
);

const COMING: &[Coming] = &[
    // The rule moves the last day out of the weekend.
    ("hangzhou", "2026-11-24", "", &[], "schooling", Some("2027-04-09 2027-04-09")),
    ("hangzhou", "2027-04-10", "", &[], "schooling", Some("2028-04-10 2028-04-10")),
    ("tianjin", "2026-11-24", "", &[], "first-filing", Some("2027-01-01 2027-04-30")),
    // Known years only: no later one follows from them.
    ("guangzhou", "2025-10-09", "", &[], "application", Some("2025-10-10 2025-11-10")),
    ("guangzhou", "2025-11-10", "", &[], "application", Some("2025-10-10 2025-11-10")),
    ("guangzhou", "2025-11-11", "", &[], "application", None),
    // A child's year stays what it is: no day of another one, and none after the rules have ended.
    (
        "zhuhai-xiangzhou",
        "2025-11-24",
        "school-round = 2026",
        &[],
        "day-that-decides",
        Some("2026-08-31 2026-08-31"),
    ),
    ("zhuhai-xiangzhou", "2026-09-01", "school-round = 2026", &[], "day-that-decides", None),
    ("zhuhai-xiangzhou", "2025-11-24", "school-round = 2027", &[], "day-that-decides", None),
    (
        "zhuhai-xiangzhou",
        "2025-11-24",
        "",
        &["school-round"],
        "day-that-decides",
        Some("2026-08-31 2026-08-31"),
    ),
];

#[test]
fn coming_days_are_those_that_are_known() {
    for (id, on, answers, open, stage, expected) in COMING {
        let person = Person { scheme: id, on, answers, open };
        let position = CHECKED.schemes.iter().position(|scheme| scheme.id == *id).expect("it");
        let assessed = person.assessed();
        let mut coming = next_rounds(&CHECKED.guides[position], &assessed, &CHECKED.holidays);
        let days = coming.find(|(round, _)| round.id == *stage);
        let days = days.map(|(_, (from, to))| format!("{from} {to}"));
        assert_eq!(days.as_deref(), *expected, "{stage} of {id} on {on} with {answers}");
    }
}

/// A round whose last day of filing is not known is presumed by earlier years, and that is said.
#[test]
fn a_round_presumed_by_other_years_says_so() {
    let said = |id: &str, question: &str, round, language| {
        let question = scheme(id).question(question).expect("a question");
        Phrases::new(scheme(id), language).presumed(&scheme(id).questions[question], round)
    };
    for (round, expected) in [
        (2025, "不填就按 2025 算"),
        (2027, "不填就按 2027 算；那年申报到哪天还没有查到，按往年推的"),
    ] {
        assert_eq!(said("beijing", "round", round, Language::Zh), expected);
    }
    let english = said("beijing", "round", 2027, Language::En);
    assert!(english.contains("the last day to file for that round was not found"), "{english}");
    // That school begins in September is so in every year.
    assert_eq!(said("zhuhai-xiangzhou", "school-round", 2031, Language::Zh), "不填就按 2031 算");
}
