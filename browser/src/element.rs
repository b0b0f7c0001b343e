//! Elements of the page, as the driver knows them.

use anyhow::{Context, Result};
use serde_json::{Value, json};

/// How a WebDriver answer names an element.
const KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An element of the page.
#[derive(Clone, Debug)]
pub struct Element(String);

impl Element {
    /// Reads an element from an answer of the driver.
    ///
    /// # Errors
    /// When the answer names none.
    pub(crate) fn read(found: &Value) -> Result<Element> {
        let id = found[KEY].as_str().with_context(|| format!("{found} is no element"))?;
        Ok(Element(id.to_owned()))
    }

    /// Returns it as an argument of a script, or the origin of a movement.
    #[must_use]
    pub fn argument(&self) -> Value {
        json!({ KEY: self.0 })
    }

    /// Returns the path of a command that concerns it.
    pub(crate) fn command(&self, name: &str) -> String {
        format!("element/{}/{name}", self.0)
    }
}
