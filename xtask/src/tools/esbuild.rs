//! esbuild, which writes scripts and styles in words that old browsers know.

use super::environment::Environment;
use super::npm::{self, Package};
use crate::project::Project;
use anyhow::Result;

const PACKAGE: Package = Package {
    name: "esbuild",
    version: "0.28.2",
    purpose: "to make scripts and styles readable for old browsers",
};

/// Puts `esbuild` on the path.
pub(crate) fn prepare(project: &Project, environment: &mut Environment) -> Result<()> {
    let folder = npm::prepare(project, &PACKAGE)?;
    environment.add_folder(folder.join("node_modules/.bin"));
    Ok(())
}
