//! Binaryen's `wasm-opt`, which makes the page's WebAssembly smaller.

use super::environment::Environment;
use super::npm::{self, Package};
use crate::project::Project;
use anyhow::Result;

/// Older releases cannot read what rustc writes today; Debian's is one of them.
const PACKAGE: Package =
    Package { name: "binaryen", version: "132.0.0", purpose: "to make the WebAssembly smaller" };

/// Puts `wasm-opt` on the path.
pub(crate) fn prepare(project: &Project, environment: &mut Environment) -> Result<()> {
    let folder = npm::prepare(project, &PACKAGE)?;
    environment.add_folder(folder.join("node_modules/.bin"));
    Ok(())
}
