//! What each action makes of the state.

use std::rc::Rc;

use jifen::scheme::GuidePart;
use yew::Reducible;

use crate::elements::ids::PANEL;
use crate::state::action::Action;
use crate::state::focus::FocusTarget;
use crate::state::fold::Fold;
use crate::state::model::State;
use crate::state::rules::Rules;

impl State {
    /// Makes the sheet to print; before any answer there is none, so what there is unfolds.
    fn print(&mut self) {
        if self.assessed().is_some_and(|assessed| assessed.begun()) {
            self.paper = true;
            return;
        }
        // What somebody takes along; the rest stays on the screen, or the paper would be a pile.
        for part in [GuidePart::Steps, GuidePart::Channels, GuidePart::Materials] {
            self.unfold(Fold::GuidePart(part), true);
        }
    }
}

/// The state of now, as the page holds it. What is drawn a moment later keeps the state that it is drawn from.
pub(crate) struct Current(pub(crate) Rc<State>);

impl Reducible for Current {
    type Action = Action;

    fn reduce(self: Rc<Current>, action: Action) -> Rc<Current> {
        Current(self.0.clone().reduce(action)).into()
    }
}

impl State {
    /// Returns what an action makes of the state.
    pub(super) fn reduce(self: Rc<State>, action: Action) -> Rc<State> {
        let mut next = Rc::unwrap_or_clone(self);
        // What comes by itself, and what changes nothing, does not take the sheet away from somebody who prints.
        next.paper &=
            matches!(action, Action::GuideLoaded(..) | Action::Feedback(_) | Action::Focus(_));
        next.just_answered = matches!(action, Action::Answer { .. });
        match action {
            Action::Answer { question, value } => {
                for bulk in &mut next.undo.bulk_answers {
                    bulk.questions.retain(|answered| *answered != question);
                }
                next.be_at(question);
                next.answer([(question, value)]);
            }
            Action::UseRecords { question, value } => {
                next.answer([(question, Some(value))]);
                // The fields forget what stood in them.
                next.generation += 1;
                next.go_to_question(question);
            }
            Action::HalfTyped(half_typed) => next.keep_half_typed(half_typed),
            Action::NoneOf { section } => next.answer_none_of(section),
            Action::Alike { section } => next.answer_alike(section),
            Action::SetAside { question, aside } => next.set_aside(question, aside),
            Action::TakeBack { section } => next.take_back(section),
            Action::FillExample(position) => next.fill_example(position),
            Action::LeaveExample => next.leave_example(),
            Action::Clear { erased } => next.clear(erased),
            Action::Restore => next.restore(),
            Action::ForgetUndo => next.settle(),
            Action::Pause { question, paused } => {
                next.paused.retain(|other| *other != question);
                if paused {
                    next.paused.push(question);
                }
            }
            Action::Day { question, day } => {
                if let Some(scheme) = next.assessed().map(|assessed| assessed.scheme.clone()) {
                    next.profile.set_day(&scheme, &question, day);
                }
            }
            Action::Keep => next.keep(),
            Action::TakeKept => next.take_kept(),
            Action::DropKept => next.drop_kept(),
            Action::Try(steps) => next.try_out(&steps),
            Action::Open(id) => next.choose(id),
            Action::Visit(id) => {
                next.choose(id);
                next.focus_on(FocusTarget::place(PANEL));
            }
            Action::OpenEdition(edition) => next.open_edition(edition),
            Action::PutBeside(edition) => next.put_beside(edition),
            Action::StepTab(step) => next.step_tab(step),
            Action::Focus(target) => next.focus_on(target),
            Action::GoToQuestion(position) => next.go_to_question(position),
            Action::GoToResult => next.go_to_result(),
            Action::GoTo { folds, place } => {
                let hidden = folds;
                let folds = !hidden.is_empty();
                hidden.into_iter().for_each(|fold| next.unfold(fold, true));
                // Of what unfolds, the summary takes the keyboard.
                next.focus_on(if folds {
                    FocusTarget::Summary(place)
                } else {
                    FocusTarget::Place(place)
                });
            }
            Action::SetPurpose(purpose) => next.set_purpose(purpose),
            Action::LookUp(word) => next.leading.word = word,
            Action::Unfold { fold, open } => next.unfold(fold, open),
            Action::SetLanguage(language) => next.language = language,
            Action::Enlarge(larger) => next.larger = larger,
            Action::Print => next.print(),
            Action::Dismiss => {
                next.problems.clear();
                next.focus_on(FocusTarget::element(PANEL));
            }
            Action::Follow(link, problems) => next.follow_elsewhere(link, problems),
            Action::Return { link, problems, series } => next.come_back(link, problems, series),
            Action::OpenFile(link, problems) => next.open_file(link, problems),
            Action::Feedback(feedback) => next.feed_back(Some(feedback)),
            Action::Remember(persistence, feedback) => next.remember(persistence, feedback),
            Action::Retry => {
                next.rules = Rules::Awaited;
                next.ask_again();
                next.focus_on(FocusTarget::element(PANEL));
            }
            Action::RulesLoaded { asked, catalogue, rules } => {
                next.take_up_rules(&asked, catalogue, rules);
            }
            Action::RetryGuide => {
                next.library.guide_failed = false;
                next.ask_again();
            }
            Action::LaterLoaded(later) => next.take_up_later(later),
            Action::RetryLater(place) => {
                next.ask_again();
                place.into_iter().for_each(|place| next.focus_on(place));
            }
            Action::GuideLoaded(id, guide) => next.take_up_guide(id, guide),
        }
        next.into()
    }
}
