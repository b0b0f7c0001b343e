//! The part of the chores that the browser tests share: a small server for the built page, and what makes a built page
//! work without a network.

pub mod files;
pub mod offline;
pub mod server;
