//! The device under the page: what the page knows of it, and what it asks of it when somebody presses a button.
//! Everything here may be missing or refused, so everything here says whether it was done.

pub(crate) mod address;
#[cfg(target_arch = "wasm32")]
pub(crate) mod clock;
pub(crate) mod document;
pub(crate) mod event;
pub(crate) mod file;
pub(crate) mod focus;
pub(crate) mod history;
#[cfg(target_arch = "wasm32")]
mod language;
pub(crate) mod later;
pub(crate) mod load;
mod object;
pub(crate) mod path;
pub(crate) mod press;
pub(crate) mod share;
pub(crate) mod storage;
pub(crate) mod window;

#[cfg(any(test, target_arch = "wasm32"))]
use jifen::link::{Link, LinkProblem};
use jifen::scheme::Language;
use jiff::civil::Date;

use crate::device::history::HalfTyped;
use crate::device::path::Path;

/// What the page knows of the device when it opens.
#[derive(Clone, Default)]
pub(crate) struct Device {
    /// What the path of the address names.
    pub(crate) path: Path,
    /// The address of the site without what follows its path; empty where others cannot open it, as on a disk.
    pub(crate) base: String,
    /// The same, or the name of a file on a disk.
    pub(crate) site: String,
    /// Whether it has a sheet for sharing.
    pub(crate) shares: bool,
    /// Whether the page stands within another one, where nothing is ever remembered.
    pub(crate) framed: bool,
    /// The address that the device remembers, where somebody asked for that.
    pub(crate) remembered: Option<String>,
    /// Whether the page opened with that, for want of an address of its own.
    pub(crate) restored: bool,
    /// The day where it is, where it was looked for; rules count by the day in China.
    pub(crate) day: Option<Date>,
    /// The language that its owner reads, as far as the page speaks it.
    pub(crate) language: Language,
    /// To which answers the entry of the history belongs that the page opened with; `None` where that was not this page's
    /// own, so that its answers are somebody's.
    pub(crate) series: Option<u32>,
    /// What stood half typed in that entry.
    pub(crate) half_typed: Vec<HalfTyped>,
}

impl Device {
    /// Reads the address that the page opens with: its own or, without answers, the one that somebody let the device
    /// remember, which goes on as the path says. web/language.js decides in the same way before the program is there.
    #[cfg(any(test, target_arch = "wasm32"))]
    pub(crate) fn opening(&mut self, hash: &str) -> (Link, Vec<LinkProblem>) {
        let Some(remembered) = self.remembered.as_ref().filter(|_| !hash.contains('=')) else {
            return Link::read(hash);
        };
        self.restored = true;
        let (mut link, problems) = Link::read(remembered);
        link.language = link.language.filter(|_| self.path.language().is_none());
        link.scheme = link.scheme.filter(|_| self.path.scheme().is_none());
        (link, problems)
    }

    /// Returns the language of a page whose fragment names none.
    pub(crate) fn usual_language(&self) -> Language {
        self.path.language().unwrap_or(self.language)
    }

    /// Looks once.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn look() -> Device {
        let (path, whole) = (Path::here(), address::path());
        let base = address::origin().map_or(String::new(), |origin| origin + path.site(&whole));
        let file = || whole.rsplit('/').next().unwrap_or_default().to_owned();
        let framed = window::is_framed();
        let here = history::HistoryEntry::here();
        Device {
            path,
            site: if base.is_empty() { file() } else { base.clone() },
            base,
            shares: share::is_offered(),
            framed,
            remembered: if framed { None } else { storage::remembered() },
            restored: false,
            day: Some(clock::day_here()),
            language: language::preferred(),
            series: here.as_ref().map(|entry| entry.series),
            half_typed: here.map(|entry| entry.half_typed).unwrap_or_default(),
        }
    }
}
