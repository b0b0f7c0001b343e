//! Rust's standard library for WebAssembly: rustup's, or one built from Debian's source.

use super::apt;
use super::cargo_install::DEBIAN_RUSTC;
use super::environment::{Environment, WASM_FLAGS, announce};
use super::version::{self, Version};
use crate::project::Project;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};
use xshell::cmd;

const TARGET: &str = "wasm32-unknown-unknown";
const LINKER: &str = "wasm-ld-22";
/// The oldest compiler that builds this project.
const RUST: Version = (1, 90, 0);
/// rustc and std must be of one version; the linker must read what that rustc writes.
const PACKAGES: &[&str] = &["rustc-web", "rust-web-src", "rust-web-clippy", "lld-22"];
const HELP: &str = "Rust's standard library for wasm32-unknown-unknown is missing; the page cannot be built without it.\n\
     Run `rustup target add wasm32-unknown-unknown` (it needs the network), or install that target with your system's package manager.";

/// Makes `cargo … --target wasm32-unknown-unknown` work for equipped commands.
pub(crate) fn prepare(project: &Project, environment: &mut Environment) -> Result<()> {
    let identity = if comes_with_rustc(project) {
        "comes with rustc".to_owned()
    } else if let Some(built) = Built::find(project) {
        built.apply(environment)?
    } else if add_with_rustup(project) {
        "comes with rustc".to_owned()
    } else {
        Built::build(project)?.apply(environment)?
    };
    forget_other_builds(project, &identity)
}

fn comes_with_rustc(project: &Project) -> bool {
    let sysroot = cmd!(project.shell, "rustc --print sysroot").quiet().read();
    sysroot.is_ok_and(|sysroot| has_library(Path::new(&sysroot)))
}

fn has_library(sysroot: &Path) -> bool {
    let Ok(files) = fs::read_dir(library(sysroot)) else {
        return false;
    };
    files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
}

fn library(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib").join(TARGET).join("lib")
}

fn add_with_rustup(project: &Project) -> bool {
    if which::which("rustup").is_err() {
        return false;
    }
    announce("adding Rust's standard library for WebAssembly with rustup", "5 s");
    let added = cmd!(project.shell, "rustup target add {TARGET}").run().is_ok();
    if !added {
        eprintln!("set-up: rustup cannot fetch it here, so it will be built from Debian's source.");
    }
    added && comes_with_rustc(project)
}

/// A library built from source, with the compiler it belongs to.
struct Built {
    sysroot: PathBuf,
}

impl Built {
    /// Returns the one built earlier, if it still fits Debian's compiler.
    fn find(project: &Project) -> Option<Self> {
        let sysroot = sysroot(project, debian_version(project)?);
        let complete = sysroot.join("built").exists() && which::which(LINKER).is_ok();
        complete.then_some(Self { sysroot })
    }

    fn build(project: &Project) -> Result<Self> {
        let source = Path::new("/usr/lib/rustlib/src/rust/library/std");
        let driver = Path::new("/usr/bin/cargo-clippy");
        let usable = debian_version(project).is_some_and(|version| version >= RUST);
        let linker = which::which(LINKER).is_ok();
        if !(usable && linker && source.exists() && driver.exists()) {
            apt::install(project, PACKAGES, "30 s", HELP)?;
        }
        let version = debian_version(project)
            .filter(|version| *version >= RUST)
            .with_context(|| format!("Debian's Rust is too old.\n{HELP}"))?;
        announce(
            &format!(
                "building Rust {}'s standard library for WebAssembly",
                version::write(version)
            ),
            "70 s",
        );
        let sysroot = sysroot(project, version);
        let crate_folder = project.cache.join("standard-library.build");
        for folder in [&sysroot, &crate_folder] {
            if folder.exists() {
                fs::remove_dir_all(folder)?;
            }
        }
        compile(project, &crate_folder)?;
        install(&crate_folder, &sysroot)?;
        fs::remove_dir_all(&crate_folder)?;
        Ok(Self { sysroot })
    }

    /// Makes commands use this library; returns what tells it from any other.
    fn apply(&self, environment: &mut Environment) -> Result<String> {
        environment.set("RUSTC", DEBIAN_RUSTC);
        environment.set(WASM_FLAGS, format!("--sysroot {}", self.sysroot.display()));
        environment.set("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", LINKER);
        environment.set_clippy("/usr/bin/cargo-clippy".into());
        Ok(fs::read_to_string(self.sysroot.join("built"))?)
    }
}

fn sysroot(project: &Project, version: Version) -> PathBuf {
    project.cache.join(format!("standard-library-{}", version::write(version)))
}

fn debian_version(project: &Project) -> Option<Version> {
    if !Path::new(DEBIAN_RUSTC).exists() {
        return None;
    }
    let answer = cmd!(project.shell, "{DEBIAN_RUSTC} --version").quiet().read();
    version::read(&answer.ok()?).ok()
}

/// Compiles an empty crate together with the standard library it needs.
fn compile(project: &Project, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder.join("src"))?;
    fs::write(
        folder.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nedition = \"2024\"\n[workspace]\n",
    )?;
    fs::write(folder.join("src/lib.rs"), "")?;
    let manifest = folder.join("Cargo.toml");
    let target_folder = folder.join("target");
    cmd!(
        project.shell,
        "cargo build --release -Z build-std=std,panic_abort,test --target {TARGET} --manifest-path {manifest} --target-dir {target_folder}"
    )
    // -Z on a stable compiler; only this library is built so, the page itself is not.
    .env("RUSTC_BOOTSTRAP", "1")
    .env("RUSTC", DEBIAN_RUSTC)
    // Without bitcode a release build with link-time optimisation fails.
    .env(WASM_FLAGS, "-C embed-bitcode=yes")
    .env_remove("RUSTFLAGS")
    .env_remove("CARGO_ENCODED_RUSTFLAGS")
    .run()
    .with_context(|| {
        format!(
            "Rust's standard library could not be built: see cargo's own message above.\n\
             It fetches a few crates, so it needs the network.\n{HELP}"
        )
    })
}

/// Copies the library, and marks it as complete at the very end.
fn install(crate_folder: &Path, sysroot: &Path) -> Result<()> {
    let library = library(sysroot);
    fs::create_dir_all(&library)?;
    let built = crate_folder.join("target").join(TARGET).join("release/deps");
    for file in fs::read_dir(&built)? {
        let file = file?;
        let name = file.file_name();
        let text = name.to_string_lossy();
        if text.ends_with(".rlib") && !text.starts_with("libempty") {
            fs::copy(file.path(), library.join(&name))?;
        }
    }
    ensure!(
        has_library(sysroot),
        "building the standard library left no libstd in {}",
        built.display()
    );
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    fs::write(sysroot.join("built"), format!("built at {now}\n"))?;
    Ok(())
}

/// Removes what was built with another library: Cargo does not notice that it changed.
fn forget_other_builds(project: &Project, identity: &str) -> Result<()> {
    let folder = project.target()?.join(TARGET);
    let note = folder.join("standard-library");
    if fs::read_to_string(&note).is_ok_and(|noted| noted == identity) {
        return Ok(());
    }
    if folder.exists() {
        announce("removing WebAssembly built with another standard library", "1 s");
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    fs::write(note, identity)?;
    Ok(())
}
