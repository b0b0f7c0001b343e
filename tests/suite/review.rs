//! Worksheets: what nobody marked stays byte for byte, and what was marked is all that changes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jifen_check::{Depth, ReviewError, Reviewed, apply_worksheet, check_scheme, worksheet};
use jiff::civil::{Date, date};
use tempfile::TempDir;

use crate::faults::copy_into;
use crate::rules::folder;

const ON: Date = date(2026, 12, 24);

/// A worksheet that somebody fills in.
struct Sheet {
    head: Vec<String>,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Sheet {
    fn of(file: &str) -> Sheet {
        let text = worksheet(folder(), file).expect("a worksheet");
        let cells = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>();
        let mut head: Vec<String> = text.lines().map(str::to_owned).collect();
        let at = head.iter().position(|line| line.starts_with("tick\t")).expect("the columns");
        let rows = head.split_off(at + 1).iter().map(|line| cells(line)).collect();
        let columns = cells(&head.pop().expect("the columns"));
        Sheet { head, columns, rows }
    }

    fn column(&self, name: &str) -> usize {
        self.columns.iter().position(|column| column == name).expect("a column")
    }

    fn cell(&self, row: usize, name: &str) -> &str {
        &self.rows[row][self.column(name)]
    }

    fn put(&mut self, row: usize, name: &str, text: &str) {
        let column = self.column(name);
        text.clone_into(&mut self.rows[row][column]);
    }

    fn row(&self, id: &str) -> usize {
        (0..self.rows.len())
            .find(|row| self.cell(*row, "id") == id)
            .unwrap_or_else(|| panic!("{id}"))
    }

    fn with(mut self, id: &str, cells: &[(&str, &str)]) -> Sheet {
        let row = self.row(id);
        for (name, text) in cells {
            self.put(row, name, text);
        }
        self
    }

    fn text(&self, between: &str) -> String {
        let mut lines = self.head.clone();
        lines.push(self.columns.join(between));
        lines.extend(self.rows.iter().map(|row| row.join(between)));
        lines.join("\n") + "\n"
    }
}

/// What a worksheet came to, with the file before and after it.
struct Applied {
    rules: TempDir,
    result: Result<Reviewed, ReviewError>,
    before: String,
    after: String,
}

fn apply(file: &str, text: &str) -> Applied {
    let rules = TempDir::new().expect("a temporary folder");
    copy_into(folder(), rules.path());
    let path = rules.path().join(file);
    let before = fs::read_to_string(&path).expect("the file");
    let result = apply_worksheet(rules.path(), file, text, ON);
    let after = fs::read_to_string(&path).expect("the file");
    Applied { rules, result, before, after }
}

/// The lines of a file that are no longer there, with those in their place.
fn changed<'a>(before: &'a str, after: &'a str) -> BTreeMap<&'a str, &'a str> {
    let lines = before.lines().zip(after.lines());
    assert_eq!(before.lines().count(), after.lines().count(), "no line comes or goes");
    lines.filter(|(before, after)| before != after).map(|(b, a)| (b.trim(), a.trim())).collect()
}

/// The files of all editions, named from the rules folder.
fn files() -> Vec<String> {
    let mut files = Vec::new();
    for scheme in fs::read_dir(folder()).expect("the rules") {
        let scheme = scheme.expect("an entry").path();
        let mut paths = vec![scheme.join("scheme.toml")];
        if let Ok(editions) = fs::read_dir(scheme.join("editions")) {
            paths.extend(editions.map(|edition| edition.expect("an entry").path()));
        }
        paths.retain(|path| {
            let path = path.to_string_lossy();
            path.ends_with(".toml") && !path.ends_with(".cases.toml") && Path::new(&*path).is_file()
        });
        let named = paths.iter().map(|path| path.strip_prefix(folder()).expect("a file of them"));
        files.extend(named.map(|path| path.display().to_string()));
    }
    assert!(files.len() >= 12, "{files:?}");
    files
}

#[test]
fn a_worksheet_that_nobody_filled_in_changes_nothing() {
    for file in files() {
        let sheet = Sheet::of(&file);
        let Applied { result, before, after, .. } = apply(&file, &sheet.text("\t"));
        assert_eq!(result.expect("an empty worksheet"), Reviewed::default(), "{file}");
        assert!(before == after, "{file}");
    }
}

