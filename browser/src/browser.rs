//! A browser, one command after the other.

use std::cell::RefCell;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tokio::runtime::{Builder, Runtime};
use url::{ParseError, Url};

use crate::driver::Program;
use crate::engine::Engine;
use crate::wait::until;

/// How a WebDriver answer names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The day on which the page opens, so that what it shows does not depend on the day of the test.
pub(crate) const CLOCK: &str = include_str!("clock.js");

/// A window without bars: such a one can be as narrow as a phone.
const NARROW_WINDOW: &str =
    "open('about:blank', '', 'popup=yes,toolbar=no,location=no,menubar=no,width=360,height=740')";

/// A browser with one tab for a test.
pub struct Browser {
    engine: Engine,
    runtime: Runtime,
    client: Client,
    /// The window that was there first.
    first: Value,
    /// What the pages complained of that have been left.
    left: RefCell<Vec<Message>>,
    /// What it is driven by; they end after it.
    programs: Vec<Program>,
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
    pub(crate) fn start(
        engine: Engine,
        programs: Vec<Program>,
        driver: &str,
        options: Map<String, Value>,
    ) -> Result<Browser> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(options);
        let client = runtime.block_on(builder.connect(driver)).context("no browser starts")?;
        let left = RefCell::default();
        let mut browser = Browser { engine, runtime, client, first: Value::Null, left, programs };
        browser.first = browser.issue(Method::GET, "window", None)?;
        Ok(browser)
    }

    /// Its engine.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
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
        if self.engine != Engine::Chromium {
            return self.renew_window();
        }
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

    /// The same where nothing emulates a narrow screen: a new window, beside the one that opens them.
    fn renew_window(&self) -> Result<()> {
        let windows = || -> Result<Vec<Value>> {
            let all = self.issue(Method::GET, "window/handles", None)?;
            let all = all.as_array().context("no windows")?.iter();
            Ok(all.filter(|one| **one != self.first).cloned().collect())
        };
        for window in windows()? {
            self.post("window", json!({ "handle": window }))?;
            self.issue(Method::DELETE, "window", None)?;
        }
        self.left.borrow_mut().clear();
        self.post("window", json!({ "handle": self.first }))?;
        self.run(NARROW_WINDOW, Value::Null)?;
        let window = until("a window opens", || Ok(windows()?.pop()))?;
        self.post("window", json!({ "handle": window })).map(drop)
    }

    /// Makes the window so large that this much of the page is seen, where the window decides that.
    pub(crate) fn resize(&self, width: u32, height: u32) -> Result<()> {
        let read =
            "return [innerWidth, innerHeight, outerWidth - innerWidth, outerHeight - innerHeight]";
        let read =
            || -> Result<[i64; 4]> { Ok(serde_json::from_value(self.run(read, Value::Null)?)?) };
        let wanted = [i64::from(width), i64::from(height)];
        until(&format!("the window shows {width} x {height}"), || {
            let [inner_width, inner_height, more_width, more_height] = read()?;
            if [inner_width, inner_height] == wanted {
                return Ok(Some(()));
            }
            let [width, height] = [wanted[0] + more_width, wanted[1] + more_height];
            self.post("window/rect", json!({ "x": 0, "y": 0, "width": width, "height": height }))?;
            Ok(None)
        })
    }

    /// Closes it.
    pub(crate) fn close(self) -> Result<()> {
        let closed = self.runtime.block_on(self.client.close());
        drop(self.programs);
        Ok(closed?)
    }

    /// Goes to an address and waits until it has loaded.
    pub fn go(&self, address: &str) -> Result<()> {
        self.gather()?;
        self.post("url", json!({ "url": address })).map(drop)
    }

    /// The browser's own back button.
    pub fn back(&self) -> Result<()> {
        self.gather()?;
        self.post("back", json!({})).map(drop)
    }

    /// The browser's own forward button.
    pub fn forward(&self) -> Result<()> {
        self.gather()?;
        self.post("forward", json!({})).map(drop)
    }

    /// The browser's own reload button.
    pub fn reload(&self) -> Result<()> {
        self.gather()?;
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

    /// What a page complained of goes with it where it is watched from within.
    fn gather(&self) -> Result<()> {
        if self.engine != Engine::Chromium {
            let found = self.complaints()?;
            self.left.borrow_mut().extend(found);
        }
        Ok(())
    }

    fn complaints(&self) -> Result<Vec<Message>> {
        let take = "return typeof takeFaults === 'function' ? takeFaults() : []";
        let found: Vec<String> = serde_json::from_value(self.run(take, Value::Null)?)?;
        Ok(found.into_iter().map(|text| Message { level: "SEVERE".to_owned(), text }).collect())
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
        let engine = self.engine.name();
        ensure!(
            self.engine == Engine::Chromium,
            "{engine} knows no {command}: a test for Chromium"
        );
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
        until("what is picked stays", || match self.run(script, arguments.clone()) {
            Err(fault) if is_gone(&fault) => Ok(None),
            found => found.map(Some),
        })
        .and_then(|found| if found.is_null() { Ok(None) } else { element(&found).map(Some) })
    }

    /// Whether an element is still on the page.
    pub fn holds(&self, element: &Element) -> bool {
        let connected = self.run("return arguments[0].isConnected", json!([element.argument()]));
        connected.is_ok_and(|connected| connected == true)
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

    /// What the console said since the last call; where the engine keeps that to itself, what the page noticed.
    pub fn messages(&self) -> Result<Vec<Message>> {
        if self.engine != Engine::Chromium {
            self.gather()?;
            return Ok(self.left.take());
        }
        let log = self.post("se/log", json!({ "type": "browser" }))?;
        let entries = log.as_array().context("no log")?.iter();
        let text = |entry: &Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
        let message = |entry| Message { level: text(entry, "level"), text: text(entry, "message") };
        Ok(entries.map(message).collect())
    }

    /// What the browser asked of any server since the last call; where the engine keeps that to itself, what the open
    /// page has loaded.
    pub fn requests(&self) -> Result<Vec<Request>> {
        if self.engine != Engine::Chromium {
            let loaded = "return performance.getEntriesByType('resource').map((one) => one.name)";
            let loaded: Vec<String> = serde_json::from_value(self.run(loaded, Value::Null)?)?;
            let request = |url| Request { method: "GET".to_owned(), url };
            return Ok(loaded.into_iter().map(request).collect());
        }
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

/// Whether an element was drawn anew before the browser got to it, in the words of each engine.
fn is_gone(fault: &anyhow::Error) -> bool {
    let fault = format!("{fault:#}");
    ["stale", "Stale"].iter().any(|part| fault.contains(part))
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
