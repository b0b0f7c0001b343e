//! A page of somebody else's that embeds the estimator.

use std::cell::RefCell;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use jifen_browser::artifacts::dist;
use jifen_browser::browser::Browser;
use jifen_browser::page::Page;
use jifen_browser::snapshot::Snapshot;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::{Value, json};
use xtask::server::{Options, Reply, Server};

pub(crate) const MOUNT: &str = "/some/folder/";
pub(crate) const WIDE: Viewport = Viewport { width: 900, height: 900, touch: false };
const ANSWER: &str = "[data-question='education'] input[value='bachelor']";
/// As a stranger would write it.
pub(crate) const TAG: &str = "<script async src='{site}embed.js' data-scheme='shanghai'></script>";

/// A page of somebody else's, with the estimator embedded in it.
pub(crate) struct Host<'browser> {
    /// The page that is embedded, and the site that serves it.
    pub(crate) embedded: Page<'browser>,
    /// What serves the page around it.
    server: Arc<Server>,
}

impl<'browser> Host<'browser> {
    /// Opens a page with `content`, in which `{site}` stands for the site's address, under a policy that names the site
    /// and nothing else.
    pub(crate) fn open(
        browser: &'browser Browser,
        viewport: Viewport,
        name: &str,
        content: &str,
    ) -> Result<Host<'browser>> {
        let host = Host::start(browser)?;
        host.embedded.browser.set_viewport(viewport)?;
        host.show(name, content)?;
        Ok(host)
    }

    fn start(browser: &'browser Browser) -> Result<Host<'browser>> {
        let options = Options { mount: MOUNT.to_owned(), ..Options::default() };
        let embedded = Page { browser, site: browser.serve(&dist()?, options)? };
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("host");
        fs::create_dir_all(&folder)?;
        let server = browser.serve(&folder, Options::default())?;
        Ok(Host { embedded, server })
    }

    /// Shows a page with `content` under another name of this machine.
    pub(crate) fn show(&self, name: &str, content: &str) -> Result<()> {
        let site = self.embedded.site.address();
        let origin = site.strip_suffix(MOUNT).context("the site is elsewhere")?;
        let html = format!(
            "<!doctype html><html lang=zh><meta charset=utf-8><title>Host</title>\
             <meta name=viewport content='width=device-width'>\
             <meta http-equiv=Content-Security-Policy content=\"default-src 'none'; script-src {origin}; \
             frame-src {origin}; img-src data:\"><link rel=icon href='data:,'><h1>Host</h1>{}<p>The end</p>",
            content.replace("{site}", &site)
        );
        let body = html.into_bytes();
        let reply = Reply { status: 200, media_type: "text/html; charset=utf-8".to_owned(), body };
        self.server.reply_with("host.html", Some(reply));
        let address = self.server.address().replace("127.0.0.1", name);
        self.embedded.browser.leave_frames()?;
        self.embedded.browser.goto(&format!("{address}host.html"))
    }

    /// Goes into a frame, and waits until the page in it runs.
    pub(crate) fn enter_frame(&self, index: usize) -> Result<Snapshot> {
        let browser = self.embedded.browser;
        browser.leave_frames()?;
        let frame = until("the frame is there", || {
            browser.find_by_script(
                "return document.querySelectorAll('iframe')[arguments[0]] ?? null",
                json!([index]),
            )
        })?;
        // While the frame goes to its address, nothing can be read in it.
        until("the page in the frame runs", || {
            let seen = browser.leave_frames().and_then(|()| browser.enter_frame(&frame));
            Ok(seen.and_then(|()| self.embedded.snapshot()).ok().filter(|seen| seen.ready))
        })
    }

    /// Runs a script in the page around the frames.
    pub(crate) fn execute_outside(&self, script: &str) -> Result<Value> {
        self.embedded.browser.leave_frames()?;
        self.embedded.browser.execute(script, Value::Null)
    }

    /// Returns the height of a frame in pixels.
    pub(crate) fn frame_height(&self, index: usize) -> Result<u64> {
        let height =
            "return [...document.querySelectorAll('iframe')].map((one) => one.clientHeight)";
        self.execute_outside(height)?[index].as_u64().context("no such frame")
    }

    /// Waits until a frame is as high as what is in it, and returns that height in pixels.
    pub(crate) fn wait_until_fitted(&self, index: usize) -> Result<u64> {
        let seen = RefCell::new(String::new());
        let look = || {
            self.enter_frame(index)?;
            // A height of which a part is a fraction of a pixel is rounded up.
            let inside = "const root = document.documentElement;
                const spare = innerHeight - document.body.getBoundingClientRect().height;
                return [spare >= 0 && spare < 1, root.scrollHeight, root.scrollWidth - root.clientWidth,
                  getComputedStyle(root).overflowY]";
            let inside = self.embedded.browser.execute(inside, Value::Null)?;
            let height = self.frame_height(index)?;
            seen.replace(inside.to_string());
            Ok((inside == json!([true, height, 0, "hidden"])).then_some(height))
        };
        until("the frame is as high as its content", look)
            .with_context(|| format!("in the frame: {}", seen.borrow()))
    }

    /// Answers a question in a frame.
    pub(crate) fn answer_in_frame(&self, index: usize) -> Result<()> {
        self.enter_frame(index)?;
        self.embedded.press(ANSWER)?;
        self.embedded
            .wait_for("the answer counts", |seen| {
                seen.answered.iter().any(|question| question == "education")
            })
            .map(drop)
    }
}
