//! The address of the page, the printed sheet whose address is open, and what the device remembers.

use std::rc::Rc;

use jifen::digest::digest;
use jifen::link::Link;
use jifen::scheme::Language;

use crate::elements::ids::REMEMBER;
use crate::state::assessed::Assessed;
use crate::state::focus::FocusTarget;
use crate::state::model::State;
use crate::state::sharing::{Feedback, Persistence, SealCheck, Sealed};
use crate::state::undo::Replacement;

impl State {
    /// Holds the printed sheet whose address is open against the rules, now that they are here.
    pub(in crate::state) fn check_seal(&mut self, assessed: &Assessed) {
        let (scheme, answers) = (&assessed.scheme, &assessed.given);
        if let Some(Sealed { seal, check }) = &mut self.sharing.sealed {
            *check = digest(scheme, answers, seal.on).map(|digest| {
                let assessed = Assessed::brief(scheme.clone(), answers.clone(), seal.on);
                Rc::new(SealCheck { holds: digest == seal.digest, assessed })
            });
        }
    }

    /// Returns the address of the page as it is now; `None` where nothing needs one.
    pub(crate) fn link(&self) -> Option<Link> {
        let kept = self.side_by_side.kept.clone();
        let plain = self.profile.is_empty()
            && kept.is_none()
            && self.language == self.device.usual_language()
            && self.usual_scheme().is_none_or(|usual| usual == self.open)
            // Another edition than that of the day is named, or a reload would show other rules.
            && self.view() == self.open;
        let edition = self.assessed().map(|assessed| assessed.scheme.edition.id.clone());
        (!plain && !self.open.is_empty()).then(|| Link {
            scheme: Some(self.open.clone()),
            edition,
            language: self.named_language(),
            rule: None,
            seal: self.sharing.sealed.as_ref().map(|sealed| sealed.seal),
            profile: self.profile.clone(),
            kept,
        })
    }

    /// Returns the language that an address names: where it names none, the path does, or the reader's browser decides.
    fn named_language(&self) -> Option<Language> {
        let chinese = [self.language, self.device.usual_language(), self.device.language];
        chinese.contains(&Language::En).then_some(self.language)
    }

    /// Returns the fragment of that address, with its `#`; empty where nothing needs one.
    pub(crate) fn address(&self) -> String {
        self.link().map_or(String::new(), |link| ["#", &link.write()].concat())
    }

    /// Says what became of what was asked of the device.
    pub(in crate::state) fn feed_back(&mut self, feedback: Option<Feedback>) {
        self.sharing.feedback = feedback;
        // The button that erases goes when it is pressed; the choice to remember stays.
        if matches!(feedback, Some(Feedback::Erased | Feedback::NotErased)) {
            self.focus_on(FocusTarget::element(REMEMBER));
        }
    }

    /// Says how it stands with remembering, and what became of asking for it.
    pub(in crate::state) fn remember(
        &mut self,
        persistence: Persistence,
        feedback: Option<Feedback>,
    ) {
        self.sharing.persistence = persistence;
        self.feed_back(feedback);
        self.undo.replacement =
            self.undo.replacement.filter(|replacement| *replacement != Replacement::FromMemory);
    }
}
