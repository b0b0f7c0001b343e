//! What the person told us.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use crate::scheme::{Kind, Question, Scheme};

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

/// Answers by question id. A question without an entry is not answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    values: BTreeMap<String, Value>,
}

impl Answers {
    /// The answer to a question.
    pub fn get(&self, question: &str) -> Option<&Value> {
        self.values.get(question)
    }

    /// Answers a question, or takes its answer back.
    pub fn set(&mut self, question: &str, value: Option<Value>) {
        match value {
            Some(value) => self.values.insert(question.to_owned(), value),
            None => self.values.remove(question),
        };
    }

    /// Every answer, by id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.values.iter().map(|(id, value)| (id.as_str(), value))
    }

    /// Whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Answers from plain values, such as a line of JSON, checked against the scheme's questions on a day.
    ///
    /// # Errors
    /// Every entry that names no question or does not fit its question, not only the first.
    pub fn read(
        scheme: &Scheme,
        plain: impl IntoIterator<Item = (String, Plain)>,
        on: Date,
    ) -> Result<Answers, Vec<AnswerError>> {
        let mut answers = Answers::default();
        let mut faults = Vec::new();
        for (id, plain) in plain {
            let Some(position) = scheme.question(&id) else {
                faults.push(AnswerError::UnknownQuestion {
                    known: scheme.questions.iter().map(|one| one.id.clone()).collect(),
                    question: id,
                });
                continue;
            };
            match Value::read(&scheme.questions[position], plain, on) {
                Ok(value) => answers.set(&id, value),
                Err(fault) => faults.push(fault),
            }
        }
        if faults.is_empty() { Ok(answers) } else { Err(faults) }
    }
}

impl FromIterator<(String, Value)> for Answers {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(values: I) -> Answers {
        Answers { values: values.into_iter().collect() }
    }
}

/// A value as JSON, TOML or JavaScript gives it, before it is held against a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Plain {
    /// `null`: not answered.
    Nothing,
    /// `true` or `false`.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// A list of strings.
    List(Vec<String>),
}

/// Why an answer does not fit.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AnswerError {
    /// The scheme asks no such question.
    #[error("unknown question `{question}`; this scheme asks: {}", .known.join(", "))]
    UnknownQuestion {
        /// The id given.
        question: String,
        /// The ids that the scheme asks.
        known: Vec<String>,
    },
    /// The value is of another kind.
    #[error("`{question}` takes {expected}; leave it out where it is not known")]
    WrongKind {
        /// The question.
        question: String,
        /// What it takes.
        expected: &'static str,
    },
    /// The choice has no such option.
    #[error("`{question}` has no option `{given}`; its options are: {}", .options.join(", "))]
    UnknownOption {
        /// The question.
        question: String,
        /// The option given.
        given: String,
        /// The options there are.
        options: Vec<String>,
    },
    /// The value is out of range.
    #[error("`{question}` is {given}, which is out of range; it goes from {min} to {max}")]
    OutOfRange {
        /// The question.
        question: String,
        /// The value given.
        given: String,
        /// The smallest that fits.
        min: String,
        /// The largest that fits.
        max: String,
    },
}

impl Value {
    /// Holds a plain value against a question on a day. `null` is no answer.
    ///
    /// # Errors
    /// Where the value is of another kind, names no option, or is out of range.
    pub fn read(question: &Question, plain: Plain, on: Date) -> Result<Option<Value>, AnswerError> {
        let wrong = |expected| AnswerError::WrongKind { question: question.id.clone(), expected };
        let value = match (&question.kind, plain) {
            (_, Plain::Nothing) => return Ok(None),
            (Kind::YesNo, Plain::Flag(flag)) => Value::Flag(flag),
            (Kind::YesNo, _) => return Err(wrong("true or false")),
            (Kind::Choice(_), Plain::Text(option)) => Value::Option(option),
            (Kind::Choice(_), _) => return Err(wrong("the id of an option")),
            (Kind::Number { decimals, .. }, Plain::Number(number)) => {
                scaled(number, *decimals).ok_or_else(|| wrong(number_form(*decimals)))?
            }
            (Kind::Number { decimals, .. }, Plain::Text(text)) if *decimals > 0 => text
                .parse()
                .ok()
                .and_then(|number| scaled(number, *decimals))
                .ok_or_else(|| wrong(number_form(*decimals)))?,
            (Kind::Number { decimals, .. }, _) => return Err(wrong(number_form(*decimals))),
            (Kind::Date { .. }, Plain::Text(text)) => {
                Value::Date(text.parse().map_err(|_| wrong("a date such as 2026-01-31"))?)
            }
            (Kind::Date { .. }, _) => return Err(wrong("a date such as 2026-01-31")),
            (Kind::Dates { .. }, Plain::List(list)) => {
                let dates: Result<Vec<Date>, _> = list.iter().map(|text| text.parse()).collect();
                let mut dates = dates.map_err(|_| wrong("a list of dates such as 2026-01-31"))?;
                dates.sort_unstable();
                Value::Dates(dates)
            }
            (Kind::Dates { .. }, _) => return Err(wrong("a list of dates such as 2026-01-31")),
        };
        value.fits(question, on).map(|()| Some(value))
    }

