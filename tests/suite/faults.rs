//! Broken rules: each is found, at its line. The rules of the project are broken in every place of a kind, so that a
//! value nobody checks cannot hide.

use std::fs;
use std::path::{Path, PathBuf};

use jifen::link::code;
use jifen_check::{check, check_scheme};
use tempfile::TempDir;

use crate::rules::folder;

/// A copy of the rules, to be broken.
struct Copy {
    folder: TempDir,
}

impl Copy {
    fn new() -> Copy {
        let copy = Copy { folder: TempDir::new().expect("a temporary folder") };
        copy_into(folder(), copy.folder.path());
        copy
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    /// The faults of a scheme, or of everything.
    fn faults(&self, scheme: Option<&str>) -> Vec<Found> {
        let rules = self.folder.path();
        let faults = match scheme {
            Some(scheme) => check_scheme(rules, scheme).faults,
            None => check(rules).expect("the copy can be read").faults,
        };
        faults
            .into_iter()
            .map(|fault| {
                let file = fault.file.strip_prefix(rules).unwrap_or(&fault.file);
                (file.display().to_string(), fault.line, fault.what)
            })
            .collect()
    }
}

/// File, line, and what is wrong.
type Found = (String, usize, String);

fn copy_into(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy_into(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}

/// Replaces the text of one file and returns the faults.
fn faults_with(copy: &Copy, file: &str, text: &str) -> Vec<Found> {
    let path = copy.path(file);
    let before = fs::read_to_string(&path).expect("the file");
    fs::write(&path, text).expect("the changed file");
    let faults = copy.faults(file.split_once('/').map(|(scheme, _)| scheme));
    fs::write(&path, before).expect("the file as it was");
    faults
}

fn scheme_files() -> Vec<String> {
    let folders =
        fs::read_dir(folder()).expect("the rules").map(|entry| entry.expect("an entry").path());
    let names = folders.filter(|path| path.is_dir());
    names.map(|path| path.file_name().expect("a name").to_string_lossy().into_owned()).collect()
}

/// Every number that scores: change it and a case, or the lint, must notice.
#[test]
fn no_scoring_number_can_change_unnoticed() {
    let copy = Copy::new();
    let mut unnoticed = Vec::new();
    for scheme in scheme_files() {
        let file = format!("{scheme}/scheme.toml");
        let text = fs::read_to_string(copy.path(&file)).expect("the scheme");
        let rules =
            ["[[condition]]", "[[indicator]]"].into_iter().filter_map(|list| text.find(list));
        let rules = rules.min().expect("rules");
        let mut tried = 0;
        for key in [
            "points = ",
            "from = ",
            "each = ",
            "value = ",
            "cap = ",
            "years = ",
            "threshold = ",
            "fixed = ",
        ] {
            for (start, _) in text.match_indices(key).filter(|(start, _)| *start > rules) {
                let number = start + key.len();
                let length = text[number..]
                    .bytes()
                    .take_while(|byte| byte.is_ascii_digit() || *byte == b'-' || *byte == b'.')
                    .count();
                let Ok(value) = text[number..number + length].parse::<f64>() else { continue };
                // What a past round took is told, not computed with.
                let written = text[..start].rfind('\n').map_or(0, |at| at + 1);
                if text[written..start].contains("round = ") {
                    continue;
                }
                let changed =
                    format!("{}{}{}", &text[..number], value + 1.0, &text[number + length..]);
                let line = text[..start].matches('\n').count() + 1;
                if faults_with(&copy, &file, &changed).is_empty() {
                    unnoticed.push(format!("{file}:{line}: {key}{value}"));
                }
                tried += 1;
            }
        }
        assert!(tried > 5, "{file}: only {tried} numbers found");
    }
    assert!(unnoticed.is_empty(), "these can change unnoticed:\n{}", unnoticed.join("\n"));
}

/// Every citation: take it away and the fault names its line.
#[test]
fn no_citation_can_be_missing() {
    let copy = Copy::new();
    for scheme in scheme_files() {
        let file = format!("{scheme}/scheme.toml");
        let text = fs::read_to_string(copy.path(&file)).expect("the scheme");
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
        assert!(tried > 10, "{file}: only {tried} citations found");
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
        let text = fs::read_to_string(copy.path(&cases)).expect("the cases");
        let defaults = &text[..text.find("[[case]]").expect("a case")];
        let faults = faults_with(&copy, &cases, defaults);
        let rules =
            fs::read_to_string(copy.path(&format!("{scheme}/scheme.toml"))).expect("the scheme");
        let missing: Vec<usize> = faults
            .iter()
            .filter(|(_, _, what)| what.starts_with("no case reaches the row"))
            .map(|(_, line, _)| *line)
            .collect();
        let rows = rules.lines().enumerate().filter(|(_, line)| {
            line.trim_start().starts_with("{ from = ")
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

/// Every case that alone reaches something: delete it and the row it reached is named.
#[test]
fn deleting_the_only_case_of_a_row_is_noticed() {
    let copy = Copy::new();
    for scheme in scheme_files() {
        let file = format!("{scheme}/cases.toml");
        let text = fs::read_to_string(copy.path(&file)).expect("the cases");
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

/// One change, and the words that its fault must hold.
#[test]
fn each_kind_of_fault_is_found_at_its_line() {
    let copy = Copy::new();
    let file = "shanghai/scheme.toml";
    let text = fs::read_to_string(copy.path(file)).expect("the scheme");
    let changes = [
        (
            "{ from = 44, points = 29 }",
            "{ from = 46, points = 29 }",
            "rows overlap|comes after the row from 46",
        ),
        ("{ from = 0, points = 30 }", "{ from = 18, points = 30 }", "starts at 18"),
        ("{ from = 61, points = 0,", "{ from = 611, points = 0,", "can never be reached"),
        ("{ from = 45, points = 27 }", "{ from = 45, points = 29 }", "same as the row before"),
        ("{ option = \"special\", points = 30 },", "", "no row for the option `special`"),
        (
            "{ option = \"special\", points = 30 }",
            "{ option = \"special\", points = 130 }",
            "under a cap of 110",
        ),
        (
            "of = { number = \"insured-months\" }, each = 12",
            "of = { number = \"insured-month\" }, each = 12",
            "`insured-month` is no question",
        ),
        (
            "options = [\"associate\"] } },\n      { yes",
            "options = [\"associated\"] } },\n      { yes",
            "`associated` is no option",
        ),
        (
            "indicators = [\"education\", \"skill\"]",
            "indicators = [\"education\", \"skills\"]",
            "`skills` is no indicator",
        ),
        (
            "name = { zh = \"年龄\", en = \"Age\" }",
            "name = { zh = \"年龄\" }",
            "missing field `en`",
        ),
        (
            "name = { zh = \"年龄\", en = \"Age\" }",
            "name = { zh = \"\", en = \"Age\" }",
            "the `zh` text is empty",
        ),
        ("to = \"2027-12-31\"\nchecked", "to = \"2022-12-31\"\nchecked", "comes before the start"),
        (
            "to = \"2027-12-31\"\nchecked",
            "to = \"2028-12-31\"\nchecked",
            "beyond the dates of its document",
        ),
        ("points = -150", "points = 150", "points in this group"),
        ("grade = \"conflicting\",", "grade = \"two-sources\",", "readings and the grade"),
        (
            "id = \"measures-2022\"\ntitle",
            "id = \"measures-2023\"\ntitle",
            "`measures-2022` is no document",
        ),
        ("id = \"spouse\"", "id = \"age\"", "stands twice"),
        ("threshold = 120", "", "neither a threshold nor a ranking"),
        ("keep = \"highest\"", "keep = \"lowest\"", "unknown variant `lowest`"),
    ];
    for change in changes {
        found_at_its_line(&copy, file, &text, change);
    }
}

/// The same for a guide.
#[test]
fn each_kind_of_fault_in_a_guide_is_found_at_its_line() {
    let copy = Copy::new();
    let file = "shanghai/guide.toml";
    let text = fs::read_to_string(copy.path(file)).expect("the guide");
    let changes = [
        (
            "url = \"http://jzzjf.rsj.sh.gov.cn/jzzjf/\"",
            "url = \"http://jzzjf.rsj.sh.gov.cn.example.com/jzzjf/\"",
            "not an address of a government host",
        ),
        ("phone = \"12333\"", "phone = \"12333 转 1\"", "not a telephone number"),
        ("medium = \"online\"", "medium = \"hearsay\"", "unknown variant `hearsay`"),
        ("dated = \"2025\"", "dated = \"lately\"", "no year, month or day"),
        ("dated = \"2025\"", "dated = \"2025-13\"", "no year, month or day"),
        ("id = \"simulation\"", "id = \"system\"", "stands twice"),
        ("en = \"Official score simulation (模拟打分)\"", "en = \"\"", "the `en` text is empty"),
        ("{ number = \"insured-months\" }", "{ number = \"insured-month\" }", "no question"),
        (
            "decided-by = \"line\"",
            "decided-by = { condition = \"lines\" }",
            "`lines` is no condition",
        ),
        ("after = \"permit-expiry\"", "after = \"permit-end\"", "`permit-end` is no question"),
        ("working-days = 22", "working-days = -22", "working days backwards"),
    ];
    for change in changes {
        found_at_its_line(&copy, file, &text, change);
    }
    let silent = text
        .replace("[[appeal]]", "[[renewal]]")
        .replace("part = \"appeal\"", "part = \"renewal\"");
    let faults = faults_with(&copy, file, &silent);
    assert!(faults.iter().any(|(_, _, what)| what.contains("nothing of Appeal")), "{faults:?}");
    let never = text.replacen("value = 3,", "value = 3000,", 1);
    let faults = faults_with(&copy, file, &never);
    assert!(!faults.is_empty(), "a clash that never is was not noticed");
}

fn found_at_its_line(copy: &Copy, file: &str, text: &str, change: (&str, &str, &str)) {
    let (before, after, words) = change;
    assert!(text.contains(before), "the rules hold no `{before}`");
    let changed = text.replacen(before, after, 1);
    let faults = faults_with(copy, file, &changed);
    let line = text[..text.find(before).expect("just found")].matches('\n').count() + 1;
    let said = |(_, at, what): &Found| {
        words.split('|').any(|words| what.contains(words)) && at.abs_diff(line) <= 12
    };
    assert!(faults.iter().any(said), "`{after}` at line {line}: {faults:?}");
}

#[test]
fn a_scheme_cannot_take_the_name_of_another_file() {
    for name in ["all", "catalogue", "a.b", "_compare"] {
        let copy = Copy::new();
        fs::rename(copy.path("shengsi"), copy.path(name)).expect("a folder of that name");
        let faults = copy.faults(Some(name));
        assert!(
            faults.iter().any(|(_, _, what)| what.contains("can be called")),
            "{name}: {faults:?}"
        );
    }
}

#[test]
fn every_fault_of_a_file_is_listed() {
    let copy = Copy::new();
    let file = "shanghai/scheme.toml";
    let text = fs::read_to_string(copy.path(file)).expect("the scheme");
    let changed = text
        .replacen("grade = \"two-sources\"", "grade = \"hearsay\"", 1)
        .replacen("points = 110", "points = \"many\"", 1)
        .replacen("group = \"bonus\"", "group = \"extra\"", 2);
    let faults = faults_with(&copy, file, &changed);
    assert!(faults.len() >= 4, "{faults:?}");
    assert!(faults.is_sorted_by(|one, other| (&one.0, one.1) <= (&other.0, other.1)));
}

#[test]
fn a_question_that_depends_on_a_later_one_is_named() {
    let copy = Copy::new();
    let file = "shanghai/scheme.toml";
    let text = fs::read_to_string(copy.path(file)).expect("the scheme");
    let (before, after) =
        ("[\"spouse-local\", \"marriage-date\"]", "[\"marriage-date\", \"spouse-local\"]");
    assert!(text.contains(before));
    let faults = faults_with(&copy, file, &text.replacen(before, after, 1));
    let said = faults
        .iter()
        .any(|(file, _, what)| file == "questions.toml" && what.contains("comes later"));
    assert!(said, "{faults:?}");
}

#[test]
fn a_question_that_nothing_uses_is_named() {
    let copy = Copy::new();
    let text = fs::read_to_string(copy.path("questions.toml")).expect("the questions");
    let spare = "\n[[question]]\nid = \"spare\"\nask = { zh = \"问\", en = \"Ask\" }\nkind = \"yes-no\"\nscope = \"person\"\nchanges = \"never\"\n";
    let faults = faults_with(&copy, "questions.toml", &format!("{text}{spare}"));
    assert!(
        faults.iter().any(|(_, _, what)| what.contains("no scheme uses the question `spare`")),
        "{faults:?}"
    );
}

#[test]
fn two_questions_with_one_code_in_links_are_named() {
    let copy = Copy::new();
    let text = fs::read_to_string(copy.path("questions.toml")).expect("the questions");
    let mut ids = (0..).map(|number: u32| format!("q{number}"));
    let twin = ids.find(|id| code(id) == code("education")).expect("such an id");
    let spare = format!(
        "\n[[question]]\nid = \"{twin}\"\nask = {{ zh = \"问\", en = \"Ask\" }}\nkind = \"yes-no\"\nscope = \"person\"\nchanges = \"never\"\n"
    );
    let faults = faults_with(&copy, "questions.toml", &format!("{text}{spare}"));
    let words = format!("`education` and `{twin}` have one code in links");
    assert!(faults.iter().any(|(_, _, what)| what.contains(&words)), "{faults:?}");
}

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

#[test]
fn a_scheme_cannot_define_a_shared_question_again() {
    let copy = Copy::new();
    let file = "shanghai/scheme.toml";
    let text = fs::read_to_string(copy.path(file)).expect("the scheme");
    let again = "\n[[question]]\nid = \"education\"\nask = { zh = \"问\", en = \"Ask\" }\nkind = \"yes-no\"\nscope = \"person\"\nchanges = \"never\"\n";
    let faults = faults_with(&copy, file, &format!("{text}{again}"));
    let said = |(_, _, what): &Found| what.contains("`education` stands twice");
    assert!(faults.iter().any(said), "{faults:?}");
}

#[test]
fn a_second_round_is_named() {
    let copy = Copy::new();
    let file = "beijing/scheme.toml";
    let text = fs::read_to_string(copy.path(file)).expect("the scheme");
    let kind = "kind = { number = { unit = \"years\", min = 0, max = 3 } }\nscope = \"city\"\nchanges = { effort = \"employment\" }";
    assert!(text.contains(kind));
    let year = kind
        .replace("\"years\"", "\"calendar-year\"")
        .replace("{ effort = \"employment\" }", "\"time\"");
    let faults = faults_with(&copy, file, &text.replacen(kind, &year, 1));
    let said = |(_, _, what): &Found| what.contains("`high-tax-years` is a second calendar year");
    assert!(faults.iter().any(said), "{faults:?}");
}

#[test]
fn holidays_that_cannot_be_right_are_named() {
    let copy = Copy::new();
    let file = "holidays.toml";
    let text = fs::read_to_string(copy.path(file)).expect("the holidays");
    for (before, after, words) in [
        ("\nyear = 2026", "\nyear = 2025", "2025 does not come after 2025"),
        ("to = \"2025-10-08\"", "to = \"2025-09-08\"", "is not in order"),
        ("from = \"2025-10-01\"", "from = \"2025-06-02\"", "is not in order"),
        ("\"2025-10-11\"", "\"2025-10-13\"", "is a working day by its weekday"),
        ("\"2025-10-11\"", "\"2025-10-04\"", "is a day off as well"),
        ("\"2025-10-11\"", "\"2026-10-11\"", "is not in 2025"),
        ("\"2025-10-11\"", "\"2025-09-27\"", "is not in order"),
        ("source = {", "origin = {", "unknown field `origin`"),
    ] {
        assert!(text.contains(before), "the holidays hold no `{before}`");
        let faults = faults_with(&copy, file, &text.replacen(before, after, 1));
        let line = text[..text.find(before).expect("just found")].matches('\n').count() + 1;
        let said = |(_, at, what): &Found| what.contains(words) && at.abs_diff(line) <= 2;
        assert!(faults.iter().any(said), "`{after}` at line {line}: {faults:?}");
    }
    fs::remove_file(copy.path(file)).expect("the holidays");
    assert!(copy.faults(None).is_empty(), "no year is known, and nothing is wrong");
}
