//! Pressing and typing with a mouse or a finger.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::browser::Browser;
use crate::element::Element;
use crate::engine::Engine;
use crate::keyboard::{key, press_keys};
use crate::wait::until;

/// What a person points with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// A mouse.
    Mouse,
    /// A finger.
    Touch,
}

impl Pointer {
    /// Presses what a selector names.
    ///
    /// # Errors
    /// When it is not there, or something covers it.
    pub fn press(self, browser: &Browser, selector: &str) -> Result<()> {
        let pressed = until(&format!("{selector} stays"), || {
            let element = browser.find(selector)?;
            Ok(self.press_if_attached(browser, &element)?.then_some(()))
        });
        pressed.with_context(|| format!("{selector} cannot be pressed"))
    }

    /// Presses an element that was found; returns `false` where the page was drawn anew, or moved, between
    /// the look and the press.
    ///
    /// # Errors
    /// When something covers it.
    pub fn press_if_attached(self, browser: &Browser, element: &Element) -> Result<bool> {
        match self.press_element(browser, element) {
            // Every engine has words of its own for it, one of them none.
            Err(_) if !browser.is_attached(element) => Ok(false),
            // It was free a moment before, so it has moved: the page was still arriving.
            Err(error)
                if error.chain().any(|one| one.to_string().contains("click intercepted")) =>
            {
                Ok(false)
            }
            pressed => pressed.map(|()| true),
        }
    }

    /// Scrolls an element to where it can be seen, then presses it.
    ///
    /// # Errors
    /// When something covers it.
    pub fn press_element(self, browser: &Browser, element: &Element) -> Result<()> {
        // A thumb scrolls no further than it has to: two taps on one spot would be a double tap.
        let block = if self == Pointer::Touch { "nearest" } else { "center" };
        let place = browser.execute(PLACE, json!([element.argument(), block]))?;
        ensure!(place["cover"].is_null(), "covered by {}", place["cover"]);
        match self {
            Pointer::Mouse => browser.click(element),
            Pointer::Touch => browser.perform_actions(json!([{
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

    /// Types into the field that has the focus, and leaves it.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn type_text(self, browser: &Browser, text: &str) -> Result<()> {
        match self {
            Pointer::Mouse => press_keys(browser, &format!("{text}{}", key::TAB)),
            // The keyboard on a screen hands over whole words, then the key that says done.
            Pointer::Touch if browser.engine() == Engine::Chromium => {
                browser.cdp("Input.insertText", json!({ "text": text }))?;
                press_keys(browser, &key::ENTER.to_string())
            }
            Pointer::Touch => press_keys(browser, &format!("{text}{}", key::ENTER)),
        }
    }
}

/// Scrolls to an element; returns where its middle is, and what covers it there.
const PLACE: &str = "
    const [element, block] = arguments;
    element.scrollIntoView({ block, behavior: 'instant' });
    const box = element.getBoundingClientRect();
    const [x, y] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
    const top = document.elementFromPoint(x, y);
    const free = top && (element.contains(top) || top.contains(element));
    return { x, y, cover: free ? null : (top ? top.outerHTML.slice(0, 200) : 'the edge of the screen') };";
