//! Answers kept beside those of the form.

use std::rc::Rc;

use jifen::assess::FixStep;

use crate::elements::ids::KEPT;
use crate::state::focus::FocusTarget;
use crate::state::model::State;
use crate::state::side_by_side::SideBySide;

impl State {
    /// Keeps the answers as they are now. The button that was pressed goes.
    pub(in crate::state) fn keep(&mut self) {
        self.focus_on(FocusTarget::element(KEPT));
        self.side_by_side.kept = Some(self.profile.clone());
        self.assess_kept();
    }

    /// Keeps the answers as they are now, unless others are kept already, and puts what a suggestion changes beside
    /// them.
    pub(in crate::state) fn try_out(&mut self, steps: &[FixStep]) {
        let Some(assessed) = self.assessed().cloned() else { return };
        let changes = steps.iter().filter_map(|step| {
            let question = assessed.scheme.questions.get(step.question)?;
            let value = step.need.answer(question, assessed.answer(step.question))?;
            Some((step.question, Some(value)))
        });
        let changes: Vec<_> = changes.collect();
        if self.side_by_side.kept.is_none() {
            self.side_by_side.kept = Some(self.profile.clone());
        }
        self.generation += 1;
        self.answer(changes);
        self.assess_kept();
        self.focus_on(FocusTarget::place(KEPT));
    }

    /// Goes back to the answers kept. The button that was pressed goes.
    pub(in crate::state) fn take_kept(&mut self) {
        self.focus_on(FocusTarget::element(KEPT));
        if let Some(kept) = self.side_by_side.kept.take() {
            self.replace(kept);
        }
    }

    /// Keeps them no longer. The button that was pressed goes.
    pub(in crate::state) fn drop_kept(&mut self) {
        self.focus_on(FocusTarget::element(KEPT));
        self.side_by_side = SideBySide::default();
    }

    /// Assesses the answers kept, by the open scheme.
    pub(in crate::state) fn assess_kept(&mut self) {
        let both = self.assessed().zip(self.side_by_side.kept.clone());
        self.side_by_side.assessed = both.map(|(assessed, mut kept)| {
            let (answers, _) = kept.answers(&assessed.scheme, self.on);
            Rc::new(assessed.with(answers))
        });
    }
}
