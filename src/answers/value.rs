//! One answer.

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::period::Period;
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
    /// To a question for month counts, a piece each, the one that goes on last; empty where there are none.
    MonthCounts(Vec<i64>),
    /// To a question for a history; empty where there is none.
    Periods(Vec<Period>),
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
            AnswerKind::MonthCounts { .. } => Some(Value::MonthCounts(Vec::new())),
            AnswerKind::Periods { .. } => Some(Value::Periods(Vec::new())),
        }
    }

    /// Makes an answer to a question for month counts; pieces without a month are none.
    pub fn month_counts(counts: impl IntoIterator<Item = i64>) -> Value {
        Value::MonthCounts(counts.into_iter().filter(|count| *count != 0).collect())
    }

    /// Returns how many months the last piece has, the one that goes on, where all have so many together. A piece has up
    /// to `max` months.
    pub(crate) fn last_piece(before: &[i64], months: i64, max: i64) -> i64 {
        let before = before.iter().fold(0_i64, |sum, count| sum.saturating_add(*count));
        months.saturating_sub(before).clamp(0, max.max(0))
    }

    /// Returns the pieces with a last one that makes them so many months together.
    pub(crate) fn with_months(counts: &[i64], months: i64, max: i64) -> Value {
        let before = counts.split_last().map_or(&[][..], |(_, before)| before);
        let last = Value::last_piece(before, months, max);
        Value::month_counts(before.iter().copied().chain([last]))
    }

    /// Makes an answer to a question for a history, its periods in order of their months.
    pub fn periods(periods: impl IntoIterator<Item = Period>) -> Value {
        Value::Periods(order::by_key(periods, |period| {
            (period.from, period.to.is_none(), period.to)
        }))
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
            Value::MonthCounts(counts) => counts.serialize(serializer),
            Value::Periods(periods) => serializer.collect_seq(periods.iter().map(Period::written)),
        }
    }
}
