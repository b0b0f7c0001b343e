//! The sections of the page, each drawn from the state.

pub(crate) mod changes;
mod chrome;
pub(crate) mod compare;
mod counted_day;
pub(crate) mod edition;
mod editions;
pub(crate) mod effects;
mod examples;
mod form;
pub(crate) mod guide;
mod leading;
pub(crate) mod outlook;
pub(crate) mod page;
mod persistence;
pub(crate) mod printout;
mod problems;
pub(crate) mod result;
mod share;
mod tabs;
