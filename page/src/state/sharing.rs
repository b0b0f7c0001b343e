//! Answers handed on and kept: the address, what a printed sheet says, what the device remembers.

use std::rc::Rc;

use jifen::digest::digest;
use jifen::link::{Link, Seal};
use jifen::scheme::Language;

use crate::device::file::Unusable;
use crate::elements::ids::REMEMBER;
use crate::state::assessed::Assessed;
use crate::state::focus::FocusTarget;
use crate::state::model::State;
use crate::state::undo::Replacement;

/// How it stands with remembering.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Persistence {
    /// Never, within another page.
    Barred,
    /// Nothing is remembered.
    #[default]
    Off,
    /// Other answers are remembered than those of this page.
    Other,
    /// The answers of this page are, and every change of them.
    On,
}

/// What became of what was asked of the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Feedback {
    Copied,
    NotCopied,
    Shared,
    NotShared,
    Unusable(Unusable),
    NotRemembered,
    Erased,
    NotErased,
}

/// Answers handed on and kept.
#[derive(Clone, Default)]
pub(crate) struct Sharing {
    /// What became of what was last asked of the device.
    pub(crate) feedback: Option<Feedback>,
    pub(crate) persistence: Persistence,
    /// What a printed sheet said, as long as no answer has changed since its address was opened.
    pub(super) sealed: Option<Sealed>,
}

/// What the address of a printed sheet says of it.
#[derive(Clone)]
pub(super) struct Sealed {
    seal: Seal,
    /// Whether it still holds, once the rules are here and it is known which pack holds them.
    check: Option<Rc<SealCheck>>,
}

/// Whether the answers of an address give what the sheet that it was printed on says.
pub(crate) struct SealCheck {
    /// Whether rules, answers and day are those of the sheet.
    pub(crate) holds: bool,
    /// What the answers give on the day of the sheet.
    pub(crate) assessed: Assessed,
}

impl From<Seal> for Sealed {
    fn from(seal: Seal) -> Sealed {
        Sealed { seal, check: None }
    }
}

impl Sharing {
    /// Returns whether the answers are those of the printed sheet whose address is open, if one is.
    pub(crate) fn seal_check(&self) -> Option<&SealCheck> {
        self.sealed.as_ref()?.check.as_deref()
    }
}

impl State {
    /// Holds the printed sheet whose address is open against the rules, now that they are here.
    pub(super) fn check_seal(&mut self, assessed: &Assessed) {
        let (scheme, answers) = (&assessed.scheme, &assessed.answers);
        if let Some(Sealed { seal, check }) = &mut self.sharing.sealed {
            *check = digest(scheme, answers, seal.on).map(|digest| {
                let assessed = Assessed::brief(scheme.clone(), answers.clone(), seal.on);
                Rc::new(SealCheck { holds: digest == seal.digest, assessed })
            });
        }
    }

    /// Returns the address of the page as it is now; `None` where nothing needs one.
    pub(crate) fn link(&self) -> Option<Link> {
        let first = self.catalogue.as_ref().and_then(|catalogue| catalogue.entries.first());
        let plain = self.profile.is_empty()
            && self.language == Language::Zh
            && first.is_none_or(|entry| entry.id == self.open);
        let edition = self.assessed().map(|assessed| assessed.scheme.edition.id.clone());
        (!plain && !self.open.is_empty()).then(|| Link {
            scheme: Some(self.open.clone()),
            edition,
            language: Some(self.language),
            seal: self.sharing.sealed.as_ref().map(|sealed| sealed.seal),
            profile: self.profile.clone(),
        })
    }

    /// Returns the fragment of that address, with its `#`; empty where nothing needs one.
    pub(crate) fn address(&self) -> String {
        self.link().map_or(String::new(), |link| ["#", &link.write()].concat())
    }

    /// Says what became of what was asked of the device.
    pub(super) fn feed_back(&mut self, feedback: Option<Feedback>) {
        self.sharing.feedback = feedback;
        // The button that erases goes when it is pressed; the choice to remember stays.
        if matches!(feedback, Some(Feedback::Erased | Feedback::NotErased)) {
            self.focus_on(FocusTarget::element(REMEMBER));
        }
    }

    /// Says how it stands with remembering, and what became of asking for it.
    pub(super) fn remember(&mut self, persistence: Persistence, feedback: Option<Feedback>) {
        self.sharing.persistence = persistence;
        self.feed_back(feedback);
        self.undo.replacement =
            self.undo.replacement.filter(|replacement| *replacement != Replacement::FromMemory);
    }
}
