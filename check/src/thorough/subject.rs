//! What a thorough check looks at.

use crate::cases::CaseRun;
use crate::read::{SchemeSource, SharedQuestions};
use jifen::scheme::Guide;

/// What a thorough check looks at: a scheme without faults, and its cases as they came out.
pub(super) struct Subject<'a> {
    pub(super) read: &'a SchemeSource,
    pub(super) shared: &'a SharedQuestions,
    pub(super) guide: Option<&'a Guide>,
    pub(super) runs: &'a [CaseRun<'a>],
}
