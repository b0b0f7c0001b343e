//! Two sets of answers side by side, to see what a change makes of them.

use std::rc::Rc;

use jifen::link::Profile;

use crate::elements::ids::KEPT;
use crate::state::assessed::Assessed;
use crate::state::focus::FocusTarget;
use crate::state::model::State;

/// Answers kept beside those of the form.
#[derive(Clone, Default)]
pub(crate) struct SideBySide {
    /// The answers kept.
    pub(super) kept: Option<Profile>,
    /// What follows from them by the open scheme.
    pub(crate) assessed: Option<Rc<Assessed>>,
}

impl State {
    /// Keeps the answers as they are now. The button that was pressed goes.
    pub(super) fn keep(&mut self) {
        self.focus_on(FocusTarget::element(KEPT));
        self.side_by_side.kept = Some(self.profile.clone());
        self.assess_kept();
    }

    /// Goes back to the answers kept. The button that was pressed goes.
    pub(super) fn take_kept(&mut self) {
        self.focus_on(FocusTarget::element(KEPT));
        if let Some(kept) = self.side_by_side.kept.take() {
            self.replace(kept);
        }
    }

    /// Keeps them no longer. The button that was pressed goes.
    pub(super) fn drop_kept(&mut self) {
        self.focus_on(FocusTarget::element(KEPT));
        self.side_by_side = SideBySide::default();
    }

    /// Assesses the answers kept, by the open scheme.
    pub(super) fn assess_kept(&mut self) {
        let both = self.assessed().zip(self.side_by_side.kept.clone());
        self.side_by_side.assessed = both.map(|(assessed, mut kept)| {
            let (answers, _) = kept.answers(&assessed.scheme, self.on);
            Rc::new(assessed.with(answers))
        });
    }
}
