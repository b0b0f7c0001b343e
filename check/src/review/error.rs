//! Why a worksheet is not written, or not applied.

use std::error::Error;
use std::path::PathBuf;

/// Why a worksheet is not written, or not applied. Then nothing of it is.
#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    /// A file cannot be read or written.
    #[error("{} cannot be read or written: {error}", file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// A rule file is no TOML.
    #[error("{} cannot be read as TOML; `check` says where", .0.display())]
    NotToml(PathBuf),
    /// The text is no worksheet.
    #[error(
        "this is no worksheet: its first line names no rule file, or the line with `tick`, `now`, `correct` … is missing; \
         write a new one"
    )]
    NoWorksheet,
    /// The worksheet cannot be taken apart.
    #[error("the worksheet cannot be read: {0}; save it as UTF-8 text with tabs between the cells")]
    Unreadable(Box<dyn Error + Send + Sync>),
    /// It is about another file.
    #[error("the worksheet is about {given}, not about {wanted}")]
    OtherFile {
        /// What it is about.
        given: String,
        /// What it would be applied to.
        wanted: String,
    },
    /// A line of it cannot be applied.
    #[error("line {line} of the worksheet, {id}: {why}; nothing was changed")]
    Line {
        /// The line in the worksheet, from 1.
        line: u64,
        /// What the line is about.
        id: String,
        /// Why it cannot be applied.
        why: String,
    },
}

impl ReviewError {
    /// Makes an error of what a reader or writer of tables says.
    pub(super) fn unreadable(error: impl Into<Box<dyn Error + Send + Sync>>) -> ReviewError {
        ReviewError::Unreadable(error.into())
    }
}
