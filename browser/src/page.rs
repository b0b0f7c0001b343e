//! The page in a browser: opening it, waiting for what it shows, pressing and unfolding.

use std::fs;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use xtask::server::{Options, Reply, Server};

use crate::artifacts::dist;
use crate::browser::Browser;
use crate::context::TestContext;
use crate::engine::Engine;
use crate::pointer::Pointer;
use crate::snapshot::Snapshot;
use crate::viewport::Viewport;
use crate::wait::until;
use crate::window::{CLOCK, LANGUAGE};

/// How long it takes at most until what follows from an answer is drawn.
const FRAMES: Duration = Duration::from_millis(50);

const WATCH: &str = include_str!("watch.js");

/// The page, and the site that it comes from.
pub struct Page<'context> {
    /// What shows it.
    pub browser: &'context Browser,
    /// What serves it.
    pub site: Arc<Server>,
}

impl<'context> Page<'context> {
    /// Opens the page as it was built, on a desktop, at an address that ends in `fragment`; a path may stand before that.
    ///
    /// # Errors
    /// When it does not come up.
    pub fn open(context: &'context TestContext, fragment: &str) -> Result<Page<'context>> {
        Page::open_in(context, Viewport::DESKTOP, fragment)
    }

    /// Opens it in any viewport.
    ///
    /// # Errors
    /// When it does not come up.
    pub fn open_in(
        context: &'context TestContext,
        viewport: Viewport,
        fragment: &str,
    ) -> Result<Page<'context>> {
        let page = Page::load(context, viewport, Options::default(), fragment)?;
        page.wait_for("the page runs, and nothing more comes", |seen| seen.ready && seen.settled)?;
        Ok(page)
    }

    /// Opens a site as `options` say, and does not wait for the program.
    ///
    /// # Errors
    /// When there is no site, or the browser does not load it.
    pub fn load(
        context: &'context TestContext,
        viewport: Viewport,
        mut options: Options,
        fragment: &str,
    ) -> Result<Page<'context>> {
        if context.browser.engine() != Engine::Chromium {
            watch(&mut options, fragment)?;
        }
        let site = context.browser.serve(&dist()?, options)?;
        let page = Page { browser: &context.browser, site };
        page.browser.set_viewport(viewport)?;
        page.browser.goto(&page.address(fragment))?;
        Ok(page)
    }

    /// Returns the page's address, ending in `fragment`.
    #[must_use]
    pub fn address(&self, fragment: &str) -> String {
        self.site.address() + fragment
    }

    /// Returns what is seen now.
    ///
    /// # Errors
    /// When the page cannot be read.
    pub fn snapshot(&self) -> Result<Snapshot> {
        Snapshot::take(self.browser)
    }

    /// Returns the text that is seen of what a selector names; none where there is nothing of the kind.
    ///
    /// # Errors
    /// When the page cannot be read.
    pub fn text(&self, selector: &str) -> Result<String> {
        let text = "return document.querySelector(arguments[0])?.innerText ?? ''";
        let text = self.browser.execute(text, json!([selector]))?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the program runs, and returns what is seen then.
    ///
    /// # Errors
    /// When it does not within the deadline.
    pub fn wait_until_ready(&self) -> Result<Snapshot> {
        self.wait_for("the page runs", |seen| seen.ready)
    }

    /// Waits until something holds, and returns what is seen then: a moment later where it still holds, since the result is drawn
    /// a frame after the answer that it follows from.
    ///
    /// # Errors
    /// When it does not hold within the deadline; the message says what is seen instead.
    pub fn wait_for(&self, what: &str, holds: impl Fn(&Snapshot) -> bool) -> Result<Snapshot> {
        let look = || {
            let seen = self.snapshot()?;
            Ok(holds(&seen).then_some(seen))
        };
        let first = until(what, look).with_context(|| match self.snapshot() {
            Ok(seen) => format!("seen instead: {seen:#?}"),
            Err(error) => format!("nothing can be seen: {error}"),
        })?;
        thread::sleep(FRAMES);
        Ok(look().ok().flatten().unwrap_or(first))
    }

    /// Presses what a selector names, with the mouse.
    ///
    /// # Errors
    /// When it is not there, or something covers it.
    pub fn press(&self, selector: &str) -> Result<()> {
        Pointer::Mouse.press(self.browser, selector)
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
        while let Some(summary) = self.browser.find_by_script(folded, json!([selector]))? {
            Pointer::Mouse.press_if_attached(self.browser, &summary)?;
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
        while let Some(summary) = self.browser.find_by_script(folded, json!([item]))? {
            Pointer::Mouse.press_if_attached(self.browser, &summary)?;
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
            Ok((self.browser.execute(press, Value::Null)? == 0).then_some(()))
        })
    }
}

/// Puts a script into the page at an address that sets its clock and notices what goes wrong, and into that of the root, for
/// browsers that offer no other way.
fn watch(options: &mut Options, address: &str) -> Result<()> {
    let mut serve = |path: &str, media_type: &str, body: String| {
        let reply = Reply { status: 200, media_type: media_type.into(), body: body.into_bytes() };
        options.replies.entry(path.to_owned()).or_insert(reply);
    };
    serve("watch.js", "text/javascript", format!("{CLOCK}{LANGUAGE}{WATCH}"));
    for path in ["", address.split('#').next().unwrap_or_default()] {
        let file = dist()?.join(path).join("index.html");
        if (path.is_empty() || path.ends_with('/')) && file.exists() {
            let up = "../".repeat(path.matches('/').count());
            // A head need not be named.
            let script = format!("<script src=\"{up}watch.js\"></script><meta");
            let page = fs::read_to_string(file)?.replacen("<meta", &script, 1);
            serve(path, "text/html; charset=utf-8", page);
        }
    }
    Ok(())
}
