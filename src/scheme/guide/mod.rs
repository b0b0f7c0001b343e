//! How to go about it: where to apply, in which steps, by when, what a status means, and what may have gone wrong.
//!
//! A guide belongs to a scheme and is kept in a file and a pack of its own, so that nobody waits for it who only
//! wants to know the points.

mod checklist;
mod example;
mod gloss;
mod procedure;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::visit::visit;
use super::{Question, Text};
pub use checklist::{Cause, Clash, Decider, Family, Material};
pub use example::Example;
pub use gloss::{Gloss, Spellings};
pub use procedure::{Channel, Medium, Offset, Passage, Round, Status, Term, Window};

/// What a person needs to know to apply by a scheme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Guide {
    /// Official places to ask, apply and look up.
    #[serde(rename = "channel", default)]
    pub channels: Vec<Channel>,
    /// What to do, in order.
    #[serde(rename = "step", default)]
    pub steps: Vec<Passage>,
    /// Yearly procedures: what happens when.
    #[serde(rename = "round", default)]
    pub rounds: Vec<Round>,
    /// What the office's system shows, and what to do then.
    #[serde(rename = "status", default)]
    pub statuses: Vec<Status>,
    /// How long it takes.
    #[serde(default)]
    pub processing: Vec<Passage>,
    /// How to print or collect the result.
    #[serde(default)]
    pub result: Vec<Passage>,
    /// How long it holds.
    #[serde(default)]
    pub validity: Vec<Passage>,
    /// How to keep it.
    #[serde(default)]
    pub renewal: Vec<Passage>,
    /// What to do about a result that is wrong.
    #[serde(default)]
    pub appeal: Vec<Passage>,
    /// Days that other days follow from, asked for only to compute those.
    #[serde(rename = "question", default)]
    pub questions: Vec<Question>,
    /// The days that follow.
    #[serde(rename = "term", default)]
    pub terms: Vec<Term>,
    /// Reasons why an application fails, by what the person sees.
    #[serde(rename = "family", default)]
    pub families: Vec<Family>,
    /// What to bring.
    #[serde(rename = "paper", default)]
    pub materials: Vec<Material>,
    /// Answers that do not go together.
    #[serde(rename = "clash", default)]
    pub clashes: Vec<Clash>,
    /// Parts of a guide that could not be established, and why.
    #[serde(rename = "unknown", default)]
    pub unknown: Vec<Unknown>,
    /// Words that are explained: those of this scheme alone, and once it is packed the shared ones that its texts use.
    #[serde(rename = "gloss", default)]
    pub glosses: Vec<Gloss>,
    /// Made-up people to begin with: cases of the scheme, taken over when it is packed.
    #[serde(rename = "example", default)]
    #[schemars(skip)]
    pub examples: Vec<Example>,
}

/// A part of a guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GuidePart {
    /// Official places.
    Channels,
    /// What to do.
    Steps,
    /// Yearly procedures.
    Rounds,
    /// Words of the office's system.
    Statuses,
    /// How long it takes.
    Processing,
    /// How to print or collect the result.
    Result,
    /// How long it holds.
    Validity,
    /// How to keep it.
    Renewal,
    /// What to do about a wrong result.
    Appeal,
    /// Why an application fails.
    Families,
    /// What to bring.
    #[serde(rename = "papers")]
    Materials,
}

/// A part of the guide that could not be established.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Unknown {
    /// The part.
    pub part: GuidePart,
    /// What is missing, and why; or why there is no such thing here.
    pub why: Text,
}

impl GuidePart {
    /// Every part, in the order of the page.
    pub const ALL: [GuidePart; 11] = [
        GuidePart::Steps,
        GuidePart::Channels,
        GuidePart::Rounds,
        GuidePart::Materials,
        GuidePart::Processing,
        GuidePart::Statuses,
        GuidePart::Families,
        GuidePart::Result,
        GuidePart::Validity,
        GuidePart::Renewal,
        GuidePart::Appeal,
    ];
}

impl Guide {
    /// Returns whether the guide says anything of a part.
    #[must_use]
    pub fn has(&self, part: GuidePart) -> bool {
        match part {
            GuidePart::Channels => !self.channels.is_empty(),
            GuidePart::Steps => !self.steps.is_empty(),
            GuidePart::Rounds => !self.rounds.is_empty(),
            GuidePart::Statuses => !self.statuses.is_empty(),
            GuidePart::Processing => !self.processing.is_empty(),
            GuidePart::Result => !self.result.is_empty(),
            GuidePart::Validity => !self.validity.is_empty(),
            GuidePart::Renewal => !self.renewal.is_empty(),
            GuidePart::Appeal => !self.appeal.is_empty(),
            GuidePart::Families => !self.families.is_empty(),
            GuidePart::Materials => !self.materials.is_empty(),
        }
    }
}

// A term's question is one of the guide's own, which no walk over references to the scheme meets.
visit!(Guide, |guide, visitor| {
    let Guide { families, materials, clashes, .. } = guide;
    families.visit(visitor);
    materials.visit(visitor);
    clashes.visit(visitor);
});
