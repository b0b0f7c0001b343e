//! Measures the core, and the package beside other engines. No test: what a machine takes depends on the machine.

use crate::package;
use crate::project::Project;
use crate::tools::engines;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::fs;
use xshell::cmd;

/// Where what was measured stands.
const SNAPSHOT: &str = "benches/beside.txt";
/// The scheme whose worked examples are the people.
const SCHEME: &str = "shanghai";

/// Runs the benchmarks of the core natively, then the JavaScript package beside other engines, and writes the snapshot. Fails where
/// these come out otherwise.
pub(crate) fn run(project: &Project) -> Result<()> {
    let shell = &project.shell;
    cmd!(shell, "cargo bench --bench profiles --bench records").run()?;
    package::package(project)?;
    let (package, engines) = (project.package(), engines::prepare(project)?);
    let rules = project.root.join("target/bench");
    cmd!(shell, "cargo run --quiet -- export {rules} --json").run()?;
    let cases = rules.join("cases.json");
    fs::write(&cases, self::cases(project)?.to_string())?;
    let script = project.root.join("benches/beside/run.mjs");
    let measured = cmd!(shell, "node {script} {package} {rules} {cases} {engines...}").read()?;
    println!("{measured}");
    fs::write(project.root.join(SNAPSHOT), measured + "\n")?;
    Ok(())
}

/// Returns the answers and days of the worked examples, each with the file's defaults.
fn cases(project: &Project) -> Result<Value> {
    let file = project.root.join("rules").join(SCHEME).join("cases.toml");
    let file: Value = toml::from_str(&fs::read_to_string(file)?)?;
    let cases = file["case"].as_array().context("cases.toml holds no cases")?;
    let cases = cases.iter().map(|case| {
        let mut answers = file["defaults"].as_object().cloned().unwrap_or_default();
        for id in case["omit"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            answers.remove(id);
        }
        answers.extend(case["answers"].as_object().cloned().unwrap_or_default());
        json!({ "answers": answers, "on": case["on"] })
    });
    Ok(json!({ "cases": cases.collect::<Vec<_>>() }))
}
