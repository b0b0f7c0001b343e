//! What the build puts into the page: its first paint, and the rules as documents to read.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, ensure};
use clap::Parser;
use jifen::scheme::{Catalogue, Entry, Language};
use jifen_check::Checked;

use crate::device::path::Path as PagePath;
use crate::documents::embedding;
use crate::documents::first_paint::first_paint;
use crate::documents::pages;
use crate::documents::reading;

/// Writes what the build puts into the page: its first paint, and the rules as documents to read.
#[derive(Parser)]
#[command(name = "jifen-page", version)]
struct Arguments {
    /// The folder with the rules.
    #[arg(long, default_value = "rules", value_name = "DIR")]
    rules: PathBuf,
    /// Where to write them.
    dir: PathBuf,
}

/// Writes the documents; an error on the terminal says what could not be read or written.
pub(crate) fn run() -> ExitCode {
    let Arguments { rules, dir } = Arguments::parse();
    match write(&rules, &dir) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn write(rules: &Path, dir: &Path) -> anyhow::Result<()> {
    let Checked { editions, guides, holidays, .. } = jifen_check::load(rules)?;
    let first = editions.first().context("there is no scheme to show")?;
    let catalogue = Catalogue { entries: editions.iter().map(Entry::from).collect(), holidays };
    let write = |path: &Path, text: &str| {
        fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
    };
    let reading_dir = dir.join("rules");
    fs::create_dir_all(&reading_dir)
        .with_context(|| format!("cannot create {}", reading_dir.display()))?;
    let page_dir = dir.join("pages");
    for scheme in &editions {
        let id = &scheme.whole.id;
        let path = PagePath::new(Some(id), Language::Zh);
        ensure!(
            path.scheme() == Some(id.as_str()),
            "no scheme can be called {id}: its page would be another"
        );
    }
    for page in pages::pages(&catalogue, &editions) {
        ensure!(!page.paint.is_empty(), "a first paint came out empty");
        let folder = page_dir.join(page.path.as_str());
        fs::create_dir_all(&folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
        write(&folder.join("head.html"), &page.head)?;
        write(&folder.join("paint.html"), &page.paint)?;
    }
    let paint = first_paint(&catalogue, first, Language::Zh, PagePath::default());
    write(&dir.join("page.html"), &paint)?;
    for (name, document) in reading::documents(&editions, &guides) {
        write(&reading_dir.join(name), &document)?;
    }
    for (name, document) in embedding::documents(&catalogue) {
        write(&dir.join(name), &document)?;
    }
    Ok(())
}
