//! The page in a browser: opening it, and reading from it what a person sees.

use std::fs;

use anyhow::{Context, Result};
use jifen::link::code;
use serde::Deserialize;
use serde_json::{Value, json};
use xtask::server::{Options, Reply, Server};

use crate::browser::{Browser, CLOCK};
use crate::engine::Engine;
use crate::hand::Hand;
use crate::stage::{Stage, dist};
use crate::wait::until;

const READ: &str = include_str!("read.js");
const WATCH: &str = include_str!("watch.js");

/// A screen to look at the page with.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// In CSS pixels.
    pub width: u32,
    /// In CSS pixels.
    pub height: u32,
    /// Whether it is touched.
    pub phone: bool,
}

impl Screen {
    /// A desk with room for two columns.
    pub const DESK: Screen = Screen { width: 1280, height: 900, phone: false };
    /// An ordinary phone.
    pub const PHONE: Screen = Screen { width: 360, height: 740, phone: true };
    /// The narrowest phone, which is also a desk at 400 %.
    pub const NARROW: Screen = Screen { width: 320, height: 640, phone: true };
}

/// The page, and the site that it comes from.
pub struct Page<'stage> {
    /// What shows it.
    pub browser: &'stage Browser,
    /// What serves it.
    pub site: Server,
}

/// What a person sees.
#[derive(Clone, Debug, Deserialize)]
pub struct Seen {
    /// Whether the program has taken over from the first paint.
    pub ready: bool,
    /// Whether guide and plan are there, so that nothing moves any more.
    pub settled: bool,
    /// The language that the document says it is in.
    pub language: String,
    /// The title of the document.
    pub title: String,
    /// The part of the address that starts with #.
    pub hash: String,
    /// The id of the open scheme.
    pub scheme: String,
    /// The verdict's stable name; `none` before the first answer.
    pub verdict: String,
    /// The lowest total that is still possible.
    pub low: String,
    /// The highest.
    pub high: String,
    /// The total with what stands beside it.
    pub summary: String,
    /// The verdict as a sentence.
    pub headline: String,
    /// The whole result.
    pub result: String,
    /// The whole form.
    pub form: String,
    /// What a screen reader was told.
    pub spoken: String,
    /// What of the address was not used.
    pub troubles: String,
    /// The conditions, in order.
    pub conditions: Vec<Item>,
    /// The indicators, in order.
    pub indicators: Vec<Item>,
    /// The questions that are shown.
    pub asked: Vec<String>,
    /// Those of them that are answered.
    pub answered: Vec<String>,
    /// Everything.
    pub body: String,
}

/// A condition or an indicator.
#[derive(Clone, Debug, Deserialize)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// Of a condition: whether it is met.
    pub state: String,
    /// Of an indicator: its points, `a` or `a..b`.
    pub points: String,
    /// Of an indicator: whether it counts.
    pub counted: String,
    /// The line that is always there.
    pub text: String,
    /// Everything about it that is shown.
    pub whole: String,
}

impl Seen {
    /// Whether the address names a question, or gives it an answer: `education`, `education=bachelor`.
    #[must_use]
    pub fn says(&self, entry: &str) -> bool {
        let (name, value) = entry.split_once('=').unwrap_or((entry, ""));
        let code = code(name.rsplit_once('.').map_or(name, |(_, id)| id));
        let value = if value == "none" { "" } else { value };
        self.hash.match_indices(&code).any(|(at, _)| {
            let rest = &self.hash[at + code.len()..];
            let next = |one: char| one.is_ascii_uppercase() || one == '&';
            let end = rest.find(next).unwrap_or(rest.len());
            !entry.contains('=') || value == &rest[..end]
        })
    }
}

