//! A Chromium that is older than any driver: spoken to by its own protocol, used by scripts.

use std::cell::RefCell;
use std::net::TcpStream;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, process};

use anyhow::{Context, Result, anyhow, ensure};
use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};
use xtask::server::{Options, Server};

use crate::artifacts::dist;
use crate::process::Process;
use crate::snapshot::{READ, Snapshot};
use crate::wait::until;
use crate::window::CLOCK;

/// The variable that names them: `67=/a/path,79=/another`.
const NAMED: &str = "JIFEN_OLD_CHROMIUM";

/// Returns the versions that are there, and their programs.
///
/// # Errors
/// When none is named.
pub fn versions() -> Result<Vec<(u32, String)>> {
    let named = env::var(NAMED)
        .map_err(|_| anyhow!("{NAMED} names no browser: `cargo xtask test old` fetches some"))?;
    let version = |one: &str| {
        let (version, path) = one.split_once('=').context("a version without a program")?;
        Ok((version.parse()?, path.to_owned()))
    };
    named.split(',').map(version).collect()
}

/// The page in an old browser, on a phone.
pub struct OldPage {
    connection: RefCell<Connection>,
    site: Server,
    // Dropped in this order: what the browser kept goes when it has ended.
    _browser: Process,
    _profile: Profile,
}

impl OldPage {
    /// Starts the browser, and opens the page at an address that ends in `fragment`; what it shows need not be the page.
    ///
    /// # Errors
    /// When it does not start, or takes no orders.
    pub fn open(program: &str, fragment: &str) -> Result<OldPage> {
        let profile = Profile::new();
        let mut command = Command::new(program);
        command.args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--lang=zh-CN",
        ]);
        command.arg(format!("--user-data-dir={}", profile.folder)).arg("about:blank");
        let (browser, address) = Process::on_free_port(command, "--remote-debugging-port")?;
        let connection = Connection::open(&address)?;
        let site = Server::start(&dist()?, Options::default())?;
        let page = OldPage {
            connection: RefCell::new(connection),
            site,
            _browser: browser,
            _profile: profile,
        };
        for domain in ["Page", "Runtime", "Log"] {
            page.call(&format!("{domain}.enable"), json!({}))?;
        }
        page.call("Page.addScriptToEvaluateOnNewDocument", json!({ "source": CLOCK }))?;
        let phone = json!({ "width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": true });
        page.call("Emulation.setDeviceMetricsOverride", phone)?;
        page.go_to(fragment)?;
        Ok(page)
    }

    /// Opens another address of the page.
    ///
    /// # Errors
    /// When the browser does not.
    pub fn go_to(&self, fragment: &str) -> Result<()> {
        // Another fragment alone would load nothing.
        self.call("Page.navigate", json!({ "url": "about:blank" }))?;
        let url = self.site.address() + fragment;
        self.call("Page.navigate", json!({ "url": url }))?;
        until("the document is there", || {
            let there = self.run(
                "return location.href !== 'about:blank' && document.body !== null",
                &json!([]),
            );
            Ok(there.ok().filter(|there| *there == true))
        })?;
        Ok(())
    }

    /// Gives an order of the protocol.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn call(&self, method: &str, parameters: Value) -> Result<Value> {
        self.connection.borrow_mut().call(method, parameters)
    }

    /// Runs the body of a function with arguments and returns what it returns.
    ///
    /// # Errors
    /// When it throws.
    pub fn run(&self, body: &str, arguments: &Value) -> Result<Value> {
        let expression = format!("(function () {{ {body} }}).apply(null, {arguments})");
        let wanted =
            json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let came = self.call("Runtime.evaluate", wanted)?;
        ensure!(came["exceptionDetails"].is_null(), "a script threw: {came}");
        Ok(came["result"]["value"].clone())
    }

    /// Returns what is seen now.
    ///
    /// # Errors
    /// When the page cannot be read.
    pub fn snapshot(&self) -> Result<Snapshot> {
        Snapshot::read(self.run(READ, &json!([]))?)
    }

    /// Waits until something holds, and returns what is seen then.
    ///
    /// # Errors
    /// When it does not hold within the deadline.
    pub fn wait_for(&self, what: &str, holds: impl Fn(&Snapshot) -> bool) -> Result<Snapshot> {
        // While a document is left there is nothing to see.
        let look = || Ok(self.snapshot().ok().filter(|seen| holds(seen)));
        until(what, look).with_context(|| match self.snapshot() {
            Ok(seen) => {
                let body: String = seen.body.chars().take(400).collect();
                format!("seen instead: {body}; reported: {:?}", self.faults())
            }
            Err(error) => format!("nothing can be seen: {error}"),
        })
    }

    /// Presses what a selector names.
    ///
    /// # Errors
    /// When it is not there.
    pub fn press(&self, selector: &str) -> Result<()> {
        let press = "var there = document.querySelector(arguments[0]); if (there) there.click(); return !!there";
        until(&format!("{selector} is there"), || {
            Ok(Some(self.run(press, &json!([selector]))?).filter(|there| *there == true))
        })?;
        Ok(())
    }

    /// Types a text into the field that a selector names, and leaves it.
    ///
    /// # Errors
    /// When it is not there.
    pub fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        let type_text = "var field = document.querySelector(arguments[0]);
            field.focus();
            document.execCommand('insertText', false, arguments[1]);
            field.blur();
            return null";
        self.run(type_text, &json!([selector, text])).map(drop)
    }

    /// Returns what went wrong in the page so far, in the browser's own words.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        self.connection.borrow().faults.clone()
    }
}

