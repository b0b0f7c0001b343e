//! Measures the core. No test: what a machine takes depends on the machine.

use crate::package;
use crate::project::Project;
use anyhow::Result;
use xshell::cmd;

/// Runs the benchmarks of the core, compiled as small as the page is: natively, then as WebAssembly through the
/// JavaScript package.
pub(crate) fn run(project: &Project) -> Result<()> {
    let shell = &project.shell;
    cmd!(shell, "cargo bench --bench profiles").run()?;
    package::package(project)?;
    let folder = project.package();
    cmd!(shell, "node benches/package.mjs {folder}").run()?;
    Ok(())
}
