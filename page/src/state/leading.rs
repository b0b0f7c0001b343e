//! What leads the person: what they want points for, where they are in the form, and what they set aside.

use jifen::scheme::Purpose;

/// What leads the person through the page. Nothing of it stands in the address: it says nothing of the person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Leading {
    /// What the person wants the points for; `None` shows every city.
    pub(crate) purpose: Option<Purpose>,
    /// The word that an office's system shows, as typed.
    pub(crate) word: String,
    /// The ids of questions that the person cannot answer: they stay open, and nobody is led to them again.
    pub(crate) set_aside: Vec<String>,
    /// The id of the question that the person was at last.
    pub(crate) at: Option<String>,
    /// Whether the person left it to look at the result.
    pub(crate) away: bool,
}

impl Leading {
    /// Returns whether a question was set aside.
    pub(crate) fn is_aside(&self, question: &str) -> bool {
        self.set_aside.iter().any(|aside| aside == question)
    }

    /// Returns whether a scheme is shown that serves such purposes. One whose purposes were not found may serve any.
    pub(crate) fn concerns(&self, purposes: &[Purpose]) -> bool {
        self.purpose.is_none_or(|wanted| purposes.is_empty() || purposes.contains(&wanted))
    }
}
