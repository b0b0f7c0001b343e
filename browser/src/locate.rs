//! Finding elements, and what WebDriver does to them.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::element::Element;
use crate::wait::until;

impl Browser {
    /// Returns the first element that a selector names.
    ///
    /// # Errors
    /// When there is none.
    pub fn find(&self, selector: &str) -> Result<Element> {
        let found = self.post("element", json!({ "using": "css selector", "value": selector }));
        Element::read(&found.with_context(|| format!("nothing on the page is {selector}"))?)
    }

    /// Returns the element that a script returns; `None` where it returns none.
    ///
    /// # Errors
    /// When the script throws, or returns something else.
    pub fn find_by_script(&self, script: &str, arguments: Value) -> Result<Option<Element>> {
        let found =
            until("what is found stays", || match self.execute(script, arguments.clone()) {
                Err(error) if is_stale(&error) => Ok(None),
                found => found.map(Some),
            })?;
        if found.is_null() { Ok(None) } else { Element::read(&found).map(Some) }
    }

    /// Returns whether an element is still on the page.
    #[must_use]
    pub fn is_attached(&self, element: &Element) -> bool {
        let connected = "return arguments[0].isConnected";
        let connected = self.execute(connected, json!([element.argument()]));
        connected.is_ok_and(|connected| connected == true)
    }

    /// Clicks an element as the driver does: scrolls it into view, and refuses where something covers it.
    ///
    /// # Errors
    /// When something covers it, or it is gone.
    pub fn click(&self, element: &Element) -> Result<()> {
        self.post(&element.command("click"), json!({})).map(drop)
    }

    /// Chooses a file in an input for files.
    ///
    /// # Errors
    /// When the element takes no file.
    pub fn choose_file(&self, element: &Element, path: &Path) -> Result<()> {
        let path = path.to_str().context("an odd path")?;
        self.post(&element.command("value"), json!({ "text": path })).map(drop)
    }
}

/// Returns whether an element was drawn anew before the browser got to it, in the words of each engine.
fn is_stale(error: &anyhow::Error) -> bool {
    let error = format!("{error:#}");
    ["stale", "Stale"].iter().any(|part| error.contains(part))
}
