//! The declarations for TypeScript, written from the schemas of what the functions return. Only tests need them written:
//! the module carries what stands in `types.d.ts`.

use std::{env, fs};

use jifen::report::{
    AdviceReport, DiffReport, ForecastReport, QuestionSummary, Report, SchemeSummary,
};
use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::error::ApiError;
use crate::person::Layout;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/types.d.ts");
const REWRITE: &str = "JIFEN_WRITE_TYPES=1 cargo test -p jifen-js declarations";
const INDENT: &str = "    ";

#[test]
fn declarations_are_current() {
    let wanted = declarations();
    if env::var_os("JIFEN_WRITE_TYPES").is_some() {
        fs::write(FILE, &wanted).unwrap();
    }
    let found = fs::read_to_string(FILE).ok();
    assert!(
        found.as_ref() == Some(&wanted),
        "js/src/types.d.ts declares other results than these; write it anew:\n{REWRITE}"
    );
}

/// Writes every type that a result can hold, in the order in which one meets them.
fn declarations() -> String {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.subschema_for::<SchemeSummary<'static>>();
    generator.subschema_for::<QuestionSummary<'static>>();
    generator.subschema_for::<Report<'static>>();
    generator.subschema_for::<AdviceReport<'static>>();
    generator.subschema_for::<ForecastReport<'static>>();
    generator.subschema_for::<DiffReport<'static>>();
    generator.subschema_for::<Layout<'static>>();
    generator.subschema_for::<ApiError>();
    let mut written = format!("// Written by the tests of this crate; do not edit: {REWRITE}\n");
    for (name, schema) in generator.take_definitions(true) {
        written += "\n";
        written += &declaration(&name, &schema);
    }
    // The core's name for it is newer than the package's.
    written.replace("PointsRange", "PointRange")
}

/// Writes the type of a name: an interface, a union of interfaces with members in common, a union, or an alias.
fn declaration(name: &str, schema: &Value) -> String {
    let comment = match name {
        // Its schema is also that of a rule file, where there is nothing to say.
        "Points" => "/** Exact to the hundredth, such as `120` or `97.13`. */\n".to_owned(),
        _ => comment(schema, ""),
    };
    match (members(schema, INDENT), variants(schema)) {
        (Some(members), None) => format!("{comment}export interface {name} {{\n{members}}}\n"),
        (Some(common), Some(kinds)) => {
            let names: Vec<&str> = kinds.iter().filter_map(|kind| kind["title"].as_str()).collect();
            let mut written = format!("{comment}export type {name} = {};\n", names.join(" | "));
            written += &format!("\nexport interface {name}Base {{\n{common}}}\n");
            for (kind, title) in kinds.iter().zip(names) {
                let comment = self::comment(kind, "");
                let members = members(kind, INDENT).unwrap_or_default();
                written += &format!(
                    "\n{comment}export interface {title} extends {name}Base {{\n{members}}}\n"
                );
            }
            written
        }
        (None, Some(kinds)) => {
            let line =
                |kind| format!("\n{}{INDENT}| {}", self::comment(kind, INDENT), type_of(kind));
            format!(
                "{comment}export type {name} ={};\n",
                kinds.iter().map(line).collect::<String>()
            )
        }
        (None, None) => format!("{comment}export type {name} = {};\n", type_of(schema)),
    }
}

/// Returns the members of an object, a line each; `None` for what is no object with names of its own.
fn members(schema: &Value, indent: &str) -> Option<String> {
    let required = schema["required"].as_array();
    let is_required =
        |name: &str| required.is_some_and(|all| all.iter().any(|required| required == name));
    let member = |(name, schema): (&String, &Value)| {
        let (comment, of) = (comment(schema, indent), type_of(schema));
        // What is left out where there is nothing is never null.
        match is_required(name) {
            true => format!("{comment}{indent}{name}: {of};\n"),
            false => format!("{comment}{indent}{name}?: {};\n", of.trim_end_matches(" | null")),
        }
    };
    Some(schema["properties"].as_object()?.iter().map(member).collect())
}

/// Returns what a value may be one of.
fn variants(schema: &Value) -> Option<&Vec<Value>> {
    schema["oneOf"].as_array()
}

/// Writes a type where it is used.
fn type_of(schema: &Value) -> String {
    let union = |all: &Vec<Value>| all.iter().map(type_of).collect::<Vec<_>>().join(" | ");
    if let Some(name) = schema["$ref"].as_str() {
        return name.trim_start_matches("#/$defs/").to_owned();
    }
    if let Some(literal) = schema.get("const") {
        return literal.to_string();
    }
    if let Some(all) = schema["anyOf"].as_array().or(variants(schema)) {
        return union(all);
    }
    match &schema["type"] {
        Value::Array(names) => names.iter().map(plain).collect::<Vec<_>>().join(" | "),
        name if name == "array" => match type_of(&schema["items"]) {
            several if several.contains(' ') => format!("({several})[]"),
            single => format!("{single}[]"),
        },
        name if name == "object" => match members(schema, "") {
            Some(members) => {
                format!("{{ {} }}", members.trim_end_matches(";\n").replace('\n', " "))
            }
            None => format!("{{ [id: string]: {} }}", type_of(&schema["additionalProperties"])),
        },
        name => plain(name),
    }
}

/// Writes a type of JSON, and stops at a schema of which this writer knows nothing.
fn plain(name: &Value) -> String {
    match name.as_str() {
        Some("integer") => "number".to_owned(),
        Some(name) => name.to_owned(),
        None => panic!("a schema without a type"),
    }
}

/// Writes the documentation of a type or a member.
fn comment(schema: &Value, indent: &str) -> String {
    let Some(text) = schema["description"].as_str() else { return String::new() };
    match text.contains('\n') {
        true => {
            let lines = text.replace('\n', &format!("\n{indent} * "));
            format!("{indent}/**\n{indent} * {lines}\n{indent} */\n")
        }
        false => format!("{indent}/** {text} */\n"),
    }
}
