//! Whether an edition is in force, and the check code of a result.

use jifen::scheme::Language;

use super::{Person, date, scheme};
use crate::text::phrases::Phrases;
use crate::views::edition::{dates, warning};

/// A scheme, a day, and what the page warns of in both languages; nothing where the edition is in force.
const WARNINGS: &[(&str, &str, [&str; 2])] = &[
    (
        "shanghai",
        "2022-12-31",
        [
            "这套规则2023年1月1日才施行。下面提前按它计算。",
            "These rules only apply from 1 January 2023. They are already used below.",
        ],
    ),
    ("shanghai", "2023-01-01", ["", ""]),
    ("shanghai", "2027-12-31", ["", ""]),
    (
        "shanghai",
        "2028-01-01",
        [
            "这套规则已于2027年12月31日到期。下面仍按它计算，请先确认有没有新规定。",
            "These rules ended on 31 December 2027; check whether new ones apply.",
        ],
    ),
    ("beijing", "2040-01-01", ["", ""]),
];

#[test]
fn an_edition_not_in_force_is_told() {
    for (id, on, expected) in WARNINGS {
        let said = [Language::Zh, Language::En].map(|language| {
            let phrases = Phrases::new(scheme(id), language);
            warning(scheme(id), date(on), &phrases).unwrap_or_default()
        });
        assert_eq!(said, *expected, "of {id} on {on}");
    }
}

/// A scheme, and the name and days of its edition.
const DATES: &[(&str, [&str; 2])] = &[
    (
        "shanghai",
        [
            "2023 年版（沪府规〔2022〕21号）；2023年1月1日起施行、有效至2027年12月31日、2026年11月25日核对。",
            "2023 edition (沪府规〔2022〕21号); in force since 1 January 2023, valid to 31 December 2027, checked on 25 November 2026.",
        ],
    ),
    (
        "beijing",
        [
            "2020 年版（京政办发〔2020〕9号）；2020年7月16日起施行、没有查到截止日期、2026年11月25日核对。",
            "2020 edition (京政办发〔2020〕9号); in force since 16 July 2020, no end date found, checked on 25 November 2026.",
        ],
    ),
];

#[test]
fn an_edition_is_told_with_its_days() {
    for (id, expected) in DATES {
        let said = [Language::Zh, Language::En]
            .map(|language| dates(scheme(id), &Phrases::new(scheme(id), language)));
        assert_eq!(said, *expected, "of {id}");
    }
}

const SOMEBODY: Person = Person {
    scheme: "shanghai",
    on: "2026-11-24",
    answers: "education = 'bachelor'\nacademic-degree = 'bachelor'",
    open: &[],
};

#[test]
fn a_check_code_is_four_groups_of_four_digits() {
    let code = SOMEBODY.assessed().check_code().expect("the rules have a fingerprint");
    let groups: Vec<&str> = code.split(' ').collect();
    assert_eq!(groups.len(), 4, "{code}");
    let hexadecimal =
        |group: &&str| group.len() == 4 && group.bytes().all(|byte| byte.is_ascii_hexdigit());
    assert!(groups.iter().all(hexadecimal), "{code}");
}

#[test]
fn another_answer_or_day_has_another_check_code() {
    let code = |person: Person| person.assessed().check_code();
    assert_eq!(code(SOMEBODY), code(SOMEBODY));
    assert_ne!(code(SOMEBODY), code(Person { open: &["household"], ..SOMEBODY }));
    assert_ne!(code(SOMEBODY), code(Person { on: "2026-11-25", ..SOMEBODY }));
}
