//! The edition that stands beside the open one, to see what changed.

use crate::device::load::Failure;

/// An edition of the open scheme that stands beside the open edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OtherEdition {
    /// Its id.
    pub(crate) id: String,
    /// Why its rules are not to be had, where they are not.
    pub(crate) failure: Option<Failure>,
}
