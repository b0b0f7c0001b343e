//! `check --watch`: checks again whenever a rule file changes.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::output::Output;

/// How often the files are looked at: their dates cost next to nothing.
const INTERVAL: Duration = Duration::from_millis(100);

/// What tells that a file was written again.
type Stamp = (PathBuf, Option<SystemTime>, u64);

/// Runs `check` now and after every change below a folder, until nobody reads its output any more.
pub(super) fn run(
    output: &mut Output,
    rules: &Path,
    mut check: impl FnMut(&mut Output) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let clears = io::stdout().is_terminal();
    while !output.is_closed() {
        // Taken before the check: what changes during it is checked again.
        let before = stamps(rules);
        if clears {
            write!(output, "\x1b[2J\x1b[H")?;
        }
        if let Err(error) = check(output) {
            writeln!(output, "{error:#}")?;
        }
        writeln!(output, "watching {}; Ctrl-C ends it\n", rules.display())?;
        output.flush()?;
        while !output.is_closed() && stamps(rules) == before {
            thread::sleep(INTERVAL);
        }
    }
    Ok(())
}

/// The files below a folder, in order. What cannot be read is as if it were not there: the check says so.
fn stamps(folder: &Path) -> Vec<Stamp> {
    let mut stamps = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        match entry.metadata() {
            Ok(metadata) if metadata.is_dir() => stamps.extend(self::stamps(&path)),
            // A file system without dates still tells lengths.
            Ok(metadata) => stamps.push((path, metadata.modified().ok(), metadata.len())),
            Err(_) => {}
        }
    }
    stamps.sort();
    stamps
}
