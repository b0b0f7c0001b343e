//! Where the keyboard goes after a change: a button that goes when it is pressed hands the keyboard on, or it would be
//! lost. The reducer says where, and one effect moves it once the page is drawn; nothing else does.

/// A place for the keyboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FocusTarget {
    /// An element, by its id.
    Element(String),
    /// The same, brought to the top of the screen: a place that the person is led to.
    Place(String),
    /// The summary of details that unfold, by their id, brought to the top of the screen.
    Summary(String),
    /// The first field of a question, by the question's id.
    FirstField(String),
    /// The button that unfolds a section of the form, by the section's id.
    UnfoldButton(String),
}

impl FocusTarget {
    /// Returns an element as a target.
    pub(crate) fn element(id: &str) -> FocusTarget {
        FocusTarget::Element(id.to_owned())
    }

    /// Returns an element as a place that the person is led to.
    pub(crate) fn place(id: &str) -> FocusTarget {
        FocusTarget::Place(id.to_owned())
    }
}

/// The last move of the keyboard. It stays when it is done, for to take it away would draw the page once more; its
/// number tells it from the next, which may lead to the same place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Focus {
    /// Where the keyboard went, or goes now.
    pub(crate) target: Option<FocusTarget>,
    /// How many moves there were.
    pub(crate) moves: u32,
}
