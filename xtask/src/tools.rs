//! The tools that the page is built and tested with: how each is found, or else installed.

mod apt;
pub(crate) mod axe;
pub(crate) mod binaryen;
pub(crate) mod browser;
mod cargo_install;
pub(crate) mod firefox;
mod npm;
pub(crate) mod standard_library;
pub(crate) mod trunk;
pub(crate) mod typescript;
mod version;
pub(crate) mod wasm_bindgen;
pub(crate) mod webkit;

use anyhow::Result;
use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use xshell::Cmd;

/// How a command reaches the tools. Commands without it run as they would by hand:
/// what is set here is for WebAssembly and for browsers, never for the native build.
#[derive(Default)]
pub(crate) struct Tools {
    variables: BTreeMap<&'static str, OsString>,
    folders: Vec<PathBuf>,
    clippy: Option<PathBuf>,
}

impl Tools {
    /// Gives a command its variables, and the tools' folders in front of its `PATH`.
    pub(crate) fn equip<'a>(&self, mut command: Cmd<'a>) -> Result<Cmd<'a>> {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&path));
        command = command.env("PATH", env::join_paths(folders)?);
        if self.variables.contains_key(standard_library::FLAGS) {
            // Either of these would silently replace the flags set here.
            command = command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
        }
        Ok(command.envs(&self.variables))
    }

    /// The program whose `clippy` belongs to the compiler in use for WebAssembly.
    pub(crate) fn clippy(&self) -> &Path {
        self.clippy.as_deref().unwrap_or(Path::new("cargo"))
    }

    fn set(&mut self, variable: &'static str, value: impl Into<OsString>) {
        self.variables.insert(variable, value.into());
    }
}

/// Says what is about to be done, before it takes its time.
fn announce(what: &str, usually: &str) {
    eprintln!("set-up: {what} (usually {usually}) …");
}
