//! `schema`: what a rule file may say, for editors.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use clap::ValueEnum;
use jifen::scheme::{Gloss, Guide, HolidayYear, Question, Scheme, Text};
use jifen_check::CasesFile;
use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};

use crate::output::Output;

/// A file of the rules folder.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum File {
    /// `rules/<scheme>/scheme.toml`
    Scheme,
    /// `rules/<scheme>/editions/<edition>.toml`
    Edition,
    /// `rules/questions.toml`
    Questions,
    /// `rules/holidays.toml`
    Holidays,
    /// `rules/<scheme>/cases.toml`
    Cases,
    /// `rules/<scheme>/editions/<edition>.cases.toml`
    EditionCases,
    /// `rules/<scheme>/guide.toml`
    Guide,
    /// `rules/glossary.toml`
    Glossary,
}

/// `rules/questions.toml`
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is asked for")]
struct QuestionsFile {
    /// The questions that schemes share.
    question: Vec<Question>,
}

/// `rules/glossary.toml`
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is asked for")]
struct GlossaryFile {
    /// The words that schemes share.
    gloss: Vec<Gloss>,
}

/// `rules/holidays.toml`
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is asked for")]
struct HolidaysFile {
    /// Where the days come from.
    source: Text,
    /// The day on which they were last checked.
    #[schemars(with = "String")]
    checked: Date,
    /// The years whose days are known.
    year: Vec<HolidayYear>,
}

/// Writes the schema of a file to the output, or those of all files into a folder.
pub(super) fn run(
    output: &mut Output,
    file: File,
    folder: Option<&Path>,
) -> anyhow::Result<ExitCode> {
    let Some(folder) = folder else {
        output.json(&schema(file))?;
        return Ok(ExitCode::SUCCESS);
    };
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    for file in File::value_variants() {
        let Some(name) = file.to_possible_value() else { continue };
        let path = folder.join(format!("{}.schema.json", name.get_name()));
        let text = serde_json::to_string_pretty(&schema(*file))? + "\n";
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn schema(file: File) -> Schema {
    match file {
        File::Scheme => without_id(root::<Scheme>()),
        File::Edition => edition(),
        File::Questions => root::<QuestionsFile>(),
        File::Holidays => root::<HolidaysFile>(),
        File::Cases => root::<CasesFile>(),
        File::EditionCases => edition_cases(),
        File::Guide => root::<Guide>(),
        File::Glossary => root::<GlossaryFile>(),
    }
}

/// The id of a scheme is the name of its folder, so the file does not repeat it.
fn without_id(mut schema: Schema) -> Schema {
    if let Some(required) = schema.get_mut("required").and_then(Value::as_array_mut) {
        required.retain(|key| key != "id");
    }
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        properties.shift_remove("id");
    }
    schema
}

/// What an edition says that is not written whole: anything that a scheme says, and nothing that it must, with its cases.
fn edition() -> Schema {
    let mut schema = without_id(root::<Scheme>());
    schema.insert("required".to_owned(), json!(["edition"]));
    let mut cases = edition_cases();
    let defs = cases.get_mut("$defs").and_then(Value::as_object_mut).map(std::mem::take);
    if let Some(own) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        own.extend(defs.into_iter().flatten());
        let parts = ["Question", "Section", "Condition", "Indicator", "Combination", "Notice"];
        for part in parts.into_iter().chain(["Document", "LeftOut", "Line", "Edition"]) {
            let Some(part) = own.get_mut(part) else { continue };
            part["required"] = json!([]);
            let list_of_keys = json!({ "type": "array", "items": { "type": "string" } });
            let properties = part.get_mut("properties").and_then(Value::as_object_mut);
            let Some(properties) = properties else { continue };
            if properties.contains_key("id") {
                properties.insert("after".to_owned(), json!({ "type": "string" }));
            }
            properties.insert("without".to_owned(), list_of_keys);
        }
    }
    let of_cases = cases.get_mut("properties").and_then(Value::as_object_mut).map(std::mem::take);
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        properties.extend(of_cases.into_iter().flatten());
        properties.shift_remove("city");
    }
    schema
}

/// The cases of an edition: each may be `like` a person of `cases.toml`, and then says only what is otherwise.
fn edition_cases() -> Schema {
    let mut schema = root::<CasesFile>();
    if let Some(case) = schema.pointer_mut("/$defs/Case") {
        case["required"] = json!(["total", "verdict"]);
        case["properties"]["like"] = json!({
            "description": "The name of a case of `cases.toml` whose answers these go over.",
            "type": "string"
        });
        // The page fills its form by the edition that is written whole.
        if let Some(properties) = case["properties"].as_object_mut() {
            properties.shift_remove("example");
        }
    }
    schema
}

fn root<T: JsonSchema>() -> Schema {
    SchemaGenerator::default().into_root_schema_for::<T>()
}
