//! Grades that the named sources do not make, and sources that nothing rests on.

use super::kinds::found_at_its_line;
use super::{Copy, faults_with};

#[test]
fn a_grade_is_what_its_sources_make_it() {
    let copy = Copy::new();
    let file = "tianjin/scheme.toml";
    let text = copy.text(file);
    let two = "sources = [\"hunanyuer\", \"bendibao\", \"ndbk\"]";
    let changes = [
        (two, "sources = [\"hunanyuer\"]", "fewer than two publishers"),
        (two, "sources = []", "fewer than two publishers"),
        (two, "sources = [\"hunanyuer\", \"hunanyuer\"]", "or is named twice"),
        (two, "sources = [\"hunanyuer\", \"nobody\"]", "`nobody` is no source"),
        (
            "grade = \"one-source\",\n  sources = [\"tjjfrh\"]",
            "grade = \"one-source\",\n  sources = [\"tjjfrh\", \"ndbk\"]",
            "one source, and two publishers",
        ),
        ("dated = \"2025-02-02\"", "dated = \"lately\"", "no year, month or day"),
        ("id = \"jwbk\"", "id = \"ndbk\"", "stands twice"),
        (
            "[[source]]\nid = \"tjjfrh\"",
            "[[source]]\nid = \"more\"\npublisher = { zh = \"某\", en = \"Some\" }\nkind = \"site\"\n\n[[source]]\nid = \"tjjfrh\"",
            "nothing rests on the source `more`",
        ),
        ("kind = \"agency\"", "kind = \"hearsay\"", "unknown variant `hearsay`"),
    ];
    for change in changes {
        found_at_its_line(&copy, file, &text, change);
    }
    // Two names for one publisher are no two sources.
    let one = text.replacen(
        "publisher = { zh = \"ndbk.net\", en = \"ndbk.net\" }",
        "publisher = { zh = \"hunanyuer.com\", en = \"hunanyuer.com\" }",
        1,
    );
    let one = one.replace(two, "sources = [\"hunanyuer\", \"ndbk\"]");
    let faults = faults_with(&copy, file, &one);
    let said = |what: &str| what.contains("fewer than two publishers");
    assert!(faults.iter().any(|(_, _, what)| said(what)), "{faults:?}");
}

#[test]
fn guides_and_other_editions_name_their_sources_too() {
    let copy = Copy::new();
    for (file, before) in [
        ("tianjin/guide.toml", "sources = [\"tibet\", \"bendibao\"]"),
        (
            "shenzhen/editions/draft-2025.toml",
            "sources = [\"shenzhen-business-daily\", \"shyiduo\"]",
        ),
    ] {
        let text = copy.text(file);
        for (after, words) in [
            ("sources = []", "fewer than two publishers"),
            ("sources = [\"nobody\"]", "`nobody` is no source"),
        ] {
            found_at_its_line(&copy, file, &text, (before, after, words));
        }
    }
    // What an edition inherits and does not use is no fault; what it brings and does not use is one.
    let file = "guangzhou/editions/2023.toml";
    let more = "[[source]]\nid = \"more\"\npublisher = { zh = \"某\", en = \"Some\" }\nkind = \"site\"\n\n";
    let text = copy.text(file);
    let (before, after) = text.split_at(text.find("[[source]]").expect("it has sources"));
    let faults = faults_with(&copy, file, &[before, more, after].concat());
    let said = |what: &str| what.contains("nothing rests on the source `more`");
    assert!(faults.len() == 1 && said(&faults[0].2), "{faults:?}");
}
