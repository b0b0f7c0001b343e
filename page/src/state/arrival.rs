//! Rules and guides that arrive, and the city that they are shown for.

use std::rc::Rc;

use jifen::compare::{compared, in_order};
use jifen::link::{COMPARE, LinkProblem};
use jifen::scheme::{Catalogue, Guide, PackError, Scheme};

use crate::device::load::Failure;
use crate::state::assessed::Assessed;
use crate::state::{Rules, State};

impl State {
    /// Opens a scheme; the first where there is none of that name.
    pub(super) fn open(&mut self, id: String) {
        let Some(catalogue) = self.catalogue.clone() else {
            self.open = id;
            return;
        };
        let known = id == COMPARE || catalogue.entries.iter().any(|entry| entry.id == id);
        if !known && !id.is_empty() {
            self.troubles.push(LinkProblem::UnknownScheme(id.clone()));
            self.written_for = None;
        }
        let first = || catalogue.entries.first().map(|entry| entry.id.clone());
        self.open = if known { id } else { first().unwrap_or_default() };
        self.rules = Rules::Awaited;
        self.guide_failed = false;
        // Two cities may ask the same question: what is typed belongs to one of them.
        self.generation += 1;
        self.show();
    }

    pub(super) fn arrive(
        &mut self,
        asked: &str,
        catalogue: Option<Rc<Catalogue>>,
        rules: Result<Vec<Rc<Scheme>>, Failure>,
    ) {
        // A failure concerns only what is still awaited.
        let awaited = self.open == asked && self.is_awaited();
        if self.catalogue.is_none() && catalogue.is_some() {
            self.catalogue = catalogue;
            let open = std::mem::take(&mut self.open);
            self.open(open);
        }
        match rules {
            Ok(schemes) => {
                for scheme in schemes {
                    if self.loaded(&scheme.id).is_none() {
                        self.loaded.push(scheme);
                    }
                }
                if self.is_awaited() {
                    self.show();
                }
                // Files of two builds: the catalogue names a scheme that the other file lacks.
                if awaited && self.is_awaited() {
                    self.rules = Rules::Failed(Failure::Pack(PackError::OtherBuild { found: 0 }));
                }
            }
            Err(failure) if awaited => self.rules = Rules::Failed(failure),
            Err(_) => {}
        }
    }

    pub(super) fn is_awaited(&self) -> bool {
        !matches!(self.rules, Rules::Ready(_) | Rules::Compared(_))
    }

    fn loaded(&self, id: &str) -> Option<&Rc<Scheme>> {
        self.loaded.iter().find(|scheme| scheme.id == id)
    }

    /// Shows what is open, if its rules are here.
    pub(super) fn show(&mut self) {
        if self.open == COMPARE {
            return self.compare();
        }
        let Some(scheme) = self.loaded(&self.open).cloned() else { return };
        let (answers, troubles) = self.profile.answers(&scheme, self.on);
        self.troubles.extend(troubles);
        let other = self.written_for.take().filter(|edition| *edition != scheme.edition.id);
        self.troubles.extend(other.map(LinkProblem::OtherEdition));
        let guide = self.guides.iter().find(|(id, _)| *id == scheme.id);
        let guide = guide.map(|(_, guide)| guide.clone());
        self.rules = Rules::Ready(Rc::new(Assessed::new(scheme, guide, answers, self.on)));
        self.stand_beside();
    }

    /// Assesses the answers kept, by the open scheme.
    pub(super) fn stand_beside(&mut self) {
        self.beside = self.assessed().zip(self.kept.clone()).map(|(assessed, mut kept)| {
            let (answers, _) = kept.answers(&assessed.scheme, self.on);
            Rc::new(assessed.with(answers))
        });
    }

    pub(super) fn guide(&mut self, id: String, guide: Option<Rc<Guide>>) {
        let here = self.assessed().filter(|assessed| assessed.scheme.id == id).cloned();
        match (guide, here) {
            (Some(guide), here) => {
                self.guides.push((id, guide.clone()));
                if let Some(assessed) = here {
                    self.rules = Rules::Ready(Rc::new(assessed.guided(guide)));
                }
            }
            (None, Some(_)) => self.guide_failed = true,
            (None, None) => {}
        }
    }

    fn compare(&mut self) {
        self.written_for = None;
        let entries = self.catalogue.as_ref().map_or(&[][..], |catalogue| &catalogue.entries);
        let schemes = entries.iter().map(|entry| self.loaded(&entry.id).cloned());
        let Some(schemes) = schemes.collect::<Option<Vec<_>>>() else { return };
        let (answers, troubles) =
            self.profile.answers_to_all(schemes.iter().map(|scheme| &**scheme), self.on);
        self.troubles.extend(troubles);
        let rows = schemes.into_iter().zip(answers).map(|(scheme, answers)| {
            let assessed = Assessed::brief(scheme, answers, self.on);
            let compared = compared(
                &assessed.scheme,
                &assessed.answers,
                &assessed.assessment,
                assessed.shown(),
            );
            (assessed, compared)
        });
        self.rules = Rules::Compared(in_order(rows).into());
    }
}