#[test]
fn every_line_has_a_name_of_its_own_and_says_what_it_is() {
    for file in files() {
        let sheet = Sheet::of(&file);
        let text = fs::read_to_string(folder().join(&file)).expect("the file");
        let mut ids = BTreeMap::new();
        for row in 0..sheet.rows.len() {
            assert_eq!(sheet.rows[row].len(), sheet.columns.len(), "{file}: {:?}", sheet.rows[row]);
            let id = sheet.cell(row, "id");
            assert_eq!(ids.insert(id, row), None, "{file}: {id} twice");
            assert!(!sheet.cell(row, "zh").is_empty() && !sheet.cell(row, "en").is_empty(), "{id}");
            let line: usize = sheet.cell(row, "line").parse().expect("a line");
            let written = text.lines().nth(line - 1).expect("the line");
            assert!(written.contains(sheet.cell(row, "now")), "{file}:{line} {id}: {written}");
        }
        // Every row, cap and threshold that scores is there.
        for key in ["points = ", "\ncap = ", "threshold = "] {
            // The examples of an edition may stand in its file.
            let rules = text.split("\n[[case]]").next().expect("the rules");
            let written = rules.lines().filter(|line| !line.trim_start().starts_with('#'));
            // How much a part could bring that is left out stands in no official table.
            let written = written.filter(|line| !line.starts_with("up-to"));
            let written: usize = written.map(|line| format!("\n{line}").matches(key).count()).sum();
            let last = key.trim().trim_end_matches(" =");
            let listed = ids.keys().filter(|id| id.rsplit('/').next() == Some(last)).count();
            assert!(
                listed >= written,
                "{file}: {written} of `{last}` are written, {listed} listed"
            );
        }
    }
}

#[test]
fn with_everything_ticked_only_grades_and_the_day_change() {
    for file in files() {
        let mut sheet = Sheet::of(&file);
        // What sources disagree about is settled by hand.
        let left: Vec<usize> = (0..sheet.rows.len())
            .filter(|row| sheet.cell(*row, "grade") == "conflicting")
            .collect();
        for row in (0..sheet.rows.len()).filter(|row| !left.contains(row)) {
            sheet.put(row, "tick", "x");
        }
        let Applied { result, before, after, .. } = apply(&file, &sheet.text("\t"));
        let reviewed = result.unwrap_or_else(|error| panic!("{file}: {error}"));
        assert_eq!(reviewed.corrected, 0, "{file}");
        assert_eq!(reviewed.whole, left.is_empty(), "{file}");
        assert_eq!(reviewed.notes, [""; 0], "{file}");
        for (before, after) in changed(&before, &after) {
            if after == format!("checked = \"{ON}\"") {
                continue;
            }
            assert!(after.contains("grade = \"official\""), "{file}: {before} → {after}");
        }
        let again = Sheet::of(&file);
        assert_eq!(again.rows.len(), sheet.rows.len());
    }
}

#[test]
fn with_every_number_corrected_exactly_their_lines_change() {
    for file in files() {
        let mut sheet = Sheet::of(&file);
        let mut expected = 0;
        for row in 0..sheet.rows.len() {
            // What sources disagree about is settled by hand.
            let settled = sheet.cell(row, "grade") != "conflicting";
            if let (true, Ok(number)) = (settled, sheet.cell(row, "now").parse::<i64>()) {
                sheet.put(row, "correct", &(number + 1).to_string());
                expected += 1;
            }
        }
        let numbers: Vec<usize> = (0..sheet.rows.len())
            .filter(|row| !sheet.cell(*row, "correct").is_empty())
            .map(|row| sheet.cell(row, "line").parse().expect("a line"))
            .collect();
        let Applied { result, before, after, .. } = apply(&file, &sheet.text("\t"));
        let reviewed = result.unwrap_or_else(|error| panic!("{file}: {error}"));
        assert_eq!(reviewed.corrected, expected, "{file}");
        for (at, (before, after)) in before.lines().zip(after.lines()).enumerate() {
            assert!(before == after || numbers.contains(&(at + 1)), "{file}:{}: {after}", at + 1);
        }
    }
}

