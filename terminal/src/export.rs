//! `export`: the packs that the page fetches, or the same rules as JSON.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use jifen::scheme::{Catalogue, Editions, Entry, Scheme};
use jifen_check::Checked;

pub(super) fn run(rules: &Path, dir: &Path, json: bool) -> anyhow::Result<ExitCode> {
    let Checked { editions, guides, holidays, .. } = jifen_check::load(rules)?;
    fs::create_dir_all(dir).with_context(|| format!("cannot create {}", dir.display()))?;
    let write = |name: String, bytes: Vec<u8>| {
        let path = dir.join(name);
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
    };
    for (editions, guide) in editions.iter().zip(&guides) {
        let id = &editions.whole.id;
        for (file, scheme) in editions.files() {
            match json {
                true => write(format!("{file}.json"), serde_json::to_vec_pretty(scheme)?)?,
                false => write(format!("{file}.pack"), scheme.to_pack()?)?,
            }
        }
        match json {
            true => write(format!("{id}.guide.json"), serde_json::to_vec_pretty(guide)?)?,
            false => write(format!("{id}.guide.pack"), guide.to_pack()?)?,
        }
    }
    if !json {
        let catalogue = Catalogue { entries: editions.iter().map(Entry::from).collect(), holidays };
        write("catalogue.pack".to_owned(), catalogue.to_pack()?)?;
        // Schemes are compared on any day, and a draft on none.
        let adopted: Vec<&Scheme> = editions.iter().flat_map(Editions::adopted).collect();
        write("all.pack".to_owned(), Scheme::all_to_pack(&adopted)?)?;
    }
    Ok(ExitCode::SUCCESS)
}
