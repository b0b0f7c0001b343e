//! What must be true of the answers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::bind::{Bind, Found};
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
}

impl Bind for Predicate {
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>)) {
        match self {
            Predicate::Yes(question) => found(Found::Question(question)),
            Predicate::OneOf { question, options } => {
                found(Found::Question(question));
                for option in options {
                    found(Found::Option { question, option });
                }
            }
            Predicate::AtLeast { of, .. } | Predicate::AtMost { of, .. } => of.bind(found),
            Predicate::NotBefore { day, earliest } => {
                day.bind(found);
                earliest.bind(found);
            }
            Predicate::All(tests) | Predicate::Any(tests) => tests.bind(found),
            Predicate::Not(test) => test.bind(found),
        }
    }
}
