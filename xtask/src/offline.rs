//! What the page needs to work without a network: a list of every file of the site, with the digest of its content.

use crate::files;
use anyhow::{Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Where the page is told which build it is of.
pub const MARK: &str = "{version}";
/// The name of the worker; it stays, so that a browser finds the next one under it.
pub const WORKER: &str = "worker.js";
/// The worker that takes itself and all that is kept away, ready to be put in the other one's place.
pub const RETIRED: &str = "worker-off.js";
/// The page says that what is kept is less than 5 MB.
const MOST_BYTES: usize = 5_000_000;

/// Gives a built site its version and its worker; `program` is what the worker does with the list.
///
/// # Errors
/// When the page has no place for the version, or the site is larger than the page says.
pub fn finish(site: &Path, program: &str) -> Result<()> {
    let page = site.join("index.html");
    let html = fs::read_to_string(&page)?;
    ensure!(html.matches(MARK).count() == 1, "index.html must hold {MARK} exactly once");
    let mut all = Sha256::new();
    all.update(program);
    for (path, content) in kept_files(site)? {
        all.update(path);
        all.update(Sha256::digest(content));
    }
    let version = files::short(&all.finalize());
    let mut files = kept_files(site)?;
    for (path, content) in &mut files {
        // Those of schemes are pages of this build as well.
        if let Some(html) =
            std::str::from_utf8(content).ok().filter(|_| path.ends_with("index.html"))
        {
            *content = html.replace(MARK, &version).into_bytes();
            fs::write(site.join(path), content)?;
        }
    }
    let bytes: usize = files.values().map(Vec::len).sum();
    ensure!(
        bytes < MOST_BYTES,
        "The site has {bytes} bytes, and the page says that keeping it takes less than {MOST_BYTES}: \
         change `offline_text` in page/src/text/messages/"
    );
    let list: Vec<(&str, String)> = files
        .iter()
        .map(|(path, content)| {
            // A folder's page under the name that people open.
            let path = path.strip_suffix("index.html").unwrap_or(path);
            (path, format!("sha256-{}", STANDARD.encode(Sha256::digest(content))))
        })
        .collect();
    let list = serde_json::to_string(&list)?;
    let worker =
        format!("const VERSION = \"{version}\";\nconst FILES = new Map({list});\n{program}");
    fs::write(site.join(WORKER), worker)?;
    Ok(())
}

/// Reads every file that is kept.
fn kept_files(site: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = files::read_all(site)?;
    files.retain(|path, _| path != WORKER && path != RETIRED);
    Ok(files)
}
