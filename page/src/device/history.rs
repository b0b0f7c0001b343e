//! The entries of the browser's history: one for each view that was opened, so that its button for going back leads to
//! the view before, and only after the first one out of the page.

use wasm_bindgen::JsValue;

use crate::device::address::{hash, path, query};
use jifen::link::{Link, Profile};

/// What an entry that this page wrote says of itself. An entry without it was written by whoever made a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HistoryEntry {
    /// Which answers it belongs to: raised when a link brings others.
    pub(crate) series: u32,
    /// What is open there.
    pub(crate) view: String,
}

impl HistoryEntry {
    /// Returns what the present entry says; `None` where this page did not write it.
    pub(crate) fn here() -> Option<HistoryEntry> {
        let state = web_sys::window()?.history().ok()?.state().ok()?.as_string()?;
        let (series, view) = state.split_once(' ')?;
        Some(HistoryEntry { series: series.parse().ok()?, view: view.to_owned() })
    }

    fn written(&self) -> JsValue {
        [&self.series.to_string(), " ", &self.view].concat().into()
    }
}

/// Writes what the page shows, with the fragment of its address, given with its `#`. A view of the same answers that was not
/// open before gets an entry of its own where `steps` are wanted; answers then stand in that one alone, so that they are not
/// left behind when they are cleared.
pub(crate) fn write(entry: &HistoryEntry, fragment: &str, steps: bool) {
    let here = HistoryEntry::here();
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    let whole = |fragment: &str| {
        if fragment.is_empty() { path() + &query() } else { fragment.to_owned() }
    };
    // A browser that forbids it in a frame only loses the address.
    let replace = |entry: &HistoryEntry, fragment: &str| {
        let _ = history.replace_state_with_url(&entry.written(), "", Some(&whole(fragment)));
    };
    match here {
        Some(before) if steps && before.series == entry.series && before.view != entry.view => {
            replace(&before, &without_answers(&hash()));
            let _ = history.push_state_with_url(&entry.written(), "", Some(&whole(fragment)));
        }
        here if here.as_ref() == Some(entry) && hash() == fragment => {}
        _ => replace(entry, fragment),
    }
}

/// Returns the same address without its answers.
fn without_answers(fragment: &str) -> String {
    if fragment.is_empty() {
        return String::new();
    }
    let link = Link { profile: Profile::default(), seal: None, ..Link::read(fragment).0 };
    ["#", &link.write()].concat()
}
