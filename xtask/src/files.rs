//! Every file of a folder.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Returns the first bytes of a digest as a name that tells a content from another.
#[must_use]
pub fn short(digest: &[u8]) -> String {
    hexadecimal(digest.get(..8).unwrap_or(digest))
}

/// Returns a digest as it is written.
#[must_use]
pub fn hexadecimal(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads every file below a folder, by its path within the folder, with `/`.
///
/// # Errors
/// When the folder or a file in it cannot be read.
pub fn read_all(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("{}", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let inside = path.strip_prefix(folder)?;
            let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
            let content = fs::read(&path).with_context(|| format!("{}", path.display()))?;
            files.insert(parts.join("/"), content);
        }
    }
    Ok(files)
}
