//! What a person sees of the page, read from it in one go.

use anyhow::{Context, Result};
use jifen::link::code;
use serde::Deserialize;
use serde_json::Value;

use crate::browser::Browser;
use crate::wait::until;

pub(crate) const READ: &str = include_str!("snapshot.js");

/// What a person sees of the page at one moment.
#[derive(Clone, Debug, Deserialize)]
pub struct Snapshot {
    /// Whether the program has taken over from the first paint.
    pub ready: bool,
    /// Whether guide and outlook are there, so that nothing moves any more.
    pub settled: bool,
    /// The language that the document says it is in.
    pub language: String,
    /// The title of the document.
    pub title: String,
    /// The part of the address that starts with #.
    pub hash: String,
    /// The id of the open scheme.
    pub scheme: String,
    /// The verdict's stable name; `none` before the first answer.
    pub verdict: String,
    /// The lowest total that is still possible.
    pub low: String,
    /// The highest.
    pub high: String,
    /// The total with what stands beside it.
    pub summary: String,
    /// The verdict as a sentence.
    pub headline: String,
    /// The whole result.
    pub result: String,
    /// The whole form.
    pub form: String,
    /// What a screen reader was told.
    pub spoken: String,
    /// What of the address was not used.
    pub problems: String,
    /// The conditions, in order.
    pub conditions: Vec<Item>,
    /// The indicators, in order.
    pub indicators: Vec<Item>,
    /// The questions that are shown.
    pub asked: Vec<String>,
    /// Those of them that are answered.
    pub answered: Vec<String>,
    /// Everything.
    pub body: String,
}

/// A condition or an indicator.
#[derive(Clone, Debug, Deserialize)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// Of a condition: whether it is met.
    pub state: String,
    /// Of an indicator: its points, `a` or `a..b`.
    pub points: String,
    /// Of an indicator: whether it counts.
    pub counted: String,
    /// The line that is always there.
    pub text: String,
    /// Everything about it that is shown.
    pub whole: String,
}

impl Snapshot {
    /// Takes one of the document that the browser is in.
    ///
    /// # Errors
    /// When the page cannot be read.
    pub(crate) fn take(browser: &Browser) -> Result<Snapshot> {
        // A script that runs while its document is left returns nothing, whatever it says.
        let seen = until("a document is there", || {
            Ok(Some(browser.execute(READ, Value::Null)?).filter(|seen| !seen.is_null()))
        })?;
        Snapshot::read(seen)
    }

    /// Reads what the script saw.
    ///
    /// # Errors
    /// When it is something else.
    pub(crate) fn read(seen: Value) -> Result<Snapshot> {
        serde_json::from_value(seen).context("snapshot.js and Snapshot differ")
    }

    /// Returns whether the address names a question, or gives it an answer: `education`, `education=bachelor`.
    #[must_use]
    pub fn says(&self, entry: &str) -> bool {
        let (name, value) = entry.split_once('=').unwrap_or((entry, ""));
        let code = code(name.rsplit_once('.').map_or(name, |(_, id)| id));
        let value = if value == "none" { "" } else { value };
        self.hash.match_indices(&code).any(|(at, _)| {
            let rest = &self.hash[at + code.len()..];
            let next = |letter: char| letter.is_ascii_uppercase() || letter == '&';
            let end = rest.find(next).unwrap_or(rest.len());
            !entry.contains('=') || value == &rest[..end]
        })
    }
}