/// A folder for what a browser keeps while it runs.
struct Profile {
    folder: String,
}

impl Profile {
    fn new() -> Profile {
        static ONE_MORE: AtomicU32 = AtomicU32::new(0);
        let number = ONE_MORE.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("jifen-old-{}-{number}", process::id()));
        Profile { folder: folder.display().to_string() }
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // Left behind it would only be a folder too many.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The line to one tab.
struct Connection {
    socket: WebSocket<TcpStream>,
    orders: u64,
    faults: Vec<String>,
}

impl Connection {
    fn open(address: &str) -> Result<Connection> {
        let list = format!("{address}json/list");
        let url = until("the browser has a tab", || {
            let Ok(mut reply) = ureq::get(&list).call() else { return Ok(None) };
            let tabs: Value = reply.body_mut().read_json()?;
            let tabs = tabs.as_array().into_iter().flatten();
            let mut pages = tabs.filter(|tab| tab["type"] == "page");
            let url = pages.next().and_then(|tab| tab["webSocketDebuggerUrl"].as_str());
            Ok(url.map(str::to_owned))
        })?;
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let (socket, _) = tungstenite::client(&url, TcpStream::connect(host)?)
            .map_err(|error| anyhow!("the browser does not answer: {error}"))?;
        Ok(Connection { socket, orders: 0, faults: Vec::new() })
    }

    fn call(&mut self, method: &str, parameters: Value) -> Result<Value> {
        self.orders += 1;
        let order = json!({ "id": self.orders, "method": method, "params": parameters });
        self.socket.send(Message::text(order.to_string()))?;
        loop {
            let Message::Text(text) = self.socket.read()? else { continue };
            let said: Value = serde_json::from_str(&text)?;
            if said["id"] == self.orders {
                ensure!(said["error"].is_null(), "{method}: {}", said["error"]);
                return Ok(said["result"].clone());
            }
            self.note(&said);
        }
    }

    /// Notes what went wrong.
    fn note(&mut self, said: &Value) {
        let told = &said["params"];
        match said["method"].as_str() {
            Some("Runtime.exceptionThrown") => {
                self.faults.push(told["exceptionDetails"].to_string())
            }
            Some("Log.entryAdded") if told["entry"]["level"] == "error" => {
                self.faults.push(told["entry"].to_string());
            }
            _ => {}
        }
    }
}
