//! What the page knows, and the one place where it changes. Pure: no clock, no browser.

mod address;

use std::rc::Rc;

use jifen::answers::Value;
use jifen::compare::{Compared, compared, in_order};
use jifen::link::{COMPARE, Link, Profile, Seal, Trouble};
use jifen::scheme::{Catalogue, Guide, Language, PackError, Part, Scheme};
use jiff::civil::Date;
use yew::Reducible;

use super::Start;
use super::device::Device;
use super::guide::{DAYS, key};
use super::ids::guide_id;
use super::load::Failure;
use super::view::View;
pub(crate) use address::{Memory, Notice, Told};

/// The rules of the open scheme.
#[derive(Clone)]
pub(crate) enum Rules {
    /// On their way.
    Awaited,
    /// Here.
    Ready(Rc<View>),
    /// All of them, the closest first.
    Compared(Rc<[(View, Compared)]>),
    /// Not to be had.
    Failed(Failure),
}

/// Questions that one press answered with none.
#[derive(Clone)]
pub(crate) struct Filled {
    pub(crate) section: usize,
    pub(crate) questions: Vec<usize>,
}

/// What the page knows.
#[derive(Clone)]
pub(crate) struct State {
    pub(crate) on: Date,
    pub(crate) language: Language,
    pub(crate) larger: bool,
    pub(crate) catalogue: Option<Rc<Catalogue>>,
    /// The id of the open scheme, or [`COMPARE`]; empty while no catalogue is known.
    pub(crate) open: String,
    pub(crate) rules: Rules,
    pub(crate) profile: Profile,
    pub(crate) troubles: Vec<Trouble>,
    /// What is unfolded: items of the result and sections of the form, by their element id.
    pub(crate) unfolded: Vec<String>,
    pub(crate) filled: Vec<Filled>,
    /// What has just happened to all answers at once, until something else is answered.
    pub(crate) notice: Option<Notice>,
    /// The answers before that.
    pub(crate) before: Option<Profile>,
    pub(crate) device: Device,
    pub(crate) memory: Memory,
    /// What became of what was last asked of the device.
    pub(crate) told: Option<Told>,
    /// Answers kept beside those of the form, to see what a change makes of them.
    kept: Option<Profile>,
    /// The same by the open scheme.
    pub(crate) beside: Option<Rc<View>>,
    /// The ids of questions whose facts will not go on, as the person says.
    pub(crate) paused: Vec<String>,
    /// Raised whenever answers change other than by typing, so that fields forget what was typed.
    pub(crate) generation: u32,
    /// What a printed sheet said, as long as no answer has changed since its address was opened.
    pub(crate) seal: Option<Seal>,
    /// Whether the sheet of paper is there, as long as it may be printed.
    pub(crate) paper: bool,
    /// The edition that the address names, until it has been held against the rules.
    written_for: Option<String>,
    loaded: Vec<Rc<Scheme>>,
    /// The guides that have arrived, by scheme.
    guides: Vec<(String, Rc<Guide>)>,
    /// Whether the guide of the open scheme is not to be had.
    pub(crate) guide_failed: bool,
}

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
    Open(String),
    Follow(Link, Vec<Trouble>),
    /// A file with answers was opened.
    OpenFile(Link, Vec<Trouble>),
    /// What became of something asked of the device.
    Tell(Told),
    /// How it stands with remembering, and what became of asking for it.
    Remember(Memory, Option<Told>),
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
    /// The page as it opens.
    pub(crate) fn begin(start: Start) -> State {
        let Start { on, catalogue, rules, link, troubles, device } = start;
        let mut state = State {
            on,
            language: Language::Zh,
            larger: false,
            catalogue: None,
            open: String::new(),
            rules: Rules::Awaited,
            profile: Profile::default(),
            troubles: Vec::new(),
            unfolded: Vec::new(),
            filled: Vec::new(),
            notice: None,
            before: None,
            device,
            memory: Memory::Off,
            told: None,
            kept: None,
            beside: None,
            paused: Vec::new(),
            generation: 0,
            seal: None,
            paper: false,
            written_for: None,
            loaded: Vec::new(),
            guides: Vec::new(),
            guide_failed: false,
        };
        state.begin_with(link, troubles);
        let asked = state.open.clone();
        state.arrive(&asked, catalogue, rules);
        state
    }

    /// The open scheme, once its rules are here.
    pub(crate) fn view(&self) -> Option<&Rc<View>> {
        match &self.rules {
            Rules::Ready(view) => Some(view),
            _ => None,
        }
    }

    /// The open scheme if it asks a question, or else any that does.
    pub(crate) fn scheme_asking(&self, question: &str) -> Option<&Scheme> {
        let open = self.view().map(|view| &view.scheme);
        let mut schemes = open.into_iter().chain(&self.loaded);
        schemes.find(|scheme| scheme.question(question).is_some()).map(|scheme| &**scheme)
    }

    /// Opens a scheme; the first where there is none of that name.
    fn open(&mut self, id: String) {
        let Some(catalogue) = self.catalogue.clone() else {
            self.open = id;
            return;
        };
        let known = id == COMPARE || catalogue.entries.iter().any(|entry| entry.id == id);
        if !known && !id.is_empty() {
            self.troubles.push(Trouble::UnknownScheme(id.clone()));
            self.written_for = None;
        }
        let first = || catalogue.entries.first().map(|entry| entry.id.clone());
        self.open = if known { id } else { first().unwrap_or_default() };
        self.rules = Rules::Awaited;
        self.guide_failed = false;
        // Two cities may ask the same question: what is typed belongs to one of them.
        self.generation += 1;
        self.show();
    }

    fn arrive(
        &mut self,
        asked: &str,
        catalogue: Option<Rc<Catalogue>>,
        rules: Result<Vec<Rc<Scheme>>, Failure>,
    ) {
        // A failure concerns only what is still awaited.
        let awaited = self.open == asked && self.is_awaited();
        if self.catalogue.is_none() && catalogue.is_some() {
            self.catalogue = catalogue;
            let open = std::mem::take(&mut self.open);
            self.open(open);
        }
        match rules {
            Ok(schemes) => {
                for scheme in schemes {
                    if self.loaded(&scheme.id).is_none() {
                        self.loaded.push(scheme);
                    }
                }
                if self.is_awaited() {
                    self.show();
                }
                // Files of two builds: the catalogue names a scheme that the other file lacks.
                if awaited && self.is_awaited() {
                    self.rules = Rules::Failed(Failure::Pack(PackError::OtherBuild { found: 0 }));
                }
            }
            Err(failure) if awaited => self.rules = Rules::Failed(failure),
            Err(_) => {}
        }
    }

    fn is_awaited(&self) -> bool {
        !matches!(self.rules, Rules::Ready(_) | Rules::Compared(_))
    }

    fn loaded(&self, id: &str) -> Option<&Rc<Scheme>> {
        self.loaded.iter().find(|scheme| scheme.id == id)
    }

    /// Shows what is open, if its rules are here.
    fn show(&mut self) {
        if self.open == COMPARE {
            return self.compare();
        }
        let Some(scheme) = self.loaded(&self.open).cloned() else { return };
        let (answers, troubles) = self.profile.answers(&scheme, self.on);
        self.troubles.extend(troubles);
        let other = self.written_for.take().filter(|edition| *edition != scheme.edition.id);
        self.troubles.extend(other.map(Trouble::OtherEdition));
        let guide = self.guides.iter().find(|(id, _)| *id == scheme.id);
        let guide = guide.map(|(_, guide)| guide.clone());
        self.rules = Rules::Ready(Rc::new(View::new(scheme, guide, answers, self.on)));
        self.stand_beside();
    }

    /// Assesses the answers kept, by the open scheme.
    fn stand_beside(&mut self) {
        self.beside = self.view().zip(self.kept.clone()).map(|(view, mut kept)| {
            let (answers, _) = kept.answers(&view.scheme, self.on);
            Rc::new(view.with(answers))
        });
    }

    fn guide(&mut self, id: String, guide: Option<Rc<Guide>>) {
        let here = self.view().filter(|view| view.scheme.id == id).cloned();
        match (guide, here) {
            (Some(guide), here) => {
                self.guides.push((id, guide.clone()));
                if let Some(view) = here {
                    self.rules = Rules::Ready(Rc::new(view.guided(guide)));
                }
            }
            (None, Some(_)) => self.guide_failed = true,
            (None, None) => {}
        }
    }

    fn compare(&mut self) {
        self.written_for = None;
        let entries = self.catalogue.as_ref().map_or(&[][..], |catalogue| &catalogue.entries);
        let schemes = entries.iter().map(|entry| self.loaded(&entry.id).cloned());
        let Some(schemes) = schemes.collect::<Option<Vec<_>>>() else { return };
        let (answers, troubles) =
            self.profile.answers_to_all(schemes.iter().map(|scheme| &**scheme), self.on);
        self.troubles.extend(troubles);
        let rows = schemes.into_iter().zip(answers).map(|(scheme, answers)| {
            let view = View::brief(scheme, answers, self.on);
            let compared = compared(&view.scheme, &view.answers, &view.assessment, view.shown());
            (view, compared)
        });
        self.rules = Rules::Compared(in_order(rows).into());
    }

    fn answer(&mut self, changes: impl IntoIterator<Item = (usize, Option<Value>)>) {
        let Rules::Ready(view) = &self.rules else { return };
        let scheme = view.scheme.clone();
        let mut answers = view.answers.clone();
        for (position, value) in changes {
            let question = &scheme.questions[position];
            self.profile.set(&scheme, question, value.as_ref());
            answers.set(&question.id, value);
        }
        self.rules = Rules::Ready(Rc::new(view.with(answers)));
        self.settle();
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
        next.paper &= matches!(action, Action::Guided(..) | Action::Tell(_));
        match action {
            Action::Answer { question, value } => {
                for filled in &mut next.filled {
                    filled.questions.retain(|one| *one != question);
                }
                next.answer([(question, value)]);
            }
            Action::NoneOf { section } => {
                let Some(view) = next.view().cloned() else { return next.into() };
                let changes = view.nones(section);
                let questions = changes.iter().map(|(question, _)| *question).collect();
                next.filled.retain(|one| one.section != section);
                next.filled.push(Filled { section, questions });
                next.generation += 1;
                next.answer(changes.into_iter().map(|(question, value)| (question, Some(value))));
            }
            Action::TakeBack { section } => {
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
                if let Some(before) = next.before.take() {
                    next.replace(before);
                }
            }
            Action::Forget => next.settle(),
            Action::Keep => {
                next.kept = Some(next.profile.clone());
                next.stand_beside();
            }
            Action::TakeKept => {
                if let Some(kept) = next.kept.take() {
                    next.replace(kept);
                }
            }
            Action::DropKept => {
                next.kept = None;
                next.beside = None;
            }
            Action::Open(id) => {
                next.troubles.clear();
                next.filled.clear();
                next.written_for = None;
                next.seal = None;
                next.open(id);
            }
            Action::Follow(link, troubles) => next.follow_elsewhere(link, troubles),
            Action::OpenFile(link, troubles) => next.open_file(link, troubles),
            Action::Tell(told) => next.told = Some(told),
            Action::Remember(memory, told) => {
                next.memory = memory;
                next.told = told;
                next.notice = next.notice.filter(|notice| *notice != Notice::Restored);
            }
            Action::Retry => next.rules = Rules::Awaited,
            Action::Loaded(asked, catalogue, rules) => next.arrive(&asked, catalogue, rules),
            Action::Guided(id, guide) => next.guide(id, guide),
            Action::Day { question, day } => {
                if let Some(scheme) = next.view().map(|view| view.scheme.clone()) {
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
            Action::Unfold { id, open } => {
                next.unfolded.retain(|one| *one != id);
                if open {
                    next.unfolded.push(id);
                }
            }
            Action::Print => match next.view() {
                Some(view) if view.begun() => next.paper = true,
                _ => {
                    next.unfolded.push(guide_id(DAYS));
                    next.unfolded.extend(Part::ALL.map(|part| guide_id(key(part))));
                }
            },
            Action::Dismiss => next.troubles.clear(),
        }
        next.into()
    }
}
