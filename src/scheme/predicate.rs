//! What must be true of the answers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::visit::{Reference, visit};
use super::{Amount, Day, Ref};

/// Something that holds or does not, or is not known yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Predicate {
    /// A yes-no question is answered with yes.
    Yes(Ref),
    /// A choice is answered with one of these options.
    OneOf {
        /// The choice.
        question: Ref,
        /// The options that satisfy the test.
        options: Vec<Ref>,
    },
    /// An amount is this large or larger.
    AtLeast {
        /// The amount.
        of: Amount,
        /// The smallest that satisfies the test.
        value: i64,
    },
    /// An amount is this small or smaller.
    AtMost {
        /// The amount.
        of: Amount,
        /// The largest that satisfies the test.
        value: i64,
    },
    /// A day is not before another.
    NotBefore {
        /// The day in question.
        day: Day,
        /// The earliest day that satisfies the test.
        earliest: Day,
    },
    /// Every one of these holds.
    All(Vec<Predicate>),
    /// At least one of these holds.
    Any(Vec<Predicate>),
    /// This does not hold.
    Not(Box<Predicate>),
    /// The sources leave open which of these has to hold: it holds or fails only where they all agree.
    Either(Vec<Predicate>),
}

impl Predicate {
    /// Returns whether sources may leave the test open although everything is answered.
    pub fn leaves_open(&self) -> bool {
        match self {
            Predicate::Either(_) => true,
            Predicate::All(tests) | Predicate::Any(tests) => {
                tests.iter().any(Predicate::leaves_open)
            }
            Predicate::Not(test) => test.leaves_open(),
            Predicate::Yes(_)
            | Predicate::OneOf { .. }
            | Predicate::AtLeast { .. }
            | Predicate::AtMost { .. }
            | Predicate::NotBefore { .. } => false,
        }
    }
}

visit!(Predicate, |predicate, visitor| match predicate {
    Predicate::Yes(question) => visitor(Reference::Question(question)),
    Predicate::OneOf { question, options } => {
        visitor(Reference::Question(question));
        for option in options {
            visitor(Reference::Option { question, option });
        }
    }
    Predicate::AtLeast { of, .. } | Predicate::AtMost { of, .. } => of.visit(visitor),
    Predicate::NotBefore { day, earliest } => {
        day.visit(visitor);
        earliest.visit(visitor);
    }
    Predicate::All(tests) | Predicate::Any(tests) | Predicate::Either(tests) =>
        tests.visit(visitor),
    Predicate::Not(test) => test.visit(visitor),
});
