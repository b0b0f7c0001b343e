//! What the page knows, and the one place where it changes. Pure: no clock, no browser.

mod action;
mod ahead;
pub(crate) mod assessed;
mod changes;
pub(crate) mod cities;
mod examples;
pub(crate) mod focus;
mod fold;
pub(crate) mod leading;
mod model;
pub(crate) mod other_edition;
pub(crate) mod pasting;
pub(crate) mod progress;
mod reducer;
mod rules;
mod sharing;
mod side_by_side;
mod start;
#[cfg(test)]
mod tests;
mod undo;

pub(crate) use action::Action;
pub(crate) use fold::Fold;
pub(crate) use model::State;
pub(crate) use reducer::Current;
pub(crate) use rules::{EditionKey, Rules};
pub(crate) use sharing::{Feedback, Persistence, SealCheck};
pub(crate) use start::Start;
pub(crate) use undo::Replacement;
