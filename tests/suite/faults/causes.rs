//! The cause of a fault is told, first, and what only follows from it is not.

use std::fs;

use jifen_check::Depth;

use super::{Copy, Found, faults_with, line_of};

#[test]
fn a_file_that_cannot_be_read_is_one_clear_fault() {
    let copy = Copy::new();
    for (text, words) in [("= nonsense", "key"), ("", "missing field"), ("<html>", "key")] {
        let faults = faults_with(&copy, "shanghai/scheme.toml", text);
        assert!(faults.iter().any(|(_, _, what)| what.contains(words)), "{text}: {faults:?}");
    }
    fs::remove_file(copy.path("shanghai/cases.toml")).expect("the cases");
    assert!(
        copy.faults(Some("shanghai"))
            .iter()
            .any(|(file, _, what)| file.ends_with("cases.toml") && what.contains("cannot be read"))
    );
}

/// Every scheme that asks it would have faults of its own, and every case.
#[test]
fn a_question_that_cannot_be_read_is_one_fault_and_one_note() {
    let copy = Copy::new();
    let line = line_of(&copy.text("questions.toml"), "id = \"education\"") + 1;
    copy.change("questions.toml", "id = \"education\"\nask =", "id = \"education\"\naks =");
    let checked = copy.checked(None, Depth::Thorough);
    let [fault] = &checked.faults[..] else { panic!("{:?}", checked.faults) };
    assert!(fault.file.ends_with("questions.toml") && fault.line == line, "{fault}");
    assert!(fault.what.contains("`aks`"), "{fault}");
    let not_run: usize = checked.not_run.iter().map(|left_out| left_out.cases).sum();
    let all = copy_cases();
    assert!(not_run > 0 && checked.cases + not_run == all, "{not_run} of {all}");
    assert!(checked.not_run.iter().any(|left_out| left_out.scheme == "shanghai"));
    assert!(
        !checked.not_run.iter().any(|left_out| left_out.scheme == "chengdu"),
        "it asks its own"
    );
}

fn copy_cases() -> usize {
    let copy = Copy::new();
    let checked = copy.checked(None, Depth::Usual);
    assert!(checked.not_run.is_empty());
    checked.cases
}

/// Of each list of a scheme file one item that cannot be read, wherever else it is named.
#[test]
fn an_item_that_cannot_be_read_is_one_fault() {
    for (before, after) in [
        (
            "[[question]]\nid = \"base-months-08-of-48\"\n",
            "[[question]]\nid = \"base-months-08-of-48\"\naks = 1\n",
        ),
        (
            "[[document]]\nid = \"measures-2022\"\n",
            "[[document]]\nid = \"measures-2022\"\naks = 1\n",
        ),
        ("[[condition]]\nid = ", "[[condition]]\naks = 1\nid = "),
        ("[[indicator]]\nid = \"education\"\n", "[[indicator]]\nid = \"education\"\naks = 1\n"),
        ("[[section]]\nid = ", "[[section]]\naks = 1\nid = "),
        ("[[notice]]\nid = ", "[[notice]]\naks = 1\nid = "),
        ("[[together]]\nid = ", "[[together]]\naks = 1\nid = "),
        // Nobody knows what names an item without an id.
        ("[[indicator]]\nid = \"education\"\n", "[[indicator]]\n"),
        ("[[question]]\nid = \"base-months-08-of-48\"\n", "[[question]]\n"),
    ] {
        let copy = Copy::new();
        copy.change("shanghai/scheme.toml", before, after);
        let checked = copy.checked(None, Depth::Usual);
        let [fault] = &checked.faults[..] else { panic!("{after}: {:?}", checked.faults) };
        assert!(fault.file.ends_with("shanghai/scheme.toml"), "{after}: {fault}");
        let not_run: Vec<&str> = checked.not_run.iter().map(|left_out| &*left_out.scheme).collect();
        assert_eq!(not_run, ["shanghai"], "{after}");
    }
}

/// Nor does a question that is named wrongly break its options, what counts it, and every case.
#[test]
fn a_question_that_is_not_there_is_named_where_it_is_named() {
    let copy = Copy::new();
    let file = "shanghai/scheme.toml";
    copy.change(file, "{ number = \"insured-months\" }", "{ number = \"insured-month\" }");
    let line = line_of(&copy.text(file), "\"insured-month\"");
    let words = "`insured-month` is no question that the form asks".to_owned();
    assert_eq!(copy.faults(None), [(file.to_owned(), line, words)]);
}

#[test]
fn a_default_that_does_not_fit_is_told_once() {
    let copy = Copy::new();
    let file = "shanghai/cases.toml";
    let text = copy.text(file);
    let defaults = &text[..text.find("[[case]]").expect("a case")];
    let start = defaults.find("insured-months = ").expect("a default");
    let before = &defaults[start..start + defaults[start..].find('\n').expect("a line")];
    let faults = faults_with(&copy, file, &text.replacen(before, "insured-months = 601", 1));
    let said = |(.., what): &&Found| what.contains("`insured-months` is 601");
    assert_eq!(faults.iter().filter(said).count(), 1, "{faults:?}");
    assert_eq!(faults[0].1, line_of(&text, before));
}

/// What schemes share, then each scheme: its rules, its guide, its cases.
#[test]
fn causes_come_first() {
    let copy = Copy::new();
    copy.append("questions.toml", "\n[[question]]\nid = \"spare\"\nask = { zh = \"问\", en = \"Ask\" }\nnoun = { zh = \"事\", en = \"fact\" }\nkind = \"yes-no\"\nscope = \"person\"\nchanges = \"never\"\n");
    let empty = "{ zh = \"\", en = \"Ask\" }\n";
    for scheme in ["shanghai", "beijing"] {
        copy.change(&format!("{scheme}/cases.toml"), "\ntotal = ", "\ntotal = 1000 # ");
        let unknown = format!("\n[[unknown]]\npart = \"appeal\"\nwhy = {empty}");
        copy.append(&format!("{scheme}/guide.toml"), &unknown);
        let left_out = format!(
            "\n[[left-out]]\nid = \"spare\"\nup-to = {{ points = 0 }}\ngroup = \"bonus\"\nname = {empty}why = {empty}"
        );
        copy.append(&format!("{scheme}/scheme.toml"), &left_out);
    }
    let files: Vec<String> = copy.faults(None).into_iter().map(|(file, ..)| file).collect();
    let mut first: Vec<String> = files.clone();
    first.dedup();
    assert_eq!(
        first,
        [
            "questions.toml",
            "beijing/scheme.toml",
            "beijing/guide.toml",
            "beijing/cases.toml",
            "shanghai/scheme.toml",
            "shanghai/guide.toml",
            "shanghai/cases.toml"
        ]
    );
    fs::remove_file(copy.path("questions.toml")).expect("the questions");
    assert_eq!(copy.faults(None)[0].0, "questions.toml");
}
