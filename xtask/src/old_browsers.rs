//! What lets old browsers run the page: scripts and styles without newer words, and a program that asks for no more than the
//! first WebAssembly had.

use crate::project::Project;
use crate::tools::environment::Environment;
use anyhow::{Context, Result};
use std::path::Path;
use xshell::cmd;
use xtask::files;

/// The oldest engines that run everything; README and tests name the same.
const OLDEST: &str = "--target=chrome67,safari12,firefox68";
/// It takes a rare fault of Safari before 14.1 for none at all: a name with a value of its own in a pattern, unlike here.
const DESTRUCTURING: &str = "--supported:destructuring=true";
/// Instructions that came after the first WebAssembly, and that `wasm-opt` may read: the standard library holds them.
pub(crate) const READ: [&str; 4] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
];
/// What replaces them, as the very last.
pub(crate) const REPLACED: [&str; 3] = [
    "--signext-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--llvm-memory-copy-fill-lowering",
];

/// Rewrites the scripts and styles of a built site for old browsers, and makes sure that its program is one for them. Names
/// keep the digest that Trunk gave them: what they hold means the same.
pub(crate) fn lower(project: &Project, environment: &Environment, site: &Path) -> Result<()> {
    let paths: Vec<String> = files::read_all(site)?.into_keys().collect();
    let with = |extension: &'static str| paths.iter().filter(move |path| path.ends_with(extension));
    let (scripts, styles) = (with(".js"), with(".css"));
    let read = scripts.chain(styles);
    let shell = &project.shell;
    let _folder = shell.push_dir(site);
    let lowered = cmd!(
        shell,
        "esbuild {read...} --outdir=. --outbase=. --allow-overwrite --charset=utf8 --log-level=warning --minify-whitespace --minify-syntax {OLDEST} {DESTRUCTURING}"
    );
    environment.apply(lowered)?.run().context(
        "A script or a style cannot be written for old browsers: see the message above.",
    )?;
    for program in with(".wasm") {
        let check =
            cmd!(shell, "wasm-opt --mvp-features --enable-mutable-globals {program} -o /dev/null");
        environment.apply(check)?.run().with_context(|| {
            format!(
                "{program} asks for more than old browsers have. The linker's features (.cargo/config.toml) and the last \
                 passes of wasm-opt (xtask/src/program.rs) keep that out."
            )
        })?;
    }
    Ok(())
}
