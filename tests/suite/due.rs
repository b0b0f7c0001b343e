//! What is due: the day on which each thing comes up, and the day before, on which it does not.

use std::fs;
use std::path::Path;

use jifen_check::{Due, Urgency, due};
use jiff::civil::Date;
use tempfile::TempDir;

const RULES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/rules");

/// A thing in a rule file, and from when to when it comes up as what. Everything is asked over two months.
struct Example {
    file: &'static str,
    text: &'static str,
    subject: &'static str,
    /// A day, and what is said on it.
    days: &'static [(&'static str, Option<Urgency>)],
}

const NOW: Option<Urgency> = Some(Urgency::Now);
const SOON: Option<Urgency> = Some(Urgency::Soon);
const AGED: Option<Urgency> = Some(Urgency::Aged);

const EXAMPLES: &[Example] = &[
    Example {
        file: "town/scheme.toml",
        text: "[edition]\nfrom = \"2020-01-01\"\nto = \"2026-12-31\"\nchecked = \"2026-01-01\"",
        subject: "edition/to",
        days: &[
            ("2026-10-30", None),
            ("2026-10-31", SOON),
            ("2026-12-31", SOON),
            ("2027-01-01", NOW),
            ("2030-01-01", NOW),
        ],
    },
    Example {
        file: "town/scheme.toml",
        text: "[edition]\nfrom = \"2027-03-01\"",
        subject: "edition/from",
        days: &[
            ("2026-12-31", None),
            ("2027-01-01", SOON),
            ("2027-03-01", SOON),
            ("2027-03-02", None),
        ],
    },
    Example {
        file: "town/scheme.toml",
        text: "[edition]\ndoubt = { since = \"2027-03-01\" }",
        subject: "edition/doubt",
        days: &[
            ("2026-12-31", None),
            ("2027-01-01", SOON),
            ("2027-02-28", SOON),
            ("2027-03-01", NOW),
        ],
    },
    Example {
        file: "town/scheme.toml",
        text: "[edition]\nchecked = \"2025-11-24\"",
        subject: "edition/checked",
        days: &[("2025-11-24", None), ("2026-11-24", None), ("2026-11-25", AGED)],
    },
    // 29 February has its anniversary on the 28th.
    Example {
        file: "town/scheme.toml",
        text: "[edition]\nchecked = \"2024-02-29\"",
        subject: "edition/checked",
        days: &[("2025-02-28", None), ("2025-03-01", AGED)],
    },
    Example {
        file: "town/scheme.toml",
        text: "[edition]\nchecked = \"2025-11-24\"\n[[document]]\nid = \"law\"\nurl = \"http://a.gov.cn\"",
        subject: "document/law/url",
        days: &[("2026-11-24", None), ("2026-11-25", AGED)],
    },
    Example {
        file: "town/scheme.toml",
        text: "[edition]\ncite = { document = \"law\", grade = \"official\" }\n[[document]]\nid = \"law\"\nto = \"2026-12-31\"",
        subject: "document/law/to",
        days: &[
            ("2026-10-30", None),
            ("2026-10-31", SOON),
            ("2026-12-31", SOON),
            ("2027-01-01", NOW),
        ],
    },
    // Nothing that decides rests on it.
    Example {
        file: "town/scheme.toml",
        text: "[edition]\n[[notice]]\nid = \"n\"\ncite = { document = \"law\", grade = \"official\" }\n[[document]]\nid = \"law\"\nto = \"2026-12-31\"",
        subject: "document/law/to",
        days: &[("2026-10-31", None), ("2027-01-01", None)],
    },
    // The edition says it first.
    Example {
        file: "town/scheme.toml",
        text: "[edition]\nto = \"2026-12-31\"\ncite = { document = \"law\", grade = \"official\" }\n[[document]]\nid = \"law\"\nto = \"2026-12-31\"",
        subject: "document/law/to",
        days: &[("2026-12-31", SOON), ("2027-01-01", None)],
    },
    Example {
        file: "town/scheme.toml",
        text: "[edition]\n[[condition]]\nid = \"new\"\nneeds = { not-before = { day = \"on\", earliest = { fixed = \"2027-01-02\" } } }",
        subject: "condition/new/needs/not-before/earliest/fixed",
        days: &[
            ("2026-11-01", None),
            ("2026-11-02", SOON),
            ("2027-01-02", SOON),
            ("2027-01-03", None),
        ],
    },
    Example {
        file: "town/scheme.toml",
        text: "[edition]\n[[indicator]]\nid = \"tax\"\ncite = { document = \"law\", grade = \"one-source\" }",
        subject: "indicator/tax/cite",
        days: &[
            ("2020-01-01", Some(Urgency::SingleSource)),
            ("2030-01-01", Some(Urgency::SingleSource)),
        ],
    },
    Example {
        file: "town/scheme.toml",
        text: "[edition]\n[[indicator]]\nid = \"tax\"\nscore = { options = { rows = [{ option = \"a\", cite = { grade = \"conflicting\", readings = [{ zh = \"\" }, { zh = \"\" }] } }] } }",
        subject: "indicator/tax/score/options/rows/a/cite",
        days: &[("2026-01-01", Some(Urgency::Conflicting))],
    },
    Example {
        file: "town/scheme.toml",
        text: "[edition]\n[[indicator]]\nid = \"tax\"\ncite = { document = \"law\", grade = \"two-sources\" }",
        subject: "indicator/tax/cite",
        days: &[("2026-01-01", None)],
    },
    Example {
        file: "town/guide.toml",
        text: "[[channel]]\nid = \"desk\"\nphone = \"12333\"\nbasis = { grade = \"official\", dated = \"2025-06-13\" }",
        subject: "channel/desk/basis",
        days: &[("2026-06-13", None), ("2026-06-14", AGED)],
    },
    // A source of a month or a year may be as young as its last day.
    Example {
        file: "town/guide.toml",
        text: "[[step]]\nid = \"go\"\nbasis = { grade = \"official\", dated = \"2024-02\" }",
        subject: "step/go/basis",
        days: &[("2025-02-28", None), ("2025-03-01", AGED)],
    },
    Example {
        file: "town/guide.toml",
        text: "[[step]]\nid = \"go\"\nbasis = { grade = \"official\", dated = \"2024\" }",
        subject: "step/go/basis",
        days: &[("2025-12-31", None), ("2026-01-01", AGED)],
    },
    Example {
        file: "town/guide.toml",
        text: "[[round]]\nid = \"filing\"\nwindows = [{ year = 2026, from = { month = 10, day = 10 } }]",
        subject: "round/filing/windows/1",
        days: &[
            ("2026-08-09", None),
            ("2026-08-10", SOON),
            ("2026-10-10", SOON),
            ("2026-10-11", None),
            // Then the days of the next year are to be looked for.
            ("2027-08-09", None),
            ("2027-08-10", SOON),
            ("2027-10-10", SOON),
            ("2027-10-11", AGED),
        ],
    },
    Example {
        file: "town/scheme.toml",
        text: "[edition]\n[[question]]\nid = \"round\"\npresume = { coming-round = { filed-until = { known = [\"2024-11-08\", \"2025-11-10\"] } } }",
        subject: "question/round/presume/coming-round/filed-until/known",
        days: &[
            ("2026-09-09", None),
            ("2026-09-10", SOON),
            ("2026-11-10", SOON),
            ("2026-11-11", AGED),
        ],
    },
    // The same days every year; they may pass its end.
    Example {
        file: "town/guide.toml",
        text: "[[round]]\nid = \"filing\"\nwindows = [{ from = { month = 12, day = 1 }, to = { month = 1, day = 31 } }]",
        subject: "round/filing/windows/1",
        days: &[
            ("2026-09-30", None),
            ("2026-10-01", SOON),
            ("2027-01-31", SOON),
            ("2027-02-01", None),
        ],
    },
    Example {
        file: "holidays.toml",
        text: "checked = \"2026-11-26\"\n[[year]]\nyear = 2026",
        subject: "year",
        days: &[
            ("2025-12-31", NOW),
            ("2026-01-01", None),
            ("2026-10-31", None),
            ("2026-11-01", SOON),
            ("2026-12-31", SOON),
            ("2027-01-01", NOW),
        ],
    },
    Example {
        file: "holidays.toml",
        text: "checked = \"2026-11-26\"\n[[year]]\nyear = 2026",
        subject: "checked",
        days: &[("2027-11-26", None), ("2027-11-27", AGED)],
    },
];

