//! Checks the rules and packs them, so that the module answers for every scheme without fetching anything.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use jifen::answers::Answers;
use jifen::assess::assess;
use jifen::outlook::advise;
use jifen::report;
use jifen::scheme::{Editions, Scheme};
use jifen_check::{Checked, check};
use serde_json::json;

const RULES: &str = "../rules";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={RULES}");
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let Checked { editions, faults, .. } = check(Path::new(RULES))?;
    if !faults.is_empty() {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        return Err(format!("the rules have faults:\n\n{}", faults.join("\n\n")).into());
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?);
    let mut list = String::from("&[\n");
    for editions in &editions {
        list.push_str("&[\n");
        for (file, scheme) in editions.files() {
            let name = format!("{file}.pack");
            let pack = scheme.to_pack()?;
            // The module takes for granted that it can read what stands in it.
            Scheme::from_pack(&pack)?;
            fs::write(out.join(&name), pack)?;
            writeln!(list, "include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}\")),")?;
        }
        list.push_str("],\n");
    }
    fs::write(out.join("packs.rs"), list + "]")?;
    fs::write(out.join("terminal.json"), terminal(&editions)?)?;
    Ok(())
}

/// What the terminal prints for the same rules. Only the tests read it: they hold the module to it.
fn terminal(schemes: &[Editions]) -> serde_json::Result<String> {
    let summaries: Vec<_> = schemes.iter().map(report::scheme_summary).collect();
    let each: Vec<_> = schemes
        .iter()
        .map(|editions| {
            let scheme = &editions.whole;
            let on = scheme.edition.checked;
            let answers = Answers::default();
            let assessment = assess(scheme, &answers, on);
            json!({
                "id": scheme.id,
                "edition": scheme.edition.id,
                "export": scheme,
                "questions": report::question_summaries(scheme),
                "on": on,
                "unanswered": report::report(scheme, &answers, &assessment),
                "advice": report::advice(scheme, &answers, on, &advise(scheme, &answers, on)),
                "forecast": report::forecast_by_editions(editions, scheme, &answers, on, &[]),
            })
        })
        .collect();
    serde_json::to_string(&json!({ "schemes": summaries, "each": each }))
}
