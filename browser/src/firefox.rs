//! Firefox, for what has to work in a second engine. It knows the commands that WebDriver defines, and none of Chromium's
//! own.

use std::env;

use anyhow::{Context, Result};
use serde_json::{Map, json};

use crate::browser::Browser;
use crate::driver::Driver;

/// A Firefox with one tab; it ends when dropped.
pub struct Firefox {
    browser: Option<Browser>,
    _driver: Driver,
}

impl Firefox {
    /// Opens it.
    ///
    /// # Errors
    /// When it is not there: the set-up of `cargo xtask test browser` installs it.
    pub fn start() -> Result<Firefox> {
        let program = env::var_os("GECKODRIVER").unwrap_or_else(|| "geckodriver".into());
        let driver = Driver::start(&program, "Listening on 127.0.0.1:")?;
        let mut options = json!({ "args": ["-headless", "-width", "1280", "-height", "900"] });
        if let Some(firefox) = env::var_os("JIFEN_FIREFOX") {
            options["binary"] = json!(firefox.to_str().context("an odd path of Firefox")?);
        }
        let timeouts = json!({ "script": 60_000, "pageLoad": 60_000 });
        let options = [("moz:firefoxOptions", options), ("timeouts", timeouts)];
        let options: Map<_, _> =
            options.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let browser = Browser::start(driver.address(), options)?;
        Ok(Firefox { browser: Some(browser), _driver: driver })
    }

    /// What it is driven by.
    ///
    /// # Errors
    /// Never before it ends.
    pub fn browser(&self) -> Result<&Browser> {
        self.browser.as_ref().context("Firefox has ended")
    }
}

impl Drop for Firefox {
    fn drop(&mut self) {
        // The driver ends next, and would leave a browser behind that was not closed.
        let _ = self.browser.take().map(Browser::close);
    }
}
