//! Lighthouse, which looks at a page as on a phone.

use super::apt;
use super::npm::{self, Package};
use crate::project::Project;
use anyhow::Result;
use std::path::PathBuf;

/// Later versions need a newer Node.js than the rest of the project.
const PACKAGE: Package =
    Package { name: "lighthouse", version: "12.8.2", purpose: "to look at the page as on a phone" };

/// Returns the program, a script of Node, and the options for its browser.
pub(crate) fn prepare(project: &Project) -> Result<(PathBuf, &'static str)> {
    let script = npm::prepare(project, &PACKAGE)?.join("node_modules/lighthouse/cli/index.js");
    // Most readers read Chinese, and the page opens in the language that its reader's browser names. Chromium refuses to run as
    // the superuser otherwise than without its sandbox.
    Ok((
        script,
        match apt::is_root(project) {
            true => "--headless=new --lang=zh-CN --accept-lang=zh-CN --no-sandbox",
            false => "--headless=new --lang=zh-CN --accept-lang=zh-CN",
        },
    ))
}
