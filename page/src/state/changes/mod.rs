//! What actions, and what arrives, make of the state.

mod answers;
mod arrival;
mod kept;
mod leading;
mod opening;
mod sharing;
