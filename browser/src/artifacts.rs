//! What has been built, and is tested here.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Result, ensure};

/// Returns the root of the project.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// Returns the folder of the built page.
///
/// # Errors
/// When nothing says where it is.
pub fn dist() -> Result<PathBuf> {
    let dist = env::var_os("JIFEN_DIST").map_or_else(|| root().join("dist"), PathBuf::from);
    ensure!(
        dist.join("index.html").exists(),
        "{} holds no built page: run `cargo xtask build`, then `cargo xtask test browser`",
        dist.display()
    );
    Ok(dist)
}

/// Returns the folder of a stranger's project that has the JavaScript package installed.
///
/// # Errors
/// When nobody has made it.
pub fn package_host() -> Result<PathBuf> {
    let host = root().join("target/package-host");
    ensure!(
        host.join("page.html").exists(),
        "{} is not there: run `cargo xtask test package` first",
        host.display()
    );
    Ok(host)
}

/// Returns the page in one file.
///
/// # Errors
/// When nobody has made it.
pub fn single_file() -> Result<PathBuf> {
    let file = root().join("target/single-file/jifen.html");
    ensure!(file.exists(), "{} is not there: run `cargo xtask single-file` first", file.display());
    Ok(file)
}

/// Returns the program of the service worker: what it does with the files that it is told of.
///
/// # Errors
/// When it cannot be read.
pub fn worker_program() -> Result<String> {
    Ok(fs::read_to_string(root().join("web/worker.js"))?)
}
