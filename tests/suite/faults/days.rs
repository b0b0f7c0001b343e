//! Faults in days of reckoning, filings and rounds.

use super::kinds::found_at_its_line;
use super::{Copy, Found, line_of};

#[test]
fn days_of_filing_are_held_to_the_calendar() {
    let copy = Copy::new();
    let file = "tianjin/scheme.toml";
    let text = copy.text(file);
    let changes = [
        (
            "{ to = { month = 4, day = 30 }, counted-to = { month = 12, day = 31 } },\n",
            "{ to = { month = 11, day = 30 }, counted-to = { month = 12, day = 31 } },\n",
            "not in order",
        ),
        ("{ to = { month = 4, day = 30 },", "{ to = { month = 4, day = 31 },", "not in order"),
        (
            "counted-to = { month = 6, day = 30 }",
            "counted-to = { month = 6, day = 31 }",
            "not in order",
        ),
        (
            "months-by = { of = \"pension-months\"",
            "months-by = { of = \"permit-endorsements\"",
            "`permit-endorsements` is not a number of months",
        ),
        ("day = \"counting-day\"", "day = \"counted-day\"", "unknown variant `counted-day`"),
    ];
    for change in changes {
        found_at_its_line(&copy, file, &text, change);
    }
    // Without a filing nothing says when that day is.
    let from = text.find("[filing]").expect("a filing");
    let end = from + text[from..].find("# ──").expect("the next heading");
    copy.change(file, &text[from..end], "");
    let line = line_of(&copy.text(file), "day = \"counting-day\"");
    let said =
        |(_, at, what): &Found| what.contains("a counting day without a filing") && *at == line;
    let faults = copy.faults(Some("tianjin"));
    assert!(faults.iter().any(said), "line {line}: {faults:?}");
}

#[test]
fn last_days_of_a_round_are_one_for_a_year_and_in_order() {
    let copy = Copy::new();
    let file = "guangzhou/scheme.toml";
    let text = copy.text(file);
    let known = "known = [\"2023-11-08\", \"2024-11-08\", \"2025-11-10\"]";
    for (after, words) in [
        ("known = []", "without last days of filing in order"),
        ("known = [\"2024-11-08\", \"2023-11-08\"]", "without last days of filing in order"),
        ("known = [\"2024-11-08\", \"2024-11-10\"]", "without last days of filing in order"),
        ("otherwise = { month = 11, day = 31 }", "without last days of filing in order"),
    ] {
        // The fault stands at the kind of the question.
        let changed = text.replacen(known, after, 1);
        let faults = super::faults_with(&copy, file, &changed);
        let question = line_of(&text, "id = \"entry-round\"");
        let said = |(_, at, what): &Found| what.contains(words) && at.abs_diff(question) <= 9;
        assert!(faults.iter().any(said), "`{after}`: {faults:?}");
    }
    let day = "{ in-year = { year = \"entry-round\", month = 9, day = 30 } }";
    let none = "{ in-year = { year = \"entry-round\", month = 9, day = 31 } }";
    found_at_its_line(&copy, file, &text, (day, none, "month 9, day 31"));
}
