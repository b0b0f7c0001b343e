//! What a rule file may say: questions, formulas, conditions, citations.

mod amount;
mod basis;
mod bind;
mod change;
mod citation;
mod date_serde;
mod edition;
mod editions;
mod filing;
mod follows;
mod growth;
mod guide;
mod holidays;
mod month;
mod month_day;
mod pack;
mod parameter;
mod predicate;
mod question;
mod reference;
mod rule;
mod score;
mod text;
mod undecided;
mod visit;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use amount::{Amount, Day};
pub use basis::Basis;
pub use change::{Change, Effort, LeadTime, StatedLead};
pub use citation::{Citation, Document, Grade, Source, SourceKind};
pub use edition::{Doubt, Edition, EditionKind, Removed, RemovedKind, Validity};
pub use editions::Editions;
pub use filing::{Filing, FilingWindow, RoundEnds};
pub use follows::{Count, Follows, Months};
pub use growth::Growth;
pub use guide::{
    Cause, Channel, Clash, Decider, Example, Family, Gloss, Guide, GuidePart, Material, Medium,
    Offset, Passage, Round, Spellings, Status, Term, Unknown, Window,
};
pub use holidays::{DaysOff, HolidayYear, Holidays};
pub use month::{Month, NoMonth};
pub use month_day::MonthDay;
pub use pack::{Catalogue, EditionEntry, Entry, FORMAT, PackError, RESERVED};
pub use parameter::{Limits, Multiple, Parameter, ParameterValue};
pub use predicate::Predicate;
pub use question::{AnswerKind, Choice, Presumption, Question, Scope, Section, Unit};
pub use reference::Ref;
pub use rule::{
    Combination, Condition, Cutoff, Floor, Group, Indicator, Keep, LeftOut, Line, Notice, Ranking,
    TableTotal, Target, UpTo, Weight,
};
pub use score::{OptionRow, PathSegment, Score, StepRow, TestRow};
pub use text::{Language, Text};
use visit::visit;
pub use visit::{Reference, Visit};

/// One city's points system in one use, in one edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Scheme {
    /// Stable id, the name of its folder under `rules/`.
    pub id: String,
    /// The city whose tab holds the scheme.
    pub city: City,
    /// What the scheme is called.
    pub name: Text,
    /// What the points are good for, in a sentence.
    pub purpose: Text,
    /// What people want the points for; empty where that was not found.
    pub purposes: Vec<Purpose>,
    /// The edition of the rules.
    pub edition: Edition,
    /// The documents that set them.
    #[serde(rename = "document")]
    pub documents: Vec<Document>,
    /// Where the rules were read, other than in these.
    #[serde(rename = "source", default)]
    pub sources: Vec<Source>,
    /// When applications are taken, where that decides up to which day something counts.
    #[serde(default)]
    pub filing: Option<Filing>,
    /// Figures that change with the years and that its months are held against.
    #[serde(rename = "parameter", default)]
    pub parameters: Vec<Parameter>,
    /// Every question the scheme uses, in the order of the form.
    #[serde(rename = "question", default)]
    pub questions: Vec<Question>,
    /// The form.
    #[serde(rename = "section")]
    pub sections: Vec<Section>,
    /// What must hold to apply.
    #[serde(rename = "condition", default)]
    pub conditions: Vec<Condition>,
    /// What is scored; nothing where conditions alone decide.
    #[serde(rename = "indicator", default)]
    pub indicators: Vec<Indicator>,
    /// Indicators of which the rule does not simply count all.
    #[serde(rename = "together", default)]
    pub combinations: Vec<Combination>,
    /// How counts grow, beside that time passes.
    #[serde(rename = "growth", default)]
    pub growths: Vec<Growth>,
    /// How answers follow from histories.
    #[serde(default)]
    pub follows: Vec<Follows>,
    /// What the total is held against.
    pub line: Line,
    /// The total never falls below this, where the rule says so.
    #[serde(default)]
    pub floor: Option<Floor>,
    /// Things to know or to check that no formula decides.
    #[serde(rename = "notice", default)]
    pub notices: Vec<Notice>,
    /// Parts of the official table that are not included, and why.
    #[serde(rename = "left-out", default)]
    pub left_out: Vec<LeftOut>,
    /// What the edition no longer has of the one that is written whole, and why.
    #[serde(rename = "removed", default)]
    pub removed: Vec<Removed>,
    /// SHA-256 of the pack that holds these rules; none where they were read from JSON.
    #[serde(skip)]
    pub fingerprint: Option<[u8; 32]>,
}

/// What people want points for: by it they find the schemes that concern them.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// A child's place in a school.
    School,
    /// Household registration (户口) in the city.
    Household,
    /// Public services other than schooling.
    Services,
}

/// A city with a tab of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct City {
    /// Stable id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Where its tab stands in the tab bar, from 1.
    pub tab: u16,
}

impl Scheme {
    /// Returns the position of a question.
    pub fn question(&self, id: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.id == id)
    }

    /// Returns whether it gives points at all, or conditions alone decide.
    pub fn scores(&self) -> bool {
        !self.indicators.is_empty()
    }

    /// Returns the sources of some ids, in their order.
    pub fn sources<'a>(&'a self, ids: &'a [String]) -> impl Iterator<Item = &'a Source> {
        ids.iter().filter_map(|id| self.sources.iter().find(|source| source.id == *id))
    }

    /// Returns what the rules say of how the answer to the question at a position grows.
    pub fn growth_of(&self, question: usize) -> Option<&Growth> {
        let names =
            |growth: &&Growth| growth.questions.iter().any(|one| one.position() == Some(question));
        self.growths.iter().find(names)
    }

    /// Returns how the answer to the question at a position follows from a history, where it does.
    pub fn follows_of(&self, question: usize) -> Option<&Follows> {
        let names = |follows: &&Follows| {
            follows.questions.iter().any(|one| one.position() == Some(question))
        };
        self.follows.iter().find(names)
    }

    /// Returns the positions of the questions that follow from histories, with how they do.
    pub fn following(&self) -> impl Iterator<Item = (usize, &Follows)> {
        self.follows.iter().flat_map(|follows| {
            follows.questions.iter().filter_map(move |one| Some((one.position()?, follows)))
        })
    }

    /// Returns of how many last months the question at a position counts some, where it does.
    pub fn window_of(&self, question: usize) -> Option<u16> {
        self.growth_of(question)?.of_last
    }

    /// Returns the position of a document.
    pub fn document(&self, id: &str) -> Option<usize> {
        self.documents.iter().position(|document| document.id == id)
    }
}

visit!(Scheme, |scheme, visitor| {
    let Scheme { parameters, questions, sections, edition, line, filing, .. } = scheme;
    filing.visit(visitor);
    parameters.visit(visitor);
    questions.visit(visitor);
    sections.visit(visitor);
    edition.visit(visitor);
    line.visit(visitor);
    let Scheme { growths, follows, removed, notices, combinations, conditions, indicators, .. } =
        scheme;
    growths.visit(visitor);
    follows.visit(visitor);
    removed.visit(visitor);
    notices.visit(visitor);
    combinations.visit(visitor);
    conditions.visit(visitor);
    indicators.visit(visitor);
    let Scheme { floor, left_out, .. } = scheme;
    floor.visit(visitor);
    left_out.visit(visitor);
});