#[test]
fn a_correction_changes_its_line_and_check_tells_the_cases_that_it_breaks() {
    let id = "indicator/bravery/score/when/then/fixed";
    let sheet = Sheet::of("shenzhen/scheme.toml").with(id, &[("correct", "20")]);
    let Applied { rules, result, before, after } = apply("shenzhen/scheme.toml", &sheet.text("\t"));
    let reviewed = result.expect("a correction");
    assert_eq!((reviewed.corrected, reviewed.raised, reviewed.whole), (1, 0, false));
    assert!(reviewed.notes[0].contains("stays one-source: 1 of the 3"), "{reviewed:?}");
    let changed = changed(&before, &after);
    assert_eq!(changed.len(), 1);
    let (_, line) = changed.first_key_value().expect("a line");
    assert_eq!(
        *line,
        "score = { when = { test = { yes = \"bravery-award\" }, then = { fixed = 20 } } }"
    );
    let faults = check_scheme(rules.path(), "shenzhen", Depth::Usual).faults;
    assert!(faults.iter().any(|fault| fault.file.ends_with("cases.toml")), "{faults:?}");
}

#[test]
fn a_rule_held_against_the_text_whole_becomes_official_with_its_article() {
    let article = [("tick", "x"), ("article-zh", "第九条"), ("article-en", "Article 9")];
    let sheet = Sheet::of("shenzhen/scheme.toml")
        .with("indicator/bravery", &article)
        .with("indicator/bravery/score/when/then/fixed", &[("tick", "✓")])
        .with("indicator/bravery/cap", &[("tick", "是")]);
    let Applied { rules, result, before, after } = apply("shenzhen/scheme.toml", &sheet.text("\t"));
    assert_eq!(result.expect("a rule").raised, 1);
    let changed = changed(&before, &after);
    assert_eq!(
        changed.values().copied().collect::<Vec<_>>(),
        [
            "cite = { document = \"measures\", article = { zh = \"第九条\", en = \"Article 9\" }, grade = \"official\" }"
        ]
    );
    assert_eq!(check_scheme(rules.path(), "shenzhen", Depth::Usual).faults, []);
    // Once more, with what is there already, nothing happens.
    let again = apply_worksheet(rules.path(), "shenzhen/scheme.toml", &sheet.text("\t"), ON);
    assert_eq!(again.expect("once more").raised, 0);
}

#[test]
fn an_article_is_written_in_the_layout_of_its_citation() {
    let article = [("tick", "x"), ("article-zh", "第三条"), ("article-en", "Article 3")];
    let sheet = Sheet::of("shenzhen/scheme.toml").with("line", &article);
    let Applied { rules, after, .. } = apply("shenzhen/scheme.toml", &sheet.text("\t"));
    let line = after.split("[line]").nth(1).expect("the line");
    assert!(
        line.contains(
            "cite = {\n  document = \"measures\",\n  article = { zh = \"第三条\", en = \"Article 3\" },\n  \
             grade = \"official\",\n  sources = [\"gelonghui\", \"fang85\"],\n  note = {"
        ),
        "{line}"
    );
    assert_eq!(check_scheme(rules.path(), "shenzhen", Depth::Usual).faults, []);
}

#[test]
fn rows_held_against_the_text_without_the_others_cite_for_themselves() {
    let sheet = Sheet::of("beijing/scheme.toml");
    let id = "indicator/innovation/score/highest/1/options/rows/points-2/points";
    let sheet = sheet.with(id, &[("tick", "x")]);
    let Applied { rules, result, before, after } = apply("beijing/scheme.toml", &sheet.text("\t"));
    assert_eq!(result.expect("a row").raised, 1);
    let changed = changed(&before, &after);
    assert_eq!(changed.len(), 1);
    assert_eq!(
        changed["{ option = \"points-2\", points = 2 },"],
        "{ option = \"points-2\", points = 2, cite = { document = \"measures-2020\", grade = \"official\" } },"
    );
    assert_eq!(check_scheme(rules.path(), "beijing", Depth::Usual).faults, []);
}

