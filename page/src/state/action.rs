//! What can happen, and what it makes of the state.

use std::rc::Rc;

use jifen::answers::Value;
use jifen::link::{Link, LinkProblem, Profile};
use jifen::scheme::{Catalogue, Guide, GuidePart, Language, Scheme, Section};
use jiff::civil::Date;
use yew::Reducible;

use crate::device::load::Failure;
use crate::elements::ids::{guide_id, question_id, section_id};
use crate::state::cities::TabStep;
use crate::state::focus::FocusTarget;
use crate::state::{Feedback, Filled, Notice, Persistence, Rules, State};
use crate::views::guide::{DAYS, key};

/// What can happen.
#[derive(Clone)]
pub(crate) enum Action {
    Answer {
        question: usize,
        value: Option<Value>,
    },
    NoneOf {
        section: usize,
    },
    TakeBack {
        section: usize,
    },
    Clear,
    Restore,
    Forget,
    /// Keeps the answers as they are now.
    Keep,
    /// Goes back to the answers kept.
    TakeKept,
    /// Keeps them no longer.
    DropKept,
    /// Opens a scheme.
    Open(String),
    /// Opens a scheme from within the panel, whose buttons go: the keyboard stays with the panel.
    Visit(String),
    /// Opens the tab that an arrow leads to.
    StepTab(TabStep),
    /// Leads the person somewhere.
    Focus(FocusTarget),
    /// Leads the person to a question, by its position, unfolding what hides it.
    GoToQuestion(usize),
    Follow(Link, Vec<LinkProblem>),
    /// A file with answers was opened.
    OpenFile(Link, Vec<LinkProblem>),
    /// What became of something asked of the device.
    Tell(Feedback),
    /// How it stands with remembering, and what became of asking for it.
    Remember(Persistence, Option<Feedback>),
    Retry,
    /// What was asked for, and what came.
    Loaded(String, Option<Rc<Catalogue>>, Result<Vec<Rc<Scheme>>, Failure>),
    /// The guide of a scheme has come, or not.
    Guided(String, Option<Rc<Guide>>),
    RetryGuide,
    /// A day that the guide asks for.
    Day {
        question: String,
        day: Option<Date>,
    },
    /// A fact goes on, or does not, from now on.
    Pause {
        question: String,
        paused: bool,
    },
    Speak(Language),
    Enlarge(bool),
    Unfold {
        id: String,
        open: bool,
    },
    /// Makes the sheet to print; before any answer, unfolds what there is.
    Print,
    Dismiss,
}

impl State {
    fn answer(&mut self, changes: impl IntoIterator<Item = (usize, Option<Value>)>) {
        let Rules::Ready(assessed) = &self.rules else { return };
        let scheme = assessed.scheme.clone();
        let mut answers = assessed.answers.clone();
        for (position, value) in changes {
            let question = &scheme.questions[position];
            self.profile.set(&scheme, question, value.as_ref());
            answers.set(&question.id, value);
        }
        self.rules = Rules::Ready(Rc::new(assessed.with(answers)));
        self.settle();
    }

    /// Opens a scheme that a person chose.
    pub(super) fn go_to_scheme(&mut self, id: String) {
        self.troubles.clear();
        self.filled.clear();
        self.written_for = None;
        self.seal = None;
        self.open(id);
    }

    /// Leads the person to a question, and unfolds its section where that is folded.
    fn go_to_question(&mut self, position: usize) {
        let Some(assessed) = self.assessed().cloned() else { return };
        let Some(question) = assessed.scheme.questions.get(position) else { return };
        let holds = |section: &Section| {
            section.questions.iter().any(|question| question.position() == Some(position))
        };
        let section = assessed.scheme.sections.iter().position(holds);
        if let Some(section) = section.filter(|section| assessed.foldable(*section)) {
            self.unfold(section_id(&assessed.scheme.sections[section].id), true);
        }
        self.focus_on(FocusTarget::Place(question_id(&question.id)));
    }

    fn unfold(&mut self, id: String, open: bool) {
        self.unfolded.retain(|unfolded| *unfolded != id);
        if open {
            self.unfolded.push(id);
        }
    }

    /// Sends the keyboard to the button that unfolds a section: the one that was pressed goes.
    fn focus_on_section(&mut self, section: usize) {
        let section = self.assessed().and_then(|assessed| assessed.scheme.sections.get(section));
        if let Some(id) = section.map(|section| section.id.clone()) {
            self.focus_on(FocusTarget::UnfoldButton(id));
        }
    }

