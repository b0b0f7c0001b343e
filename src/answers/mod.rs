//! What the person told us.

mod fit;
mod number;
mod period;
mod plain;
mod value;

use jiff::civil::Date;

use crate::scheme::Scheme;
pub use fit::AnswerError;
pub(crate) use number::{bounds, number_bounds};
pub use number::{grouped, scale, unscaled};
pub use period::Period;
pub use plain::Plain;
pub use value::Value;

/// Answers by question id. A question without an entry is not answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// In the order of the ids: a few dozen entries need no tree, whose code is as long as the assessment's.
    values: Vec<(String, Value)>,
}

impl Answers {
    /// Returns the answer to a question.
    pub fn get(&self, question: &str) -> Option<&Value> {
        self.find(question).ok().map(|index| &self.values[index].1)
    }

    /// Returns the index of the answer to a question, or the one at which it would be inserted.
    fn find(&self, question: &str) -> Result<usize, usize> {
        self.values.binary_search_by(|(id, _)| id.as_str().cmp(question))
    }

    /// Answers a question, or takes its answer back.
    pub fn set(&mut self, question: &str, value: Option<Value>) {
        match (self.find(question), value) {
            (Ok(index), Some(value)) => self.values[index].1 = value,
            (Err(index), Some(value)) => self.values.insert(index, (question.to_owned(), value)),
            (Ok(index), None) => {
                self.values.remove(index);
            }
            (Err(_), None) => {}
        }
    }

    /// Returns every answer, by id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.values.iter().map(|(id, value)| (id.as_str(), value))
    }

    /// Returns whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Reads answers from plain values, such as a line of JSON, checked against the scheme's questions on a day.
    ///
    /// # Errors
    /// Every entry that names no question or does not fit its question, not only the first.
    pub fn read(
        scheme: &Scheme,
        plain: impl IntoIterator<Item = (String, Plain)>,
        on: Date,
    ) -> Result<Answers, Vec<AnswerError>> {
        let mut answers = Answers::default();
        let mut errors = Vec::new();
        for (id, plain) in plain {
            let Some(position) = scheme.question(&id) else {
                errors.push(AnswerError::UnknownQuestion {
                    known: scheme.questions.iter().map(|question| question.id.clone()).collect(),
                    question: id,
                });
                continue;
            };
            match Value::read(&scheme.questions[position], plain, on) {
                Ok(value) => answers.set(&id, value),
                Err(error) => errors.push(error),
            }
        }
        if errors.is_empty() { Ok(answers) } else { Err(errors) }
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
