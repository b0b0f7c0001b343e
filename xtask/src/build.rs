//! Writes the static site: rules, readable rules, first paint, program.

use crate::project::Project;
use crate::setup::{self, Tool};
use crate::size;
use crate::tools::environment::Environment;
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use xshell::cmd;
use xtask::offline;

/// Where the first paint goes; not a comment, because those are left out of the small page.
const FIRST_PAINT: &str = "{first paint}";

/// Builds the whole site into `dist/`, which changes only when every step has worked.
pub(crate) fn build(project: &Project) -> Result<()> {
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
    let index = page.join("index.html");
    let paint = fs::read_to_string(staging.join("page.html"))?;
    fs::write(&index, with_first_paint(&fs::read_to_string(&index)?, &paint)?)?;
    let web = project.root.join("web");
    fs::copy(web.join(offline::RETIRED), page.join(offline::RETIRED))?;
    offline::finish(&page, &fs::read_to_string(web.join(offline::WORKER))?)?;

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

/// Puts the first paint into the page where the program will mount, so that there is something to read before it has
/// loaded.
pub(crate) fn with_first_paint(html: &str, paint: &str) -> Result<String> {
    refuse_blocked(paint)?;
    ensure!(
        html.matches(FIRST_PAINT).count() == 1,
        "index.html must hold {FIRST_PAINT} exactly once: the first paint goes there"
    );
    Ok(html.replace(FIRST_PAINT, paint.trim()))
}

/// Refuses what the page's content security policy would block, and nobody would notice until later.
fn refuse_blocked(paint: &str) -> Result<()> {
    for blocked in [" style=", "<style", "<script"] {
        if let Some(at) = paint.find(blocked) {
            let rest: String = paint[at..].chars().take(60).collect();
            bail!(
                "The first paint has “{}…”, which the page's content security policy blocks.\n\
                 Use a class and a style sheet; in drawings, use SVG's own attributes.",
                rest.trim()
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::refuse_blocked;

    #[test]
    fn inline_style_is_refused() {
        assert!(refuse_blocked("<p class=\"a\">style=</p>").is_ok());
        assert!(refuse_blocked("<p style=\"color:red\">a</p>").is_err());
    }
}
