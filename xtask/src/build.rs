//! Writes the static site: rules, readable rules, first paint, program.

use crate::old_browsers;
use crate::pages;
use crate::program;
use crate::project::Project;
use crate::setup::{self, Tool};
use crate::size;
use crate::styles;
use crate::tools::environment::Environment;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use xshell::cmd;
use xtask::offline;

/// Builds the whole site into `dist/`, which changes only when every step has worked. Where the `address` of the site is
/// known, its pages name theirs.
pub(crate) fn build(project: &Project, address: Option<&str>) -> Result<()> {
    let environment = setup::prepare(project, Tool::PAGE)?;
    let staging = project.staging();
    remove(&staging)?;
    write_rules(project, &staging)?;

    let page = staging.join("page");
    trunk(project, &environment, &page, &["--release"]).context("`dist/` is as it was.")?;
    fs::remove_file(page.join(".trunk-lock")).or_else(|error| match error.kind() {
        ErrorKind::NotFound => Ok(()),
        _ => Err(error),
    })?;
    let web = project.root.join("web");
    for worker in [offline::RETIRED, offline::WORKER] {
        fs::copy(web.join(worker), page.join(worker))?;
    }
    program::take_apart(project, &environment, &page)?;
    old_browsers::lower(project, &environment, &page)?;
    styles::join(&page)?;
    let frame = fs::read_to_string(page.join("index.html"))?;
    fs::remove_file(page.join("index.html"))?;
    let pages = pages::compose(&frame, &staging, address)?;
    pages::write(&pages, &page)?;
    offline::finish(&page, &fs::read_to_string(page.join(offline::WORKER))?)?;

    if let Some(address) = address {
        pages::write_map(&pages, &page, address)?;
    }
    let dist = project.dist();
    remove(&dist)?;
    fs::rename(&page, &dist)?;
    println!("{}", size::Sizes::measure(&dist)?);
    Ok(())
}

/// Compiles the page's program, and puts it with everything that index.html names into a folder.
pub(crate) fn trunk(
    project: &Project,
    environment: &Environment,
    folder: &Path,
    arguments: &[&str],
) -> Result<()> {
    // Trunk's own downloads are off; cargo's crates must then be there for every target.
    cmd!(project.shell, "cargo fetch --quiet").run()?;
    let trunk = cmd!(project.shell, "trunk --quiet build --offline --dist {folder} {arguments...}");
    environment
        .apply(trunk)?
        // Trunk takes `NO_COLOR=1` for a faulty argument of its own.
        .env_remove("NO_COLOR")
        .env("RUST_BACKTRACE", "0")
        // What is compiled quickly is compiled in a third of the time without what only a debugger reads.
        .env("CARGO_PROFILE_DEV_DEBUG", "false")
        .run()
        .context("Trunk could not build the page: see the message above.")
}

/// Writes the packs the page fetches, and the same rules as documents to read.
pub(crate) fn write_rules(project: &Project, staging: &Path) -> Result<()> {
    let rules = staging.join("rules");
    fs::create_dir_all(&rules)?;
    let shell = &project.shell;
    cmd!(shell, "cargo run --quiet -- export {rules}").run()?;
    cmd!(shell, "cargo run --quiet --package jifen-page -- {staging}").run()?;
    for file in
        ["rules/catalogue.pack", "rules/all.pack", "rules/index.html", "page.html", "embed.html"]
    {
        ensure!(
            staging.join(file).exists(),
            "`cargo run -- export` and `cargo run --package jifen-page` left no {file}"
        );
    }
    // Not hashed: the documents name it.
    let style = project.root.join("style/reading.css");
    if style.exists() {
        fs::copy(style, rules.join("reading.css"))?;
    }
    Ok(())
}

/// Removes a folder that may be there.
pub(crate) fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("{} could not be removed", folder.display()))?;
    }
    Ok(())
}
