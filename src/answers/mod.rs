//! What the person told us.

mod fit;
mod plain;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::order;
use crate::scheme::{AnswerKind, Question, Scheme};
pub use fit::AnswerError;
pub use plain::Plain;

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
    /// The answer that says none, where a question has one.
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

    /// An answer to a question for records, its dates in order.
    pub fn dates(dates: impl IntoIterator<Item = Date>) -> Value {
        Value::Dates(order::by_key(dates, |date| *date))
    }
}

/// Answers by question id. A question without an entry is not answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// In the order of the ids: a few dozen entries need no tree, whose code is as long as the assessment's.
    values: Vec<(String, Value)>,
}

impl Answers {
    /// The answer to a question.
    pub fn get(&self, question: &str) -> Option<&Value> {
        self.place(question).ok().map(|place| &self.values[place].1)
    }

    /// Where the answer to a question stands, or would stand.
    fn place(&self, question: &str) -> Result<usize, usize> {
        self.values.binary_search_by(|(id, _)| id.as_str().cmp(question))
    }

    /// Answers a question, or takes its answer back.
    pub fn set(&mut self, question: &str, value: Option<Value>) {
        match (self.place(question), value) {
            (Ok(place), Some(value)) => self.values[place].1 = value,
            (Err(place), Some(value)) => self.values.insert(place, (question.to_owned(), value)),
            (Ok(place), None) => {
                self.values.remove(place);
            }
            (Err(_), None) => {}
        }
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
        let mut answers = Answers::default();
        for (question, value) in values {
            answers.set(&question, Some(value));
        }
        answers
    }
}

impl Question {
    /// The ids of its options; none for other kinds.
    pub fn option_ids(&self) -> Vec<String> {
        match &self.kind {
            AnswerKind::Choice(choices) => choices.iter().map(|choice| choice.id.clone()).collect(),
            _ => Vec::new(),
        }
    }
}

/// The smallest and the largest number a question takes, in its smallest step.
pub(crate) fn number_bounds(min: i64, max: i64, decimals: u8) -> (i64, i64) {
    let scale = scale(decimals);
    (min.saturating_mul(scale), max.saturating_mul(scale))
}

/// Returns how many of its smallest steps make one unit of a number: 100 with two decimals.
pub fn scale(decimals: u8) -> i64 {
    10_i64.pow(u32::from(decimals.min(4)))
}

/// Writes a number as a person does, from its smallest step.
pub fn unscaled(number: i64, decimals: u8) -> String {
    let scale = scale(decimals);
    let (whole, rest) = (number / scale, (number % scale).unsigned_abs());
    if rest == 0 {
        return whole.to_string();
    }
    let rest = format!("{rest:0width$}", width = usize::from(decimals.min(4)));
    format!("{whole}.{}", rest.trim_end_matches('0'))
}

/// Sets the digits before the decimal point in groups of three.
pub fn grouped(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let (whole, rest) = digits.split_once('.').map_or((digits, None), |(a, b)| (a, Some(b)));
    let mut text = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(rest) = rest {
        text.push('.');
        text.push_str(rest);
    }
    text
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

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn money_is_grouped() {
        assert_eq!(grouped("100000000"), "100,000,000");
        assert_eq!(grouped("-1234.5"), "-1,234.5");
        assert_eq!(grouped("999"), "999");
    }
}
