//! The rules, and what follows from them.

use std::rc::Rc;

use jifen::compare::Compared;
use jifen::scheme::{Guide, Scheme};

use crate::device::later::Arrived;
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
    Compared(Rc<[(Assessed, Compared)]>, Arrived),
    /// Not to be had.
    Failed(Failure),
}

/// Which edition of which scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EditionKey {
    scheme: String,
    edition: String,
}

impl EditionKey {
    /// Returns the one whose rules these are.
    pub(crate) fn of(scheme: &Scheme) -> EditionKey {
        EditionKey { scheme: scheme.id.clone(), edition: scheme.edition.id.clone() }
    }
}

/// What has arrived, so that nothing is fetched twice.
#[derive(Clone, Default)]
pub(crate) struct Library {
    pub(super) schemes: Vec<Rc<Scheme>>,
    /// The guides, each bound to an edition.
    pub(super) guides: Vec<(EditionKey, Rc<Guide>)>,
    /// Whether the guide of the open scheme is not to be had.
    pub(crate) guide_failed: bool,
}

impl Library {
    /// Returns a scheme in an edition, by their ids.
    pub(super) fn scheme(&self, id: &str, edition: &str) -> Option<&Rc<Scheme>> {
        self.schemes.iter().find(|scheme| scheme.id == id && scheme.edition.id == edition)
    }
}
