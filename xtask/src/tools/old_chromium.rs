//! Old Chromiums to test in: packages for servers without a screen carry them inside.

use super::environment::Environment;
use super::npm::{self, Package};
use crate::project::Project;
use anyhow::{Context, Result};
use std::fs::{self, File};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// The version of each browser, and of the package that carries it: one that is too old, the oldest that runs everything, and
/// two between that and today's.
const PACKAGES: [(u32, &str); 4] =
    [(64, "64.0.3264"), (67, "67.0.3372"), (79, "2.0.2"), (88, "5.5.0")];

/// Tells the tests where the browsers are.
pub(crate) fn prepare(project: &Project, environment: &mut Environment) -> Result<()> {
    let browsers = PACKAGES.map(|(number, version)| {
        let package =
            Package { name: "chrome-aws-lambda", version, purpose: "to test in an old browser" };
        let program = unpacked(&npm::prepare(project, &package)?)?;
        anyhow::Ok(format!("{number}={}", program.display()))
    });
    let browsers = browsers.into_iter().collect::<Result<Vec<_>>>()?;
    environment.set("JIFEN_OLD_CHROMIUM", browsers.join(","));
    Ok(())
}

/// Returns the browser of a package, unpacked when that is still to be done.
fn unpacked(folder: &Path) -> Result<PathBuf> {
    let program = folder.join("chromium");
    if program.exists() {
        return Ok(program);
    }
    let packed = folder.join("node_modules/chrome-aws-lambda/bin/chromium.br");
    let packed = File::open(&packed).with_context(|| packed.display().to_string())?;
    // Renamed only when complete.
    let partial = folder.join("chromium.partial");
    let mut written = File::create(&partial)?;
    io::copy(&mut brotli::Decompressor::new(packed, 1 << 16), &mut written)?;
    drop(written);
    fs::set_permissions(&partial, PermissionsExt::from_mode(0o755))?;
    fs::rename(&partial, &program)?;
    Ok(program)
}
