//! Runs tests: hands each a browser, looks at the console afterwards, keeps a picture of what went wrong.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::{env, fs};

use anyhow::{Result, anyhow, ensure};
use libtest_mimic::{Arguments, Conclusion, Failed, Trial};

use crate::browser::Browser;
use crate::engine::Engine;

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
pub struct Suite {
    engines: Vec<Engine>,
    trials: Vec<(Engine, Trial)>,
    crew: Arc<Crew>,
}

/// The browsers that are open and wait for a test.
#[derive(Default)]
struct Crew {
    idle: Mutex<Vec<Browser>>,
}

impl Suite {
    /// A suite without tests, for the engines that are asked for.
    ///
    /// # Errors
    /// When there is no such engine.
    pub fn new() -> Result<Suite> {
        let engines = Engine::wanted()?;
        Ok(Suite { engines, trials: Vec::new(), crew: Arc::default() })
    }

    /// Adds a test that needs more than WebDriver defines, and so runs in Chromium alone.
    pub fn add(
        &mut self,
        name: impl Into<String>,
        test: impl Fn(&Stage) -> Result<()> + Send + Sync + 'static,
    ) {
        self.add_in(&[Engine::Chromium], name, test);
    }

    /// Adds a test that runs in every engine.
    pub fn add_everywhere(
        &mut self,
        name: impl Into<String>,
        test: impl Fn(&Stage) -> Result<()> + Send + Sync + 'static,
    ) {
        self.add_in(Engine::ALL, name, test);
    }

    /// Adds a test that runs in some engines.
    pub fn add_in(
        &mut self,
        engines: &[Engine],
        name: impl Into<String>,
        test: impl Fn(&Stage) -> Result<()> + Send + Sync + 'static,
    ) {
        let (name, test) = (name.into(), Arc::new(test));
        for engine in engines.iter().copied().filter(|one| self.engines.contains(one)) {
            let title = match engine {
                Engine::Chromium => name.clone(),
                other => format!("{name} [{}]", other.name()),
            };
            let (crew, test, shown) = (self.crew.clone(), test.clone(), title.clone());
            let trial = Trial::test(title, move || {
                crew.play(engine, &shown, &*test).map_err(|fault| {
                    // The chain says it all; a backtrace would only bury it.
                    let chain: Vec<String> = fault.chain().map(ToString::to_string).collect();
                    Failed::from(chain.join("\n  because: "))
                })
            });
            self.trials.push((engine, trial));
        }
    }

    /// Runs the tests that the command line asks for, engine by engine, then closes every browser.
    pub fn run(mut self) -> Conclusion {
        self.trials.sort_by_key(|(engine, _)| Engine::ALL.iter().position(|one| one == engine));
        let trials = self.trials.into_iter().map(|(_, trial)| trial).collect();
        let conclusion = libtest_mimic::run(&Arguments::from_args(), trials);
        for browser in self.crew.idle().drain(..) {
            // Its driver ends next, and takes what is left with it.
            let _ = browser.close();
        }
        conclusion
    }
}

impl Crew {
    fn play(&self, engine: Engine, name: &str, test: &dyn Fn(&Stage) -> Result<()>) -> Result<()> {
        let browser = self.browser(engine)?;
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
        self.idle().push(stage.browser);
        played
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Browser>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A browser of an engine. One of another engine makes room: the tests of its engine are over.
    fn browser(&self, engine: Engine) -> Result<Browser> {
        let mut idle = self.idle();
        let place = idle.iter().position(|one| one.engine() == engine);
        let found = place.or_else(|| idle.len().checked_sub(1)).map(|one| idle.swap_remove(one));
        drop(idle);
        match found {
            Some(browser) if browser.engine() == engine => return Ok(browser),
            Some(other) => other.close()?,
            None => {}
        }
        engine.start()
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
