//! A session with a browser's driver, by the commands that WebDriver defines.

use anyhow::{Context, Result};
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value};
use tokio::runtime::{Builder, Runtime};
use url::{ParseError, Url};

/// A session that a driver has opened.
pub(crate) struct Session {
    runtime: Runtime,
    client: Client,
}

#[derive(Debug)]
struct Command {
    method: Method,
    path: String,
    body: Option<String>,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (self.method.clone(), self.body.clone())
    }
}

impl Session {
    /// Opens a session, and a browser with it, through the driver at an address that ends in `/`.
    ///
    /// # Errors
    /// When the driver refuses the capabilities, or no browser starts.
    pub(crate) fn open(driver: &str, capabilities: Map<String, Value>) -> Result<Session> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let client = runtime.block_on(builder.connect(driver)).context("no browser starts")?;
        Ok(Session { runtime, client })
    }

    /// Asks for something.
    ///
    /// # Errors
    /// When the browser refuses, in the driver's words.
    pub(crate) fn get(&self, command: &str) -> Result<Value> {
        self.issue(Method::GET, command, None)
    }

    /// Has something done.
    ///
    /// # Errors
    /// When the browser refuses, in the driver's words.
    pub(crate) fn post(&self, command: &str, parameters: &Value) -> Result<Value> {
        self.issue(Method::POST, command, Some(parameters.to_string()))
    }

    /// Closes the window that is driven.
    ///
    /// # Errors
    /// When the browser refuses, in the driver's words.
    pub(crate) fn close_window(&self) -> Result<()> {
        self.issue(Method::DELETE, "window", None).map(drop)
    }

    /// Ends the session, and the browser with it.
    ///
    /// # Errors
    /// When the driver is gone.
    pub(crate) fn close(self) -> Result<()> {
        Ok(self.runtime.block_on(self.client.close())?)
    }

    fn issue(&self, method: Method, command: &str, body: Option<String>) -> Result<Value> {
        let issued = Command { method, path: command.to_owned(), body };
        let reply = self.runtime.block_on(self.client.issue_cmd(issued));
        reply.with_context(|| format!("the browser refused {command}"))
    }
}
