//! The bare counter that the page is held against: built as the page is, and only where something about that has changed.

use crate::project::Project;
use crate::setup::{self, Tool};
use crate::{build, old_browsers, program};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use xtask::files;

/// As Trunk.toml of the page has it, without what that says of the page's own scripts.
const TRUNK: &str = "build = { public_url = './', minify = 'on_release', no_sri = true }\n";
/// From the folder that it is built in.
const DESCRIPTION: &str = "../../benches/counter/Cargo.toml";
/// What the counter follows from, beside the line of the page that asks for its program.
const SOURCES: [&str; 8] = [
    "Cargo.lock",
    "Cargo.toml",
    ".cargo/config.toml",
    "rust-toolchain.toml",
    "benches/counter/Cargo.toml",
    "benches/counter/src/main.rs",
    "xtask/src/old_browsers.rs",
    "xtask/src/program.rs",
];

/// Returns the folder of the built counter.
pub(crate) fn built(project: &Project) -> Result<PathBuf> {
    let folder = project.root.join("target/counter");
    let (site, stamp) = (folder.join("site"), folder.join("stamp"));
    let program = program(project)?;
    let wanted = digest(project, &program)?;
    if fs::read_to_string(&stamp).ok().as_ref() != Some(&wanted) {
        build::remove(&folder)?;
        fs::create_dir_all(&folder)?;
        fs::write(
            folder.join("index.html"),
            format!(
                "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Counter</title>{program}<body></body></html>"
            ),
        )?;
        fs::write(folder.join("Trunk.toml"), TRUNK)?;
        build(project, &folder, &site)
            .context("The counter that the page is held against could not be built.")?;
        fs::write(stamp, wanted)?;
    }
    Ok(site)
}

fn build(project: &Project, folder: &Path, site: &Path) -> Result<()> {
    let environment = setup::prepare(project, Tool::PAGE)?;
    {
        let _folder = project.shell.push_dir(folder);
        build::trunk(project, &environment, site, &["--release"])?;
    }
    for path in files::read_all(site)?.into_keys().filter(|path| path.ends_with(".wasm")) {
        program::shrink(project, &environment, &site.join(path))?;
    }
    old_browsers::lower(project, &environment, site)
}

/// Returns the line of the page that asks for its program, with the counter in its place.
fn program(project: &Project) -> Result<String> {
    let page = fs::read_to_string(project.root.join("index.html"))?;
    let mut lines = page.lines().filter(|line| line.contains("rel=\"rust\""));
    let line = lines.next().context("index.html asks for no program")?.trim();
    Ok(line.replace("page/Cargo.toml", DESCRIPTION).replace("jifen-page", "counter"))
}

fn digest(project: &Project, program: &str) -> Result<String> {
    let mut digest = Sha256::new_with_prefix(program);
    for source in SOURCES {
        digest.update(fs::read(project.root.join(source)).with_context(|| source)?);
    }
    Ok(files::hexadecimal(&digest.finalize()))
}
