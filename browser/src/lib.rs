//! What it takes to use the built page as a person does: a browser, mouse, finger and keys, what is seen, and the rules
//! to compare with.

pub mod artifacts;
pub mod axe;
pub mod browser;
pub mod context;
pub mod element;
pub mod engine;
pub mod fill;
pub mod focus;
pub mod keyboard;
mod launch;
mod locate;
pub mod log;
pub mod old_chromium;
pub mod page;
pub mod pointer;
mod pool;
mod process;
pub mod qr;
pub mod rules;
mod session;
pub mod snapshot;
pub mod suite;
pub mod viewport;
pub mod wait;
mod window;
