//! Everything the page says, and how it reads what a person types.

mod entry;
pub(crate) mod history;
pub(crate) mod messages;
pub(crate) mod months;
pub(crate) mod parse;
pub(crate) mod period;
pub(crate) mod phrases;
mod quantity;
mod sentence;
mod steps;
pub(crate) mod target;
