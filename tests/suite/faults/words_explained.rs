//! Words that are explained, and examples that fill the form: what is wrong with them is told at its line.

use super::{Copy, Found, line_of};

const GLOSSARY: &str = "glossary.toml";
const GUIDE: &str = "shanghai/guide.toml";
const CASES: &str = "shanghai/cases.toml";

/// The faults of everything once a file says something else, and the text that it then is.
fn broken(file: &str, before: &str, after: &str) -> (Vec<Found>, String) {
    let copy = Copy::new();
    copy.change(file, before, after);
    let scheme = file.split_once('/').map(|(scheme, _)| scheme);
    (copy.faults(scheme), copy.text(file))
}

#[test]
fn a_shared_word_that_is_wrong_is_told_at_its_line() {
    let arrears = "spelt = { zh = [\"补缴\"], en = [\"paid in arrears\", \"arrears\"] }";
    for (before, after, at, what) in [
        ("id = \"arrears\"", "id = \"in-all\"", "", "the id `in-all` stands twice"),
        ("id = \"arrears\"", "id = \"Arrears\"", "id = \"Arrears\"", "`Arrears` is not an id"),
        (
            arrears,
            "spelt = { zh = [\"补缴\"], en = [\"paid in arrears\", \"arrears\", \"paid late\"] }",
            "\"paid late\"",
            "no text of any scheme writes `paid late`",
        ),
        (
            arrears,
            "spelt = { zh = [\"补缴\", \"累计\"], en = [\"arrears\"] }",
            "",
            "`累计` is a spelling already",
        ),
        (
            arrears,
            "spelt = { zh = [], en = [\"arrears\"] }",
            "zh = []",
            "`arrears` has no spelling",
        ),
        (
            arrears,
            "spelt = { zh = [\"补缴\"], en = [\"arrears \"] }",
            "\"arrears \"",
            "a blank at an end",
        ),
        (
            "zh = \"前前后后加在一起算，中间断过也不要紧。\"",
            "zh = \"\"",
            "zh = \"\"",
            "the `zh` text is empty",
        ),
        (
            "zh = \"前前后后加在一起算，中间断过也不要紧。\"",
            "zh = \"累计，累计！\"",
            "zh = \"累计，累计！\"",
            "the meaning of `in-all` says only the word",
        ),
        (
            arrears,
            "basis = { grade = \"derived\", dated = \"soon\", sources = [\"a\"] }\nspelt = { zh = [\"补缴\"], en = [\"paid in arrears\", \"arrears\"] }",
            "basis = { grade = \"derived\"",
            "a shared word names sources",
        ),
        (arrears, "spelt = 5", "spelt = 5", "nothing of this sort|expected a table"),
    ] {
        let (faults, text) = broken(GLOSSARY, before, after);
        let words: Vec<&str> = what.split('|').collect();
        let said = |(file, line, told): &&Found| {
            file == GLOSSARY
                && words.iter().any(|words| told.contains(words))
                && (at.is_empty() || *line == line_of(&text, at))
        };
        assert!(faults.iter().find(said).is_some(), "{after}: {faults:?}");
    }
}

#[test]
fn a_mistyped_list_of_words_is_named() {
    let copy = Copy::new();
    copy.append(GLOSSARY, "\n[[glos]]\nid = \"spare\"\n");
    let faults = copy.faults(None);
    let said = |(file, _, what): &Found| file == GLOSSARY && what.contains("unknown field `glos`");
    assert!(faults.iter().any(said), "{faults:?}");
}

