//! Everything that needs no browser, driven by the rule files themselves.

mod faults;

mod laws;
mod link;
mod packs;
mod rules;
mod terminal;
