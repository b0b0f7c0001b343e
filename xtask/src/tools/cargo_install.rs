//! Programs that `cargo install` builds, each in a folder of its own in the cache.

use super::environment::{Environment, announce};
use super::version::{self, Version};
use crate::project::Project;
use anyhow::{Context, Result, bail};
use std::fs;
use xshell::{Cmd, cmd};

/// The compiler that Debian installs, also where rustup's comes first on the path.
pub(crate) const DEBIAN_RUSTC: &str = "/usr/bin/rustc";

/// One pinned package.
pub(crate) struct Package {
    /// Its name among Rust's packages.
    pub(crate) name: &'static str,
    /// The program in it whose presence shows that it is installed.
    pub(crate) binary: &'static str,
    /// Its exact version.
    pub(crate) version: String,
    /// The oldest compiler that builds it.
    pub(crate) rust: Version,
    /// More arguments to `cargo install`.
    pub(crate) arguments: &'static [&'static str],
    /// How long building it takes.
    pub(crate) duration: &'static str,
}

/// Puts the package's programs on the path, built first when the machine has no such version.
pub(crate) fn prepare(
    project: &Project,
    environment: &mut Environment,
    package: &Package,
) -> Result<()> {
    let Package { name, binary, version, arguments, .. } = package;
    let folder = project.cache.join(format!("{binary}-{version}"));
    let binaries = folder.join("bin");
    let there = binaries.join(binary).with_extension(std::env::consts::EXE_EXTENSION);
    if !there.exists() {
        if on_path(project, binary).is_some_and(|found| version::write(found) == *version) {
            return Ok(());
        }
        let compiler = compiler(project, package)?;
        announce(&format!("building {name} {version}"), package.duration);
        // A folder of its own lets an interrupted build go on where it stopped.
        let build = project.cache.join(format!("{binary}-{version}.build"));
        compiler
            .apply(cmd!(project.shell, "cargo"))
            .args(["install", name, "--version", version, "--debug"])
            .args(*arguments)
            .arg("--root")
            .arg(&folder)
            .arg("--target-dir")
            .arg(&build)
            .env("CARGO_PROFILE_DEV_DEBUG", "false")
            .run()
            .with_context(|| {
                format!(
                    "{name} {version} could not be built: see cargo's own message above.\n\
                     It needs the network and about 2 GB of disk; what is built already is kept, so try again.\n\
                     Any {binary} {version} on your PATH will do as well."
                )
            })?;
        fs::remove_dir_all(&build)?;
    }
    environment.add_folder(binaries);
    Ok(())
}

fn on_path(project: &Project, binary: &str) -> Option<Version> {
    let path = which::which(binary).ok()?;
    let answer = cmd!(project.shell, "{path} --version").quiet().read();
    version::read(&answer.ok()?).ok()
}

/// A way to ask for a compiler.
enum Compiler {
    /// The one that `cargo` uses here.
    Ordinary,
    /// Another one of rustup's, by name.
    Toolchain(String),
    /// Debian's.
    Debian,
}

impl Compiler {
    fn apply<'a>(&self, command: Cmd<'a>) -> Cmd<'a> {
        match self {
            Self::Ordinary => command,
            Self::Toolchain(name) => command.arg(format!("+{name}")),
            Self::Debian => command.env("RUSTC", DEBIAN_RUSTC),
        }
    }

    fn version(&self, project: &Project) -> Option<Version> {
        let shell = &project.shell;
        let answer = match self {
            Self::Ordinary => cmd!(shell, "rustc --version"),
            Self::Toolchain(name) => cmd!(shell, "rustc +{name} --version"),
            Self::Debian => cmd!(shell, "{DEBIAN_RUSTC} --version"),
        };
        version::read(&answer.quiet().ignore_stderr().read().ok()?).ok()
    }
}

/// Returns the first compiler on this machine that is new enough.
fn compiler(project: &Project, package: &Package) -> Result<Compiler> {
    let toolchains = cmd!(project.shell, "rustup toolchain list --quiet")
        .quiet()
        .ignore_stderr()
        .read()
        .unwrap_or_default();
    let toolchains = toolchains.lines().map(|name| Compiler::Toolchain(name.trim().to_owned()));
    let compilers = std::iter::once(Compiler::Ordinary).chain(toolchains).chain([Compiler::Debian]);
    for compiler in compilers {
        if compiler.version(project).is_some_and(|version| version >= package.rust) {
            return Ok(compiler);
        }
    }
    bail!(
        "{} {} needs Rust {} or later, and no compiler here is that new.\n\
         Run `rustup update stable`, then try again.",
        package.name,
        package.version,
        version::write(package.rust)
    )
}
