//! The package as a page uses it, in a real browser.
#![cfg(target_arch = "wasm32")]

mod examples;
mod faults;
mod garbage;
mod loading;
mod person;
mod support;
mod terminal;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
