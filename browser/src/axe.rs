//! axe-core, with no rule switched off.

use std::{env, fs};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::browser::Browser;
use crate::engine::Engine;

/// Everything that axe knows by default, and what it leaves out unless asked: the size of targets.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
      .then((found) => done(found.violations.map((one) =>
        `${one.id} (${one.impact}): ${one.help}\\n` + one.nodes.slice(0, 5).map((node) =>
          `    ${node.target}: ${node.html.slice(0, 160)}\\n    ${node.failureSummary}`).join('\\n'))))
      .catch((error) => done([String(error)]));";

/// Holds what the browser shows against axe's rules. They are about the document and its style, and are asked in
/// Chromium alone: a phone's screen as long as the page, which keeps what is fixed from covering anything, is not to be
/// had elsewhere.
///
/// # Errors
/// When axe finds a fault.
pub fn inspect(browser: &Browser, what: &str) -> Result<()> {
    if browser.engine() != Engine::Chromium {
        return Ok(());
    }
    let path = env::var_os("JIFEN_AXE")
        .context("JIFEN_AXE names no axe.min.js; run `cargo xtask test browser`")?;
    if browser.execute("return typeof axe", Value::Null)? != "object" {
        browser.execute(&fs::read_to_string(path)?, Value::Null)?;
    }
    let found = browser.execute_async(RUN, Value::Null)?;
    let found: Vec<String> = serde_json::from_value(found)?;
    ensure!(found.is_empty(), "axe on {what}:\n{}", found.join("\n"));
    Ok(())
}
