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
pub(crate) mod load;
mod object;
pub(crate) mod press;
pub(crate) mod share;
pub(crate) mod storage;
pub(crate) mod window;

use jifen::scheme::Language;
use jiff::civil::Date;

use crate::device::history::HalfTyped;

/// What the page knows of the device when it opens.
#[derive(Clone, Default)]
pub(crate) struct Device {
    /// The address of the page without what follows its path; empty where others cannot open it, as on a disk.
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

#[cfg(target_arch = "wasm32")]
impl Device {
    /// Looks once.
    pub(crate) fn look() -> Device {
        let path = address::path();
        let base = address::origin().map_or(String::new(), |origin| origin + &path);
        let file = || path.rsplit('/').next().unwrap_or_default().to_owned();
        let framed = window::is_framed();
        let here = history::HistoryEntry::here();
        Device {
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
