//! A browser, one command after the other.

use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use xtask::server::{Options, Server};

use crate::element::Element;
use crate::engine::Engine;
use crate::log::{self, Message, Request};
use crate::process::Process;
use crate::session::Session;

/// A browser with one tab for a test.
pub struct Browser {
    engine: Engine,
    pub(crate) session: Session,
    /// The window that was there first.
    pub(crate) first_window: Value,
    /// What the pages complained of that have been left.
    earlier_complaints: RefCell<Vec<Message>>,
    /// What serves the pages of the open tab, those too that have been left: one may still be waiting for a file.
    sites: RefCell<Vec<Arc<Server>>>,
    /// What it is driven by; they end after it.
    processes: Vec<Process>,
}

impl Browser {
    /// Opens a browser through the driver at an address.
    ///
    /// # Errors
    /// When none starts.
    pub(crate) fn open(
        engine: Engine,
        processes: Vec<Process>,
        driver: &str,
        capabilities: Map<String, Value>,
    ) -> Result<Browser> {
        let session = Session::open(driver, capabilities)?;
        let first_window = session.get("window")?;
        let (earlier_complaints, sites) = (RefCell::default(), RefCell::default());
        Ok(Browser { engine, session, first_window, earlier_complaints, sites, processes })
    }

    /// Closes it.
    ///
    /// # Errors
    /// When its driver is gone already.
    pub(crate) fn close(self) -> Result<()> {
        let closed = self.session.close();
        drop(self.processes);
        closed
    }

    /// Returns its engine.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    pub(crate) fn post(&self, command: &str, parameters: Value) -> Result<Value> {
        self.session.post(command, &parameters)
    }

    /// Serves a folder until the test is over, so that nothing fails that a page asks for at its end.
    ///
    /// # Errors
    /// When there is no folder.
    pub fn serve(&self, folder: &Path, options: Options) -> Result<Arc<Server>> {
        let site = Arc::new(Server::start(folder, options)?);
        self.sites.borrow_mut().push(Arc::clone(&site));
        Ok(site)
    }

    /// Ends what serves folders, as far as nobody else holds it.
    pub fn stop_serving(&self) {
        self.sites.borrow_mut().clear();
    }

    /// Goes to an address and waits until it has loaded.
    ///
    /// # Errors
    /// When it does not load.
    pub fn goto(&self, address: &str) -> Result<()> {
        self.collect_complaints()?;
        self.post("url", json!({ "url": address })).map(drop)
    }

    /// Presses the browser's own back button.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn back(&self) -> Result<()> {
        self.collect_complaints()?;
        self.post("back", json!({})).map(drop)
    }

    /// Presses the browser's own forward button.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn forward(&self) -> Result<()> {
        self.collect_complaints()?;
        self.post("forward", json!({})).map(drop)
    }

    /// Presses the browser's own reload button.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn reload(&self) -> Result<()> {
        self.collect_complaints()?;
        self.post("refresh", json!({})).map(drop)
    }

    /// Goes into a frame: what follows concerns the document in it.
    ///
    /// # Errors
    /// When the frame is gone.
    pub fn enter_frame(&self, frame: &Element) -> Result<()> {
        self.post("frame", json!({ "id": frame.argument() })).map(drop)
    }

    /// Goes out of all frames.
    ///
    /// # Errors
    /// When the tab is gone.
    pub fn leave_frames(&self) -> Result<()> {
        self.post("frame", json!({ "id": null })).map(drop)
    }

    /// Runs the body of a function in the document and returns what it returns.
    ///
    /// # Errors
    /// When the script throws.
    pub fn execute(&self, script: &str, arguments: Value) -> Result<Value> {
        self.post("execute/sync", json!({ "script": script, "args": listed(arguments) }))
    }

    /// Runs the body of an asynchronous function; its last argument is called with the result.
    ///
    /// # Errors
    /// When the script throws, or calls nothing within a minute.
    pub fn execute_async(&self, script: &str, arguments: Value) -> Result<Value> {
        self.post("execute/async", json!({ "script": script, "args": listed(arguments) }))
    }

    /// Runs a script in every document before its own scripts. In Chromium alone.
    ///
    /// # Errors
    /// When the browser is another one.
    pub fn add_init_script(&self, script: &str) -> Result<()> {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).map(drop)
    }

    /// Gives a command of the Chrome DevTools Protocol.
    ///
    /// # Errors
    /// When the browser is another one, or refuses.
    pub fn cdp(&self, command: &str, parameters: Value) -> Result<Value> {
        let engine = self.engine.name();
        ensure!(
            self.engine == Engine::Chromium,
            "{engine} knows no {command}: a test for Chromium"
        );
        self.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }

    /// Performs input of pointers and keys, as WebDriver describes it.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn perform_actions(&self, sources: Value) -> Result<()> {
        self.post("actions", json!({ "actions": sources })).map(drop)
    }

    /// Returns what the console said since the last call; where the engine keeps that to itself, what the page noticed.
    ///
    /// # Errors
    /// When the browser does not say.
    pub fn console_messages(&self) -> Result<Vec<Message>> {
        if self.engine != Engine::Chromium {
            self.collect_complaints()?;
            return Ok(self.earlier_complaints.take());
        }
        log::messages(&self.post("se/log", json!({ "type": "browser" }))?)
    }

    /// Returns what the browser asked of any server since the last call; where the engine keeps that to itself, what
    /// the open page has loaded.
    ///
    /// # Errors
    /// When the browser does not say.
    pub fn requests(&self) -> Result<Vec<Request>> {
        if self.engine != Engine::Chromium {
            let loaded =
                "return performance.getEntriesByType('resource').map((entry) => entry.name)";
            let loaded: Vec<String> = serde_json::from_value(self.execute(loaded, Value::Null)?)?;
            let request = |url| Request { method: "GET".to_owned(), url };
            return Ok(loaded.into_iter().map(request).collect());
        }
        log::requests(&self.post("se/log", json!({ "type": "performance" }))?)
    }

    /// Keeps what the page complains of before it is left, where the page itself is what notices.
    fn collect_complaints(&self) -> Result<()> {
        if self.engine == Engine::Chromium {
            return Ok(());
        }
        let take = "return typeof takeFaults === 'function' ? takeFaults() : []";
        let found: Vec<String> = serde_json::from_value(self.execute(take, Value::Null)?)?;
        let severe = |text| Message { level: "SEVERE".to_owned(), text };
        self.earlier_complaints.borrow_mut().extend(found.into_iter().map(severe));
        Ok(())
    }

    /// Forgets what pages complained of.
    pub(crate) fn forget_complaints(&self) {
        self.earlier_complaints.borrow_mut().clear();
    }

    /// Returns what the tab shows, as PNG.
    ///
    /// # Errors
    /// When the browser takes no picture.
    pub fn screenshot(&self) -> Result<Vec<u8>> {
        let screenshot = self.session.get("screenshot")?;
        Ok(STANDARD.decode(screenshot.as_str().context("no screenshot")?)?)
    }
}

fn listed(arguments: Value) -> Value {
    match arguments {
        Value::Array(_) => arguments,
        Value::Null => json!([]),
        single => json!([single]),
    }
}
