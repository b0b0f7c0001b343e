//! How much a visitor has to fetch. The committed snapshot must not grow; what it aims at is said beside it.

use crate::project::Project;
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// The aim for everything a first visit fetches, compressed.
const FIRST_VISIT: u64 = 110_000;
/// All schemes in one file, and the catalogue: schemes share questions, so that together they take far less than one
/// by one.
const ALL_RULES: u64 = 60_000;
/// The script that other people's pages load, compressed.
const HOST_SCRIPT: u64 = 1_000;
/// How far a size may lie over the snapshot: compilers differ a little.
const GROWTH_PERCENT: u64 = 1;
/// Growth of a few bytes in a tiny file is no news.
const GROWTH_BYTES: u64 = 256;

const SNAPSHOT: &str = "sizes.txt";
const VISIT: &str = "first visit";
const RULES: &str = "all rules, together";
const APART: &str = "all rules, one by one";
const CATALOGUE: &str = "rules/catalogue.pack";
const ALL: &str = "rules/all.pack";
const EMBED: &str = "embed.js";

/// The bytes of one file, or of several together.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) struct Bytes {
    raw: u64,
    brotli: u64,
}

impl Bytes {
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
    rows: BTreeMap<String, Bytes>,
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
        let largest = schemes.values().max_by_key(|scheme| scheme.brotli);
        let largest = *largest.context("dist/rules holds no scheme's pack")?;
        let visit = rows.values().copied().chain([catalogue, largest]).sum();
        let apart = schemes.values().copied().chain([catalogue]).sum();
        rows.insert(EMBED.to_owned(), Bytes::of(&dist.join(EMBED))?);
        rows.insert(CATALOGUE.to_owned(), catalogue);
        rows.extend(schemes);
        rows.insert(VISIT.to_owned(), visit);
        rows.insert(RULES.to_owned(), [catalogue, all].into_iter().sum());
        rows.insert(APART.to_owned(), apart);
        Ok(Self { rows })
    }

    fn read(snapshot: &str) -> Result<Self> {
        let mut rows = BTreeMap::new();
        let table = snapshot.lines().filter(|line| !line.starts_with('#'));
        for line in table.skip(1) {
            let mut words: Vec<&str> = line.split_whitespace().collect();
            let brotli = words.pop().and_then(|word| word.parse().ok());
            let raw = words.pop().and_then(|word| word.parse().ok());
            let (Some(raw), Some(brotli)) = (raw, brotli) else {
                bail!("{SNAPSHOT} has a line without two numbers: “{line}”");
            };
            rows.insert(words.join(" "), Bytes { raw, brotli });
        }
        Ok(Self { rows })
    }

    /// Returns the text of the snapshot: the table, and what it is for.
    fn snapshot(&self) -> String {
        format!(
            "# Written by `cargo xtask size`; `cargo xtask size --check` fails where a size has grown.\n\
             # Let pass: {GROWTH_PERCENT} %, or {GROWTH_BYTES} bytes, since compilers differ a little.\n\
             # The aim for the first visit: {FIRST_VISIT} bytes brotli.\n\
             {self}\n"
        )
    }

    /// Returns the bytes of a first visit, compressed.
    fn visit(&self) -> u64 {
        self.rows.get(VISIT).copied().unwrap_or_default().brotli
    }

    /// Returns a line where a first visit has grown at all.
    fn visit_growth(&self, before: &Self) -> Option<String> {
        let (now, was) = (self.visit(), before.visit());
        (now > was).then(|| format!("{VISIT}: {now} bytes brotli, was {was}"))
    }

    /// Returns the aims that are missed, each by its row and with what is missing.
    fn missed(&self) -> Vec<(&'static str, String)> {
        [(VISIT, FIRST_VISIT), (RULES, ALL_RULES), (EMBED, HOST_SCRIPT)]
            .into_iter()
            .filter_map(|(name, aim)| {
                let size = self.rows.get(name).copied().unwrap_or_default().brotli;
                let over = size.checked_sub(aim).filter(|over| *over > 0)?;
                let line = format!("{name}: {size} bytes brotli; the aim is {aim}, {over} less");
                Some((name, line))
            })
            .collect()
    }

    /// Returns what misses an aim that the snapshot met, or has grown, each in one line.
    fn faults(&self, before: &Self) -> Vec<String> {
        let missed: Vec<&str> = before.missed().into_iter().map(|(name, _)| name).collect();
        let left = self.missed().into_iter().filter(|(name, _)| !missed.contains(name));
        let mut faults: Vec<String> = left.map(|(_, line)| line).collect();
        for (name, now) in &self.rows {
            // A new scheme makes all rules together larger, and rightly so.
            let Some(was) =
                before.rows.get(name).filter(|_| ![RULES, APART].contains(&name.as_str()))
            else {
                continue;
            };
            let allowed = (was.brotli * GROWTH_PERCENT / 100).max(GROWTH_BYTES);
            if now.brotli > was.brotli + allowed {
                faults.push(format!("{name}: {} bytes brotli, was {}", now.brotli, was.brotli));
            }
        }
        faults
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:40}{:>10}{:>10}", "bytes", "raw", "brotli")?;
        let parts = |name: &str| ![VISIT, RULES, APART].contains(&name);
        let (parts, totals): (Vec<_>, Vec<_>) = self.rows.iter().partition(|row| parts(row.0));
        for (name, bytes) in parts.into_iter().chain(totals) {
            write!(formatter, "\n{name:40}{:>10}{:>10}", bytes.raw, bytes.brotli)?;
        }
        Ok(())
    }
}

