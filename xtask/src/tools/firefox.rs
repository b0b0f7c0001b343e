//! A Firefox and its driver: the user's own, the machine's, or Debian's with a driver built here.

use super::apt;
use super::cargo_install::{self, Package};
use super::chromium::named;
use super::environment::Environment;
use crate::project::Project;
use anyhow::{Context, Result};
use std::path::PathBuf;

const BROWSERS: &[&str] =
    &["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];
const HELP: &str = "Tests in Firefox need Firefox.\n\
     Install it, or name it: FIREFOX=/path/to/firefox.\n\
     To test without it: cargo xtask test browser --engine chromium --engine webkit";

/// Tells tests which Firefox and which driver to use.
pub(crate) fn prepare(project: &Project, environment: &mut Environment) -> Result<()> {
    let firefox = match find()? {
        Some(firefox) => firefox,
        None => {
            apt::install(project, &["firefox-esr", "fonts-noto-cjk"], "60 s", HELP)?;
            find()?.context(HELP)?
        }
    };
    environment.set("JIFEN_FIREFOX", firefox);
    let driver = named("GECKODRIVER")?.or_else(|| which::which("geckodriver").ok());
    match driver {
        Some(driver) => environment.set("GECKODRIVER", driver),
        None => {
            let package = Package {
                name: "geckodriver",
                binary: "geckodriver",
                version: "0.37.1".to_owned(),
                rust: (1, 86, 0),
                arguments: &["--locked"],
                duration: "2 minutes on two cores, once per machine",
            };
            cargo_install::prepare(project, environment, &package)?;
        }
    }
    Ok(())
}

fn find() -> Result<Option<PathBuf>> {
    let known = || BROWSERS.iter().find_map(|name| which::which(name).ok());
    Ok(named("FIREFOX")?.or_else(known))
}