    fn replace(&mut self, profile: Profile) {
        self.profile = profile;
        self.settle();
        self.filled.clear();
        self.troubles.clear();
        self.generation += 1;
        if !self.is_awaited() {
            self.show();
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<State>, action: Action) -> Rc<State> {
        let mut next = Rc::unwrap_or_clone(self);
        // What comes by itself does not take the sheet away from somebody who prints.
        next.paper &= matches!(action, Action::Guided(..) | Action::Tell(_) | Action::Focus(_));
        match action {
            Action::Answer { question, value } => {
                for filled in &mut next.filled {
                    filled.questions.retain(|one| *one != question);
                }
                next.answer([(question, value)]);
            }
            Action::NoneOf { section } => {
                let Some(assessed) = next.assessed().cloned() else { return next.into() };
                next.focus_on_section(section);
                let changes = assessed.nones(section);
                let questions = changes.iter().map(|(question, _)| *question).collect();
                next.filled.retain(|one| one.section != section);
                next.filled.push(Filled { section, questions });
                next.generation += 1;
                next.answer(changes.into_iter().map(|(question, value)| (question, Some(value))));
            }
            Action::TakeBack { section } => {
                next.focus_on_section(section);
                let place = next.filled.iter().position(|one| one.section == section);
                if let Some(filled) = place.map(|place| next.filled.swap_remove(place)) {
                    next.generation += 1;
                    next.answer(filled.questions.into_iter().map(|question| (question, None)));
                }
            }
            Action::Clear => {
                let before = std::mem::take(&mut next.profile);
                next.kept = None;
                next.replace(Profile::default());
                next.unfolded.clear();
                if !before.is_empty() {
                    next.notice = Some(Notice::Cleared);
                    next.before = Some(before);
                }
            }
            Action::Restore => {
                next.focus_on(FocusTarget::element("reset"));
                if let Some(before) = next.before.take() {
                    next.replace(before);
                }
            }
            Action::Forget => next.settle(),
            Action::Keep => {
                next.focus_on(FocusTarget::element("kept"));
                next.kept = Some(next.profile.clone());
                next.stand_beside();
            }
            Action::TakeKept => {
                next.focus_on(FocusTarget::element("kept"));
                if let Some(kept) = next.kept.take() {
                    next.replace(kept);
                }
            }
            Action::DropKept => {
                next.focus_on(FocusTarget::element("kept"));
                next.kept = None;
                next.beside = None;
            }
            Action::Open(id) => next.go_to_scheme(id),
            Action::Visit(id) => {
                next.go_to_scheme(id);
                next.focus_on(FocusTarget::place("panel"));
            }
            Action::StepTab(step) => next.step_tab(step),
            Action::Focus(target) => next.focus_on(target),
            Action::GoToQuestion(position) => next.go_to_question(position),
            Action::Follow(link, troubles) => next.follow_elsewhere(link, troubles),
            Action::OpenFile(link, troubles) => next.open_file(link, troubles),
            Action::Tell(told) => {
                next.told = Some(told);
                next.focus_after_erasing(told);
            }
            Action::Remember(memory, told) => {
                told.into_iter().for_each(|told| next.focus_after_erasing(told));
                next.memory = memory;
                next.told = told;
                next.notice = next.notice.filter(|notice| *notice != Notice::Restored);
            }
            Action::Retry => {
                next.focus_on(FocusTarget::element("panel"));
                next.rules = Rules::Awaited;
            }
            Action::Loaded(asked, catalogue, rules) => next.arrive(&asked, catalogue, rules),
            Action::Guided(id, guide) => next.guide(id, guide),
            Action::Day { question, day } => {
                if let Some(scheme) = next.assessed().map(|assessed| assessed.scheme.clone()) {
                    next.profile.set_day(&scheme, &question, day);
                }
            }
            Action::RetryGuide => next.guide_failed = false,
            Action::Pause { question, paused } => {
                next.paused.retain(|one| *one != question);
                if paused {
                    next.paused.push(question);
                }
            }
            Action::Speak(language) => next.language = language,
            Action::Enlarge(larger) => next.larger = larger,
            Action::Unfold { id, open } => next.unfold(id, open),
            Action::Print => match next.assessed() {
                Some(assessed) if assessed.begun() => next.paper = true,
                _ => {
                    next.unfolded.push(guide_id(DAYS));
                    next.unfolded.extend(GuidePart::ALL.map(|part| guide_id(key(part))));
                }
            },
            Action::Dismiss => {
                next.focus_on(FocusTarget::element("panel"));
                next.troubles.clear();
            }
        }
        next.into()
    }
}
