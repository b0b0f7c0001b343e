//! wasm-bindgen, which joins WebAssembly and JavaScript, and runs tests in a browser.

use super::Tools;
use super::cargo_install::{self, Program};
use crate::project::Project;
use anyhow::{Context, Result};
use std::fs;

/// Puts `wasm-bindgen` on the path and makes its runner the one for tests.
pub(crate) fn prepare(project: &Project, tools: &mut Tools) -> Result<()> {
    let program = Program {
        package: "wasm-bindgen-cli",
        binary: "wasm-bindgen",
        version: locked_version(project)?,
        rust: (1, 86, 0),
        // Not --locked: the lock it is published with may name crates that a mirror lacks.
        arguments: &[],
        usually: "2 minutes on two cores, once per version",
    };
    cargo_install::prepare(project, tools, &program)?;
    tools.set("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    Ok(())
}

/// The tool and the crate must be of one version, so the lock file decides.
fn locked_version(project: &Project) -> Result<String> {
    let lock = fs::read_to_string(project.root.join("Cargo.lock"))?;
    let lock: toml::Table = lock.parse().context("Cargo.lock is not TOML")?;
    lock.get("package")
        .and_then(toml::Value::as_array)
        .into_iter()
        .flatten()
        .find(|package| package.get("name").and_then(toml::Value::as_str) == Some("wasm-bindgen"))
        .and_then(|package| package.get("version")?.as_str())
        .map(str::to_owned)
        .context("Cargo.lock has no wasm-bindgen")
}
