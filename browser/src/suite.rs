//! The tests of the suite, as `cargo test` lists and runs them.

use std::sync::Arc;

use anyhow::{Error, Result};
use libtest_mimic::{Arguments, Conclusion, Failed, Trial};

use crate::context::TestContext;
use crate::engine::Engine;
use crate::pool::BrowserPool;

/// Says why a test failed: the chain says it all, and a backtrace would only bury it.
#[must_use]
pub fn failed(error: &Error) -> Failed {
    let chain: Vec<String> = error.chain().map(ToString::to_string).collect();
    Failed::from(chain.join("\n  because: "))
}

/// Every test of the suite, under the names that `cargo test` shows.
pub struct Suite {
    engines: Vec<Engine>,
    trials: Vec<(Engine, Trial)>,
    pool: Arc<BrowserPool>,
}

impl Suite {
    /// Returns a suite without tests, for the engines that are asked for.
    ///
    /// # Errors
    /// When there is no such engine.
    pub fn new() -> Result<Suite> {
        let engines = Engine::wanted()?;
        Ok(Suite { engines, trials: Vec::new(), pool: Arc::default() })
    }

    /// Adds a test that needs more than WebDriver defines, and so runs in Chromium alone.
    pub fn add(
        &mut self,
        name: impl Into<String>,
        test: impl Fn(&TestContext) -> Result<()> + Send + Sync + 'static,
    ) {
        self.add_in(&[Engine::Chromium], name, test);
    }

    /// Adds a test that runs in every engine.
    pub fn add_everywhere(
        &mut self,
        name: impl Into<String>,
        test: impl Fn(&TestContext) -> Result<()> + Send + Sync + 'static,
    ) {
        self.add_in(Engine::ALL, name, test);
    }

    /// Adds a test that runs in some engines.
    pub fn add_in(
        &mut self,
        engines: &[Engine],
        name: impl Into<String>,
        test: impl Fn(&TestContext) -> Result<()> + Send + Sync + 'static,
    ) {
        let (name, test) = (name.into(), Arc::new(test));
        for engine in engines.iter().copied().filter(|engine| self.engines.contains(engine)) {
            let title = match engine {
                Engine::Chromium => name.clone(),
                other => format!("{name} [{}]", other.name()),
            };
            let (pool, test, shown) = (self.pool.clone(), test.clone(), title.clone());
            let trial = Trial::test(title, move || {
                pool.run(engine, &shown, &*test).map_err(|error| failed(&error))
            });
            self.trials.push((engine, trial));
        }
    }

    /// Runs the tests that the command line asks for, engine by engine, then closes every browser.
    pub fn run(mut self) -> Conclusion {
        self.trials.sort_by_key(|(engine, _)| Engine::ALL.iter().position(|other| other == engine));
        let trials = self.trials.into_iter().map(|(_, trial)| trial).collect();
        let conclusion = libtest_mimic::run(&Arguments::from_args(), trials);
        self.pool.close();
        conclusion
    }
}
