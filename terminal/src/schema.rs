//! `schema`: what a rule file may say, for editors.

use std::process::ExitCode;

use clap::ValueEnum;
use jifen::scheme::{Guide, Holidays, Question, Scheme};
use jifen_check::CasesFile;
use schemars::{JsonSchema, Schema, SchemaGenerator};

/// A file of the rules folder.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum File {
    /// `rules/<scheme>/scheme.toml`
    Scheme,
    /// `rules/questions.toml`
    Questions,
    /// `rules/holidays.toml`
    Holidays,
    /// `rules/<scheme>/cases.toml`
    Cases,
    /// `rules/<scheme>/guide.toml`
    Guide,
}

/// `rules/questions.toml`
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is asked for")]
struct QuestionsFile {
    /// The questions that schemes share.
    question: Vec<Question>,
}

pub(super) fn run(file: File) -> anyhow::Result<ExitCode> {
    let mut schema = match file {
        File::Scheme => root::<Scheme>(),
        File::Questions => root::<QuestionsFile>(),
        File::Holidays => root::<Holidays>(),
        File::Cases => root::<CasesFile>(),
        File::Guide => root::<Guide>(),
    };
    if matches!(file, File::Scheme) {
        // The id of a scheme is the name of its folder, so the file does not repeat it.
        if let Some(required) = schema.get_mut("required").and_then(|list| list.as_array_mut()) {
            required.retain(|key| key != "id");
        }
        if let Some(properties) = schema.get_mut("properties").and_then(|map| map.as_object_mut()) {
            properties.shift_remove("id");
        }
    }
    super::print_json(&schema)
}

fn root<T: JsonSchema>() -> Schema {
    SchemaGenerator::default().into_root_schema_for::<T>()
}
