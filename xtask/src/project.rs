//! Where things are: the project, its build output, and the cache of tools.

use anyhow::{Context, Result};
use std::env;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// The project's folders, and a shell that stands in its root.
pub(crate) struct Project {
    /// Runs commands from the root.
    pub(crate) shell: Shell,
    /// The root of the repository.
    pub(crate) root: PathBuf,
    /// Where tools are kept, shared by all clones of one user.
    pub(crate) cache: PathBuf,
}

impl Project {
    /// Finds the project this program was compiled from.
    pub(crate) fn open() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask has no parent folder")?
            .to_owned();
        let shell = Shell::new()?;
        shell.change_dir(&root);
        Ok(Self { shell, root, cache: cache()? })
    }

    /// Returns the folder of the static site.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Returns the folder of what the build puts together before it becomes the static site.
    /// `index.html` names it, so it does not follow `CARGO_TARGET_DIR`.
    pub(crate) fn staging(&self) -> PathBuf {
        self.root.join("target/site")
    }

    /// Returns the folder of the page while it is being worked on.
    pub(crate) fn dev_page(&self) -> PathBuf {
        self.root.join("target/dev-page")
    }

    /// Returns the folder of the JavaScript package.
    pub(crate) fn package(&self) -> PathBuf {
        self.root.join("target/package")
    }

    /// Returns the folder of a stranger's project that has the package installed, for the tests.
    pub(crate) fn package_host(&self) -> PathBuf {
        self.root.join("target/package-host")
    }

    /// Returns the file that holds the whole page.
    pub(crate) fn single_file(&self) -> PathBuf {
        self.root.join("target/single-file/jifen.html")
    }

    /// Returns Cargo's target folder, wherever the user keeps it.
    pub(crate) fn target(&self) -> Result<PathBuf> {
        let metadata = cmd!(self.shell, "cargo metadata --no-deps --offline --format-version 1")
            .quiet()
            .read()?;
        let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
        let target = metadata["target_directory"]
            .as_str()
            .context("cargo metadata names no target directory")?;
        Ok(target.into())
    }
}

/// Returns `$JIFEN_CACHE`, else `jifen` in the user's cache folder.
fn cache() -> Result<PathBuf> {
    let variable = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(cache) = variable("JIFEN_CACHE") {
        return Ok(std::path::absolute(cache)?);
    }
    variable("XDG_CACHE_HOME")
        .or_else(|| variable("LOCALAPPDATA"))
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .map(|caches| caches.join("jifen"))
        .context("No folder for tools: neither JIFEN_CACHE nor HOME is set. Set JIFEN_CACHE to a folder that may hold about 1 GB.")
}
