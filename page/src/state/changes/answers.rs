//! Answers, one by one and all at once, and the way back.

use std::rc::Rc;

use jifen::answers::Value;
use jifen::link::Profile;

use crate::device::history::HalfTyped;
use crate::elements::ids::RESET;
use crate::state::focus::FocusTarget;
use crate::state::leading::Leading;
use crate::state::model::State;
use crate::state::rules::Rules;
use crate::state::sharing::Persistence;
use crate::state::undo::{BulkAnswer, Replacement};

impl State {
    /// Answers questions, by their positions, or takes their answers back.
    pub(in crate::state) fn answer(
        &mut self,
        changes: impl IntoIterator<Item = (usize, Option<Value>)>,
    ) {
        let Rules::Ready(assessed) = &self.rules else { return };
        let scheme = assessed.scheme.clone();
        let mut answers = assessed.given.clone();
        for (position, value) in changes {
            let question = &scheme.questions[position];
            self.profile.set(&scheme, question, value.as_ref());
            answers.set(&question.id, value);
            self.half_typed.retain(|half_typed| half_typed.question != question.id);
        }
        self.rules = Rules::Ready(Rc::new(assessed.with(answers)));
        self.settle();
    }

    /// Keeps what stands in the fields of a question and is no answer; nothing where they are empty.
    pub(in crate::state) fn keep_half_typed(&mut self, half_typed: HalfTyped) {
        self.half_typed.retain(|other| other.question != half_typed.question);
        if half_typed.typed.iter().any(|typed| !typed.is_empty()) {
            self.half_typed.push(half_typed);
        }
    }

    /// Forgets what was replaced, and what was said of the answers before these.
    pub(in crate::state) fn settle(&mut self) {
        self.undo.replacement = None;
        self.undo.before = None;
        self.sharing.feedback = None;
        self.sharing.sealed = None;
    }

    /// Puts other answers in place of those there are.
    pub(in crate::state) fn replace(&mut self, profile: Profile) {
        self.profile = profile;
        // What somebody says will not go on is said of their own answers.
        self.paused.clear();
        self.settle();
        self.undo.bulk_answers.clear();
        self.problems.clear();
        self.half_typed.clear();
        self.generation += 1;
        if !self.is_awaited() {
            self.show();
        }
    }

    /// Clears all answers; they can be had back. What the device remembered of them it has `erased`, or not; either way
    /// nothing of whoever comes next is remembered.
    pub(in crate::state) fn clear(&mut self, erased: Option<bool>) {
        let before = self.before();
        self.side_by_side.kept = None;
        self.replace(Profile::default());
        self.unfolded.clear();
        let purpose = self.leading.purpose;
        self.leading = Leading { purpose, ..Leading::default() };
        if let Some(erased) = erased {
            self.sharing.persistence = if erased { Persistence::Off } else { Persistence::Other };
        }
        self.undo.replacement = match erased {
            Some(true) => Some(Replacement::ClearedAndErased),
            Some(false) => Some(Replacement::ClearedNotErased),
            None => before.is_some().then_some(Replacement::Cleared),
        };
        self.undo.before = before;
        // The button may have stood at the end of a page that is short now.
        self.focus_on(FocusTarget::element(RESET));
    }

    /// Brings back the answers before they were replaced. The button that was pressed goes.
    pub(in crate::state) fn restore(&mut self) {
        self.focus_on(FocusTarget::element(RESET));
        self.bring_back();
    }

    /// Brings them back, and returns whether there were any.
    pub(in crate::state) fn bring_back(&mut self) -> bool {
        let Some((before, kept)) = self.undo.before.take() else { return false };
        self.side_by_side.kept = kept;
        self.replace(before);
        true
    }

    /// Returns the answers with those kept beside them, to bring them back; `None` where nothing is answered.
    pub(in crate::state) fn before(&self) -> Option<(Profile, Option<Profile>)> {
        let kept = self.side_by_side.kept.clone();
        (!self.profile.is_empty()).then(|| (self.profile.clone(), kept))
    }

    /// Answers all open questions of a section with none. The button that was pressed goes.
    pub(in crate::state) fn answer_none_of(&mut self, section: usize) {
        let Some(assessed) = self.assessed().cloned() else { return };
        let nones = assessed.nones(section);
        let questions = nones.iter().map(|(question, _)| *question).collect();
        self.undo.bulk_answers.retain(|bulk| bulk.section != section);
        self.undo.bulk_answers.push(BulkAnswer { section, questions });
        self.generation += 1;
        self.answer(nones.into_iter().map(|(question, none)| (question, Some(none))));
        self.focus_on_section(section);
    }

    /// Answers the open questions of a section that are usually alike like the first of them. The button that was
    /// pressed goes.
    pub(in crate::state) fn answer_alike(&mut self, section: usize) {
        let Some(assessed) = self.assessed() else { return };
        let Some((value, questions)) = assessed.alike_answer(section) else { return };
        let last = questions.last().map(|last| assessed.scheme.questions[*last].id.clone());
        self.generation += 1;
        for question in &questions {
            self.be_at(*question);
        }
        self.answer(questions.into_iter().map(|question| (question, Some(value.clone()))));
        if let Some(last) = last {
            self.focus_on(FocusTarget::FirstField(last));
        }
    }

    /// Takes those answers back. The button that was pressed goes.
    pub(in crate::state) fn take_back(&mut self, section: usize) {
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
