//! The schemas that editors hold rule files against.

mod program;

use std::fs;
use std::path::Path;

use program::{RULES, jifen};
use serde_json::Value;
use tempfile::TempDir;

/// The sorts of files, each with one of its kind.
const FILES: [(&str, &str); 8] = [
    ("scheme", "shanghai/scheme.toml"),
    ("edition", "shanghai/editions/2018.toml"),
    ("cases", "shanghai/cases.toml"),
    ("edition-cases", "shanghai/editions/2018.cases.toml"),
    ("guide", "shanghai/guide.toml"),
    ("questions", "questions.toml"),
    ("holidays", "holidays.toml"),
    ("glossary", "glossary.toml"),
];

#[test]
fn the_schema_knows_every_key_of_the_rules() {
    for (sort, file) in FILES {
        let schema = schema(sort);
        let file = file.replace("2018.cases.toml", "2018.toml");
        let mut table = rule_file(&file);
        // The cases of an edition may stand in a file of their own; none does today.
        table.retain(|key, _| sort != "edition-cases" || key == "case");
        for key in table.keys() {
            assert!(schema["properties"][key].is_object(), "{sort}: {key}");
        }
        assert!(schema["properties"]["id"].is_null());
        assert_eq!(schema["additionalProperties"], false, "{sort}: a mistyped key is marked");
    }
}

/// What a case says beside its edition it need not say, and whom it is like only an edition's can.
#[test]
fn the_schema_knows_every_key_of_a_case() {
    for (sort, file) in [
        ("cases", "shanghai/cases.toml"),
        ("edition", "shanghai/editions/2018.toml"),
        ("edition-cases", "shanghai/editions/2018.toml"),
    ] {
        let schema = schema(sort);
        let of_case = &schema["$defs"]["Case"];
        let required = of_case["required"].as_array().expect("a list");
        for case in rule_file(file)["case"].as_array().expect("cases") {
            let case = case.as_table().expect("a case");
            for key in case.keys() {
                assert!(of_case["properties"][key].is_object(), "{sort}: {key}");
            }
            let says = |key: &Value| key.as_str().is_some_and(|key| case.contains_key(key));
            assert!(required.iter().all(says), "{sort}: {required:?} of {case}");
        }
    }
    assert!(schema("cases")["$defs"]["Case"]["properties"]["like"].is_null());
}

fn schema(sort: &str) -> Value {
    serde_json::from_slice(&jifen(&["schema", sort], "").stdout).expect("JSON")
}

fn rule_file(file: &str) -> toml::Table {
    let text = fs::read_to_string(Path::new(RULES).join(file)).expect("the file");
    toml::from_str(&text).expect("TOML")
}

#[test]
fn the_schemas_for_editors_are_those_of_this_build() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../check/schema");
    let folder = TempDir::new().expect("a folder");
    let written = jifen(&["schema", "--write", &folder.path().display().to_string()], "");
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    for (sort, _) in FILES {
        let name = format!("{sort}.schema.json");
        let [now, kept] = [folder.path(), &committed]
            .map(|folder| fs::read_to_string(folder.join(&name)).unwrap_or_default());
        assert!(!now.is_empty(), "{name} is not written");
        // Not `assert_eq!`: nobody reads two such texts.
        assert!(
            now == kept,
            "check/schema/{name} is not what the rules may say now; write it anew with \
             `cargo run -- schema --write check/schema`"
        );
    }
    assert_eq!(fs::read_dir(committed).expect("the schemas").count(), FILES.len());
}

/// Editors find the schemas by the project's tombi.toml.
#[test]
fn editors_find_every_schema() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = fs::read_to_string(root.join("tombi.toml")).expect("the set-up of editors");
    let table: toml::Table = toml::from_str(&text).expect("TOML");
    assert_eq!(table["toml-version"].as_str(), Some("v1.1.0"), "the rules are TOML 1.1");
    let schemas = table["schemas"].as_array().expect("schemas");
    for (sort, file) in FILES {
        let path = format!("check/schema/{sort}.schema.json");
        let schema = schemas.iter().find(|schema| schema["path"].as_str() == Some(&path));
        let schema = schema.unwrap_or_else(|| panic!("{path} is not named"));
        let pattern = format!("rules/{}", file.replace("shanghai", "*").replace("2018", "*"));
        let files = schema["include"].as_array().expect("files");
        assert_eq!(files.iter().map(|file| file.as_str()).collect::<Vec<_>>(), [Some(&*pattern)]);
        assert!(root.join(path).exists());
    }
}
