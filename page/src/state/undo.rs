//! What happens to many answers at once, and the way back.

use jifen::link::Profile;

/// How all answers came to be replaced at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Replacement {
    /// They were cleared.
    Cleared,
    /// They were cleared, and the device remembers them no more.
    ClearedAndErased,
    /// They were cleared, and the device refused to forget them.
    ClearedNotErased,
    /// Those of a file stand in their place.
    FromFile,
    /// The device remembered them.
    FromMemory,
    /// A link brought them that somebody made.
    FromLink,
    /// The same, and the link could not show whether it was whole.
    FromUnmarkedLink,
    /// Those of an example fill the form.
    Example,
    /// Those of an example were taken out of it.
    ExampleLeft,
}

/// Questions that one press answered with none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BulkAnswer {
    /// The section that they stand in, by its position.
    pub(crate) section: usize,
    /// The questions, by their positions, as far as none of them was answered otherwise since.
    pub(crate) questions: Vec<usize>,
}

/// What can be taken back.
#[derive(Clone, Default)]
pub(crate) struct Undo {
    /// What has just happened to all answers, until something else is answered.
    pub(crate) replacement: Option<Replacement>,
    /// The answers before that, and those kept beside them.
    pub(crate) before: Option<(Profile, Option<Profile>)>,
    /// What was answered section by section.
    pub(crate) bulk_answers: Vec<BulkAnswer>,
}