/// Writes the snapshot. One with a larger first visit is written only if that is accepted: otherwise a page
/// that grows by less than is let pass, again and again, would grow without end.
pub(crate) fn write(project: &Project, accept_growth: bool) -> Result<()> {
    let sizes = Sizes::measure(&project.dist())?;
    println!("{sizes}");
    let path = project.root.join(SNAPSHOT);
    if path.exists() && !accept_growth {
        let before = Sizes::read(&fs::read_to_string(&path)?)?;
        let mut faults = sizes.faults(&before);
        if faults.is_empty() {
            faults.extend(sizes.visit_growth(&before));
        }
        ensure!(
            faults.is_empty(),
            "{SNAPSHOT} stays as it was:\n  {}\n\
             Make it smaller; or, if the growth is worth it, run `cargo xtask size --accept-growth`, commit {SNAPSHOT} and say why.",
            faults.join("\n  ")
        );
    }
    fs::write(path, sizes.snapshot())?;
    Ok(())
}

/// Compares `dist/` with the snapshot; fails with what has grown.
pub(crate) fn check(project: &Project) -> Result<()> {
    let sizes = Sizes::measure(&project.dist())?;
    println!("{sizes}");
    let snapshot = fs::read_to_string(project.root.join(SNAPSHOT)).with_context(|| {
        format!("{SNAPSHOT} is missing: write it with `cargo xtask size` and commit it.")
    })?;
    for (_, line) in sizes.missed() {
        println!("Aim: {line}");
    }
    let before = Sizes::read(&snapshot)?;
    if let Some(less) = before.visit().checked_sub(sizes.visit()).filter(|less| *less > 0) {
        println!("{VISIT}: {less} bytes less than in {SNAPSHOT}; `cargo xtask size` keeps that.");
    }
    let faults = sizes.faults(&before);
    ensure!(
        faults.is_empty(),
        "The page has grown:\n  {}\n\
         Make it smaller; or, if the growth is worth it, run `cargo xtask size --accept-growth`, commit {SNAPSHOT} and say why.",
        faults.join("\n  ")
    );
    Ok(())
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
    use super::*;

    fn sizes(rows: &[(&str, u64)]) -> Sizes {
        let rows = rows.iter().map(|&(name, brotli)| {
            let bytes = Bytes { raw: brotli * 3, brotli };
            (name.to_owned(), bytes)
        });
        Sizes { rows: rows.collect() }
    }

    #[test]
    fn a_snapshot_reads_back() {
        let written = sizes(&[("start.js", 700), (VISIT, 90_000), (RULES, 40_000)]);
        let read = Sizes::read(&written.snapshot()).unwrap();
        assert_eq!(read.rows, written.rows);
    }

    #[test]
    fn growth_and_budgets_are_reported() {
        let before = sizes(&[("start.js", 700), (VISIT, 90_000), (RULES, 40_000)]);
        let grown = sizes(&[("start.js", 800), (VISIT, 95_000), (RULES, 59_000)]);
        let faults = grown.faults(&before);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].starts_with(VISIT));
    }

    #[test]
    fn a_budget_once_met_is_held() {
        let met = sizes(&[(VISIT, 110_000), (RULES, 60_000), (EMBED, 1_000)]);
        let over = sizes(&[(VISIT, 110_001), (RULES, 60_001), (EMBED, 1_001)]);
        assert_eq!(over.faults(&met).len(), 3);
        assert_eq!(over.missed().len(), 3);
        assert!(over.faults(&over).is_empty(), "what was never met is told, not held");
    }

    #[test]
    fn a_first_visit_does_not_creep_up() {
        let before = sizes(&[(VISIT, 100_000)]);
        let little = sizes(&[(VISIT, 100_900)]);
        assert_eq!(little.faults(&before), [""; 0], "compilers differ a little");
        assert!(little.visit_growth(&before).is_some(), "the snapshot does not follow");
        assert_eq!(before.visit_growth(&little), None);
        assert_eq!(sizes(&[(VISIT, 101_100)]).faults(&before).len(), 1);
    }

    #[test]
    fn what_is_missing_to_an_aim_is_said() {
        let lines = sizes(&[(VISIT, 256_727)]).missed();
        assert_eq!(lines.len(), 1);
        assert!(lines[0].1.ends_with("256727 bytes brotli; the aim is 110000, 146727 less"));
    }

    #[test]
    fn digests_are_left_out_of_names() {
        assert_eq!(without_digest("jifen-0123456789abcdef_bg.wasm"), "jifen_bg.wasm");
        assert_eq!(without_digest("jifen-0123456789abcdef.js"), "jifen.js");
        assert_eq!(without_digest("jifen-page-c714f0f87362972d_bg.wasm"), "jifen-page_bg.wasm");
        assert_eq!(without_digest("dark-mode.css"), "dark-mode.css");
        assert_eq!(without_digest("icon.svg"), "icon.svg");
    }
}
