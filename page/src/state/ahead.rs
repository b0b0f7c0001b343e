//! The editions that follow the open one: a forecast goes on by them.

use std::rc::Rc;

use jifen::scheme::{EditionEntry, EditionKind, Entry, Scheme};

use crate::state::model::State;

impl State {
    /// Returns the adopted editions that begin after the day, one after the other, as far as their rules are here.
    pub(crate) fn ahead(&self) -> Vec<Rc<Scheme>> {
        let coming = self
            .coming()
            .into_iter()
            .map(|(entry, edition)| self.library.scheme(&entry.id, &edition.id));
        // Past one that is still to come nothing is known.
        coming.map_while(|scheme| scheme.cloned()).collect()
    }

    /// Returns the file with the rules of the first of them that are still to come, as far as the dot.
    pub(crate) fn file_ahead(&self) -> Option<String> {
        let mut coming = self.coming().into_iter();
        let missing = coming.find(|(entry, one)| self.library.scheme(&entry.id, &one.id).is_none());
        missing.map(|(entry, edition)| entry.file(&edition.id))
    }

    /// Returns the adopted editions of the open scheme that begin after the day, in their order: none after a draft, which no
    /// edition follows.
    fn coming(&self) -> Vec<(&Entry, &EditionEntry)> {
        let open = self.assessed().map(|assessed| &assessed.scheme.edition);
        let entry = self.catalogue.as_ref().and_then(|catalogue| catalogue.entry(&self.open));
        let Some((open, entry)) = open.zip(entry) else { return Vec::new() };
        let follows = |one: &&EditionEntry| {
            let adopted = one.kind == EditionKind::Adopted && open.kind == EditionKind::Adopted;
            adopted && one.id != open.id && one.from.is_some_and(|from| from > self.on)
        };
        let mut coming: Vec<_> = entry.editions.iter().filter(follows).collect();
        coming.sort_by_key(|one| one.from);
        coming.into_iter().map(|one| (entry, one)).collect()
    }
}
