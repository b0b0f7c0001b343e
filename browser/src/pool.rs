//! Browsers that tests share, one after the other.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Result, anyhow};

use crate::artifacts::root;
use crate::browser::Browser;
use crate::context::TestContext;
use crate::engine::Engine;
use crate::launch::launch;

/// The browsers that are open and wait for a test.
#[derive(Default)]
pub(crate) struct BrowserPool {
    idle: Mutex<Vec<Browser>>,
}

impl BrowserPool {
    /// Runs a test in a browser of an engine, and keeps a screenshot of what went wrong.
    ///
    /// # Errors
    /// When the test fails or panics, or the console is not clean afterwards.
    pub(crate) fn run(
        &self,
        engine: Engine,
        name: &str,
        test: &dyn Fn(&TestContext) -> Result<()>,
    ) -> Result<()> {
        let browser = self.browser(engine)?;
        browser.reset()?;
        let context = TestContext::new(browser);
        let checked = || test(&context).and_then(|()| context.check_console_and_requests());
        let outcome = catch_unwind(AssertUnwindSafe(checked)).unwrap_or_else(|panic| {
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
            Err(anyhow!("{}", text.unwrap_or("a panic without a message")))
        });
        let outcome = outcome.map_err(|error| match keep_screenshot(&context.browser, name) {
            Ok(path) => error.context(format!("{name} failed; see {}", path.display())),
            Err(why) => {
                error.context(format!("{name} failed, and no picture could be taken: {why}"))
            }
        });
        self.idle().push(context.browser);
        outcome
    }

    /// Closes every browser.
    pub(crate) fn close(&self) {
        for browser in self.idle().drain(..) {
            // Its driver ends next, and takes what is left with it.
            let _ = browser.close();
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Browser>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns a browser of an engine. One of another engine makes room: the tests of its engine are over.
    fn browser(&self, engine: Engine) -> Result<Browser> {
        let mut idle = self.idle();
        let index = idle.iter().position(|browser| browser.engine() == engine);
        let index = index.or_else(|| idle.len().checked_sub(1));
        let found = index.map(|index| idle.swap_remove(index));
        drop(idle);
        match found {
            Some(browser) if browser.engine() == engine => return Ok(browser),
            Some(other) => other.close()?,
            None => {}
        }
        launch(engine)
    }
}

fn keep_screenshot(browser: &Browser, name: &str) -> Result<PathBuf> {
    let folder = root().join("target/browser-failures");
    fs::create_dir_all(&folder)?;
    let plain = |letter: char| if letter.is_alphanumeric() { letter } else { '-' };
    let file: String = name.chars().map(plain).collect();
    let path = folder.join(format!("{file}.png"));
    fs::write(&path, browser.screenshot()?)?;
    Ok(path)
}
