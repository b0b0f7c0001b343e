//! Messages speak of keys and words of the files, not of the program's types.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use jifen_check::Fault;

use super::Copy;

/// The names of types and of their variants that messages could be made from.
static NAMES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut names = BTreeSet::new();
    for folder in ["src", "check/src"] {
        collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut names);
    }
    for name in ["Verdict", "Short", "Steps", "NotApplicable", "Capped", "Guide"] {
        assert!(names.contains(name), "{name} is not found among {} names", names.len());
    }
    names
});

fn collect(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("the sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, names);
            continue;
        }
        for line in fs::read_to_string(&path).expect("a source").lines() {
            let line = line.trim_start().trim_start_matches("pub ");
            let declared = line.strip_prefix("struct ").or_else(|| line.strip_prefix("enum "));
            let name = declared.unwrap_or(line);
            let length = name.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(name.len());
            let (name, rest) = name.split_at(length);
            let variant = ["", ",", " {", "("].contains(&rest) || rest.starts_with('(');
            if name.starts_with(|first: char| first.is_uppercase())
                && (declared.is_some() || variant)
            {
                names.insert(name.to_owned());
            }
        }
    }
}

/// Panics where a fault speaks of the program's types. What stands in quotes is the file's.
pub(super) fn are_those_of_files(fault: &Fault) {
    for message in [&fault.what, &fault.why, &fault.help] {
        // The system says in its own words why it does not read a file.
        let message = message.strip_prefix("the file cannot be read: ").map_or(&**message, |_| "");
        let mut plain = String::new();
        let mut quoted = false;
        for letter in message.chars() {
            match letter {
                '`' => quoted = !quoted,
                '“' => quoted = true,
                '”' => quoted = false,
                letter if !quoted => plain.push(letter),
                _ => {}
            }
        }
        for form in ["::", "Some(", "struct ", "enum ", " variant of", "tuple ", "newtype "] {
            assert!(!plain.contains(form), "`{form}` in {fault}");
        }
        for word in plain.split(|letter: char| !letter.is_alphanumeric()) {
            assert!(!NAMES.contains(word), "`{word}` in {fault}");
        }
    }
}

/// Values of the wrong sort in every kind of place, and results that are not as expected.
#[test]
fn no_message_names_a_type() {
    let copy = Copy::new();
    let mut found = 0;
    for (file, before, after) in [
        ("shanghai/scheme.toml", "name = { zh = \"年龄\", en = \"Age\" }", "name = 5"),
        ("shanghai/scheme.toml", "score = { ", "score = 5 # { "),
        ("shanghai/scheme.toml", "score = {", "score = \"steps\" # {"),
        ("shanghai/scheme.toml", "needs = {", "needs = [] # {"),
        ("shanghai/scheme.toml", "kind = \"yes-no\"", "kind = 5"),
        ("shanghai/scheme.toml", "kind = \"yes-no\"", "kind = { number = 5 }"),
        ("shanghai/scheme.toml", "kind = \"yes-no\"", "kind = { choice = { } }"),
        (
            "shanghai/scheme.toml",
            "kind = \"yes-no\"",
            "kind = { number = { unit = 5, min = 0, max = 1 } }",
        ),
        ("shanghai/scheme.toml", "kind = \"yes-no\"", "kind = { yes-no = 5, dates = 5 }"),
        ("shanghai/scheme.toml", "scope = \"", "scope = { person = 1 } # \""),
        ("shanghai/scheme.toml", "changes = { effort = ", "changes = { effrot = "),
        ("shanghai/scheme.toml", "keep = \"highest\"", "keep = { highest = 3 }"),
        ("shanghai/scheme.toml", "keep = \"highest\"", "keep = { capped = \"a\" }"),
        ("shanghai/scheme.toml", "[edition]\n", "[[edition]]\n"),
        ("shanghai/scheme.toml", "threshold = 120", "threshold = { points = 120 }"),
        ("shanghai/scheme.toml", "threshold = 120", "threshold = 120\nranking = 5"),
        ("shanghai/scheme.toml", "to = \"2027-12-31\"", "to = 2027-12-31"),
        ("shanghai/scheme.toml", "to = \"2027-12-31\"", "to = \"2027-02-31\""),
        ("shanghai/guide.toml", "[[appeal]]", "[[appeal]]\nbasis = 5\n[[renewal]]"),
        ("shanghai/guide.toml", "decided-by = ", "decided-by = { lines = 3 } # "),
        ("shanghai/guide.toml", "decided-by = ", "decided-by = 3 # "),
        ("shanghai/cases.toml", "verdict = \"pass\"", "verdict = \"short\""),
        ("shanghai/cases.toml", "verdict = \"pass\"", "verdict = \"passed\""),
        ("shanghai/cases.toml", "verdict = \"pass\"", "verdict = 5"),
        ("shanghai/cases.toml", "verdict = \"pass\"", "verdict = \"pass\"\nnotices = [\"age\"]"),
        (
            "shanghai/cases.toml",
            "verdict = \"pass\"",
            "verdict = \"pass\"\nclashes = [\"age\", \"skill\"]",
        ),
        ("shanghai/cases.toml", "verdict = \"pass\"", "verdict = \"pass\"\ncauses = [\"age\"]"),
        ("shanghai/cases.toml", "total = ", "total = { low = 5 } # "),
        ("shanghai/cases.toml", "total = ", "total = [] # "),
        ("shanghai/cases.toml", "conditions = { ", "conditions = { nothing = \"unmet\", "),
        ("shanghai/cases.toml", "\"unmet\"", "\"not-applicable\""),
        ("holidays.toml", "source = {", "source = 5 # {"),
        ("holidays.toml", "off = [", "off = 5 # ["),
        ("questions.toml", "kind = {", "kind = 5 # {"),
    ] {
        let text = copy.text(file);
        copy.change(file, before, after);
        let scheme = file.split_once('/').map(|(scheme, _)| scheme);
        let faults = copy.faults(scheme);
        assert!(!faults.is_empty(), "{file}: `{after}` is no fault");
        found += faults.len();
        fs::write(copy.path(file), text).expect("the file as it was");
    }
    assert!(found > 30);
}