    /// Whether the value is one that a question takes on a day.
    ///
    /// # Errors
    /// What does not fit.
    pub fn fits(&self, question: &Question, on: Date) -> Result<(), AnswerError> {
        let out_of_range = |given: String, min: String, max: String| {
            Err(AnswerError::OutOfRange { question: question.id.clone(), given, min, max })
        };
        match (&question.kind, self) {
            (Kind::YesNo, Value::Flag(_)) => Ok(()),
            (Kind::Choice(choices), Value::Option(id)) => {
                if choices.iter().any(|choice| choice.id == *id) {
                    return Ok(());
                }
                Err(AnswerError::UnknownOption {
                    question: question.id.clone(),
                    given: id.clone(),
                    options: question.option_ids(),
                })
            }
            (Kind::Number { min, max, decimals, .. }, Value::Number(number)) => {
                let (low, high) = number_bounds(*min, *max, *decimals);
                if (low..=high).contains(number) {
                    return Ok(());
                }
                out_of_range(unscaled(*number, *decimals), min.to_string(), max.to_string())
            }
            (Kind::Date { min, max }, Value::Date(date)) => {
                let max = max.unwrap_or(on);
                if (*min..=max).contains(date) {
                    return Ok(());
                }
                out_of_range(date.to_string(), min.to_string(), max.to_string())
            }
            (Kind::Dates { most }, Value::Dates(dates)) => {
                if dates.len() > usize::from(*most) {
                    return out_of_range(
                        format!("{} dates", dates.len()),
                        "none".to_owned(),
                        format!("{most} dates"),
                    );
                }
                match dates.iter().find(|date| **date > on) {
                    Some(late) => {
                        out_of_range(late.to_string(), "any past day".to_owned(), on.to_string())
                    }
                    None => Ok(()),
                }
            }
            (kind, _) => Err(AnswerError::WrongKind {
                question: question.id.clone(),
                expected: match kind {
                    Kind::YesNo => "true or false",
                    Kind::Choice(_) => "the id of an option",
                    Kind::Number { decimals, .. } => number_form(*decimals),
                    Kind::Date { .. } => "a date such as 2026-01-31",
                    Kind::Dates { .. } => "a list of dates such as 2026-01-31",
                },
            }),
        }
    }
}

impl Question {
    /// The ids of its options; none for other kinds.
    pub fn option_ids(&self) -> Vec<String> {
        match &self.kind {
            Kind::Choice(choices) => choices.iter().map(|choice| choice.id.clone()).collect(),
            _ => Vec::new(),
        }
    }
}

/// The smallest and the largest number a question takes, in its smallest step.
pub(crate) fn number_bounds(min: i64, max: i64, decimals: u8) -> (i64, i64) {
    let step = step(decimals);
    (min.saturating_mul(step), max.saturating_mul(step))
}

/// How many of the smallest steps make one unit.
pub(crate) fn step(decimals: u8) -> i64 {
    10_i64.pow(u32::from(decimals.min(4)))
}

fn number_form(decimals: u8) -> &'static str {
    match decimals {
        0 => "a whole number",
        1 => "a number with at most one decimal",
        2 => "a number with at most two decimals",
        3 => "a number with at most three decimals",
        _ => "a number with at most four decimals",
    }
}

fn scaled(number: f64, decimals: u8) -> Option<Value> {
    let scaled = number * step(decimals) as f64;
    let exact = (scaled - scaled.round()).abs() < 1e-6 && scaled.abs() < 9e15;
    exact.then_some(Value::Number(scaled.round() as i64))
}

/// A number as a person writes it, from its smallest step.
pub fn unscaled(number: i64, decimals: u8) -> String {
    let step = step(decimals);
    let (whole, rest) = (number / step, (number % step).unsigned_abs());
    if rest == 0 {
        return whole.to_string();
    }
    let rest = format!("{rest:0width$}", width = usize::from(decimals.min(4)));
    format!("{whole}.{}", rest.trim_end_matches('0'))
}

impl<'de> Deserialize<'de> for Plain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Plain, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = Plain;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("true, false, a number, a string or a list of strings")
            }

            fn visit_bool<E: de::Error>(self, flag: bool) -> Result<Plain, E> {
                Ok(Plain::Flag(flag))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Plain, E> {
                Ok(Plain::Number(number as f64))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Plain, E> {
                Ok(Plain::Number(number as f64))
            }

            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Plain, E> {
                Ok(Plain::Number(number))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Plain, E> {
                Ok(Plain::Text(text.to_owned()))
            }

            fn visit_unit<E: de::Error>(self) -> Result<Plain, E> {
                Ok(Plain::Nothing)
            }

            fn visit_none<E: de::Error>(self) -> Result<Plain, E> {
                Ok(Plain::Nothing)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Plain, A::Error> {
                let mut texts = Vec::new();
                while let Some(text) = list.next_element()? {
                    texts.push(text);
                }
                Ok(Plain::List(texts))
            }
        }

        deserializer.deserialize_any(Any)
    }
}

/// The value as the same plain value that reads back to it; numbers with decimals need their question and are
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