impl<'stage> Page<'stage> {
    /// Opens the page as it was built, on a desk, at an address that ends in `fragment`.
    ///
    /// # Errors
    /// When it does not come up.
    pub fn open(stage: &'stage Stage, fragment: &str) -> Result<Page<'stage>> {
        Page::open_on(stage, Screen::DESK, fragment)
    }

    /// The same on any screen.
    ///
    /// # Errors
    /// When it does not come up.
    pub fn open_on(stage: &'stage Stage, screen: Screen, fragment: &str) -> Result<Page<'stage>> {
        let page = Page::load(stage, screen, Options::default(), fragment)?;
        page.when("the page runs, and nothing more comes", |seen| seen.ready && seen.settled)?;
        Ok(page)
    }

    /// Opens a site as `options` say, and does not wait for the program.
    ///
    /// # Errors
    /// When there is no site, or the browser does not load it.
    pub fn load(
        stage: &'stage Stage,
        screen: Screen,
        mut options: Options,
        fragment: &str,
    ) -> Result<Page<'stage>> {
        if stage.browser.engine() != Engine::Chromium {
            watch(&mut options)?;
        }
        let page = Page { browser: &stage.browser, site: Server::start(&dist()?, options)? };
        page.show_on(screen)?;
        page.browser.go(&page.address(fragment))?;
        Ok(page)
    }

    /// The page's address, ending in `fragment`.
    #[must_use]
    pub fn address(&self, fragment: &str) -> String {
        self.site.address() + fragment
    }

    /// Shows the tab on another screen.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn show_on(&self, screen: Screen) -> Result<()> {
        let Screen { width, height, phone } = screen;
        if self.browser.engine() != Engine::Chromium {
            return self.browser.resize(width, height);
        }
        self.browser.cdp(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone }),
        )?;
        let points = if phone { 5 } else { 1 };
        self.browser.cdp(
            "Emulation.setTouchEmulationEnabled",
            json!({ "enabled": phone, "maxTouchPoints": points }),
        )?;
        Ok(())
    }

    /// Shows the tab on a screen as wide as another one and longer than the page, so that the bar at its end covers
    /// nothing: what it covers on a real screen can be scrolled away from it. For axe, and like axe in Chromium alone.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn show_whole(&self, screen: Screen) -> Result<()> {
        if self.browser.engine() != Engine::Chromium {
            return Ok(());
        }
        self.show_on(screen)?;
        let height = "return document.documentElement.scrollHeight";
        let height = self.browser.run(height, Value::Null)?.as_u64().context("no height")?;
        self.show_on(Screen { height: u32::try_from(height)? + 1_000, ..screen })
    }

    /// What is seen now.
    ///
    /// # Errors
    /// When the page cannot be read.
    pub fn seen(&self) -> Result<Seen> {
        let seen = self.browser.run(READ, Value::Null)?;
        serde_json::from_value(seen).context("read.js and Seen differ")
    }

    /// What is seen once the program runs.
    ///
    /// # Errors
    /// When it does not within the deadline.
    pub fn ready(&self) -> Result<Seen> {
        self.when("the page runs", |seen| seen.ready)
    }

    /// What is seen once something holds.
    ///
    /// # Errors
    /// When it does not hold within the deadline; the message says what is seen instead.
    pub fn when(&self, what: &str, holds: impl Fn(&Seen) -> bool) -> Result<Seen> {
        let look = || {
            let seen = self.seen()?;
            Ok(holds(&seen).then_some(seen))
        };
        until(what, look).with_context(|| match self.seen() {
            Ok(seen) => format!("seen instead: {seen:#?}"),
            Err(fault) => format!("nothing can be seen: {fault}"),
        })
    }

    /// Presses what a selector names, with the mouse.
    ///
    /// # Errors
    /// When it is not there, or something covers it.
    pub fn press(&self, selector: &str) -> Result<()> {
        Hand::Mouse.press(self.browser, selector)
    }

    /// Unfolds the item that a selector names, and whatever it is folded away in.
    ///
    /// # Errors
    /// When it does not unfold.
    pub fn unfold(&self, selector: &str) -> Result<()> {
        let folded = "
            const item = document.querySelector(arguments[0]);
            const folds = [item.querySelector('details')];
            for (let up = item.closest('details'); up; up = up.parentElement.closest('details')) folds.unshift(up);
            const shut = folds.find((one) => one && !one.open);
            return shut ? shut.querySelector('summary') : null";
        while let Some(summary) = self.browser.pick(folded, json!([selector]))? {
            Hand::Mouse.press_found(self.browser, &summary)?;
        }
        Ok(())
    }

    /// Unfolds the lists of the result, such as what gives no points, but none of the items in them.
    ///
    /// # Errors
    /// When something does not unfold.
    pub fn unfold_lists(&self) -> Result<()> {
        let item = "[data-condition], [data-indicator], [data-notice]";
        let folded = "return [...document.querySelectorAll('#result details:not([open]) > summary')]\
                      .find((summary) => !summary.closest(arguments[0])) ?? null";
        while let Some(summary) = self.browser.pick(folded, json!([item]))? {
            Hand::Mouse.press_found(self.browser, &summary)?;
        }
        Ok(())
    }

    /// Unfolds everything that is folded, in result and form. A script presses, since there may be a hundred.
    ///
    /// # Errors
    /// When something does not unfold.
    pub fn unfold_all(&self) -> Result<()> {
        let press = "const folded = [...document.querySelectorAll(
              '#app details:not([open]) > summary, [data-unfold][aria-expanded=false]')];
            folded.forEach((one) => one.click());
            return folded.length";
        until("everything is unfolded", || {
            Ok((self.browser.run(press, Value::Null)? == 0).then_some(()))
        })
    }
}

/// Puts a script into the page that sets its clock and notices what goes wrong, for browsers that offer no other way.
fn watch(options: &mut Options) -> Result<()> {
    let page = fs::read_to_string(dist()?.join("index.html"))?;
    let page = page.replacen("<head>", "<head><script src=\"watch.js\"></script>", 1);
    for (path, media_type, body) in [
        ("", "text/html; charset=utf-8", page),
        ("watch.js", "text/javascript", format!("{CLOCK}{WATCH}")),
    ] {
        let reply = Reply { status: 200, media_type: media_type.into(), body: body.into_bytes() };
        options.replies.entry(path.to_owned()).or_insert(reply);
    }
    Ok(())
}
