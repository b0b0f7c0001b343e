//! The keys of a keyboard.

use anyhow::Result;
use serde_json::{Value, json};

use crate::browser::Browser;

/// The keys that WebDriver names by a private character.
pub mod key {
    /// Forward.
    pub const TAB: char = '\u{e004}';
    /// Held for backward.
    pub const SHIFT: char = '\u{e008}';
    /// Done.
    pub const ENTER: char = '\u{e007}';
    /// Away.
    pub const ESCAPE: char = '\u{e00c}';
    /// Down.
    pub const DOWN: char = '\u{e015}';
    /// Left.
    pub const LEFT: char = '\u{e012}';
    /// Right.
    pub const RIGHT: char = '\u{e014}';
    /// To the first.
    pub const HOME: char = '\u{e011}';
    /// To the last.
    pub const END: char = '\u{e010}';
    /// To the last character's left.
    pub const BACKSPACE: char = '\u{e003}';
}

/// Presses and releases keys, one after the other, wherever the focus is.
///
/// # Errors
/// When the browser cannot.
pub fn press_keys(browser: &Browser, keys: &str) -> Result<()> {
    press_keys_holding(browser, None, keys)
}

/// Does the same while another key is held.
///
/// # Errors
/// When the browser cannot.
pub fn press_keys_holding(browser: &Browser, held: Option<char>, keys: &str) -> Result<()> {
    let event = |kind: &str, key: char| json!({ "type": kind, "value": key.to_string() });
    let mut actions: Vec<Value> = held.map(|key| event("keyDown", key)).into_iter().collect();
    actions.extend(keys.chars().flat_map(|key| [event("keyDown", key), event("keyUp", key)]));
    actions.extend(held.map(|key| event("keyUp", key)));
    browser.perform_actions(json!([{ "type": "key", "id": "keyboard", "actions": actions }]))
}
