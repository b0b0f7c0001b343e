//! Elements of the document: a builder for them, and the ids by which the page finds them again.

pub(crate) mod data_url;
pub(crate) mod ids;
pub(crate) mod markup;
#[cfg(test)]
mod tests;
mod write_html;

pub(crate) use write_html::write_html;
