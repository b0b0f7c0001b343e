//! The rules, and what follows from them.

use std::rc::Rc;

use jifen::compare::Compared;
use jifen::scheme::{Guide, Scheme};

use crate::device::load::Failure;
use crate::state::assessed::Assessed;

/// The rules of the open scheme.
#[derive(Clone)]
pub(crate) enum Rules {
    /// On their way.
    Awaited,
    /// Here.
    Ready(Rc<Assessed>),
    /// All of them, the closest first.
    Compared(Rc<[(Assessed, Compared)]>),
    /// Not to be had.
    Failed(Failure),
}

/// What has arrived, so that nothing is fetched twice.
#[derive(Clone, Default)]
pub(crate) struct Library {
    pub(super) schemes: Vec<Rc<Scheme>>,
    /// The guides, each with the id of its scheme.
    pub(super) guides: Vec<(String, Rc<Guide>)>,
    /// Whether the guide of the open scheme is not to be had.
    pub(crate) guide_failed: bool,
}

impl Library {
    /// Returns a scheme, by its id.
    pub(super) fn scheme(&self, id: &str) -> Option<&Rc<Scheme>> {
        self.schemes.iter().find(|scheme| scheme.id == id)
    }
}
