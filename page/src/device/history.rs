//! The entries of the browser's history: one for each view that was opened, so that its button for going back leads to
//! the view before, and only after the first one out of the page.

use wasm_bindgen::JsValue;

use crate::device::address::{hash, path, query};
use jifen::link::{Link, Profile};

/// What stands between the parts of an entry, and between the fields of a question. Nobody types either.
const BREAKS: [char; 2] = ['\n', '\u{1f}'];

/// What stands in the fields of a question and is no answer yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HalfTyped {
    /// The id of the question.
    pub(crate) question: String,
    /// The fields in order.
    pub(crate) typed: Vec<String>,
}

/// What an entry that this page wrote says of itself. An entry without it was written by whoever made a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HistoryEntry {
    /// Which answers it belongs to: raised when a link brings others.
    pub(crate) series: u32,
    /// What is open there.
    pub(crate) view: String,
    /// What is half typed there, so that a reload keeps it.
    pub(crate) half_typed: Vec<HalfTyped>,
}

impl HistoryEntry {
    /// Returns what the present entry says; `None` where this page did not write it.
    pub(crate) fn here() -> Option<HistoryEntry> {
        HistoryEntry::read(&web_sys::window()?.history().ok()?.state().ok()?.as_string()?)
    }

    /// Returns whether the present entry shows the same view of the same answers.
    pub(crate) fn is_of_this_view(&self) -> bool {
        HistoryEntry::here()
            .is_some_and(|here| here.series == self.series && here.view == self.view)
    }

    fn read(state: &str) -> Option<HistoryEntry> {
        let [line, field] = BREAKS;
        let mut lines = state.split(line);
        let series = lines.next()?.parse().ok()?;
        let view = lines.next()?.to_owned();
        let half_typed = lines.filter_map(|line| {
            let mut parts = line.split(field).map(str::to_owned);
            Some(HalfTyped { question: parts.next()?, typed: parts.collect() })
        });
        Some(HistoryEntry { series, view, half_typed: half_typed.collect() })
    }

    fn written(&self) -> String {
        let [line, field] = BREAKS;
        let mut written = [&self.series.to_string(), "\n", &self.view].concat();
        for half_typed in &self.half_typed {
            written.push(line);
            written.push_str(&half_typed.question);
            for typed in &half_typed.typed {
                written.push(field);
                written.push_str(typed);
            }
        }
        written
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
        let _ = history.replace_state_with_url(
            &JsValue::from(entry.written()),
            "",
            Some(&whole(fragment)),
        );
    };
    match here {
        Some(before) if steps && before.series == entry.series && before.view != entry.view => {
            let emptied = HistoryEntry { half_typed: Vec::new(), ..before };
            replace(&emptied, &without_answers(&hash()));
            let state = JsValue::from(entry.written());
            let _ = history.push_state_with_url(&state, "", Some(&whole(fragment)));
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
    let link =
        Link { profile: Profile::default(), kept: None, seal: None, ..Link::read(fragment).0 };
    ["#", &link.write()].concat()
}

#[cfg(test)]
mod tests {
    use super::{HalfTyped, HistoryEntry};

    #[test]
    fn an_entry_reads_back() {
        let half_typed = |question: &str, typed: &[&str]| HalfTyped {
            question: question.to_owned(),
            typed: typed.iter().map(|&typed| typed.to_owned()).collect(),
        };
        for half_typed in
            [vec![], vec![half_typed("birth-date", &["1992", "", "5月"]), half_typed("a", &[""])]]
        {
            let entry = HistoryEntry { series: 7, view: "_compare".to_owned(), half_typed };
            assert_eq!(HistoryEntry::read(&entry.written()), Some(entry));
        }
        // What another page left there is nobody's.
        assert_eq!(HistoryEntry::read("scroll=7"), None);
    }
}
