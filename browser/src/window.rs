//! Tabs and windows: a fresh one for each test, others beside it, and their size.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::engine::Engine;
use crate::wait::until;

/// The day on which the page opens, so that what it shows does not depend on the day of the test.
pub(crate) const CLOCK: &str = include_str!("clock.js");

/// The language of the browser, for the same reason.
pub(crate) const LANGUAGE: &str = include_str!("language.js");

/// A window without bars: such a one can be as narrow as a phone.
const NARROW_WINDOW: &str =
    "open('about:blank', '', 'popup=yes,toolbar=no,location=no,menubar=no,width=360,height=740')";

impl Browser {
    /// Puts a tab without a past in place of the one there is: no history, no emulation, today's clock put right.
    ///
    /// # Errors
    /// When the browser opens none.
    pub(crate) fn reset(&self) -> Result<()> {
        if self.engine() != Engine::Chromium {
            return self.reset_window();
        }
        let tab = self.new_tab()?;
        self.session.close_window()?;
        self.switch_to(&tab)?;
        self.stop_serving();
        self.cdp("Page.bringToFront", json!({}))?;
        self.cdp("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }))?;
        self.add_init_script(CLOCK)?;
        self.add_init_script(LANGUAGE)?;
        self.console_messages()?;
        self.requests()?;
        Ok(())
    }

    /// Does the same where nothing emulates a narrow screen: a new window, beside the one that opens them.
    fn reset_window(&self) -> Result<()> {
        let windows = || -> Result<Vec<Value>> {
            let all = self.session.get("window/handles")?;
            let all = all.as_array().context("no windows")?.iter();
            Ok(all.filter(|window| **window != self.first_window).cloned().collect())
        };
        for window in windows()? {
            self.switch_to(&window)?;
            self.session.close_window()?;
        }
        self.stop_serving();
        self.forget_complaints();
        self.switch_to(&self.first_window)?;
        self.execute(NARROW_WINDOW, Value::Null)?;
        let window = until("a window opens", || Ok(windows()?.pop()))?;
        self.switch_to(&window)
    }

    /// Opens another tab of the same browser and goes there; returns the handle of the tab before.
    ///
    /// # Errors
    /// When the browser opens none.
    pub fn open_tab(&self) -> Result<String> {
        let before = self.session.get("window")?;
        let tab = self.new_tab()?;
        self.switch_to(&tab)?;
        self.add_init_script(CLOCK)?;
        self.add_init_script(LANGUAGE)?;
        Ok(before.as_str().context("a tab without a handle")?.to_owned())
    }

    /// Closes this tab and goes back to the one of a handle.
    ///
    /// # Errors
    /// When that one is gone.
    pub fn close_tab(&self, back_to: &str) -> Result<()> {
        self.session.close_window()?;
        self.switch_to(&json!(back_to))?;
        self.cdp("Page.bringToFront", json!({})).map(drop)
    }

    fn new_tab(&self) -> Result<Value> {
        Ok(self.post("window/new", json!({ "type": "tab" }))?["handle"].take())
    }

    fn switch_to(&self, window: &Value) -> Result<()> {
        self.post("window", json!({ "handle": window })).map(drop)
    }

    /// Makes the window so large that this much of the page is seen, in CSS pixels, where the window decides that.
    ///
    /// # Errors
    /// When it does not become so.
    pub(crate) fn resize(&self, width: u32, height: u32) -> Result<()> {
        let sizes =
            "return [innerWidth, innerHeight, outerWidth - innerWidth, outerHeight - innerHeight]";
        let wanted = [i64::from(width), i64::from(height)];
        until(&format!("the window shows {width} x {height}"), || {
            let [inner_width, inner_height, more_width, more_height]: [i64; 4] =
                serde_json::from_value(self.execute(sizes, Value::Null)?)?;
            if [inner_width, inner_height] == wanted {
                return Ok(Some(()));
            }
            let [width, height] = [wanted[0] + more_width, wanted[1] + more_height];
            self.post("window/rect", json!({ "x": 0, "y": 0, "width": width, "height": height }))?;
            Ok(None)
        })
    }
}
