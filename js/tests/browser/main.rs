//! The package as a page uses it, in a real browser.
#![cfg(target_arch = "wasm32")]

mod declarations;
mod examples;
mod faults;
mod garbage;
mod loading;
mod support;
mod terminal;
mod types;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
