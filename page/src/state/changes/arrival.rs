//! Rules and guides that arrive, and what is shown once they are here.

use std::rc::Rc;

use jifen::compare::{compared, in_order};
use jifen::link::{COMPARE, LinkProblem};
use jifen::scheme::{Catalogue, Guide, PackError, Scheme};

use crate::device::later::{Arrived, Later};
use crate::device::load::Failure;
use crate::state::assessed::Assessed;
use crate::state::focus::FocusTarget;
use crate::state::fold::Fold;
use crate::state::model::State;
use crate::state::rules::{EditionKey, Rules};

impl State {
    /// Takes up what came of asking for a scheme.
    pub(in crate::state) fn take_up_rules(
        &mut self,
        asked: &str,
        catalogue: Option<Rc<Catalogue>>,
        rules: Result<Vec<Rc<Scheme>>, Failure>,
    ) {
        // A failure concerns only what is still awaited.
        let awaited = self.file() == asked && self.is_awaited();
        if self.catalogue.is_none() && catalogue.is_some() {
            self.catalogue = catalogue;
            let open = std::mem::take(&mut self.open);
            self.open(open);
        }
        match rules {
            Ok(schemes) => {
                for scheme in schemes {
                    if self.library.scheme(&scheme.id, &scheme.edition.id).is_none() {
                        self.library.schemes.push(scheme);
                    }
                }
                if self.is_awaited() {
                    self.show();
                }
                // Files of two builds: the catalogue names a scheme that the other file lacks.
                let waits = self.open == COMPARE && self.later.arrived().is_none();
                if awaited && self.is_awaited() && !waits {
                    self.rules = Rules::Failed(Failure::Pack(PackError::OtherBuild { found: 0 }));
                }
            }
            Err(failure) if awaited => self.rules = Rules::Failed(failure),
            Err(failure) => self.miss_beside(asked, failure),
        }
    }

    /// Takes up the later part of the program, and shows what waited for it.
    pub(in crate::state) fn take_up_later(&mut self, later: Later) {
        self.later = later;
        if self.is_awaited() && self.open == COMPARE {
            self.show();
        }
    }

    /// Asks for the later part of the program again, if it did not come.
    pub(in crate::state) fn ask_again(&mut self) {
        if self.later == Later::Failed {
            self.later = Later::Awaited;
        }
    }

    /// Takes up the guide of a scheme; none where it did not come.
    pub(in crate::state) fn take_up_guide(&mut self, of: EditionKey, guide: Option<Rc<Guide>>) {
        let here =
            self.assessed().filter(|assessed| EditionKey::of(&assessed.scheme) == of).cloned();
        match (guide, here) {
            (Some(guide), here) => {
                self.library.guides.push((of, guide.clone()));
                if let Some(assessed) = here {
                    self.rules = Rules::Ready(Rc::new(assessed.guided(guide)));
                }
            }
            (None, Some(_)) => self.library.guide_failed = true,
            (None, None) => {}
        }
    }

    /// Returns whether nothing is shown yet.
    pub(in crate::state) fn is_awaited(&self) -> bool {
        !matches!(self.rules, Rules::Ready(_) | Rules::Compared(..))
    }

    /// Shows what is open, if its rules are here.
    pub(in crate::state) fn show(&mut self) {
        if self.open == COMPARE {
            match self.later {
                Later::Here(arrived) => self.later(arrived),
                Later::Awaited => {}
                Later::Failed => self.rules = Rules::Failed(Failure::Network),
            }
            return;
        }
        let entry = self.catalogue.as_ref().and_then(|catalogue| catalogue.entry(&self.open));
        let Some(scheme) = entry.and_then(|entry| self.rules_here(entry)).cloned() else { return };
        let (answers, problems) = self.profile.answers(&scheme, self.on);
        self.problems.extend(problems);
        let other = self.written_for.take().filter(|edition| *edition != scheme.edition.id);
        self.problems.extend(other.map(LinkProblem::OtherEdition));
        let guide = self.library.guides.iter().find(|(of, _)| *of == EditionKey::of(&scheme));
        let guide = guide.map(|(_, guide)| guide.clone());
        let assessed = Rc::new(Assessed::new(scheme, guide, answers, self.on));
        self.check_seal(&assessed);
        self.rules = Rules::Ready(assessed);
        self.assess_kept();
        self.lead_to_rule();
    }

    /// Unfolds the rule that an address leads to, and leads the person there; says so where there is none.
    fn lead_to_rule(&mut self) {
        let (Some(rule), Some(assessed)) = (self.rule.clone(), self.assessed()) else { return };
        match Fold::of_rule(&assessed.scheme, &rule) {
            Some(fold) => {
                let place = fold.id();
                self.unfold(fold, true);
                self.focus_on(FocusTarget::Place(place));
            }
            None => {
                self.rule = None;
                self.problems.push(LinkProblem::UnknownRule(rule));
            }
        }
    }

    /// Compares all schemes, if all are here.
    #[inline(never)]
    fn later(&mut self, arrived: Arrived) {
        self.written_for = None;
        let entries = self.catalogue.as_ref().map_or(&[][..], |catalogue| &catalogue.entries);
        let schemes = entries.iter().map(|entry| self.rules_here(entry).cloned());
        let Some(schemes) = schemes.collect::<Option<Vec<_>>>() else { return };
        let (answers, problems) =
            self.profile.answers_to_all(schemes.iter().map(|scheme| &**scheme), self.on);
        self.problems.extend(problems);
        let rows = schemes.into_iter().zip(answers).map(|(scheme, answers)| {
            // With its form: how much is left to answer is counted by it.
            let assessed = Assessed::new(scheme, None, answers, self.on);
            let compared = compared(
                &assessed.scheme,
                &assessed.answers,
                &assessed.assessment,
                assessed.shown(),
            );
            (assessed, compared)
        });
        self.rules = Rules::Compared(in_order(rows).into(), arrived);
    }
}
