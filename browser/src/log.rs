//! What Chromium keeps a log of: messages of the console, requests.

use anyhow::{Context, Result};
use serde_json::Value;

/// One message of the browser's console.
#[derive(Clone, Debug)]
pub struct Message {
    /// `SEVERE`, `WARNING`, `INFO`.
    pub level: String,
    /// What it says.
    pub text: String,
}

/// A request that the browser made.
#[derive(Clone, Debug)]
pub struct Request {
    /// `GET`, …
    pub method: String,
    /// The whole address.
    pub url: String,
}

/// Reads the log named `browser`.
///
/// # Errors
/// When it is no log.
pub(crate) fn messages(log: &Value) -> Result<Vec<Message>> {
    let message =
        |entry: &Value| Ok(Message { level: text(entry, "level")?, text: text(entry, "message")? });
    log.as_array().context("no log")?.iter().map(message).collect()
}

/// Reads the requests in the log named `performance`.
///
/// # Errors
/// When it is no log.
pub(crate) fn requests(log: &Value) -> Result<Vec<Request>> {
    let mut requests = Vec::new();
    for entry in log.as_array().context("no log")? {
        let event: Value = serde_json::from_str(&text(entry, "message")?)?;
        let event = &event["message"];
        if event["method"] == "Network.requestWillBeSent" {
            let request = &event["params"]["request"];
            requests.push(Request { method: text(request, "method")?, url: text(request, "url")? });
        }
    }
    Ok(requests)
}

fn text(entry: &Value, key: &str) -> Result<String> {
    let text = entry[key].as_str().with_context(|| format!("an entry without {key}: {entry}"))?;
    Ok(text.to_owned())
}