#[test]
fn each_thing_comes_up_on_its_day_and_not_on_the_day_before() {
    for example in EXAMPLES {
        let rules = TempDir::new().expect("a temporary folder");
        write(rules.path(), "town/scheme.toml", "[edition]\n");
        write(rules.path(), "town/guide.toml", "");
        write(rules.path(), example.file, example.text);
        for (on, urgency) in example.days {
            let found = due_on(rules.path(), on);
            let said = found.iter().find(|due| due.subject == example.subject);
            let Example { text, subject, .. } = example;
            assert_eq!(said.map(|due| due.urgency), *urgency, "{subject} on {on} of:\n{text}");
        }
    }
}

#[test]
fn an_edition_that_another_follows_is_nobodys_work_any_more() {
    let rules = TempDir::new().expect("a temporary folder");
    let old = "[edition]\nfrom = \"2023-01-01\"\nto = \"2024-12-31\"\nchecked = \"2023-01-01\"\n";
    write(rules.path(), "town/scheme.toml", "[edition]\nfrom = \"2025-01-01\"\n");
    write(rules.path(), "town/editions/2023.toml", old);
    write(rules.path(), "town/guide.toml", "");
    let before = due_on(rules.path(), "2024-12-01");
    assert!(before[0].what.contains("the next starts on 2025-01-01"), "{before:?}");
    assert_eq!(due_on(rules.path(), "2025-01-02"), []);
    // A draft follows nothing.
    let draft = "[edition]\nkind = \"draft\"\nfrom = \"2025-01-01\"\n";
    write(rules.path(), "town/scheme.toml", old);
    write(rules.path(), "town/editions/2023.toml", draft);
    assert_eq!(due_on(rules.path(), "2025-01-02")[0].subject, "edition/to");
}

