//! Runs every test there is, cheapest first, and stops at the first failure.

use crate::project::Project;
use crate::setup::{self, Engine, Tool};
use crate::{build, counter, package, single_file, size};
use anyhow::{Context, Result, ensure};
use clap::ValueEnum;
use std::path::PathBuf;
use std::thread::available_parallelism;
use std::time::Instant;
use xshell::cmd;

const WASM: &str = "wasm32-unknown-unknown";

/// One step of the full run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Step {
    /// The code is formatted
    Format,
    /// No warnings from clippy
    Lint,
    /// No warnings from rustdoc
    Documents,
    /// The tests that need no browser
    Native,
    /// The rule files are sound, and their worked examples come out
    Rules,
    /// No warnings from clippy in what only WebAssembly compiles
    WasmLint,
    /// The JavaScript package's tests, in a browser
    Wasm,
    /// The JavaScript package installs, and Node prints with it what the terminal prints
    Package,
    /// The page builds
    Build,
    /// The built page goes into one file
    SingleFile,
    /// The page is small enough
    Size,
    /// The built page in browsers that are years old
    Old,
    /// The built page's tests, in a browser
    Browser,
}

/// Which of the browser tests run.
pub(crate) struct BrowserTests {
    /// The engines; all where none is named.
    pub(crate) engines: Vec<Engine>,
    /// What the names of the tests contain; any where nothing is said.
    pub(crate) named: Option<String>,
}

/// Runs the steps named, or all of them, always in the same order.
pub(crate) fn run(project: &Project, only: &[Step], browser_tests: &BrowserTests) -> Result<()> {
    let begin = Instant::now();
    for step in Step::value_variants() {
        if !only.is_empty() && !only.contains(step) {
            continue;
        }
        let name = name(*step);
        eprintln!("\n== {name}");
        let begin = Instant::now();
        step.run(project, browser_tests).with_context(|| {
            format!("The step “{name}” failed; `cargo xtask test {name}` runs it alone.")
        })?;
        eprintln!("== {name}: passed in {} s", begin.elapsed().as_secs());
    }
    println!("All passed in {} s.", begin.elapsed().as_secs());
    Ok(())
}

fn name(step: Step) -> String {
    step.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

impl Step {
    fn run(self, project: &Project, browser_tests: &BrowserTests) -> Result<()> {
        let shell = &project.shell;
        match self {
            Self::Format => cmd!(shell, "cargo fmt --all --check").run()?,
            Self::Lint => {
                cmd!(shell, "cargo clippy --workspace --all-targets -- -D warnings").run()?
            }
            Self::Documents => cmd!(shell, "cargo doc --workspace --no-deps")
                .env("RUSTDOCFLAGS", "-D warnings")
                .run()?,
            Self::Native => cmd!(shell, "cargo test --workspace --exclude jifen-browser").run()?,
            Self::Rules => check_rules(project)?,
            Self::WasmLint => lint_wasm(project)?,
            Self::Wasm => test_wasm(project)?,
            Self::Package => package::test(project)?,
            Self::Build => build::build(project, None)?,
            Self::SingleFile => single_file::assemble(project)?,
            Self::Size => size::check(project, &counter::built(project)?)?,
            Self::Old => test_old(project)?,
            Self::Browser => test_page(project, browser_tests)?,
        }
        Ok(())
    }
}

/// Checks the rules as far as the terminal can: also that no number in them can change unnoticed.
fn check_rules(project: &Project) -> Result<()> {
    let shell = &project.shell;
    cmd!(shell, "cargo run --quiet -- check --thorough").run()?;
    Ok(())
}

fn lint_wasm(project: &Project) -> Result<()> {
    let environment = setup::prepare(project, &[Tool::StandardLibrary])?;
    let clippy = environment.clippy();
    let lint = cmd!(
        project.shell,
        "{clippy} clippy --package jifen --package jifen-js --package jifen-page --target {WASM} -- -D warnings"
    );
    environment.apply(lint)?.run()?;
    Ok(())
}

fn test_wasm(project: &Project) -> Result<()> {
    let environment = setup::prepare(project, Tool::WASM_TESTS)?;
    let test = cmd!(project.shell, "cargo test --package jifen-js --target {WASM}");
    environment.apply(test)?.run()?;
    Ok(())
}

/// Runs what every version must do that the page is for.
fn test_old(project: &Project) -> Result<()> {
    let environment = setup::prepare(project, &[Tool::Chromium, Tool::OldChromium])?;
    let test = cmd!(project.shell, "cargo test --package jifen-browser --test old");
    environment.apply(test)?.env("JIFEN_DIST", built(project)?).run()?;
    Ok(())
}

/// Returns the folder of the built page.
fn built(project: &Project) -> Result<PathBuf> {
    let dist = project.dist();
    ensure!(
        dist.join("index.html").exists(),
        "There is no built page to test: run `cargo xtask build` first."
    );
    Ok(dist)
}

/// Runs the suite, which is a native program that drives browsers.
fn test_page(project: &Project, browser_tests: &BrowserTests) -> Result<()> {
    let engines = match &browser_tests.engines[..] {
        [] => Engine::value_variants(),
        named => named,
    };
    let dist = built(project)?;
    let environment = setup::prepare(project, &Tool::browser_tests(engines))?;
    // Each thread holds a browser of its own, and a browser uses several cores.
    let threads = available_parallelism().map_or(2, |cores| cores.get().clamp(2, 4));
    let threads = threads.to_string();
    let named = browser_tests.named.iter();
    let test = cmd!(
        project.shell,
        "cargo test --package jifen-browser --test browser -- --test-threads={threads} {named...}"
    );
    let names: Vec<_> = engines.iter().filter_map(ValueEnum::to_possible_value).collect();
    let names: Vec<_> = names.iter().map(|name| name.get_name()).collect();
    environment.apply(test)?.env("JIFEN_DIST", dist).env("JIFEN_ENGINES", names.join(",")).run()?;
    Ok(())
}