#[test]
fn what_a_spreadsheet_makes_of_a_worksheet_is_read() {
    let id = "edition/to";
    let text = Sheet::of("shenzhen/scheme.toml").with(id, &[("correct", "2029/2/14")]).text("\t");
    let without_mark = text.trim_start_matches('\u{feff}');
    let with_slashes = text.replace("\t2028-02-14\t2029/2/14", "\t2028/2/14\t2029/2/14");
    assert_ne!(text, with_slashes);
    for text in [&text, without_mark, &text.replace('\n', "\r\n"), &with_slashes] {
        let Applied { result, before, after, .. } = apply("shenzhen/scheme.toml", text);
        assert_eq!(result.expect("a worksheet").corrected, 1);
        let changed = changed(&before, &after);
        assert_eq!(
            changed.into_iter().collect::<Vec<_>>(),
            [("to = \"2028-02-14\"", "to = \"2029-02-14\"")]
        );
    }
}

/// Columns and what stands in them.
type Cells = &'static [(&'static str, &'static str)];

/// What cannot be applied: the line that somebody filled in, how, and what is said of it.
const REFUSED: &[(&str, Cells, &str)] = &[
    ("indicator/bravery/cap", &[("correct", "thirty")], "`thirty` is not points with two decimals"),
    ("indicator/bravery/cap", &[("correct", "30.125")], "`30.125` is not points with two decimals"),
    (
        "indicator/own-home/score/highest/1/when/then/each/each",
        &[("correct", "1.5")],
        "a whole number",
    ),
    ("edition/to", &[("correct", "next year")], "`next year` is not a day"),
    ("edition/to", &[("correct", "2028-02-30")], "is not a day"),
    ("indicator/bravery", &[("correct", "30")], "this is a sentence"),
    ("indicator/bravery/cap", &[("tick", "?")], "neither x nor empty"),
    ("indicator/bravery/cap", &[("tick", "x"), ("id", "indicator/valour/cap")], "no such line"),
    ("indicator/bravery/cap", &[("tick", "x"), ("now", "31")], "has changed here since"),
    ("indicator/bravery/cap", &[("tick", "x"), ("zh", "别的")], "has changed here since"),
    ("indicator/bravery/cap", &[("tick", "x"), ("article-zh", "第九条")], "in both languages"),
    (
        "indicator/bravery/cap",
        &[("tick", "x"), ("id", "edition/to"), ("now", "2028-02-14")],
        "since",
    ),
];

#[test]
fn what_cannot_be_applied_is_refused_and_nothing_is_written() {
    for (id, cells, said) in REFUSED {
        // Something that could be applied stands before and after it.
        let sheet = Sheet::of("shenzhen/scheme.toml")
            .with("edition/from", &[("correct", "2023-02-16")])
            .with("indicator/drugs-or-detention", &[("tick", "x")])
            .with(id, cells);
        let Applied { rules, result, before, after } =
            apply("shenzhen/scheme.toml", &sheet.text("\t"));
        let error = result.expect_err(said).to_string();
        assert!(error.contains(said) && error.contains("nothing was changed"), "{error}");
        assert!(before == after, "{id}: {error}");
        let beside = fs::read_dir(rules.path().join("shenzhen")).expect("the folder").count();
        let files = fs::read_dir(folder().join("shenzhen")).expect("the folder").count();
        assert_eq!(beside, files, "nothing is left beside the file");
    }
}

#[test]
fn a_worksheet_of_another_file_or_of_nothing_is_refused() {
    let other = Sheet::of("beijing/scheme.toml").text("\t");
    let error = apply("shenzhen/scheme.toml", &other).result.expect_err("another file");
    assert!(error.to_string().contains("beijing/scheme.toml"), "{error}");
    for text in ["", "tick\tnow\n", "{}"] {
        let error = apply("shenzhen/scheme.toml", text).result.expect_err("no worksheet");
        assert!(error.to_string().contains("no worksheet"), "{error}");
    }
    let conflicting = (0..)
        .zip(Sheet::of("shanghai/scheme.toml").rows)
        .find_map(|(row, cells)| cells.iter().any(|cell| cell == "conflicting").then_some(row));
    let mut sheet = Sheet::of("shanghai/scheme.toml");
    let id = sheet.cell(conflicting.expect("one whose sources disagree"), "id").to_owned();
    for row in 0..sheet.rows.len() {
        if sheet.cell(row, "grade") == "conflicting" {
            sheet.put(row, "tick", "x");
        }
    }
    let error = apply("shanghai/scheme.toml", &sheet.text("\t")).result.expect_err("readings");
    assert!(
        error.to_string().contains("sources disagree") && error.to_string().contains(&id),
        "{error}"
    );
}
