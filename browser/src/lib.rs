//! What it takes to use the built page as a person does: a browser, hands, eyes, and the rules to compare with.

pub mod axe;
pub mod browser;
pub mod camera;
mod driver;
pub mod engine;
pub mod fill;
pub mod hand;
pub mod keyboard;
pub mod page;
pub mod rules;
pub mod stage;
pub mod wait;
