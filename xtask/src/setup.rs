//! Installs what is missing, and only that.

use crate::project::Project;
use crate::tools::{
    Tools, axe, binaryen, browser, firefox, standard_library, trunk, wasm_bindgen, webkit,
};
use anyhow::Result;
use clap::ValueEnum;

/// One thing that a chore may need on the machine.
#[derive(Clone, Copy)]
pub(crate) enum Part {
    /// Rust's standard library for WebAssembly.
    StandardLibrary,
    /// Joins WebAssembly and JavaScript; also runs tests in a browser.
    WasmBindgen,
    /// Puts the page together.
    Trunk,
    /// Makes WebAssembly smaller.
    Binaryen,
    /// A browser, and the driver that lets tests use it.
    Browser,
    /// Firefox, and its driver.
    Firefox,
    /// WebKit, its driver, and a screen for it.
    WebKit,
    /// Finds accessibility faults in a page.
    Axe,
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
    /// What testing in it needs.
    fn part(self) -> Part {
        match self {
            Self::Chromium => Part::Browser,
            Self::Firefox => Part::Firefox,
            Self::WebKit => Part::WebKit,
        }
    }
}

impl Part {
    /// Everything.
    pub(crate) const ALL: &[Self] = &[
        Self::StandardLibrary,
        Self::WasmBindgen,
        Self::Trunk,
        Self::Binaryen,
        Self::Browser,
        Self::Firefox,
        Self::WebKit,
        Self::Axe,
    ];
    /// What `build` needs.
    pub(crate) const PAGE: &[Self] =
        &[Self::StandardLibrary, Self::WasmBindgen, Self::Trunk, Self::Binaryen];
    /// What `package` needs.
    pub(crate) const PACKAGE: &[Self] = &[Self::StandardLibrary, Self::WasmBindgen, Self::Binaryen];
    /// What tests of WebAssembly in a browser need.
    pub(crate) const WASM_TESTS: &[Self] =
        &[Self::StandardLibrary, Self::WasmBindgen, Self::Browser];

    /// What tests of the built page in some engines need.
    pub(crate) fn browser_tests(engines: &[Engine]) -> Vec<Self> {
        engines.iter().map(|engine| engine.part()).chain([Self::Axe]).collect()
    }
}

/// Installs the missing parts and says how to reach all of them.
pub(crate) fn prepare(project: &Project, parts: &[Part]) -> Result<Tools> {
    let mut tools = Tools::default();
    for part in parts {
        match part {
            Part::StandardLibrary => standard_library::prepare(project, &mut tools)?,
            Part::WasmBindgen => wasm_bindgen::prepare(project, &mut tools)?,
            Part::Trunk => trunk::prepare(project, &mut tools)?,
            Part::Binaryen => binaryen::prepare(project, &mut tools)?,
            Part::Browser => browser::prepare(project, &mut tools)?,
            Part::Firefox => firefox::prepare(project, &mut tools)?,
            Part::WebKit => webkit::prepare(project, &mut tools)?,
            Part::Axe => axe::prepare(project, &mut tools)?,
        }
    }
    Ok(tools)
}

/// The chore: everything that any other chore may need.
pub(crate) fn everything(project: &Project) -> Result<()> {
    prepare(project, Part::ALL)?;
    println!("All tools are there (kept in {}).", project.cache.display());
    Ok(())
}
