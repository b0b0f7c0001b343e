//! `export`: the packs that the page fetches, or the same rules as JSON.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use jifen::scheme::{Catalogue, Entry, Scheme};
use jifen_check::Checked;

pub(super) fn run(rules: &Path, dir: &Path, json: bool) -> anyhow::Result<ExitCode> {
    let Checked { schemes, guides, holidays, .. } = jifen_check::load(rules)?;
    fs::create_dir_all(dir).with_context(|| format!("cannot create {}", dir.display()))?;
    let write = |name: String, bytes: Vec<u8>| {
        let path = dir.join(name);
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
    };
    for (scheme, guide) in schemes.iter().zip(&guides) {
        if json {
            write(format!("{}.json", scheme.id), serde_json::to_vec_pretty(scheme)?)?;
            write(format!("{}.guide.json", scheme.id), serde_json::to_vec_pretty(guide)?)?;
        } else {
            write(format!("{}.pack", scheme.id), scheme.to_pack()?)?;
            write(format!("{}.guide.pack", scheme.id), guide.to_pack()?)?;
        }
    }
    if !json {
        let catalogue = Catalogue { entries: schemes.iter().map(Entry::from).collect(), holidays };
        write("catalogue.pack".to_owned(), catalogue.to_pack()?)?;
        write("all.pack".to_owned(), Scheme::all_to_pack(&schemes)?)?;
    }
    Ok(ExitCode::SUCCESS)
}
