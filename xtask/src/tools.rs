//! The tools that the page is built and tested with: how each is found, or else installed.

mod apt;
pub(crate) mod axe;
pub(crate) mod binaryen;
mod cargo_install;
pub(crate) mod chromium;
pub(crate) mod engines;
pub(crate) mod environment;
pub(crate) mod esbuild;
pub(crate) mod firefox;
pub(crate) mod lighthouse;
pub(crate) mod npm;
pub(crate) mod old_chromium;
pub(crate) mod standard_library;
pub(crate) mod trunk;
pub(crate) mod typescript;
mod version;
pub(crate) mod wasm_bindgen;
pub(crate) mod webkit;
