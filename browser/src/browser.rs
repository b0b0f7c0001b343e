//! A browser, one command after the other.

use std::path::Path;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tokio::runtime::{Builder, Runtime};
use url::{ParseError, Url};

/// How a WebDriver answer names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The day on which the page opens, so that what it shows does not depend on the day of the test.
const CLOCK: &str = include_str!("clock.js");

/// A browser with one tab.
pub struct Browser {
    runtime: Runtime,
    client: Client,
}

/// An element of the page, as the driver knows it.
#[derive(Clone, Debug)]
pub struct Element(String);

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

impl Browser {
    /// Opens a browser through the driver at an address.
    pub(crate) fn start(driver: &str, options: Map<String, Value>) -> Result<Browser> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(options);
        let client = runtime.block_on(builder.connect(driver)).context("no browser starts")?;
        Ok(Browser { runtime, client })
    }

    fn issue(&self, method: Method, path: &str, body: Option<Value>) -> Result<Value> {
        let command =
            Command { method, path: path.to_owned(), body: body.map(|body| body.to_string()) };
        let reply = self.runtime.block_on(self.client.issue_cmd(command));
        reply.with_context(|| format!("the browser refused {path}"))
    }

    fn post(&self, path: &str, body: Value) -> Result<Value> {
        self.issue(Method::POST, path, Some(body))
    }

    /// A tab without a past, in place of the one there is: no history, no emulation, today's clock put right.
    pub(crate) fn renew(&self) -> Result<()> {
        let tab = self.post("window/new", json!({ "type": "tab" }))?;
        self.issue(Method::DELETE, "window", None)?;
        self.post("window", json!({ "handle": tab["handle"] }))?;
        self.cdp("Page.bringToFront", json!({}))?;
        self.cdp("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }))?;
        self.on_each_page(CLOCK)?;
        self.messages()?;
        self.requests()?;
        Ok(())
    }

    /// Closes it.
    pub(crate) fn close(self) -> Result<()> {
        Ok(self.runtime.block_on(self.client.close())?)
    }

    /// Goes to an address and waits until it has loaded.
    pub fn go(&self, address: &str) -> Result<()> {
        self.post("url", json!({ "url": address })).map(drop)
    }

    /// The browser's own back button.
    pub fn back(&self) -> Result<()> {
        self.post("back", json!({})).map(drop)
    }

    /// The browser's own forward button.
    pub fn forward(&self) -> Result<()> {
        self.post("forward", json!({})).map(drop)
    }

    /// The browser's own reload button.
    pub fn reload(&self) -> Result<()> {
        self.post("refresh", json!({})).map(drop)
    }

    /// Goes into a frame: what follows concerns what is in it.
    pub fn enter(&self, frame: &Element) -> Result<()> {
        self.post("frame", json!({ "id": frame.argument() })).map(drop)
    }

    /// Out of all frames.
    pub fn leave(&self) -> Result<()> {
        self.post("frame", json!({ "id": null })).map(drop)
    }

    /// The body of a function, run in the page.
    pub fn run(&self, script: &str, arguments: Value) -> Result<Value> {
        self.post("execute/sync", json!({ "script": script, "args": listed(arguments) }))
    }

    /// The same for an asynchronous function; its last argument is called with the result.
    pub fn run_later(&self, script: &str, arguments: Value) -> Result<Value> {
        self.post("execute/async", json!({ "script": script, "args": listed(arguments) }))
    }

    /// A command of Chromium's own protocol.
    pub fn cdp(&self, command: &str, parameters: Value) -> Result<Value> {
        self.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }

    /// Runs a script in every page before its own scripts.
    pub fn on_each_page(&self, script: &str) -> Result<()> {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).map(drop)
    }

    /// The first element that a selector names.
    pub fn find(&self, selector: &str) -> Result<Element> {
        let found = self.post("element", json!({ "using": "css selector", "value": selector }));
        element(&found.with_context(|| format!("nothing on the page is {selector}"))?)
    }

    /// The element that a script returns; `None` where it returns none.
    pub fn pick(&self, script: &str, arguments: Value) -> Result<Option<Element>> {
        let found = self.run(script, arguments)?;
        if found.is_null() { Ok(None) } else { element(&found).map(Some) }
    }

    /// Clicks an element as the driver does: scrolls it into view, and refuses where something covers it.
    pub fn click(&self, element: &Element) -> Result<()> {
        self.post(&format!("element/{}/click", element.0), json!({})).map(drop)
    }

    /// Chooses a file in an input for files.
    pub fn choose_file(&self, element: &Element, path: &Path) -> Result<()> {
        let path = path.to_str().context("an odd path")?;
        self.post(&format!("element/{}/value", element.0), json!({ "text": path })).map(drop)
    }

    /// Opens another tab of the same browser and goes there; returns the name of the tab before.
    pub fn open_tab(&self) -> Result<String> {
        let before = self.issue(Method::GET, "window", None)?;
        let tab = self.post("window/new", json!({ "type": "tab" }))?;
        self.post("window", json!({ "handle": tab["handle"] }))?;
        self.on_each_page(CLOCK)?;
        Ok(before.as_str().context("a tab without a name")?.to_owned())
    }

    /// Closes this tab and goes back to the one named.
    pub fn leave_tab(&self, back_to: &str) -> Result<()> {
        self.issue(Method::DELETE, "window", None)?;
        self.post("window", json!({ "handle": back_to }))?;
        self.cdp("Page.bringToFront", json!({})).map(drop)
    }

    /// Input of pointers and keys, as WebDriver describes it.
    pub fn act(&self, sources: Value) -> Result<()> {
        self.post("actions", json!({ "actions": sources })).map(drop)
    }

    /// What the console said since the last call.
    pub fn messages(&self) -> Result<Vec<Message>> {
        let log = self.post("se/log", json!({ "type": "browser" }))?;
        let entries = log.as_array().context("no log")?.iter();
        let text = |entry: &Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
        let message = |entry| Message { level: text(entry, "level"), text: text(entry, "message") };
        Ok(entries.map(message).collect())
    }

    /// What the browser asked of any server since the last call.
    pub fn requests(&self) -> Result<Vec<Request>> {
        let log = self.post("se/log", json!({ "type": "performance" }))?;
        let mut requests = Vec::new();
        for entry in log.as_array().context("no log")? {
            let event: Value = serde_json::from_str(entry["message"].as_str().unwrap_or_default())?;
            let event = &event["message"];
            if event["method"] == "Network.requestWillBeSent" {
                let request = &event["params"]["request"];
                let text = |key: &str| request[key].as_str().unwrap_or_default().to_owned();
                requests.push(Request { method: text("method"), url: text("url") });
            }
        }
        Ok(requests)
    }

    /// What the tab shows, as PNG.
    pub fn picture(&self) -> Result<Vec<u8>> {
        let picture = self.issue(Method::GET, "screenshot", None)?;
        Ok(STANDARD.decode(picture.as_str().context("no picture")?)?)
    }
}

