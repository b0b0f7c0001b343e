//! Trunk, which puts the page together.

use super::cargo_install::{self, Package};
use super::environment::Environment;
use crate::project::Project;
use anyhow::Result;

/// The first release that names the JavaScript after its own content.
/// Before it, one name could stand for two contents.
const VERSION: &str = "0.22.1";

/// Puts `trunk` on the path.
pub(crate) fn prepare(project: &Project, environment: &mut Environment) -> Result<()> {
    let package = Package {
        name: "trunk",
        binary: "trunk",
        version: VERSION.to_owned(),
        rust: (1, 91, 0),
        // It asks for Rust 1.96.1, but what it is made of asks for 1.91; built with 1.95, it builds the same page.
        arguments: &["--locked", "--ignore-rust-version"],
        duration: "7 minutes on two cores, once per machine; quicker: a prebuilt trunk 0.22.1 on your PATH",
    };
    cargo_install::prepare(project, environment, &package)?;
    Ok(())
}
