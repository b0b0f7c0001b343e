//! What a test is given, and what it is held to besides its own assertions.

use std::cell::RefCell;

use anyhow::{Result, ensure};

use crate::browser::Browser;

/// What a test is given.
pub struct TestContext {
    /// A browser of its own, for as long as it runs.
    pub browser: Browser,
    expected: RefCell<Vec<&'static str>>,
}

impl TestContext {
    /// Gives a test a browser.
    pub(crate) fn new(browser: Browser) -> TestContext {
        TestContext { browser, expected: RefCell::default() }
    }

    /// Names a part of a console message that this test provokes. Any other error fails every test.
    pub fn expect_console_message(&self, part: &'static str) {
        self.expected.borrow_mut().push(part);
    }

    /// Checks that the console has no other errors, and that no request went anywhere but to this machine.
    ///
    /// # Errors
    /// When there was one; the message names all.
    pub(crate) fn check_console_and_requests(&self) -> Result<()> {
        let expected = self.expected.borrow();
        let messages = self.browser.console_messages()?;
        let is_expected = |text: &str| expected.iter().any(|part| text.contains(part));
        let bad: Vec<_> = messages
            .iter()
            .filter(|message| message.level == "SEVERE" || message.level == "WARNING")
            .filter(|message| !is_expected(&message.text))
            .map(|message| format!("{}: {}", message.level, message.text))
            .collect();
        ensure!(bad.is_empty(), "the console is not clean:\n{}", bad.join("\n"));
        let requests = self.browser.requests()?;
        let local = |url: &str| {
            ["http://127.0.0.1:", "http://localhost:", "file:", "data:", "about:", "blob:"]
                .iter()
                .any(|start| url.starts_with(start))
        };
        let foreign: Vec<_> = requests.iter().filter(|request| !local(&request.url)).collect();
        ensure!(foreign.is_empty(), "the page asked another server: {foreign:?}");
        Ok(())
    }
}
