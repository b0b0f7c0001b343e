//! axe-core, which finds accessibility faults in a page.

use super::environment::Environment;
use super::npm::{self, Package};
use crate::project::Project;
use anyhow::Result;

const PACKAGE: Package =
    Package { name: "axe-core", version: "4.14.1", purpose: "to test accessibility" };

/// Tells the browser tests where axe is.
pub(crate) fn prepare(project: &Project, environment: &mut Environment) -> Result<()> {
    let folder = npm::prepare(project, &PACKAGE)?;
    environment.set("JIFEN_AXE", folder.join("node_modules/axe-core/axe.min.js"));
    Ok(())
}
