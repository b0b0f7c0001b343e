//! What happens to many answers at once, and the way back.

use jifen::link::Profile;

use crate::elements::ids::RESET;
use crate::state::focus::FocusTarget;
use crate::state::model::State;

/// How all answers came to be replaced at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Replacement {
    /// They were cleared.
    Cleared,
    /// Those of a file stand in their place.
    FromFile,
    /// The device remembered them.
    FromMemory,
}

/// Questions that one press answered with none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BulkAnswer {
    /// The section that they stand in, by its position.
    pub(crate) section: usize,
    /// The questions, by their positions, as far as none of them was answered otherwise since.
    pub(crate) questions: Vec<usize>,
}

/// What can be taken back.
#[derive(Clone, Default)]
pub(crate) struct Undo {
    /// What has just happened to all answers, until something else is answered.
    pub(crate) replacement: Option<Replacement>,
    /// The answers before that.
    pub(crate) before: Option<Profile>,
    /// What was answered section by section.
    pub(crate) bulk_answers: Vec<BulkAnswer>,
}

impl State {
    /// Forgets what was replaced, and what was said of the answers before these.
    pub(super) fn settle(&mut self) {
        self.undo.replacement = None;
        self.undo.before = None;
        self.sharing.feedback = None;
        self.sharing.sealed = None;
    }

    /// Puts other answers in place of those there are.
    pub(super) fn replace(&mut self, profile: Profile) {
        self.profile = profile;
        self.settle();
        self.undo.bulk_answers.clear();
        self.problems.clear();
        self.generation += 1;
        if !self.is_awaited() {
            self.show();
        }
    }

    /// Clears all answers; they can be had back.
    pub(super) fn clear(&mut self) {
        let before = std::mem::take(&mut self.profile);
        self.side_by_side.kept = None;
        self.replace(Profile::default());
        self.unfolded.clear();
        if !before.is_empty() {
            self.undo.replacement = Some(Replacement::Cleared);
            self.undo.before = Some(before);
        }
    }

    /// Brings back the answers before they were replaced. The button that was pressed goes.
    pub(super) fn restore(&mut self) {
        self.focus_on(FocusTarget::element(RESET));
        if let Some(before) = self.undo.before.take() {
            self.replace(before);
        }
    }

    /// Answers all open questions of a section with none. The button that was pressed goes.
    pub(super) fn answer_none_of(&mut self, section: usize) {
        let Some(assessed) = self.assessed().cloned() else { return };
        let nones = assessed.nones(section);
        let questions = nones.iter().map(|(question, _)| *question).collect();
        self.undo.bulk_answers.retain(|bulk| bulk.section != section);
        self.undo.bulk_answers.push(BulkAnswer { section, questions });
        self.generation += 1;
        self.answer(nones.into_iter().map(|(question, none)| (question, Some(none))));
        self.focus_on_section(section);
    }

    /// Takes those answers back. The button that was pressed goes.
    pub(super) fn take_back(&mut self, section: usize) {
        let bulk = self.undo.bulk_answers.iter().position(|bulk| bulk.section == section);
        if let Some(bulk) = bulk.map(|place| self.undo.bulk_answers.swap_remove(place)) {
            self.generation += 1;
            self.answer(bulk.questions.into_iter().map(|question| (question, None)));
        }
        self.focus_on_section(section);
    }

    /// Sends the keyboard to the button that unfolds a section.
    fn focus_on_section(&mut self, section: usize) {
        let section = self.assessed().and_then(|assessed| assessed.scheme.sections.get(section));
        if let Some(id) = section.map(|section| section.id.clone()) {
            self.focus_on(FocusTarget::UnfoldButton(id));
        }
    }
}
