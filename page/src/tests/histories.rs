//! What the page takes a question to be that a history answers by a range.

use super::{Person, progress};

/// The questions that follow from a history of insurance in Shanghai.
const COUNTED: &[&str] = &[
    "insured-months",
    "insured-months-of-12",
    "base-months-08-of-48",
    "base-months-1-of-48",
    "base-months-2-of-48",
    "base-months-3-of-36",
];

fn somebody(answers: &'static str) -> Person {
    Person { scheme: "shanghai", on: "2026-11-24", answers, open: COUNTED }
}

/// A question whose range moves points can be answered by hand and is left to answer; one whose range moves none is not.
#[test]
fn a_range_leaves_a_step_only_where_it_matters() {
    // 34 of 48 months are at 1×, and no base is known of the other 14.
    let unknown = somebody(
        "education = 'bachelor'\neducation-accepted = true\nbase-history = ['2022-11/2023-12', '2024-01/.. 13000']",
    );
    let unknown = unknown.assessed();
    let tier = unknown.scheme.question("base-months-08-of-48").expect("a question");
    assert!(unknown.figure(tier).is_some_and(|one| one.counts && one.value.is_none()));
    let deciding = unknown.most_deciding();
    assert!(deciding.iter().any(|one| one.question == tier), "{deciding:?}");
    assert_eq!(progress(&unknown).next, Some(tier));
    // 40 of 48 are at 1×, and the others can reach no higher tier.
    let enough = somebody("base-history = ['2022-11/2023-06', '2023-07/.. 13000']").assessed();
    assert!(enough.assessment.open.contains(&tier));
    assert!(enough.most_deciding().is_empty(), "{:?}", enough.most_deciding());
    assert_eq!(progress(&enough).steps, 0);
}
