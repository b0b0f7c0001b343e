//! What addresses, files and the device's memory do to the state.

use jifen::link::{Link, LinkProblem};
use jifen::scheme::Language;

use crate::device::Unusable;
use crate::state::State;
use crate::state::focus::FocusTarget;

/// What has happened to all answers at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    Cleared,
    /// A file's answers stand in place of those before.
    Opened,
    /// The device remembered them.
    Restored,
}

/// How it stands with remembering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Persistence {
    /// Never, within another page.
    Barred,
    /// Nothing is remembered.
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

impl State {
    /// The address of the page as it is now; `None` where nothing needs one.
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
            seal: self.seal,
            profile: self.profile.clone(),
        })
    }

    /// The fragment of that address, with its `#`; empty where nothing needs one.
    pub(crate) fn address(&self) -> String {
        self.link().map_or(String::new(), |link| ["#", &link.write()].concat())
    }

    /// The answers that the page opens with: those of its address or, without one, those that the device remembers.
    pub(super) fn begin_with(&mut self, link: Link, troubles: Vec<LinkProblem>) {
        self.follow(link, troubles);
        if self.device.framed {
            self.memory = Persistence::Barred;
        } else if let Some(address) = &self.device.remembered {
            let (remembered, _) = Link::read(address);
            self.memory = Persistence::On;
            if remembered.profile.is_empty() {
                // Room for whatever is answered.
            } else if self.device.restored {
                self.notice = Some(Notice::Restored);
            } else if self.profile != remembered.profile {
                self.memory = Persistence::Other;
            }
        }
    }

    /// Follows an address that leads to other answers; those remembered stay as they are.
    pub(super) fn follow_elsewhere(&mut self, link: Link, troubles: Vec<LinkProblem>) {
        if self.memory == Persistence::On
            && !self.profile.is_empty()
            && self.profile != link.profile
        {
            self.memory = Persistence::Other;
        }
        self.follow(link, troubles);
    }

    /// Puts the answers of a file in place of those there are; they can be had back.
    pub(super) fn open_file(&mut self, link: Link, troubles: Vec<LinkProblem>) {
        let before = std::mem::take(&mut self.profile);
        // The person goes on in the language and in the city that they read, unless the file names another city.
        let scheme = link.scheme.unwrap_or_else(|| self.open.clone());
        self.follow(Link { scheme: Some(scheme), language: None, ..link }, troubles);
        self.notice = Some(Notice::Opened);
        self.before = (!before.is_empty()).then_some(before);
    }

    pub(super) fn follow(&mut self, link: Link, troubles: Vec<LinkProblem>) {
        self.language = link.language.unwrap_or(self.language);
        self.profile = link.profile;
        self.troubles = troubles;
        self.filled.clear();
        self.settle();
        self.seal = link.seal;
        self.generation += 1;
        let open = link.scheme.unwrap_or_default();
        self.written_for = link.edition;
        self.open(open);
    }

    /// Sends the keyboard to the choice to remember: the button that erases goes.
    pub(super) fn focus_after_erasing(&mut self, told: Feedback) {
        if matches!(told, Feedback::Erased | Feedback::NotErased) {
            self.focus_on(FocusTarget::element("remember"));
        }
    }

    /// What was told of the answers before these holds no longer.
    pub(super) fn settle(&mut self) {
        self.notice = None;
        self.before = None;
        self.told = None;
        self.seal = None;
    }
}
