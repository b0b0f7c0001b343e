//! The engines that the page has to work in. All are driven by the commands that WebDriver defines; Chromium has a
//! protocol of its own besides, and tests that use it run there alone.

use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};

use crate::browser::Browser;
use crate::driver::{Program, address};

/// A browser's engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge and most browsers of Android.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari, and every browser of an iPhone.
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: &[Engine] = &[Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// Its name on a command line and behind the names of tests.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// Those to test in: the ones that `JIFEN_ENGINES` names, or all.
    ///
    /// # Errors
    /// When it names another one.
    pub fn wanted() -> Result<Vec<Engine>> {
        let names = env::var("JIFEN_ENGINES").unwrap_or_default();
        let named = names.split(',').map(str::trim).filter(|name| !name.is_empty());
        let known = |name| Engine::ALL.iter().copied().find(|engine| engine.name() == name);
        let engines = named.map(|name| {
            known(name).with_context(|| format!("JIFEN_ENGINES names {name}, which is no engine"))
        });
        let engines: Vec<Engine> = engines.collect::<Result<_>>()?;
        Ok(if engines.is_empty() { Engine::ALL.to_vec() } else { engines })
    }

    /// Opens a browser of this engine, with a driver of its own: two of them drive no more than one.
    pub(crate) fn start(self) -> Result<Browser> {
        self.open().with_context(|| {
            format!(
                "no browser of the engine {} starts; `cargo xtask setup` says what is missing, and \
                 `cargo xtask test browser --engine …` tests in others alone",
                self.name()
            )
        })
    }

    /// Opens a browser through a driver that chooses its port itself, and names it behind `says`.
    fn by_driver(
        self,
        mut driver: Command,
        says: &str,
        options: Map<String, Value>,
    ) -> Result<Browser> {
        driver.arg("--port=0");
        let driver = Program::start(driver, says)?;
        let address = address(driver.said());
        Browser::start(self, vec![driver], &address, options)
    }

    fn open(self) -> Result<Browser> {
        match self {
            Engine::Chromium => {
                let driver = program("CHROMEDRIVER", "chromedriver");
                self.by_driver(driver, "started successfully on port ", chromium()?)
            }
            Engine::Firefox => {
                let driver = program("GECKODRIVER", "geckodriver");
                self.by_driver(driver, "Listening on 127.0.0.1:", firefox()?)
            }
            Engine::WebKit => {
                // A screen of its own, since only one window of a screen has the keyboard.
                let mut screen = program("XVFB", "Xvfb");
                screen.args([
                    "-displayfd",
                    "1",
                    "-screen",
                    "0",
                    "1400x1000x24",
                    "-nolisten",
                    "tcp",
                ]);
                let screen = Program::start(screen, "")?;
                let mut driver = program("WEBKITDRIVER", "WebKitWebDriver");
                driver.env("DISPLAY", format!(":{}", screen.said())).env("GDK_BACKEND", "x11");
                let (driver, address) = Program::on_free_port(driver)?;
                Browser::start(self, vec![driver, screen], &address, webkit()?)
            }
        }
    }
}

fn program(variable: &str, usual: &str) -> Command {
    Command::new(env::var_os(variable).unwrap_or_else(|| usual.into()))
}

/// A Chromium: the options that the set-up wrote for this machine, and what the tests need besides.
fn chromium() -> Result<Map<String, Value>> {
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
    options.insert("timeouts".into(), timeouts());
    Ok(options)
}

fn firefox() -> Result<Map<String, Value>> {
    let mut options = json!({
        "args": ["-headless"],
        "prefs": { "intl.accept_languages": "zh-CN", "dom.disable_open_during_load": false },
    });
    if let Some(firefox) = env::var_os("JIFEN_FIREFOX") {
        options["binary"] = json!(firefox.to_str().context("an odd path of Firefox")?);
    }
    Ok(named([("moz:firefoxOptions", options), ("timeouts", timeouts())]))
}

fn webkit() -> Result<Map<String, Value>> {
    let Ok(browser) = env::var("JIFEN_MINIBROWSER") else {
        bail!("JIFEN_MINIBROWSER names no MiniBrowser; run `cargo xtask test browser`");
    };
    let arguments = ["--automation", "--javascript-can-open-windows-automatically=true"];
    let options = json!({ "binary": browser, "args": arguments });
    Ok(named([("webkitgtk:browserOptions", options), ("timeouts", timeouts())]))
}

fn timeouts() -> Value {
    json!({ "script": 60_000, "pageLoad": 60_000 })
}

fn named(options: [(&str, Value); 2]) -> Map<String, Value> {
    options.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
