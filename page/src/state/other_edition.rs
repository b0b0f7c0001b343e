//! The edition that stands beside the open one, to see what changed.

use crate::device::load::Failure;
use crate::elements::ids::CHANGES;
use crate::state::assessed::Assessed;
use crate::state::focus::FocusTarget;
use crate::state::fold::Fold;
use crate::state::model::State;

/// An edition of the open scheme that stands beside the open edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OtherEdition {
    /// Its id.
    pub(crate) id: String,
    /// Why its rules are not to be had, where they are not.
    pub(crate) failure: Option<Failure>,
}

impl State {
    /// Returns the file with the rules of the edition that stands beside the open one, as far as the dot, while they are
    /// still to come.
    pub(crate) fn file_beside(&self) -> Option<String> {
        let other = self.other_edition.as_ref().filter(|other| other.failure.is_none())?;
        let entry = self.catalogue.as_ref()?.entry(&self.open)?;
        let here = self.library.scheme(&entry.id, &other.id).is_some();
        (!here).then(|| entry.file(&other.id))
    }

    /// Returns the edition that stands beside the open one with what follows from it for the same person, once its rules are
    /// here.
    pub(crate) fn beside(&self) -> Option<Assessed> {
        let other = self.other_edition.as_ref()?;
        let scheme = self.library.scheme(&self.open, &other.id)?.clone();
        let (answers, _) = self.profile.clone().answers(&scheme, self.on);
        Some(Assessed::brief(scheme, answers, self.on))
    }

    /// Puts an edition beside the open one and leads the person there, or takes it away.
    pub(super) fn put_beside(&mut self, edition: Option<String>) {
        let place = if edition.is_some() { CHANGES.to_owned() } else { Fold::Editions.id() };
        self.focus_on(FocusTarget::Place(place));
        self.other_edition = edition.map(|id| OtherEdition { id, failure: None });
    }

    /// Notes that the rules of a file are not to be had, where it is the one awaited beside the open edition.
    pub(super) fn miss_beside(&mut self, file: &str, why: Failure) {
        if self.file_beside().as_deref() == Some(file)
            && let Some(other) = &mut self.other_edition
        {
            other.failure = Some(why);
        }
    }
}
