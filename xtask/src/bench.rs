//! Measures the core. No test: what a machine takes depends on the machine.

use crate::project::Project;
use anyhow::Result;
use xshell::cmd;

/// Runs the benchmarks of the core, compiled as small as the page is.
pub(crate) fn run(project: &Project) -> Result<()> {
    cmd!(project.shell, "cargo bench --bench profiles").run()?;
    Ok(())
}
