//! `due` and `review` as a person and a machine see them.

mod program;

use std::fs;

use program::{copy_of_rules, jifen, jifen_over};
use serde_json::Value;

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn due_says_the_same_to_a_person_and_to_a_machine() {
    let lines = text(&jifen(&["due", "--on", "2026-11-26", "--within", "12"], "").stdout);
    let json = jifen(&["due", "--on", "2026-11-26", "--within", "12", "--json"], "").stdout;
    let json: Value = serde_json::from_slice(&json).expect("JSON");
    let json = json.as_array().expect("a list");
    assert!(lines.lines().count() > 100 && lines.lines().count() == json.len());
    for (line, due) in lines.lines().zip(json) {
        let words: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(words[0], due["urgency"], "{line}");
        assert_eq!(words[1], due["day"].as_str().unwrap_or("-"), "{line}");
        let place = format!("{}:{}", due["file"].as_str().expect("a file"), due["line"]);
        assert_eq!(words[2], place, "{line}");
    }
    assert!(!jifen(&["due"], "").status.success(), "the day is wanted: nothing here reads a clock");
}

#[test]
fn a_worksheet_goes_out_and_comes_back() {
    let copy = copy_of_rules();
    let jifen = |arguments: &[&str], input: &str| jifen_over(copy.path(), arguments, input);
    let file = copy.path().join("shenzhen/scheme.toml");
    let before = fs::read_to_string(&file).expect("the file");
    let sheet = text(&jifen(&["review", "shenzhen"], "").stdout);
    let apply = ["review", "shenzhen", "--apply", "-", "--on", "2026-12-24"];
    let applied = jifen(&apply, &sheet);
    assert!(applied.status.success(), "{}", text(&applied.stderr));
    assert!(text(&applied.stdout).contains("0 values corrected, 0 grades raised"));
    assert!(before == fs::read_to_string(&file).expect("the file"));
    let corrected = sheet.replace("\t2028-02-14\t\t", "\t2028-02-14\t2029-02-14\t");
    let applied = jifen(&apply, &corrected);
    assert!(text(&applied.stdout).contains("2 values corrected"), "{}", text(&applied.stdout));
    let after = fs::read_to_string(&file).expect("the file");
    assert_eq!(after, before.replace("to = \"2028-02-14\"", "to = \"2029-02-14\""));
    let refused = jifen(&apply, &sheet.replace("\n\t", "\n?\t"));
    assert!(!refused.status.success() && text(&refused.stderr).contains("nothing was changed"));
    let outside = jifen(&["review", "../shenzhen"], "");
    assert!(text(&outside.stderr).contains("is no id of a scheme"), "{}", text(&outside.stderr));
}
