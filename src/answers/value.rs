//! One answer.

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::order;
use crate::scheme::AnswerKind;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// To a yes-no question.
    Flag(bool),
    /// To a choice: the option's id.
    Option(String),
    /// To a number question, in its smallest step.
    Number(i64),
    /// To a date question.
    Date(Date),
    /// To a question for records; empty where there are none.
    Dates(Vec<Date>),
}

impl Value {
    /// Returns the answer that says none, where a question has one.
    pub fn none(kind: &AnswerKind) -> Option<Value> {
        match kind {
            AnswerKind::YesNo => Some(Value::Flag(false)),
            AnswerKind::Choice(choices) => choices
                .first()
                .filter(|first| first.id == "none")
                .map(|first| Value::Option(first.id.clone())),
            AnswerKind::Number { min: 0, .. } => Some(Value::Number(0)),
            AnswerKind::Number { .. } | AnswerKind::Date { .. } => None,
            AnswerKind::Dates { .. } => Some(Value::Dates(Vec::new())),
        }
    }

    /// Makes an answer to a question for records, its dates in order.
    pub fn dates(dates: impl IntoIterator<Item = Date>) -> Value {
        Value::Dates(order::by_key(dates, |date| *date))
    }
}

/// Writes the same plain value that reads back to it; numbers with decimals need their question and are
/// written in the smallest step here.
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Flag(flag) => serializer.serialize_bool(*flag),
            Value::Option(option) => serializer.serialize_str(option),
            Value::Number(number) => serializer.serialize_i64(*number),
            Value::Date(date) => date.serialize(serializer),
            Value::Dates(dates) => dates.serialize(serializer),
        }
    }
}