#[test]
fn what_is_due_in_the_rules_stands_where_it_says_and_in_order() {
    let found = due_on(Path::new(RULES), "2026-11-26");
    assert!(found.is_sorted());
    for Due { file, line, subject, what, .. } in &found {
        let text = fs::read_to_string(file).expect("the file that it names");
        let written = text.lines().nth(line - 1).expect("the line that it names");
        let key = subject.rsplit('/').find(|step| step.parse::<usize>().is_err());
        let key = key.expect("a key");
        // A citation that stands below its own header is found by the header.
        assert!(written.contains(key) || written.contains('{'), "{subject}: {what}\n{written}");
    }
    let conflicting = found.iter().filter(|due| due.urgency == Urgency::Conflicting).count();
    let written: usize = rule_files(Path::new(RULES))
        .iter()
        .map(|text| text.matches("grade = \"conflicting\"").count())
        .sum();
    assert_eq!(conflicting, written, "every citation whose sources disagree, once");
}

#[test]
fn a_file_that_cannot_be_read_is_no_clean_bill() {
    let rules = TempDir::new().expect("a temporary folder");
    write(rules.path(), "town/scheme.toml", "[edition\n");
    write(rules.path(), "town/guide.toml", "");
    let error = due(rules.path(), day("2026-11-26"), 2).expect_err("no TOML");
    assert!(error.to_string().contains("`check` lists them"), "{error}");
}

fn due_on(rules: &Path, on: &str) -> Vec<Due> {
    due(rules, day(on), 2).expect("rules that can be read")
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn write(rules: &Path, file: &str, text: &str) {
    let path = rules.join(file);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// The texts of all schemes, their editions and guides.
fn rule_files(folder: &Path) -> Vec<String> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            texts.extend(rule_files(&path));
        } else if !path.ends_with("cases.toml") {
            texts.push(fs::read_to_string(path).expect("a file"));
        }
    }
    texts
}
