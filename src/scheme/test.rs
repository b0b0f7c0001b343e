//! What must be true of the answers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::bind::{Bind, Found};
use super::{Amount, Day, Ref};

/// Something that holds or does not, or is not known yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Test {
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
    All(Vec<Test>),
    /// At least one of these holds.
    Any(Vec<Test>),
    /// This does not hold.
    Not(Box<Test>),
}

impl Bind for Test {
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>)) {
        match self {
            Test::Yes(question) => found(Found::Question(question)),
            Test::OneOf { question, options } => {
                found(Found::Question(question));
                for option in options {
                    found(Found::Option { question, option });
                }
            }
            Test::AtLeast { of, .. } | Test::AtMost { of, .. } => of.bind(found),
            Test::NotBefore { day, earliest } => {
                day.bind(found);
                earliest.bind(found);
            }
            Test::All(tests) | Test::Any(tests) => tests.bind(found),
            Test::Not(test) => test.bind(found),
        }
    }
}
