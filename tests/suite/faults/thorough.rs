//! What a thorough check finds: whatever could be otherwise, and no case would come out differently.

use jifen_check::Depth;

use super::{Copy, faults_with, line_of, scheme_files};

/// Every number that scores, every citation and every case of the project holds something.
#[test]
fn nothing_of_the_rules_can_change_unnoticed() {
    let faults = Copy::new().faults_to(None, Depth::Thorough);
    assert!(faults.is_empty(), "{faults:#?}");
}

/// A number that no case lies on, however it is spaced.
#[test]
fn a_number_that_no_case_holds_is_found_at_its_line() {
    let copy = Copy::new();
    let file = "shengsi/scheme.toml";
    let notice = "\n[[notice]]\nid = \"planted\"\nname = { zh = \"种\", en = \"Planted\" }\n\
        text = { zh = \"种\", en = \"Planted\" }\n\
        when = { at-least = { of = { number = \"zhejiang-insured-months\" },\n  value=31 } }\n\
        cite = { document = \"guidance-2023\", grade = \"one-source\" }\n";
    copy.append(file, notice);
    assert_eq!(copy.faults(Some("shengsi")), [], "a usual check is content");
    let line = line_of(&copy.text(file), "value=31");
    let words = "`value` = 31 could be 32, and every case would come out the same".to_owned();
    let found = [(file.to_owned(), line, words)];
    assert_eq!(copy.faults_to(Some("shengsi"), Depth::Thorough), found);
    // A case on the edge holds it.
    let case = "\n[[case]]\nname = \"31 months\"\nsource = \"own arithmetic\"\nkind = \"edge\"\non = \"2026-11-24\"\n\
        answers = { zhejiang-insured-months = 31 }\ntotal = 20.5\nverdict = \"undecided\"\nnotices = [\"planted\"]\n";
    copy.append("shengsi/cases.toml", case);
    assert_eq!(copy.faults_to(Some("shengsi"), Depth::Thorough), []);
}

/// A threshold that no total comes near.
#[test]
fn a_line_that_no_case_holds_is_found() {
    let copy = Copy::new();
    let file = "shengsi/scheme.toml";
    copy.change(file, "ranking = {}", "threshold=0.5\nranking = {}");
    let faults = copy.faults_to(Some("shengsi"), Depth::Thorough);
    let line = line_of(&copy.text(file), "threshold=0.5");
    let words = "`threshold` = 0.5 could be 1.5, and every case would come out the same".to_owned();
    assert_eq!(faults, [(file.to_owned(), line, words)]);
}

/// A row that cites what its indicator cites.
#[test]
fn a_citation_that_adds_nothing_is_found_at_its_line() {
    let copy = Copy::new();
    let file = "ningbo/scheme.toml";
    let own = "cite = { document = \"guidance-2023\", grade = \"two-sources\", sources = [\"bendibao\", \"hunanyuer\"] }";
    let row = "{ option = \"middle\", points = 10 }";
    let citing = format!("{{ option = \"middle\", points = 10, {own} }}");
    copy.change(file, row, &citing);
    let line = line_of(&copy.text(file), &citing);
    let words = "without this citation the rule would rest on the same".to_owned();
    let found = [(file.to_owned(), line, words)];
    assert_eq!(copy.faults_to(Some("ningbo"), Depth::Thorough), found);
    copy.change(file, &citing, &citing.replace("two-sources", "derived"));
    assert_eq!(copy.faults_to(Some("ningbo"), Depth::Thorough), []);
}

/// Every citation: take it away and the fault names its line.
#[test]
fn no_citation_can_be_missing() {
    let copy = Copy::new();
    for scheme in scheme_files() {
        let file = format!("{scheme}/scheme.toml");
        let text = copy.text(&file);
        let mut tried = 0;
        for (start, _) in text.match_indices("\ncite = {") {
            let end = start + 1 + matching_brace(&text[start + 1..]);
            let changed = format!("{}{}", &text[..start], &text[end..]);
            let faults = faults_with(&copy, &file, &changed);
            let header =
                text[..start].rfind("\n[").map_or(0, |at| text[..at].matches('\n').count() + 2);
            let said =
                faults.iter().any(|(_, line, what)| *line == header && what.contains("cite"));
            assert!(said, "{file}:{header}: no word of the missing citation in {faults:?}");
            tried += 1;
        }
        assert!(tried > 0, "{file}: no citation found");
    }
}

fn matching_brace(text: &str) -> usize {
    let mut depth = 0;
    for (place, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return place + 1,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// Every row: without the cases that reach it, the fault names its line.
#[test]
fn without_cases_every_row_is_named() {
    let copy = Copy::new();
    for scheme in scheme_files() {
        let cases = format!("{scheme}/cases.toml");
        let text = copy.text(&cases);
        let defaults = &text[..text.find("[[case]]").expect("a case")];
        let faults = faults_with(&copy, &cases, defaults);
        let rules = copy.text(&format!("{scheme}/scheme.toml"));
        let missing: Vec<usize> = faults
            .iter()
            .filter(|(_, _, what)| what.starts_with("no case reaches the row"))
            .map(|(_, line, _)| *line)
            .collect();
        let rows = rules.lines().enumerate().filter(|(_, line)| {
            // Months of a figure are no row that scores.
            line.trim_start().starts_with("{ from = ") && !line.contains("{ from = \"")
                || line.trim_start().starts_with("{ option = ")
        });
        for (number, line) in rows {
            assert!(missing.contains(&(number + 1)), "{scheme}: {line} is not named");
        }
        let conditions = rules.matches("[[condition]]").count();
        let unmet = faults.iter().filter(|(_, _, what)| what.contains("unmet"));
        assert_eq!(unmet.count(), conditions);
    }
}

/// Every case that alone reaches something: delete it and the row it reached is named. The thorough check tries every
/// scheme in memory; here the files of small ones are tried.
#[test]
fn deleting_the_only_case_of_a_row_is_noticed() {
    let copy = Copy::new();
    for scheme in ["shengsi", "zhuhai-doumen"] {
        let file = format!("{scheme}/cases.toml");
        let text = copy.text(&file);
        let mut parts: Vec<&str> = text.split("[[case]]").collect();
        let defaults = parts.remove(0);
        let mut only = 0;
        for left_out in 0..parts.len() {
            let kept = parts
                .iter()
                .enumerate()
                .filter(|(index, _)| *index != left_out)
                .map(|(_, part)| format!("[[case]]{part}"));
            let changed = format!("{defaults}{}", kept.collect::<String>());
            let faults = faults_with(&copy, &file, &changed);
            only += usize::from(!faults.is_empty());
            let coverage = faults.iter().all(|(file, _, what)| {
                !file.ends_with("cases.toml") && what.starts_with("no case reaches")
            });
            assert!(coverage, "without case {left_out}: {faults:?}");
        }
        assert!(only > 2, "{scheme}: {only} cases alone reach something");
    }
}
