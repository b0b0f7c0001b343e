//! How much a visitor has to fetch. The committed snapshot must not grow; what it aims at is said beside it.

mod measure;
mod snapshot;

use crate::project::Project;
use anyhow::{Context, Result, ensure};
pub(crate) use measure::Sizes;
use measure::{Bytes, COUNTER, VISIT};
use snapshot::SNAPSHOT;
use std::fs;
use std::path::Path;

/// Measures `dist/` and the bare counter in its folder, and says what came out.
fn measure(project: &Project, counter: &Path) -> Result<Sizes> {
    let mut sizes = Sizes::measure(&project.dist())?;
    sizes.rows.insert(COUNTER.to_owned(), Bytes::of_folder(counter)?);
    println!("{sizes}\n{}", sizes.ratio_line().unwrap_or_default());
    Ok(sizes)
}

/// Writes the snapshot. One with a larger first visit is written only if that is accepted: otherwise a page
/// that grows by less than is let pass, again and again, would grow without end.
pub(crate) fn write(project: &Project, counter: &Path, accept_growth: bool) -> Result<()> {
    let sizes = measure(project, counter)?;
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
pub(crate) fn check(project: &Project, counter: &Path) -> Result<()> {
    let sizes = measure(project, counter)?;
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
