//! Two sets of answers side by side, to see what a change makes of them.

use std::rc::Rc;

use jifen::link::Profile;

use crate::state::assessed::Assessed;

/// Answers kept beside those of the form.
#[derive(Clone, Default)]
pub(crate) struct SideBySide {
    /// The answers kept.
    pub(super) kept: Option<Profile>,
    /// What follows from them by the open scheme.
    pub(crate) assessed: Option<Rc<Assessed>>,
}
