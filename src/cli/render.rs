//! `render`: the page's first paint, and the rules as documents to read.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, ensure};
use jifen::check::Checked;
use jifen::scheme::{Catalogue, Entry};

use crate::app::{embedding, reading, render};

pub(super) fn run(rules: &Path, dir: &Path) -> anyhow::Result<ExitCode> {
    let Checked { schemes, guides, holidays, .. } = super::load_all(rules)?;
    let first = schemes.first().context("there is no scheme to show")?;
    let catalogue = Catalogue { entries: schemes.iter().map(Entry::from).collect(), holidays };
    let paint = render::first_paint(&catalogue, first);
    ensure!(!paint.is_empty(), "the first paint came out empty");
    let write = |path: &Path, text: &str| {
        fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
    };
    let reading_dir = dir.join("rules");
    fs::create_dir_all(&reading_dir)
        .with_context(|| format!("cannot create {}", reading_dir.display()))?;
    write(&dir.join("page.html"), &paint)?;
    for (name, document) in reading::documents(&schemes, &guides) {
        write(&reading_dir.join(name), &document)?;
    }
    for (name, document) in embedding::documents(&catalogue) {
        write(&dir.join(name), &document)?;
    }
    Ok(ExitCode::SUCCESS)
}
