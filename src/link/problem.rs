//! What of an address or a file could not be used.

/// Something in an address or a file that could not be used as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    /// Longer than any address this page writes; only the beginning was read.
    TooLong,
    /// Written by another version of the page.
    OtherVersion(String),
    /// No scheme has this id.
    UnknownScheme(String),
    /// The scheme has no rule of this id.
    UnknownRule(String),
    /// Written for another edition of the rules.
    OtherEdition(String),
    /// A file ends before it is finished.
    Cut,
    /// The end of an address is missing, and with it so many answers.
    CutShort {
        /// How many answers of it cannot be used.
        lost: usize,
    },
    /// An address is not as it was written, so any answer in it may be another one.
    Altered,
    /// An address with answers, but without the mark by which it would show that it is whole.
    Unmarked,
    /// The `#` before the answers had become `%23`, so that the browser took them for the name of a file.
    Misplaced,
    /// A part that says nothing, or that says something twice.
    Unreadable(String),
    /// The scheme asks no such question; the entry is kept for schemes that do.
    NotAsked(String),
    /// The answer does not fit its question.
    Unfit {
        /// The question's id.
        question: String,
        /// What was given.
        given: String,
    },
}

/// Cuts a part to what a message can show.
pub(super) fn shortened(part: &str) -> String {
    let mut short: String = part.chars().take(40).collect();
    if short.len() < part.len() {
        short.push('…');
    }
    short
}
