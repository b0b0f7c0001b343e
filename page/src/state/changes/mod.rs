//! What actions, and what arrives, make of the state.

mod answers;
mod arrival;
mod beside;
mod examples;
mod kept;
mod leading;
mod opening;
mod sharing;
