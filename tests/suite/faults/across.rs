//! Questions of several schemes, and of the file that they share.

use jifen::link::code;

use super::{Copy, Found, faults_with, line_of};

/// A question of some id, as a file writes it.
fn question(id: &str, ask: &str, kind: &str, scope: &str) -> String {
    format!(
        "\n[[question]]\nid = \"{id}\"\nask = {{ zh = \"问\", en = \"{ask}\" }}\nnoun = {{ zh = \"事\", en = \"fact\" }}\nkind = {kind}\nscope = \"{scope}\"\nchanges = \"never\"\n"
    )
}

/// An id that is not this one and has its code in links.
fn twin(id: &str) -> String {
    let mut ids = (0..).map(|number: u32| format!("q{number}"));
    ids.find(|other| code(other) == code(id)).expect("such an id")
}

#[test]
fn a_question_that_nothing_uses_is_named() {
    let copy = Copy::new();
    let text = copy.text("questions.toml");
    let spare = question("spare", "Ask", "\"yes-no\"", "person");
    let faults = faults_with(&copy, "questions.toml", &format!("{text}{spare}"));
    assert!(
        faults.iter().any(|(_, _, what)| what.contains("no scheme uses the question `spare`")),
        "{faults:?}"
    );
}

#[test]
fn two_questions_with_one_code_in_links_are_named() {
    let copy = Copy::new();
    let text = copy.text("questions.toml");
    let twin = twin("education");
    let spare = question(&twin, "Ask", "\"yes-no\"", "person");
    let faults = faults_with(&copy, "questions.toml", &format!("{text}{spare}"));
    let words = format!("`education` and `{twin}` have one code in links");
    assert!(faults.iter().any(|(_, _, what)| what.contains(&words)), "{faults:?}");
}

#[test]
fn a_scheme_cannot_define_a_shared_question_again() {
    let copy = Copy::new();
    let file = "shanghai/scheme.toml";
    let text = copy.text(file);
    let again = question("education", "Ask", "\"yes-no\"", "person");
    let faults = faults_with(&copy, file, &format!("{text}{again}"));
    let said = |(_, _, what): &Found| what.contains("`education` stands twice");
    assert!(faults.iter().any(said), "{faults:?}");
}

/// Questions of two schemes that share nothing but a code.
#[test]
fn two_schemes_cannot_use_one_code_for_two_questions() {
    let copy = Copy::new();
    let (first, second) = ("shanghai/scheme.toml", "zhuhai-doumen/scheme.toml");
    let twin = twin("plasma");
    copy.append(first, &question("plasma", "Ask", "\"yes-no\"", "person"));
    copy.append(second, &question(&twin, "Ask", "\"yes-no\"", "person"));
    let line = line_of(&copy.text(second), &format!("id = \"{twin}\""));
    let words = format!("`plasma` and `{twin}` have one code in links");
    let faults = copy.faults(None);
    let said = |(file, at, what): &Found| file == second && *at == line && *what == words;
    assert!(faults.iter().any(said), "{faults:?}");
}

#[test]
fn two_schemes_cannot_mean_two_things_by_one_question() {
    let number = "{ number = { unit = \"months\", min = 0, max = 60 } }";
    let wider = number.replace("60", "600");
    let choice = "{ choice = [{ id = \"none\", name = { zh = \"无\", en = \"None\" } }, { id = \"some\", name = { zh = \"有\", en = \"Some of them\" } }] }";
    let renamed = choice.replace("Some of them", "Any");
    let mine = |ask, kind, scope| question("plasma", ask, kind, scope);
    let city = ["zhuhai-doumen", "zhuhai-xiangzhou"];
    let far = ["shanghai", "zhuhai-doumen"];
    for (schemes, one, other, key, name) in [
        (
            city,
            mine("Ask", number, "city"),
            mine("Ask", &wider, "city"),
            "kind",
            "kind, range or options",
        ),
        (
            far,
            mine("Ask", number, "city"),
            mine("Ask", &wider, "city"),
            "kind",
            "kind, range or options",
        ),
        (
            far,
            mine("Ask", choice, "city"),
            mine("Ask", &renamed, "city"),
            "kind",
            "kind, range or options",
        ),
        (far, mine("Ask", number, "person"), mine("Ask", number, "city"), "scope", "scope"),
        (city, mine("Ask", number, "city"), mine("Ask me", number, "city"), "ask", "wording"),
        (far, mine("Ask", number, "person"), mine("Ask me", number, "person"), "ask", "wording"),
    ] {
        let copy = Copy::new();
        let files = schemes.map(|scheme| format!("{scheme}/scheme.toml"));
        copy.append(&files[0], &one);
        copy.append(&files[1], &other);
        let text = copy.text(&files[1]);
        let line = line_of(&text, "id = \"plasma\"")
            + ["id", "ask", "noun", "kind", "scope"]
                .iter()
                .position(|at| *at == key)
                .expect("a key");
        let words = format!("`plasma` has another {name} in `{}`", schemes[0]);
        let faults = copy.faults(None);
        let meant: Vec<&Found> =
            faults.iter().filter(|(.., what)| what.contains("has another")).collect();
        assert_eq!(meant, [&(files[1].clone(), line, words)]);
    }
    // Two cities keep their answers apart, and may ask in their own words.
    let copy = Copy::new();
    copy.append("shanghai/scheme.toml", &mine("Ask", number, "city"));
    copy.append("zhuhai-doumen/scheme.toml", &mine("Ask me", number, "city"));
    assert!(!copy.faults(None).iter().any(|(.., what)| what.contains("has another")));
}

#[test]
fn a_question_that_no_section_asks_is_named() {
    let copy = Copy::new();
    let file = "shanghai/scheme.toml";
    copy.append(file, &question("plasma", "Ask", "\"yes-no\"", "person"));
    let line = line_of(&copy.text(file), "id = \"plasma\"");
    let words = "no section of the form asks `plasma`".to_owned();
    assert_eq!(copy.faults(Some("shanghai")), [(file.to_owned(), line, words)]);
}

#[test]
fn a_mistyped_list_of_shared_questions_is_named() {
    let copy = Copy::new();
    copy.append(
        "questions.toml",
        &question("spare", "Ask", "\"yes-no\"", "person").replace("[[question]]", "[[qestion]]"),
    );
    let faults = copy.faults(None);
    assert!(
        faults
            .iter()
            .any(|(file, _, what)| file == "questions.toml"
                && what.contains("unknown field `qestion`")),
        "{faults:?}"
    );
}
