//! Waits for changes of the project's files.

use crate::plan::Change;
use anyhow::{Context, Result};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// The folders in which something may change that the page depends on.
const FOLDERS: &[&str] = &[".cargo", "check", "page", "rules", "src", "style", "terminal", "web"];
/// How long nothing must change before a change counts as done: editors write a file in several strokes.
const QUIET: Duration = Duration::from_millis(100);

/// A watch over the project.
pub(crate) struct Watch {
    root: PathBuf,
    events: Receiver<notify::Result<Event>>,
    // It ends with this.
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Begins to watch; what changes from now on is found by [`Watch::wait`].
    pub(crate) fn start(root: &Path) -> Result<Self> {
        // As it stands in events, on systems that follow links.
        let root = root.canonicalize()?;
        let (tell, events) = channel();
        let mut watcher = notify::recommended_watcher(tell)?;
        watcher.watch(&root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS {
            watcher
                .watch(&root.join(folder), RecursiveMode::Recursive)
                .with_context(|| format!("{folder}/ cannot be watched"))?;
        }
        Ok(Self { root, events, _watcher: watcher })
    }

    /// Waits until something has changed that the page depends on.
    pub(crate) fn wait(&self) -> Result<BTreeSet<Change>> {
        let mut changes = BTreeSet::new();
        while changes.is_empty() {
            let first = self.events.recv().context("nothing watches any more")?;
            changes.extend(self.changes(first?));
            while let Ok(next) = self.events.recv_timeout(QUIET) {
                changes.extend(self.changes(next?));
            }
        }
        Ok(changes)
    }

    fn changes(&self, event: Event) -> impl Iterator<Item = Change> {
        // The build itself reads what is watched.
        let read = matches!(event.kind, EventKind::Access(_));
        let paths = event.paths.into_iter().filter(move |_| !read);
        paths.filter_map(|path| Change::of(path.strip_prefix(&self.root).ok()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn what_is_written_is_a_change_and_what_is_read_is_none() {
        let root = std::env::temp_dir().join(format!("jifen-watch-{}", std::process::id()));
        for folder in FOLDERS {
            fs::create_dir_all(root.join(folder)).unwrap();
        }
        fs::create_dir(root.join("rules/somewhere")).unwrap();
        fs::write(root.join("style/tokens.css"), "").unwrap();
        let watch = Watch::start(&root).unwrap();
        fs::read(root.join("style/tokens.css")).unwrap();
        fs::write(root.join("notes.txt"), "").unwrap();
        fs::write(root.join("rules/somewhere/scheme.toml"), "").unwrap();
        assert_eq!(watch.wait().unwrap(), BTreeSet::from([Change::Rules]));
        // As editors save: beside the file, and then in its place.
        fs::write(root.join("style/.tokens.css"), "a").unwrap();
        fs::rename(root.join("style/.tokens.css"), root.join("style/tokens.css")).unwrap();
        fs::write(root.join("index.html"), "").unwrap();
        assert_eq!(watch.wait().unwrap(), BTreeSet::from([Change::Index, Change::Assets]));
        fs::remove_dir_all(&root).unwrap();
    }
}
