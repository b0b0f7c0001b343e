//! The part of the chores that the browser tests share: a small server for the built page.

pub mod server;
