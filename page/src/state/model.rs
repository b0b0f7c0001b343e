//! What the page knows.

use std::rc::Rc;

use jifen::link::{LinkProblem, Profile};
use jifen::scheme::{Catalogue, Entry, Language, Scheme};
use jiff::civil::Date;

use crate::device::Device;
use crate::device::history::HalfTyped;
use crate::device::later::Later;
use crate::state::assessed::Assessed;
use crate::state::focus::{Focus, FocusTarget};
use crate::state::fold::Fold;
use crate::state::leading::Leading;
use crate::state::other_edition::OtherEdition;
use crate::state::rules::{Library, Rules};
use crate::state::sharing::Sharing;
use crate::state::side_by_side::SideBySide;
use crate::state::undo::Undo;

/// What the page knows. It changes in the reducer only.
#[derive(Clone)]
pub(crate) struct State {
    /// The day of the assessment.
    pub(crate) on: Date,
    /// What is known of the device.
    pub(crate) device: Device,
    pub(crate) language: Language,
    /// Whether all text is larger.
    pub(crate) larger: bool,
    /// What is unfolded.
    pub(crate) unfolded: Vec<Fold>,
    /// Where the keyboard goes after this rendering.
    pub(crate) focus: Focus,
    /// Whether what happened last was an answer: what follows from it may then be drawn a moment later.
    pub(crate) just_answered: bool,
    /// The part of the program that the first screen does without.
    pub(crate) later: Later,
    /// Whether the sheet of paper is there, as long as it may be printed.
    pub(crate) paper: bool,

    pub(crate) catalogue: Option<Rc<Catalogue>>,
    /// The id of the open scheme, or [`jifen::link::COMPARE`]; empty while no catalogue is known.
    pub(crate) open: String,
    /// The rules of the open scheme, with what follows from them for the person.
    pub(crate) rules: Rules,
    /// All that has arrived.
    pub(crate) library: Library,
    /// The edition that the address names, until it has been held against the rules.
    pub(super) written_for: Option<String>,
    /// The edition that is open because somebody named it; without one, the day decides.
    pub(super) edition: Option<String>,
    /// The edition that stands beside it.
    pub(crate) other_edition: Option<OtherEdition>,
    /// The rule that an address led to, by its id, as long as its scheme is open.
    pub(crate) rule: Option<String>,

    /// What the person answered.
    pub(crate) profile: Profile,
    /// Which answers of this tab they are: raised when a link brings others, so that going back in the browser's history
    /// tells another view of the same answers from other answers.
    pub(crate) series: u32,
    /// What of an address or a file could not be used.
    pub(crate) problems: Vec<LinkProblem>,
    /// What stands in fields of the open scheme and is no answer yet.
    pub(crate) half_typed: Vec<HalfTyped>,
    /// Raised whenever answers change other than by typing, so that fields forget what was typed.
    pub(crate) generation: u32,
    /// The ids of questions whose facts will not go on, as the person says.
    pub(crate) paused: Vec<String>,
    pub(crate) undo: Undo,
    pub(crate) side_by_side: SideBySide,
    pub(crate) leading: Leading,
    pub(crate) sharing: Sharing,
}

impl State {
    /// Returns the page without rules and answers.
    pub(super) fn empty(on: Date, device: Device) -> State {
        State {
            on,
            language: device.usual_language(),
            series: device.series.unwrap_or_default(),
            device,
            larger: false,
            unfolded: Vec::new(),
            focus: Focus::default(),
            just_answered: false,
            later: Later::at_first(),
            paper: false,
            catalogue: None,
            open: String::new(),
            rules: Rules::Awaited,
            library: Library::default(),
            written_for: None,
            edition: None,
            other_edition: None,
            rule: None,
            profile: Profile::default(),
            problems: Vec::new(),
            half_typed: Vec::new(),
            generation: 0,
            paused: Vec::new(),
            undo: Undo::default(),
            side_by_side: SideBySide::default(),
            leading: Leading::default(),
            sharing: Sharing::default(),
        }
    }

    /// Returns the id of the scheme that opens where the fragment of the address names none: that of the path, or the first.
    pub(super) fn usual_scheme(&self) -> Option<&str> {
        let named = self.device.path.scheme();
        let Some(catalogue) = &self.catalogue else { return named };
        let entry = named.and_then(|named| catalogue.entry(named)).or(catalogue.entries.first());
        entry.map(|entry| entry.id.as_str())
    }

    /// Returns the open scheme with what follows from it, once its rules are here.
    pub(crate) fn assessed(&self) -> Option<&Rc<Assessed>> {
        match &self.rules {
            Rules::Ready(assessed) => Some(assessed),
            _ => None,
        }
    }

    /// Returns the edition that somebody named, by its id.
    pub(crate) fn edition_named(&self) -> Option<&str> {
        self.edition.as_deref().or(self.written_for.as_deref())
    }

    /// Returns the file with the rules of what is open, as far as the dot.
    pub(crate) fn file(&self) -> String {
        let entry = self.catalogue.as_ref().and_then(|catalogue| catalogue.entry(&self.open));
        let file = entry.and_then(|entry| {
            let edition = entry.edition(self.edition.as_deref(), self.on)?;
            Some(entry.file(&edition.id))
        });
        file.unwrap_or_else(|| self.open.clone())
    }

    /// Returns what is open, for the browser's history: a scheme and, where somebody named another than that of the day, its
    /// edition. Every address names one, so that a page loaded anew is the same view.
    pub(crate) fn view(&self) -> String {
        let entry = self.catalogue.as_ref().and_then(|catalogue| catalogue.entry(&self.open));
        let of_the_day = entry.and_then(|entry| entry.edition(None, self.on));
        let other =
            |edition: &&String| of_the_day.is_none_or(|of_the_day| of_the_day.id != **edition);
        match self.edition.as_ref().filter(other) {
            Some(edition) => [&self.open, "@", edition].concat(),
            None => self.open.clone(),
        }
    }

    /// Returns the rules of a scheme of the catalogue, if they are here: in the edition that is open or, where no other was
    /// named, in the one that the day is assessed by.
    pub(super) fn rules_here(&self, entry: &Entry) -> Option<&Rc<Scheme>> {
        let named = self.edition.as_deref().filter(|_| entry.id == self.open);
        self.library.scheme(&entry.id, &entry.edition(named, self.on)?.id)
    }

    /// Returns the open scheme if it asks a question, or else any that does.
    pub(crate) fn scheme_asking(&self, question: &str) -> Option<&Scheme> {
        let open = self.assessed().map(|assessed| &assessed.scheme);
        let mut schemes = open.into_iter().chain(&self.library.schemes);
        schemes.find(|scheme| scheme.question(question).is_some()).map(|scheme| &**scheme)
    }

    /// Returns whether the guide of the open scheme is not to be had: its file, or the part of the program that reads it.
    pub(crate) fn guide_is_missing(&self) -> bool {
        self.library.guide_failed || self.later == Later::Failed
    }

    /// Returns whether something is unfolded.
    pub(crate) fn is_unfolded(&self, fold: &Fold) -> bool {
        self.unfolded.contains(fold)
    }

    /// Unfolds something, or folds it.
    pub(super) fn unfold(&mut self, fold: Fold, open: bool) {
        self.unfolded.retain(|unfolded| *unfolded != fold);
        if open {
            self.unfolded.push(fold);
        }
    }

    /// Sends the keyboard to a place once the page is drawn.
    pub(super) fn focus_on(&mut self, target: FocusTarget) {
        self.focus = Focus { target: Some(target), moves: self.focus.moves + 1 };
    }
}
