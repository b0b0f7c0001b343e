//! What can happen, as data.

use std::rc::Rc;

use jifen::answers::Value;
use jifen::assess::FixStep;
use jifen::link::{Link, LinkProblem};
use jifen::scheme::{Catalogue, Guide, Language, Purpose, Scheme};
use jiff::civil::Date;

use crate::device::history::HalfTyped;
use crate::device::later::Later;
use crate::device::load::Failure;
use crate::state::cities::TabStep;
use crate::state::focus::FocusTarget;
use crate::state::fold::Fold;
use crate::state::rules::EditionKey;
use crate::state::sharing::{Feedback, Persistence};

/// What can happen.
#[derive(Clone)]
pub(crate) enum Action {
    /// Answers a question, by its position, or takes its answer back.
    Answer {
        question: usize,
        value: Option<Value>,
    },
    /// Answers a question for a history, by its position, by records that were pasted; its fields show them.
    UseRecords {
        question: usize,
        value: Value,
    },
    /// Keeps what stands in the fields of a question and is no answer.
    HalfTyped(HalfTyped),
    /// Answers the open questions of a section, by its position, with none.
    NoneOf {
        section: usize,
    },
    /// Answers the open questions of a section that are usually alike like the first of them.
    Alike {
        section: usize,
    },
    /// Takes those answers back.
    TakeBack {
        section: usize,
    },
    /// Sets a question aside, by its position, as one that the person cannot answer, or takes it up again.
    SetAside {
        question: usize,
        aside: bool,
    },
    /// Fills the form with an example, by its position in the guide.
    FillExample(usize),
    /// Takes the answers of an example out of the form.
    LeaveExample,
    /// Clears all answers; where the device remembered them, says whether it has forgotten them.
    Clear {
        erased: Option<bool>,
    },
    /// Brings back the answers before they were replaced.
    Restore,
    /// Gives up the way back to them.
    ForgetUndo,
    /// A fact goes on, or does not, from now on.
    Pause {
        question: String,
        paused: bool,
    },
    /// Names a day that the guide asks for.
    Day {
        question: String,
        day: Option<Date>,
    },

    /// Keeps the answers as they are now.
    Keep,
    /// Goes back to the answers kept.
    TakeKept,
    /// Keeps them no longer.
    DropKept,
    /// Keeps the answers as they are, and tries what a suggestion would make of them.
    Try(Vec<FixStep>),

    /// Opens a scheme.
    Open(String),
    /// Opens a scheme from within the panel, whose buttons go: the keyboard stays with the panel.
    Visit(String),
    /// Opens an edition of the open scheme, by its id.
    OpenEdition(String),
    /// Puts an edition of the open scheme beside the open one, by its id, or takes it away.
    PutBeside(Option<String>),
    /// Opens the tab that an arrow leads to.
    StepTab(TabStep),
    /// Leads the person somewhere.
    Focus(FocusTarget),
    /// Leads the person to a question, by its position, unfolding what hides it.
    GoToQuestion(usize),
    /// Leads the person to the result, and remembers where they were.
    GoToResult,
    /// Leads the person to something that is folded away, by its element, unfolding what hides it.
    GoTo {
        folds: Vec<Fold>,
        place: String,
    },
    /// Says what the person wants the points for.
    SetPurpose(Option<Purpose>),
    /// Looks for a word that an office's system shows.
    LookUp(String),
    /// Unfolds something, or folds it.
    Unfold {
        fold: Fold,
        open: bool,
    },
    SetLanguage(Language),
    /// Makes all text larger, or not.
    Enlarge(bool),
    /// Makes the sheet to print; before any answer, unfolds what there is.
    Print,
    /// Closes the list of what could not be used.
    Dismiss,

    /// Follows an address that somebody made.
    Follow(Link, Vec<LinkProblem>),
    /// Goes back, or forward again, to an entry of the history that this page wrote for some answers.
    Return {
        link: Link,
        problems: Vec<LinkProblem>,
        series: u32,
    },
    /// Takes up the answers of a file.
    OpenFile(Link, Vec<LinkProblem>),
    /// Says what became of something asked of the device.
    Feedback(Feedback),
    /// Says how it stands with remembering, and what became of asking for it.
    Remember(Persistence, Option<Feedback>),

    /// Asks for the rules once more.
    Retry,
    /// Takes up what came of asking for a scheme.
    RulesLoaded {
        asked: String,
        catalogue: Option<Rc<Catalogue>>,
        rules: Result<Vec<Rc<Scheme>>, Failure>,
    },
    /// Asks for the guide once more.
    RetryGuide,
    /// The later part of the program arrived, or did not.
    LaterLoaded(Later),
    /// Asks for it again; the button that was pressed goes, and the keyboard to a place that stays.
    RetryLater(Option<FocusTarget>),
    /// Takes up the guide of a scheme; none where it did not come.
    GuideLoaded(EditionKey, Option<Rc<Guide>>),
}
