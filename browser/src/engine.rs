//! The engines that the page has to work in. All are driven by the commands that WebDriver defines; Chromium has a
//! protocol of its own besides, and tests that use it run there alone.

use std::env::{self, VarError};

use anyhow::{Context, Result, bail};

/// A browser's engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge and most browsers of Android.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari, and every browser of an iPhone.
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: &[Engine] = &[Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// Returns its name on a command line and behind the names of tests.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// Returns those to test in: the ones that `JIFEN_ENGINES` names, or all.
    ///
    /// # Errors
    /// When it names another one.
    pub fn wanted() -> Result<Vec<Engine>> {
        let names = match env::var("JIFEN_ENGINES") {
            Ok(names) => names,
            Err(VarError::NotPresent) => String::new(),
            Err(VarError::NotUnicode(names)) => bail!("JIFEN_ENGINES is no text: {names:?}"),
        };
        let named = names.split(',').map(str::trim).filter(|name| !name.is_empty());
        let known = |name| Engine::ALL.iter().copied().find(|engine| engine.name() == name);
        let engines = named.map(|name| {
            known(name).with_context(|| format!("JIFEN_ENGINES names {name}, which is no engine"))
        });
        let engines: Vec<Engine> = engines.collect::<Result<_>>()?;
        Ok(if engines.is_empty() { Engine::ALL.to_vec() } else { engines })
    }
}
