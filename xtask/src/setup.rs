//! Installs what is missing, and only that.

use crate::project::Project;
use crate::tools::environment::Environment;
use crate::tools::{
    axe, binaryen, chromium, esbuild, firefox, old_chromium, standard_library, trunk, wasm_bindgen,
    webkit,
};
use anyhow::Result;
use clap::ValueEnum;

/// A tool that a chore may need on the machine.
#[derive(Clone, Copy)]
pub(crate) enum Tool {
    /// Rust's standard library for WebAssembly.
    StandardLibrary,
    /// Joins WebAssembly and JavaScript; also runs tests in a browser.
    WasmBindgen,
    /// Puts the page together.
    Trunk,
    /// Makes WebAssembly smaller.
    Binaryen,
    /// Writes scripts and styles for old browsers.
    Esbuild,
    /// Chromium or Chrome, and the driver that lets tests use it.
    Chromium,
    /// Firefox, and its driver.
    Firefox,
    /// WebKit, its driver, and a screen for it.
    WebKit,
    /// Finds accessibility faults in a page.
    Axe,
    /// Browsers that are years old.
    OldChromium,
}

/// An engine that the page is tested in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    /// Chrome's
    Chromium,
    /// Firefox's
    Firefox,
    /// Safari's
    #[value(name = "webkit")]
    WebKit,
}

impl Engine {
    /// Returns what testing in it needs.
    fn tool(self) -> Tool {
        match self {
            Self::Chromium => Tool::Chromium,
            Self::Firefox => Tool::Firefox,
            Self::WebKit => Tool::WebKit,
        }
    }
}

impl Tool {
    /// Everything.
    pub(crate) const ALL: &[Self] = &[
        Self::StandardLibrary,
        Self::WasmBindgen,
        Self::Trunk,
        Self::Binaryen,
        Self::Esbuild,
        Self::Chromium,
        Self::Firefox,
        Self::WebKit,
        Self::Axe,
        Self::OldChromium,
    ];
    /// What `build` needs.
    pub(crate) const PAGE: &[Self] =
        &[Self::StandardLibrary, Self::WasmBindgen, Self::Trunk, Self::Binaryen, Self::Esbuild];
    /// What `serve --dev` needs: as `build`, but nothing is made small.
    pub(crate) const DEV_PAGE: &[Self] = &[Self::StandardLibrary, Self::WasmBindgen, Self::Trunk];
    /// What `package` needs.
    pub(crate) const PACKAGE: &[Self] = &[Self::StandardLibrary, Self::WasmBindgen, Self::Binaryen];
    /// What tests of WebAssembly in a browser need.
    pub(crate) const WASM_TESTS: &[Self] =
        &[Self::StandardLibrary, Self::WasmBindgen, Self::Chromium];

    /// Returns what tests of the built page in some engines need.
    pub(crate) fn browser_tests(engines: &[Engine]) -> Vec<Self> {
        engines.iter().map(|engine| engine.tool()).chain([Self::Axe]).collect()
    }
}

/// Installs the missing tools; returns how commands reach all of them.
pub(crate) fn prepare(project: &Project, tools: &[Tool]) -> Result<Environment> {
    let mut environment = Environment::default();
    for tool in tools {
        match tool {
            Tool::StandardLibrary => standard_library::prepare(project, &mut environment)?,
            Tool::WasmBindgen => wasm_bindgen::prepare(project, &mut environment)?,
            Tool::Trunk => trunk::prepare(project, &mut environment)?,
            Tool::Binaryen => binaryen::prepare(project, &mut environment)?,
            Tool::Esbuild => esbuild::prepare(project, &mut environment)?,
            Tool::Chromium => chromium::prepare(project, &mut environment)?,
            Tool::Firefox => firefox::prepare(project, &mut environment)?,
            Tool::WebKit => webkit::prepare(project, &mut environment)?,
            Tool::OldChromium => old_chromium::prepare(project, &mut environment)?,
            Tool::Axe => axe::prepare(project, &mut environment)?,
        }
    }
    Ok(environment)
}

/// Installs every tool that any chore may need.
pub(crate) fn everything(project: &Project) -> Result<()> {
    prepare(project, Tool::ALL)?;
    println!("All tools are there (kept in {}).", project.cache.display());
    Ok(())
}
