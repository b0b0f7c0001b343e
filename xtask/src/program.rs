//! The page's program as it is published: taken apart, bound to the browser, made small.

use crate::old_browsers::{READ, REPLACED};
use crate::project::Project;
use crate::split;
use crate::tools::environment::Environment;
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;
use xshell::cmd;
use xtask::files;

/// How the page's program is called by Cargo.
const NAME: &str = "jifen-page";

/// Puts the parts of the program in the place of the whole that Trunk has put into a site: only before it is bound does a
/// program say what refers to what.
pub(crate) fn take_apart(project: &Project, environment: &Environment, site: &Path) -> Result<()> {
    let linked = project.target()?.join("wasm32-unknown-unknown/release").join(NAME);
    let linked = linked.with_extension("wasm");
    let wasm = fs::read(&linked).with_context(|| format!("{} is not there", linked.display()))?;
    let parts = split::split(&wasm)?;

    let work = project.staging().join("program");
    fs::create_dir_all(&work)?;
    let [first, bound, later] =
        ["first.wasm", "bound_bg.wasm", "later.wasm"].map(|name| work.join(name));
    fs::write(&first, parts.first)?;
    fs::write(&later, parts.later)?;
    let shell = &project.shell;
    let bind = cmd!(
        shell,
        "wasm-bindgen --target web --no-typescript --omit-default-module-path --out-name bound --out-dir {work} {first}"
    );
    environment.apply(bind)?.run().context("wasm-bindgen refused the program's first part")?;
    for part in [&bound, &later] {
        shrink(project, environment, part)?;
    }

    let index = site.join("index.html");
    let mut html = fs::read_to_string(&index)?;
    let [script, wasm] = [".js", "_bg.wasm"].map(|end| whole(site, end));
    let (script, wasm) = (script?, wasm?);
    let put = |from: &Path, kind: &str| -> Result<String> {
        let content = fs::read(from)?;
        let name = format!("{NAME}-{}{kind}", files::short(&Sha256::digest(&content)));
        fs::write(site.join(&name), content)?;
        Ok(name)
    };
    let later = put(&later, "_later.wasm")?;
    let first = put(&bound, "_bg.wasm")?;
    html = html.replace(&script, &put(&work.join("bound.js"), ".js")?);
    html = html.replace(
        &format!("data-wasm=./{wasm}"),
        &format!("data-wasm=./{first} data-later=./{later}"),
    );
    html = html.replace(&wasm, &first);
    ensure!(html.contains(&later), "index.html does not name the program as Trunk.toml says");
    fs::write(index, html)?;
    for old in [script, wasm] {
        fs::remove_file(site.join(old))?;
    }
    Ok(())
}

/// The file of the whole program that Trunk has put into a site, by how its name ends.
fn whole(site: &Path, end: &str) -> Result<String> {
    let paths = files::read_all(site)?.into_keys();
    let mut names = paths.filter(|path| path.starts_with(NAME) && path.ends_with(end));
    names.next().with_context(|| format!("Trunk left no {NAME}…{end}"))
}

/// Makes a part of the program small, and asks for no more than old browsers have.
pub(crate) fn shrink(project: &Project, environment: &Environment, part: &Path) -> Result<()> {
    let shell = &project.shell;
    let shrink = cmd!(
        shell,
        "wasm-opt {READ...} --enable-mutable-globals --strip-target-features --flatten --rereloop -Oz --converge {REPLACED...} {part} -o {part}"
    );
    environment.apply(shrink)?.run().context("wasm-opt could not make the program smaller")
}
