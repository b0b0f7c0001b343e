//! What the build puts beside and into the page, written in a terminal: its first paint, what the page of each scheme has of
//! its own, the rules as documents to read, and the page that writes the code for embedding.

mod changes;
mod contents;
pub(crate) mod document;
mod embedding;
mod first_paint;
mod follows;
mod guide;
mod pages;
mod reading;
#[cfg(test)]
mod tests;
mod write;

pub(crate) use write::run;
