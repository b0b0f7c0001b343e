//! wasm-bindgen, which joins WebAssembly and JavaScript, and runs tests in a browser.

use super::cargo_install::{self, Package};
use super::environment::Environment;
use crate::project::Project;
use anyhow::{Context, Result};
use std::fs;

/// What it spends its time in is optimized a little: it runs after every change of the page, three times as fast.
const QUICK: &[&str] = &[
    "--config=profile.dev.package.walrus.opt-level=1",
    "--config=profile.dev.package.wasmparser.opt-level=1",
    "--config=profile.dev.package.wasm-encoder.opt-level=1",
    "--config=profile.dev.package.wasm-bindgen-cli-support.opt-level=1",
    "--config=profile.dev.package.id-arena.opt-level=1",
    "--config=profile.dev.package.gimli.opt-level=1",
];

/// Puts `wasm-bindgen` on the path and makes its runner the one for tests.
pub(crate) fn prepare(project: &Project, environment: &mut Environment) -> Result<()> {
    let package = Package {
        name: "wasm-bindgen-cli",
        binary: "wasm-bindgen",
        version: locked_version(project)?,
        rust: (1, 86, 0),
        // Not --locked: the lock it is published with may name crates that a mirror lacks.
        arguments: QUICK,
        duration: "2 minutes on two cores, once per version",
    };
    cargo_install::prepare(project, environment, &package)?;
    environment.set("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    Ok(())
}

/// Returns the version in the lock file: the tool and the crate must be of one.
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
