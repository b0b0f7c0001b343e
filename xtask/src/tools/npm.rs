//! Packages of npm, each in a folder of its own in the cache.

use super::environment::announce;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::PathBuf;
use xshell::cmd;

/// What to do where npm is missing: the scripts that use the JavaScript package need this version.
pub(crate) const NODE: &str = "Install Node.js 20 or later (it brings npm), then try again.";

/// One pinned package.
pub(crate) struct Package {
    /// Its name on npm.
    pub(crate) name: &'static str,
    /// Its exact version.
    pub(crate) version: &'static str,
    /// What it is needed for.
    pub(crate) purpose: &'static str,
}

/// Returns the folder that holds `node_modules`, installed first when missing.
pub(crate) fn prepare(project: &Project, package: &Package) -> Result<PathBuf> {
    let Package { name, version, purpose } = package;
    let folder = project.cache.join(format!("{name}-{version}"));
    if folder.exists() {
        return Ok(folder);
    }
    if which::which("npm").is_err() {
        bail!(
            "npm is missing; {name} {version} comes from it, {purpose}.\n\
             {NODE}"
        );
    }
    announce(&format!("installing {name} {version} {purpose}"), "10 s");
    // Renamed only when complete, so that a broken download never counts as installed.
    let partial = project.cache.join(format!("{name}-{version}.partial"));
    if partial.exists() {
        fs::remove_dir_all(&partial)?;
    }
    fs::create_dir_all(&partial)?;
    let exact = format!("{name}@{version}");
    cmd!(project.shell, "npm install --silent --no-audit --no-fund --prefix {partial} {exact}")
        .run()
        .with_context(|| {
            format!(
                "npm could not install {exact}, {purpose}.\n\
             This step needs the network: check that `npm view {exact}` answers, then try again."
            )
        })?;
    fs::rename(&partial, &folder)?;
    Ok(folder)
}
