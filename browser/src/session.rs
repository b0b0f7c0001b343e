//! A session with a browser's driver, by the commands that WebDriver defines.

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};
use ureq::http::Response;
use ureq::{Agent, Body};

/// A session that a driver has opened.
pub(crate) struct Session {
    agent: Agent,
    /// The session's own address.
    address: String,
}

impl Session {
    /// Opens a session, and a browser with it, through the driver at an address that ends in `/`.
    ///
    /// # Errors
    /// When the driver refuses the capabilities, or no browser starts.
    pub(crate) fn open(driver: &str, capabilities: Map<String, Value>) -> Result<Session> {
        // The driver is on this machine, and a command takes as long as it takes. Each has a connection of its own:
        // a driver may close one that idles.
        let config = Agent::config_builder().proxy(None).max_idle_connections(0);
        let agent = Agent::new_with_config(config.http_status_as_error(false).build());
        let wanted = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let sessions = format!("{driver}session");
        let opened =
            value(agent.post(&sessions).send_json(&wanted)).context("no browser starts")?;
        let id = opened["sessionId"].as_str().context("the driver names no session")?;
        Ok(Session { address: format!("{sessions}/{id}"), agent })
    }

    /// Asks for something.
    ///
    /// # Errors
    /// When the browser refuses, in the driver's words.
    pub(crate) fn get(&self, command: &str) -> Result<Value> {
        named(command, value(self.agent.get(self.address_of(command)).call()))
    }

    /// Has something done.
    ///
    /// # Errors
    /// When the browser refuses, in the driver's words.
    pub(crate) fn post(&self, command: &str, parameters: &Value) -> Result<Value> {
        named(command, value(self.agent.post(self.address_of(command)).send_json(parameters)))
    }

    /// Closes the window that is driven.
    ///
    /// # Errors
    /// When the browser refuses, in the driver's words.
    pub(crate) fn close_window(&self) -> Result<()> {
        let closed = value(self.agent.delete(self.address_of("window")).call());
        named("window", closed).map(drop)
    }

    /// Ends the session, and the browser with it.
    ///
    /// # Errors
    /// When the driver is gone.
    pub(crate) fn close(self) -> Result<()> {
        named("to end", value(self.agent.delete(&self.address).call())).map(drop)
    }

    fn address_of(&self, command: &str) -> String {
        format!("{}/{command}", self.address)
    }
}

fn named(command: &str, reply: Result<Value>) -> Result<Value> {
    reply.with_context(|| format!("the browser refused {command}"))
}

/// Returns what a driver replies, or its error.
fn value(response: Result<Response<Body>, ureq::Error>) -> Result<Value> {
    let mut response = response?;
    let mut reply: Value = response.body_mut().with_config().limit(u64::MAX).read_json()?;
    let value = reply["value"].take();
    let said = |key: &str| value[key].as_str().unwrap_or("nothing").to_owned();
    ensure!(response.status().is_success(), "{}: {}", said("error"), said("message"));
    Ok(value)
}
