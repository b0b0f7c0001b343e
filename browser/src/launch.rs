//! Launching a browser of each engine: its driver, and the options that tests need.

use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};

use crate::browser::Browser;
use crate::engine::Engine;
use crate::process::{Process, address};

/// Launches a browser of an engine, with a driver of its own: two of them drive no more than one.
///
/// # Errors
/// When something that it takes is not installed.
pub(crate) fn launch(engine: Engine) -> Result<Browser> {
    let launched = match engine {
        Engine::Chromium => chromium(),
        Engine::Firefox => firefox(),
        Engine::WebKit => webkit(),
    };
    launched.with_context(|| {
        format!(
            "no browser of the engine {} starts; `cargo xtask setup` says what is missing, and \
             `cargo xtask test browser --engine …` tests in others alone",
            engine.name()
        )
    })
}

fn chromium() -> Result<Browser> {
    let driver = program("CHROMEDRIVER", "chromedriver");
    open(Engine::Chromium, driver, "started successfully on port ", chromium_options()?)
}

fn firefox() -> Result<Browser> {
    let driver = program("GECKODRIVER", "geckodriver");
    open(Engine::Firefox, driver, "Listening on 127.0.0.1:", firefox_options()?)
}

fn webkit() -> Result<Browser> {
    // A screen of its own, since only one window of a screen has the keyboard.
    let mut screen = program("XVFB", "Xvfb");
    screen.args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]);
    let screen = Process::start(screen, "")?;
    let mut driver = program("WEBKITDRIVER", "WebKitWebDriver");
    driver.env("DISPLAY", format!(":{}", screen.announced())).env("GDK_BACKEND", "x11");
    let (driver, address) = Process::on_free_port(driver, "--port")?;
    Browser::open(Engine::WebKit, vec![driver, screen], &address, webkit_options()?)
}

/// Opens a browser through a driver that chooses its port itself, and names it behind `announces`.
fn open(
    engine: Engine,
    mut driver: Command,
    announces: &str,
    options: Map<String, Value>,
) -> Result<Browser> {
    driver.arg("--port=0");
    let driver = Process::start(driver, announces)?;
    let address = address(driver.announced());
    Browser::open(engine, vec![driver], &address, options)
}

/// Returns the program that a variable of the environment names, or else the usual one.
fn program(variable: &str, usual: &str) -> Command {
    Command::new(env::var_os(variable).unwrap_or_else(|| usual.into()))
}

/// Returns the options that the set-up wrote for this machine, and what the tests need besides.
fn chromium_options() -> Result<Map<String, Value>> {
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

fn firefox_options() -> Result<Map<String, Value>> {
    let mut options = json!({
        "args": ["-headless"],
        "prefs": { "intl.accept_languages": "zh-CN", "dom.disable_open_during_load": false },
    });
    if let Some(firefox) = env::var_os("JIFEN_FIREFOX") {
        options["binary"] = json!(firefox.to_str().context("an odd path of Firefox")?);
    }
    Ok(capabilities("moz:firefoxOptions", options))
}

fn webkit_options() -> Result<Map<String, Value>> {
    let Ok(browser) = env::var("JIFEN_MINIBROWSER") else {
        bail!("JIFEN_MINIBROWSER names no MiniBrowser; run `cargo xtask test browser`");
    };
    let arguments = ["--automation", "--javascript-can-open-windows-automatically=true"];
    let options = json!({ "binary": browser, "args": arguments });
    Ok(capabilities("webkitgtk:browserOptions", options))
}

fn capabilities(name: &str, options: Value) -> Map<String, Value> {
    Map::from_iter([(name.to_owned(), options), ("timeouts".to_owned(), timeouts())])
}

/// Returns how long a script and a page may take, in milliseconds.
fn timeouts() -> Value {
    json!({ "script": 60_000, "pageLoad": 60_000 })
}
