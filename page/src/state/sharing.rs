//! Answers handed on and kept: the address, what a printed sheet says, what the device remembers.

use std::rc::Rc;

use jifen::link::Seal;

use crate::device::file::Unusable;
use crate::state::assessed::Assessed;

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
    TextCopied,
    TextNotCopied,
    Shared,
    NotShared,
    /// A file is being saved, as far as the browser saves any.
    Saving,
    /// The browser did not begin to print.
    NotPrinted,
    /// What draws the sheet is still on its way.
    SheetAwaited,
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
    pub(super) seal: Seal,
    /// Whether it still holds, once the rules are here and it is known which pack holds them.
    pub(super) check: Option<Rc<SealCheck>>,
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