impl Element {
    /// As an argument of a script, or the origin of a movement.
    #[must_use]
    pub fn argument(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

fn element(found: &Value) -> Result<Element> {
    match found[ELEMENT].as_str() {
        Some(id) => Ok(Element(id.to_owned())),
        None => bail!("{found} is no element"),
    }
}

fn listed(arguments: Value) -> Value {
    match arguments {
        Value::Array(_) => arguments,
        Value::Null => json!([]),
        one => json!([one]),
    }
}

/// A Chromium: the options that the set-up wrote for this machine, and what the tests need besides.
pub(crate) fn chromium() -> Result<Map<String, Value>> {
    let mut options = match env::var_os("JIFEN_WEBDRIVER") {
        Some(path) => serde_json::from_str(&fs::read_to_string(path)?)?,
        None => Map::new(),
    };
    let chrome = options.entry("goog:chromeOptions").or_insert_with(|| json!({}));
    let arguments = chrome["args"].as_array_mut();
    let wanted = ["--window-size=1280,900", "--lang=zh-CN", "--hide-scrollbars"];
    arguments
        .context(
            "JIFEN_WEBDRIVER names options without a list of args; run `cargo xtask test browser`",
        )?
        .extend(wanted.map(Value::from));
    chrome["perfLoggingPrefs"] = json!({ "enableNetwork": true, "enablePage": false });
    options.insert("goog:loggingPrefs".into(), json!({ "browser": "ALL", "performance": "ALL" }));
    options.insert("timeouts".into(), json!({ "script": 60_000, "pageLoad": 60_000 }));
    Ok(options)
}
