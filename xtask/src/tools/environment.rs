//! What commands need in order to reach the tools.

use anyhow::Result;
use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use xshell::Cmd;

/// The variable with the compiler's flags for WebAssembly.
pub(super) const WASM_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The variables and the search path under which a command finds the tools. Commands without it run as they would by
/// hand: what is set here is for WebAssembly and for browsers, never for the native build.
#[derive(Default)]
pub(crate) struct Environment {
    variables: BTreeMap<&'static str, OsString>,
    folders: Vec<PathBuf>,
    clippy: Option<PathBuf>,
}

impl Environment {
    /// Gives a command the variables, and the tools' folders in front of its `PATH`.
    pub(crate) fn apply<'a>(&self, mut command: Cmd<'a>) -> Result<Cmd<'a>> {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&path));
        command = command.env("PATH", env::join_paths(folders)?);
        if self.variables.contains_key(WASM_FLAGS) {
            // Either of these would silently replace the flags set here.
            command = command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
        }
        Ok(command.envs(&self.variables))
    }

    /// Returns the program whose `clippy` belongs to the compiler in use for WebAssembly.
    pub(crate) fn clippy(&self) -> &Path {
        self.clippy.as_deref().unwrap_or(Path::new("cargo"))
    }

    pub(super) fn set(&mut self, variable: &'static str, value: impl Into<OsString>) {
        self.variables.insert(variable, value.into());
    }

    pub(super) fn add_folder(&mut self, folder: PathBuf) {
        self.folders.push(folder);
    }

    pub(super) fn set_clippy(&mut self, program: PathBuf) {
        self.clippy = Some(program);
    }
}

/// Says what is about to be done, before it takes its time.
pub(super) fn announce(what: &str, duration: &str) {
    eprintln!("set-up: {what} (usually {duration}) …");
}
