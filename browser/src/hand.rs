//! Hands: pressing and typing with a mouse or a finger.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::browser::{Browser, Element};
use crate::engine::Engine;
use crate::wait::until;

/// The keys that WebDriver names by a private character.
pub mod key {
    /// Forward.
    pub const TAB: char = '\u{e004}';
    /// Held for backward.
    pub const SHIFT: char = '\u{e008}';
    /// Done.
    pub const ENTER: char = '\u{e007}';
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

/// What presses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// A mouse.
    Mouse,
    /// A finger.
    Touch,
}

impl Hand {
    /// Presses what a selector names.
    ///
    /// # Errors
    /// When it is not there, or something covers it.
    pub fn press(self, browser: &Browser, selector: &str) -> Result<()> {
        let pressed = until(&format!("{selector} stays"), || {
            let element = browser.find(selector)?;
            Ok(self.press_found(browser, &element)?.then_some(()))
        });
        pressed.with_context(|| format!("{selector} cannot be pressed"))
    }

    /// The same; `false` where the page was drawn anew between the look and the hand.
    ///
    /// # Errors
    /// When something covers it.
    pub fn press_found(self, browser: &Browser, element: &Element) -> Result<bool> {
        match self.press_element(browser, element) {
            // Every engine has words of its own for it, one of them none.
            Err(_) if !browser.holds(element) => Ok(false),
            pressed => pressed.map(|()| true),
        }
    }

    /// Scrolls an element to where it can be seen, then presses it.
    ///
    /// # Errors
    /// When something covers it.
    pub fn press_element(self, browser: &Browser, element: &Element) -> Result<()> {
        // A thumb scrolls no further than it has to: two taps on one spot would be a double tap.
        let block = if self == Hand::Touch { "nearest" } else { "center" };
        let place = browser.run(PLACE, json!([element.argument(), block]))?;
        ensure!(place["cover"].is_null(), "covered by {}", place["cover"]);
        match self {
            Hand::Mouse => browser.click(element),
            Hand::Touch => browser.act(json!([{
                "type": "pointer",
                "id": "finger",
                "parameters": { "pointerType": "touch" },
                "actions": [
                    { "type": "pointerMove", "x": place["x"], "y": place["y"], "origin": "viewport" },
                    { "type": "pointerDown", "button": 0 },
                    { "type": "pointerUp", "button": 0 },
                ],
            }])),
        }
    }

    /// Writes into the field where the keyboard is, and is done with it.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn write(self, browser: &Browser, text: &str) -> Result<()> {
        match self {
            Hand::Mouse => strike(browser, &format!("{text}{}", key::TAB)),
            // The keyboard on a screen hands over whole words, then the key that says done.
            Hand::Touch if browser.engine() == Engine::Chromium => {
                browser.cdp("Input.insertText", json!({ "text": text }))?;
                strike(browser, &key::ENTER.to_string())
            }
            Hand::Touch => strike(browser, &format!("{text}{}", key::ENTER)),
        }
    }
}

/// Scrolls to an element; says where its middle is, and what covers it there.
const PLACE: &str = "
    const [element, block] = arguments;
    element.scrollIntoView({ block, behavior: 'instant' });
    const box = element.getBoundingClientRect();
    const [x, y] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
    const top = document.elementFromPoint(x, y);
    const free = top && (element.contains(top) || top.contains(element));
    return { x, y, cover: free ? null : (top ? top.outerHTML.slice(0, 200) : 'the edge of the screen') };";

/// Presses and releases keys, one after the other, wherever the keyboard is.
///
/// # Errors
/// When the browser cannot.
pub fn strike(browser: &Browser, keys: &str) -> Result<()> {
    chord(browser, None, keys)
}

/// The same while another key is held.
///
/// # Errors
/// When the browser cannot.
pub fn chord(browser: &Browser, held: Option<char>, keys: &str) -> Result<()> {
    let event = |kind: &str, key: char| json!({ "type": kind, "value": key.to_string() });
    let mut actions: Vec<Value> = held.map(|key| event("keyDown", key)).into_iter().collect();
    actions.extend(keys.chars().flat_map(|key| [event("keyDown", key), event("keyUp", key)]));
    actions.extend(held.map(|key| event("keyUp", key)));
    browser.act(json!([{ "type": "key", "id": "keyboard", "actions": actions }]))
}
