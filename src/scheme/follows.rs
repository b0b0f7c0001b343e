//! How the answer to a question follows from a history: periods of work, homes or permits with their months.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::visit::{Reference, visit};
use super::{Day, Month, Ref};

/// How answers follow from periods that the person gave; an answer given by hand comes first. A closed set, as that of the
/// formulas, so that each can be linted, explained, and counted again on a later day. A question stands in at most one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Follows {
    /// The questions whose answer it is.
    pub questions: Vec<Ref>,
    /// Which months count. Where the question asks for a multiple of a figure, only those whose base reaches it.
    pub months: Months,
    /// What of them is the answer.
    pub count: Count,
    /// Only the last so many months that are over by `until`, 1 to 600; with `present` the present one is the last of them.
    #[serde(default)]
    pub last: Option<u16>,
    /// The day up to which they are counted, by default that of the assessment; a fixed day, a day of the scheme's round, or
    /// one so many years before either.
    #[serde(default)]
    pub until: Option<Day>,
    /// Where that day is still to come: whether months are counted on to it, if all goes on. Otherwise they are counted to
    /// the day of the assessment.
    #[serde(default)]
    pub ahead: bool,
    /// Whether what goes on holds the present month as well, because the question counts it.
    #[serde(default)]
    pub present: bool,
    /// Nothing follows where no period of these kinds was given: people name such only when asked.
    #[serde(default)]
    pub if_named: bool,
    /// For a question of yes or no: yes from so many months on.
    #[serde(default)]
    pub at_least: Option<u16>,
}

/// Months of the calendar, each once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case", deny_unknown_fields)]
pub enum Months {
    /// The months of the periods of some kinds.
    Of {
        /// A question answered by periods.
        history: Ref,
        /// The kinds, by their ids.
        kinds: Vec<Ref>,
    },
    /// The months in any of these.
    Any(Vec<Months>),
    /// The months in all of these.
    All(Vec<Months>),
    /// The months in one and not in the other.
    Without {
        /// The one.
        of: Box<Months>,
        /// The other.
        without: Box<Months>,
    },
    /// The months from one to another.
    Within {
        /// Of which months.
        of: Box<Months>,
        /// The first month; without it, from any.
        #[serde(default)]
        from: Option<Month>,
        /// The last month; without it, to any.
        #[serde(default)]
        to: Option<Month>,
    },
    /// The months that follow on one another without a gap up to the day of reckoning.
    Unbroken(Box<Months>),
    /// The same months as one piece, where pieces are counted.
    OnePiece(Box<Months>),
}

/// What of some months is the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Count {
    /// How many there are.
    Months,
    /// How many full years they make.
    Years,
    /// How many follow on one another at the most.
    LongestRun,
    /// How many there are in each period by itself.
    Pieces,
    /// Whether they go on.
    GoOn,
}

impl Months {
    /// Returns the positions of the histories that they are taken from, each once.
    pub fn histories(&self) -> Vec<usize> {
        let mut found = Vec::new();
        self.note_histories(&mut found);
        found
    }

    /// Notes the histories whose months are left out of these.
    pub(crate) fn note_left_out(&self, found: &mut Vec<usize>) {
        match self {
            Months::Of { .. } => {}
            Months::Any(parts) | Months::All(parts) => {
                parts.iter().for_each(|part| part.note_left_out(found));
            }
            Months::Without { of, without } => {
                of.note_left_out(found);
                without.note_histories(found);
            }
            Months::Within { of, .. } | Months::Unbroken(of) | Months::OnePiece(of) => {
                of.note_left_out(found);
            }
        }
    }

    fn note_histories(&self, found: &mut Vec<usize>) {
        match self {
            Months::Of { history, .. } => {
                found.extend(history.position().filter(|position| !found.contains(position)));
            }
            Months::Any(parts) | Months::All(parts) => {
                parts.iter().for_each(|part| part.note_histories(found));
            }
            Months::Without { of, without } => {
                of.note_histories(found);
                without.note_histories(found);
            }
            Months::Within { of, .. } | Months::Unbroken(of) | Months::OnePiece(of) => {
                of.note_histories(found);
            }
        }
    }
}

visit!(Follows, |follows, visitor| {
    let Follows { questions, months, until, .. } = follows;
    for question in questions {
        visitor(Reference::Question(question));
    }
    months.visit(visitor);
    until.visit(visitor);
});

visit!(Months, |months, visitor| match months {
    Months::Of { history, kinds } => {
        visitor(Reference::Question(history));
        for kind in kinds {
            visitor(Reference::Option { question: history, option: kind });
        }
    }
    Months::Any(parts) | Months::All(parts) => parts.visit(visitor),
    Months::Without { of, without } => {
        of.visit(visitor);
        without.visit(visitor);
    }
    Months::Within { of, .. } | Months::Unbroken(of) | Months::OnePiece(of) => of.visit(visitor),
});
