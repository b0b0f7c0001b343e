//! What would have to be otherwise, question by question.

use jiff::civil::Date;

use crate::answers::Value;
use crate::points::Points;
use crate::scheme::{AnswerKind, Question};

/// What an answer would have to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// Yes or no.
    Flag(bool),
    /// One of these options, by position; the first is the nearest.
    OneOf(Vec<usize>),
    /// A number, in the question's smallest step; `from` is the answer now.
    Number {
        /// The answer now.
        from: i64,
        /// The answer needed.
        to: i64,
    },
    /// Nothing but waiting until this day.
    Day(Date),
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixStep {
    /// The position of the question.
    pub question: usize,
    /// What its answer would have to be.
    pub need: Need,
}

impl FixStep {
    /// Returns the position of the option that it asks for: the nearest, where it asks for one of several.
    pub fn option(&self) -> Option<usize> {
        match &self.need {
            Need::OneOf(options) => options.first().copied(),
            _ => None,
        }
    }
}

/// Changes that together reach something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The changes, all of them needed.
    pub steps: Vec<FixStep>,
    /// Points gained by the indicator; zero for a condition.
    pub gain: Points,
}

impl Need {
    /// Returns the answer that meets the need, after the one given now: of month counts the last piece, which goes on,
    /// grows. `None` where nothing but time meets it, or the question takes no such answer.
    pub fn answer(&self, question: &Question, given: Option<&Value>) -> Option<Value> {
        match (self, &question.kind) {
            (Need::Flag(flag), _) => Some(Value::Flag(*flag)),
            (Need::OneOf(options), AnswerKind::Choice(choices)) => {
                Some(Value::Option(choices.get(*options.first()?)?.id.clone()))
            }
            (Need::Number { to, .. }, AnswerKind::MonthCounts { max, .. }) => {
                let counts = match given {
                    Some(Value::MonthCounts(counts)) => counts.as_slice(),
                    _ => &[],
                };
                Some(Value::with_months(counts, *to, *max))
            }
            (Need::Number { to, .. }, _) => Some(Value::Number(*to)),
            (Need::OneOf(_) | Need::Day(_), _) => None,
        }
    }
}
