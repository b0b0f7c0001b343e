//! What the page knows, and the one place where it changes. Pure: no clock, no browser.

mod action;
mod address;
mod arrival;
pub(crate) mod assessed;
pub(crate) mod cities;
pub(crate) mod focus;
mod start;

use std::rc::Rc;

use jifen::compare::Compared;
use jifen::link::{LinkProblem, Profile, Seal};
use jifen::scheme::{Catalogue, Guide, Language, Scheme};
use jiff::civil::Date;

use crate::device::Device;
use crate::device::load::Failure;
use crate::state::assessed::Assessed;
use crate::state::focus::Focus;
pub(crate) use action::Action;
pub(crate) use address::{Feedback, Notice, Persistence};
pub(crate) use start::Start;

/// The rules of the open scheme.
#[derive(Clone)]
pub(crate) enum Rules {
    /// On their way.
    Awaited,
    /// Here.
    Ready(Rc<Assessed>),
    /// All of them, the closest first.
    Compared(Rc<[(Assessed, Compared)]>),
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
    /// The id of the open scheme, or [`jifen::link::COMPARE`]; empty while no catalogue is known.
    pub(crate) open: String,
    pub(crate) rules: Rules,
    pub(crate) profile: Profile,
    pub(crate) troubles: Vec<LinkProblem>,
    /// What is unfolded: items of the result and sections of the form, by their element id.
    pub(crate) unfolded: Vec<String>,
    /// Where the keyboard goes after this rendering.
    pub(crate) focus: Focus,
    pub(crate) filled: Vec<Filled>,
    /// What has just happened to all answers at once, until something else is answered.
    pub(crate) notice: Option<Notice>,
    /// The answers before that.
    pub(crate) before: Option<Profile>,
    pub(crate) device: Device,
    pub(crate) memory: Persistence,
    /// What became of what was last asked of the device.
    pub(crate) told: Option<Feedback>,
    /// Answers kept beside those of the form, to see what a change makes of them.
    kept: Option<Profile>,
    /// The same by the open scheme.
    pub(crate) beside: Option<Rc<Assessed>>,
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
            focus: Focus::default(),
            filled: Vec::new(),
            notice: None,
            before: None,
            device,
            memory: Persistence::Off,
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
    pub(crate) fn assessed(&self) -> Option<&Rc<Assessed>> {
        match &self.rules {
            Rules::Ready(assessed) => Some(assessed),
            _ => None,
        }
    }

    /// The open scheme if it asks a question, or else any that does.
    pub(crate) fn scheme_asking(&self, question: &str) -> Option<&Scheme> {
        let open = self.assessed().map(|assessed| &assessed.scheme);
        let mut schemes = open.into_iter().chain(&self.loaded);
        schemes.find(|scheme| scheme.question(question).is_some()).map(|scheme| &**scheme)
    }
}