/// A spelling stands for one word on the page of a scheme, whichever file explains it.
#[test]
fn a_word_of_a_guide_that_is_wrong_is_told_at_its_line() {
    let chsi = "spelt = { zh = [\"学信网\"], en = [\"chsi\"] }";
    for (after, at, what) in [
        (
            "spelt = { zh = [\"学信网\", \"累计\"], en = [\"chsi\"] }",
            "\"累计\"",
            "`累计` is a spelling already",
        ),
        (
            "spelt = { zh = [\"学信网站\"], en = [\"chsi\"] }",
            "\"学信网站\"",
            "no text of this scheme writes `学信网站`",
        ),
    ] {
        let (faults, text) = broken(GUIDE, chsi, after);
        let line = line_of(&text, at);
        let said = |(file, on, told): &Found| file == GUIDE && *on == line && told.contains(what);
        assert!(faults.iter().any(said), "{after}: {faults:?}");
    }
    // Under the id of a shared word it stands in its place.
    let (faults, _) = broken(
        GUIDE,
        "id = \"chsi\"\nword = { zh = \"学信网\", en = \"CHSI\" }\nspelt = { zh = [\"学信网\"], en = [\"chsi\"] }",
        "id = \"in-all\"\nword = { zh = \"学信网\", en = \"CHSI\" }\nspelt = { zh = [\"学信网\", \"累计\"], en = [\"chsi\"] }",
    );
    assert!(!faults.iter().any(|(.., what)| what.contains("spelling already")), "{faults:?}");
}

/// An example fills the whole form, and nothing that it does not ask.
#[test]
fn an_example_that_does_not_fill_its_form_is_told_at_its_line() {
    let named = "example = { id = \"bachelor-with-degree\"";
    for (before, after, what) in [
        (
            "  insured-months = 12,\n  insured-months-of-12 = 12,\n}\n",
            "  insured-months = 12,\n}\nomit = [\"insured-months-of-12\"]\n",
            "leaves `insured-months-of-12` open",
        ),
        (
            "  insured-months = 12,\n  insured-months-of-12 = 12,\n}\n",
            "  insured-months = 12,\n  insured-months-of-12 = 12,\n  marriage-date = \"2020-01-01\",\n}\n",
            "answers `marriage-date`, which it is not asked",
        ),
        (
            "  insured-months = 12,\n  insured-months-of-12 = 12,\n}\n",
            "  insured-months = 12,\n  insured-months-of-12 = 13,\n}\n",
            "insured-months-of-12",
        ),
        (named, "example = { id = \"junior-college-low-base\"", "stands twice"),
        (named, "example = { id = \"Bachelor\"", "`Bachelor` is not an id"),
        ("zh = \"28 岁，本科加学士学位，参保 1 年\"", "zh = \"\"", "the `zh` text is empty"),
        ("total = 123\n", "total = 124\n", "the total should be 124, the rules give 123"),
    ] {
        let (faults, _) = broken(CASES, before, after);
        let said = |(file, _, told): &Found| file == CASES && told.contains(what);
        assert!(faults.iter().any(said), "{what}: {faults:?}");
    }
}

#[test]
fn an_example_stands_where_it_is_run() {
    let copy = Copy::new();
    let written = "\n[[example]]\nid = \"spare\"\nname = { zh = \"某人\", en = \"Somebody\" }\nanswers = \"\"\n";
    copy.append(GUIDE, written);
    let line = line_of(&copy.text(GUIDE), "[[example]]");
    let what = "an example stands in the guide".to_owned();
    assert!(copy.faults(Some("shanghai")).contains(&(GUIDE.to_owned(), line, what)));
    let copy = Copy::new();
    let edition = "shanghai/editions/2018.toml";
    let text = copy.text(edition);
    let case = text.find("[[case]]\n").expect("it has cases") + "[[case]]\n".len();
    let example = "example = { id = \"old\", name = { zh = \"某人\", en = \"Somebody\" } }\n";
    let (before, after) = text.split_at(case);
    std::fs::write(copy.path(edition), [before, example, after].concat())
        .expect("the changed file");
    let faults = copy.faults(Some("shanghai"));
    let said =
        |(file, _, what): &Found| file == edition && what.contains("example of another edition");
    assert!(faults.iter().any(said), "{faults:?}");
}
