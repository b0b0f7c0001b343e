//! Measures a built site.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// The row of everything that a first visit fetches.
pub(super) const VISIT: &str = "first visit";
/// The row of what is fetched soon after that, when the page can be answered already: the later part of the program and a
/// guide.
pub(super) const AFTER: &str = "soon after it";
/// The later part of the program, which the page names.
const LATER: &str = "_later.wasm";
/// The row of all schemes in one file, with the catalogue.
pub(super) const RULES: &str = "all rules, together";
/// The row of all schemes in a file each, with the catalogue.
pub(super) const APART: &str = "all rules, one by one";
/// The row of a scheme's own page, the largest of them.
pub(super) const PAGE: &str = "page of a scheme, the largest";
/// The row of the script that other people's pages load.
pub(super) const EMBED: &str = "embed.js";
/// The row of the least page that is built in the same way.
pub(super) const COUNTER: &str = "bare counter";
const CATALOGUE: &str = "rules/catalogue.pack";
const ALL: &str = "rules/all.pack";

/// The bytes of one file, or of several together.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) struct Bytes {
    pub(super) raw: u64,
    pub(super) brotli: u64,
}

impl Bytes {
    /// Measures all files of a folder, without those of folders in it.
    pub(super) fn of_folder(folder: &Path) -> Result<Self> {
        files(folder)?.iter().map(|path| Self::of(path)).sum()
    }

    fn of(path: &Path) -> Result<Self> {
        let content = fs::read(path).with_context(|| format!("{} is missing", path.display()))?;
        let mut compressed = Vec::new();
        let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
        brotli::BrotliCompress(&mut content.as_slice(), &mut compressed, &parameters)?;
        Ok(Self { raw: content.len() as u64, brotli: compressed.len() as u64 })
    }
}

impl std::iter::Sum for Bytes {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, next| Self {
            raw: sum.raw + next.raw,
            brotli: sum.brotli + next.brotli,
        })
    }
}

/// What was measured, by name.
#[derive(Default)]
pub(crate) struct Sizes {
    pub(super) rows: BTreeMap<String, Bytes>,
}

impl Sizes {
    /// Measures a built site. A first visit fetches the page, what the page names, the
    /// catalogue and one scheme; the largest scheme stands for whichever is opened.
    pub(crate) fn measure(dist: &Path) -> Result<Self> {
        let page = dist.join("index.html");
        let html = fs::read_to_string(&page)
            .context("There is no built page to measure: run `cargo xtask build` first.")?;
        let mut rows = BTreeMap::from([("index.html".to_owned(), Bytes::of(&page)?)]);
        for path in files(dist)? {
            let name = name(&path);
            // The page leads to other pages, but does not fetch them.
            if html.contains(&name) && !name.ends_with(".html") {
                rows.insert(without_digest(&name), Bytes::of(&path)?);
            }
        }
        let (catalogue, all) = (Bytes::of(&dist.join(CATALOGUE))?, Bytes::of(&dist.join(ALL))?);
        let mut packs = files(&dist.join("rules"))?;
        packs.retain(|path| path.extension().is_some_and(|extension| extension == "pack"));
        let mut schemes = BTreeMap::new();
        for path in &packs {
            let name = format!("rules/{}", name(path));
            if ![CATALOGUE, ALL].contains(&name.as_str()) {
                schemes.insert(name, Bytes::of(path)?);
            }
        }
        let largest = |guides: bool| {
            let named = |name: &str| name.ends_with(".guide.pack") == guides;
            let of_kind = schemes.iter().filter(|(name, _)| named(name)).map(|(_, bytes)| *bytes);
            of_kind.max_by_key(|bytes| bytes.brotli).context("dist/rules holds no scheme's pack")
        };
        let (scheme, guide) = (largest(false)?, largest(true)?);
        let (later, at_once): (Vec<_>, Vec<_>) =
            rows.iter().partition(|(name, _)| name.ends_with(LATER));
        let sum = |rows: Vec<(&String, &Bytes)>| rows.into_iter().map(|(_, bytes)| *bytes).sum();
        let visit = [sum(at_once), catalogue, scheme].into_iter().sum();
        let after = [sum(later), guide].into_iter().sum();
        let apart = schemes.values().copied().chain([catalogue]).sum();
        rows.insert(EMBED.to_owned(), Bytes::of(&dist.join(EMBED))?);
        rows.insert(PAGE.to_owned(), largest_page(dist)?);
        rows.insert(CATALOGUE.to_owned(), catalogue);
        rows.extend(schemes);
        rows.insert(VISIT.to_owned(), visit);
        rows.insert(AFTER.to_owned(), after);
        rows.insert(RULES.to_owned(), [catalogue, all].into_iter().sum());
        rows.insert(APART.to_owned(), apart);
        Ok(Self { rows })
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:40}{:>10}{:>10}", "bytes", "raw", "brotli")?;
        let parts = |name: &str| ![VISIT, AFTER, RULES, APART, PAGE, COUNTER].contains(&name);
        let (parts, totals): (Vec<_>, Vec<_>) = self.rows.iter().partition(|row| parts(row.0));
        for (name, bytes) in parts.into_iter().chain(totals) {
            write!(formatter, "\n{name:40}{:>10}{:>10}", bytes.raw, bytes.brotli)?;
        }
        Ok(())
    }
}

/// Measures the largest of the pages that schemes have of their own, in place of that of the root.
fn largest_page(dist: &Path) -> Result<Bytes> {
    let mut files = xtask::files::read_all(dist)?;
    files.retain(|path, html| {
        path.ends_with("/index.html") && String::from_utf8_lossy(html).contains(" data-page=")
    });
    let largest = files.into_iter().max_by_key(|(_, html)| html.len());
    let (path, _) = largest.context("no scheme has a page of its own")?;
    Bytes::of(&dist.join(path))
}

/// Returns the files of a folder, without those of folders in it.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// Returns the name without the digest that changes with every build: of `start-0123456789abcdef.js`, `start.js`.
fn without_digest(name: &str) -> String {
    for (at, _) in name.match_indices('-') {
        let rest = &name[at + 1..];
        let digest = rest.chars().take_while(char::is_ascii_hexdigit).count();
        if digest >= 8 {
            return format!("{}{}", &name[..at], &rest[digest..]);
        }
    }
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::without_digest;

    #[test]
    fn digests_are_left_out_of_names() {
        assert_eq!(without_digest("jifen-0123456789abcdef_bg.wasm"), "jifen_bg.wasm");
        assert_eq!(without_digest("jifen-0123456789abcdef.js"), "jifen.js");
        assert_eq!(without_digest("jifen-page-c714f0f87362972d_bg.wasm"), "jifen-page_bg.wasm");
        assert_eq!(without_digest("dark-mode.css"), "dark-mode.css");
        assert_eq!(without_digest("icon.svg"), "icon.svg");
    }
}
