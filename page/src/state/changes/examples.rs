//! Made-up people whose answers fill the form.

use jifen::answers::Answers;

use crate::state::focus::FocusTarget;
use crate::state::model::State;
use crate::state::undo::Replacement;

impl State {
    /// Fills the open form with an example, by its position in the guide; the answers before can be had back. What the form
    /// does not ask stays. The button that was pressed goes.
    pub(in crate::state) fn fill_example(&mut self, position: usize) {
        let Some(assessed) = self.assessed().cloned() else { return };
        let Some(answers) = assessed.example_answers(position) else { return };
        let before = self.before();
        self.answer_all(answers);
        self.undo.replacement = Some(Replacement::Example);
        self.undo.before = before;
        self.focus_on(FocusTarget::place("result"));
    }

    /// Takes back what the open form asks, for the person's own answers. The button that was pressed goes.
    pub(in crate::state) fn leave_example(&mut self) {
        if self.shows_example() {
            let own = self.undo.before.take();
            self.answer_all(&Answers::default());
            self.undo.replacement = Some(Replacement::ExampleLeft);
            self.undo.before = own;
            self.focus_on(FocusTarget::place("form"));
        }
    }

    /// Before another city, edition or comparison is shown: an example is marked as one in its own form alone, so it stays
    /// there, and the person's own answers come back.
    pub(in crate::state) fn end_example(&mut self) {
        if self.shows_example() && !self.bring_back() {
            self.answer_all(&Answers::default());
        }
    }

    fn shows_example(&self) -> bool {
        self.assessed().is_some_and(|assessed| assessed.example().is_some())
    }

    /// Puts answers to everything that the open form asks in place of those there are.
    fn answer_all(&mut self, answers: &Answers) {
        let Some(assessed) = self.assessed().cloned() else { return };
        let mut profile = self.profile.clone();
        for question in &assessed.scheme.questions {
            profile.set(&assessed.scheme, question, answers.get(&question.id));
        }
        self.replace(profile);
    }
}
