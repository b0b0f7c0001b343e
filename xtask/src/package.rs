//! The JavaScript package, as a folder that npm takes.

use crate::build::remove;
use crate::old_browsers::{READ, REPLACED};
use crate::project::Project;
use crate::setup::{self, Tool};
use crate::tools::npm::NODE;
use crate::tools::typescript;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use xshell::cmd;

const WASM: &str = "wasm32-unknown-unknown";
/// Held against the terminal: somebody with points, somebody with none, and somebody who typed a wrong word.
const PEOPLE: &str = r#"{"birth-date": "1990-01-01", "education": "bachelor", "academic-degree": "bachelor"}
{}
{"education": "bachelors", "insured-months": -1}
"#;
const SCHEME: &str = "shanghai";
const DAY: &str = "2026-11-24";

/// Builds the package into `target/package`, which changes only when every step has worked.
pub(crate) fn package(project: &Project) -> Result<()> {
    let environment = setup::prepare(project, Tool::PACKAGE)?;
    let shell = &project.shell;
    let build = cmd!(shell, "cargo build --package jifen-js --profile fast --target {WASM}");
    environment
        .apply(build)?
        .run()
        .context("The package could not be compiled: see the message above.")?;

    let (folder, staging) = (project.package(), project.root.join("target/package.partial"));
    remove(&staging)?;
    let compiled = project.target()?.join(WASM).join("fast/jifen_js.wasm");
    let bind =
        cmd!(shell, "wasm-bindgen --target web --out-name jifen --out-dir {staging} {compiled}");
    environment.apply(bind)?.run()?;
    let module = staging.join("jifen_bg.wasm");
    let small = cmd!(shell, "wasm-opt {READ...} -O3 {REPLACED...} {module} -o {module}");
    environment.apply(small)?.run()?;
    // What TypeScript is told of the wasm's own exports is of no use to anybody.
    fs::remove_file(staging.join("jifen_bg.wasm.d.ts"))?;
    for (from, file) in [("js", "package.json"), ("js", "README.md"), (".", "LICENSE")] {
        fs::copy(project.root.join(from).join(file), staging.join(file))?;
    }
    check_description(&staging)?;
    // Code of the page would carry the names of its source files.
    ensure!(
        !fs::read(staging.join("jifen_bg.wasm"))?.windows(4).any(|part| part == b"yew-"),
        "Code of Yew is in the package's wasm: something in js/ or the core pulls the page in"
    );
    remove(&folder)?;
    fs::rename(&staging, &folder)?;

    let bytes = fs::metadata(folder.join("jifen_bg.wasm"))?.len();
    println!("{} ({bytes} bytes of wasm)", folder.display());
    Ok(())
}

/// Holds the version and every file that package.json names against what is there.
fn check_description(folder: &Path) -> Result<()> {
    let description: Value =
        serde_json::from_slice(&fs::read(folder.join("package.json"))?).context("package.json")?;
    let version = env!("CARGO_PKG_VERSION");
    ensure!(
        description["version"] == version,
        "js/package.json has version {}, and Cargo.toml {version}: make them equal",
        description["version"]
    );
    let files = description["files"].as_array().context("js/package.json names no files")?;
    for file in files.iter().filter_map(Value::as_str) {
        ensure!(folder.join(file).exists(), "js/package.json names {file}, which was not made");
    }
    Ok(())
}

/// Installs the package as a stranger would, from the archive that npm makes of it, and holds what a script of Node
/// prints with it against the terminal. The page among the examples is the browser suite's to open.
pub(crate) fn test(project: &Project) -> Result<()> {
    ensure!(which::which("npm").is_ok(), "npm is missing. {NODE}");
    package(project)?;
    let (shell, folder, host) = (&project.shell, project.package(), project.package_host());
    remove(&host)?;
    fs::create_dir_all(&host)?;
    for example in fs::read_dir(project.root.join("js/examples"))? {
        let example = example?.path();
        fs::copy(&example, host.join(example.file_name().unwrap_or_default()))?;
    }
    let archive = cmd!(shell, "npm pack --silent --pack-destination {host} {folder}").read()?;
    let archive = host.join(archive.trim());
    cmd!(shell, "npm install --silent --offline --no-audit --no-fund --prefix {host} {archive}")
        .run()?;
    compare_with_terminal(project, &host)?;
    let many = host.join("many.mjs");
    cmd!(shell, "node {many} {SCHEME} {DAY}").run()?;
    returns_what_it_declares(project, &host)
}

/// Lets TypeScript's compiler read the examples, and a program that holds every sort of result under its type.
fn returns_what_it_declares(project: &Project, host: &Path) -> Result<()> {
    let shell = &project.shell;
    let (compiler, types) = typescript::prepare(project)?;
    let rules = host.join("rules");
    cmd!(shell, "cargo run --quiet -- export {rules} --json").run()?;
    let [script, person] = ["types.mjs", "person.json"].map(|file| host.join(file));
    for file in [&script, &person] {
        let tests = project.root.join("js/tests");
        fs::copy(tests.join(file.file_name().unwrap_or_default()), file)?;
    }
    let (scheme, values) = (rules.join(SCHEME).with_extension("json"), host.join("values.ts"));
    cmd!(shell, "node {script} {scheme} {person} {values}").run()?;
    let sources = ["assess.mjs", "many.mjs", "page.js", "values.ts"].map(|file| host.join(file));
    cmd!(
        shell,
        "node {compiler} --noEmit --strict --allowJs --checkJs --target es2022 --module esnext
            --moduleResolution bundler --typeRoots {types} --types node {sources...}"
    )
    .run()
    .context(
        "js/src/types.d.ts does not declare what the package returns, or an example misuses it",
    )
}

/// Compares what Node prints with the package to what the terminal prints.
fn compare_with_terminal(project: &Project, host: &Path) -> Result<()> {
    let script = host.join("assess.mjs");
    let mut node = Command::new("node");
    let from_node = lines(node.arg(script).args([SCHEME, DAY]))?;
    let mut cargo = Command::new("cargo");
    let from_terminal = lines(
        cargo
            .current_dir(&project.root)
            .args(["run", "--quiet", "--", "assess", SCHEME, "--on", DAY]),
    )?;
    ensure!(
        from_node.len() == 3 && from_terminal.len() == 3,
        "not a line for each person: {from_node:?} {from_terminal:?}"
    );
    for (node, terminal) in from_node.iter().zip(&from_terminal).take(2) {
        ensure!(node["verdict"].is_string(), "Node printed {node}");
        ensure!(node == terminal, "Node printed\n{node}\nand the terminal\n{terminal}");
    }
    let error = &from_node[2];
    let codes: Vec<&Value> =
        error["faults"].as_array().into_iter().flatten().map(|error| &error["code"]).collect();
    ensure!(
        codes == ["unknown-option", "out-of-range"] && error["code"] == "unknown-option",
        "the wrong answers gave {error}"
    );
    ensure!(
        from_terminal[2]["error"].is_string(),
        "the terminal took the wrong answers: {}",
        from_terminal[2]
    );
    Ok(())
}

/// Runs a program with [`PEOPLE`] as its input; returns what it prints, line by line.
fn lines(command: &mut Command) -> Result<Vec<Value>> {
    let mut program = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{command:?} does not start"))?;
    let mut input = program.stdin.take().context("no input")?;
    input.write_all(PEOPLE.as_bytes())?;
    drop(input);
    let output = program.wait_with_output()?;
    ensure!(output.status.success(), "{command:?} failed; see its message above");
    let output = String::from_utf8(output.stdout)?;
    Ok(output.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}
