//! Runs tests: hands each a browser, looks at the console afterwards, keeps a picture of what went wrong.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::{env, fs};

use anyhow::{Context, Result, anyhow, ensure};
use libtest_mimic::{Arguments, Conclusion, Failed, Trial};

use crate::browser::{Browser, chromium};
use crate::driver::Driver;

/// What a test is given.
pub struct Stage {
    /// A browser of its own, for as long as it runs.
    pub browser: Browser,
    expected: RefCell<Vec<&'static str>>,
}

impl Stage {
    /// Names a part of a console message that this test provokes. Any other error fails every test.
    pub fn expect_message(&self, part: &'static str) {
        self.expected.borrow_mut().push(part);
    }

    /// No errors in the console, and no request to anywhere but this machine.
    fn is_clean(&self) -> Result<()> {
        let expected = self.expected.borrow();
        let messages = self.browser.messages()?;
        let bad = messages.iter().filter(|one| one.level == "SEVERE" || one.level == "WARNING");
        let bad: Vec<_> = bad
            .filter(|one| !expected.iter().any(|part| one.text.contains(part)))
            .map(|one| format!("{}: {}", one.level, one.text))
            .collect();
        ensure!(bad.is_empty(), "the console is not clean:\n{}", bad.join("\n"));
        let requests = self.browser.requests()?;
        let local = |url: &str| {
            ["http://127.0.0.1:", "http://localhost:", "file:", "data:", "about:", "blob:"]
                .iter()
                .any(|one| url.starts_with(one))
        };
        let foreign: Vec<_> = requests.iter().filter(|one| !local(&one.url)).collect();
        ensure!(foreign.is_empty(), "the page asked another server: {foreign:?}");
        Ok(())
    }
}

/// Every test of the suite, under the names that `cargo test` shows.
#[derive(Default)]
pub struct Suite {
    trials: Vec<Trial>,
    crew: Arc<Crew>,
}

/// The browsers that are open, and who drives them.
#[derive(Default)]
struct Crew {
    driver: Mutex<Option<Driver>>,
    idle: Mutex<Vec<Browser>>,
}

impl Suite {
    /// Adds a test.
    pub fn add(
        &mut self,
        name: impl Into<String>,
        test: impl Fn(&Stage) -> Result<()> + Send + 'static,
    ) {
        let (name, crew) = (name.into(), self.crew.clone());
        let title = name.clone();
        self.trials.push(Trial::test(name, move || {
            crew.play(&title, &test).map_err(|fault| {
                // The chain says it all; a backtrace would only bury it.
                let chain: Vec<String> = fault.chain().map(ToString::to_string).collect();
                Failed::from(chain.join("\n  because: "))
            })
        }));
    }

    /// Runs the tests that the command line asks for, then closes every browser.
    pub fn run(self) -> Conclusion {
        let conclusion = libtest_mimic::run(&Arguments::from_args(), self.trials);
        for browser in self.crew.idle.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
            // The driver ends next, and takes what is left with it.
            let _ = browser.close();
        }
        drop(self.crew.driver.lock().unwrap_or_else(PoisonError::into_inner).take());
        conclusion
    }
}

impl Crew {
    fn play(&self, name: &str, test: &dyn Fn(&Stage) -> Result<()>) -> Result<()> {
        let browser = self.browser()?;
        browser.renew()?;
        let stage = Stage { browser, expected: RefCell::default() };
        let played =
            catch_unwind(AssertUnwindSafe(|| test(&stage).and_then(|()| stage.is_clean())));
        let played = played.unwrap_or_else(|panic| {
            let text = panic.downcast_ref::<String>().cloned();
            let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
            Err(anyhow!("{}", text.unwrap_or_default()))
        });
        let played = played.map_err(|fault| match keep_picture(&stage.browser, name) {
            Ok(path) => fault.context(format!("{name} failed; see {}", path.display())),
            Err(why) => {
                fault.context(format!("{name} failed, and no picture could be taken: {why}"))
            }
        });
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(stage.browser);
        played
    }

    fn browser(&self) -> Result<Browser> {
        if let Some(browser) = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop() {
            return Ok(browser);
        }
        let mut driver = self.driver.lock().unwrap_or_else(PoisonError::into_inner);
        if driver.is_none() {
            let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
            *driver = Some(Driver::start(&program, "started successfully on port ")?);
        }
        let address = driver.as_ref().context("no driver")?.address().to_owned();
        drop(driver);
        Browser::start(&address, chromium()?)
    }
}

fn keep_picture(browser: &Browser, name: &str) -> Result<PathBuf> {
    let folder = root().join("target/browser-failures");
    fs::create_dir_all(&folder)?;
    let file: String =
        name.chars().map(|one| if one.is_alphanumeric() { one } else { '-' }).collect();
    let path = folder.join(format!("{file}.png"));
    fs::write(&path, browser.picture()?)?;
    Ok(path)
}

/// The root of the project.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The built page.
///
/// # Errors
/// When nothing says where it is.
pub fn dist() -> Result<PathBuf> {
    let dist = env::var_os("JIFEN_DIST").map_or_else(|| root().join("dist"), PathBuf::from);
    ensure!(
        dist.join("index.html").exists(),
        "{} holds no built page: run `cargo xtask build`, then `cargo xtask test browser`",
        dist.display()
    );
    Ok(dist)
}

/// A stranger's project that has the JavaScript package installed.
///
/// # Errors
/// When nobody has made it.
pub fn package_host() -> Result<PathBuf> {
    let host = root().join("target/package-host");
    ensure!(
        host.join("page.html").exists(),
        "{} is not there: run `cargo xtask test package` first",
        host.display()
    );
    Ok(host)
}

/// The page in one file.
///
/// # Errors
/// When nobody has made it.
pub fn single_file() -> Result<PathBuf> {
    let file = root().join("target/single-file/jifen.html");
    ensure!(file.exists(), "{} is not there: run `cargo xtask single-file` first", file.display());
    Ok(file)
}

/// What the service worker does with the files that it is told of.
///
/// # Errors
/// When it cannot be read.
pub fn worker_program() -> Result<String> {
    Ok(fs::read_to_string(root().join("web/worker.js"))?)
}
