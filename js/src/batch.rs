//! The answers of many people as numbers: a column for each of some questions, a row for each person.

use jifen::answers::{AnswerError, Answers, Plain, Value};
use jifen::scheme::{AnswerKind, Question, Scheme};
use jiff::civil::Date;
use js_sys::{Array, Float64Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::arguments::{LONGEST_LIST, text};
use crate::error::{ApiError, ErrorCode};

/// As many results fit into memory whatever the scheme.
const MOST_PEOPLE: usize = 100_000;

/// Numbers that answer some questions, person by person.
pub(crate) struct Batch {
    /// The positions of the questions.
    questions: Vec<usize>,
    values: Vec<f64>,
}

impl Batch {
    /// Takes the ids of questions and the numbers.
    ///
    /// # Errors
    /// What keeps them from being used; the numbers are only held against their questions one by one, later.
    pub(crate) fn read(scheme: &Scheme, ids: &JsValue, values: &JsValue) -> Result<Self, ApiError> {
        let invalid = |what: &str| {
            let message = format!(
                "{what}: give the ids of some questions, and a Float64Array with a number for each of them, person by person"
            );
            ApiError::new(ErrorCode::InvalidAnswers, message)
        };
        let ids: &Array = ids.dyn_ref().ok_or_else(|| invalid("the questions are no list"))?;
        if !(1..=LONGEST_LIST as u32).contains(&ids.length()) {
            return Err(invalid("there are none, or too many questions"));
        }
        let mut questions = Vec::new();
        for id in ids.iter() {
            let id = text(&id).ok_or_else(|| invalid("the questions hold what is no id"))?;
            let known = scheme.questions.iter().map(|question| question.id.clone()).collect();
            let unknown = || AnswerError::UnknownQuestion { known, question: id.clone() };
            questions.push(scheme.question(&id).ok_or_else(unknown)?);
        }
        let values: &Float64Array =
            values.dyn_ref().ok_or_else(|| invalid("the numbers are no Float64Array"))?;
        let count = values.length() as usize;
        if !count.is_multiple_of(questions.len()) {
            return Err(invalid("some person has fewer numbers than there are questions"));
        }
        if count / questions.len() > MOST_PEOPLE {
            return Err(invalid(&format!("these are more than {MOST_PEOPLE} people at once")));
        }
        Ok(Self { questions, values: values.to_vec() })
    }

    /// Returns how many people there are.
    pub(crate) fn people(&self) -> usize {
        self.values.len() / self.questions.len()
    }

    /// Gives the answers of a person in the place of those of another.
    ///
    /// # Errors
    /// The first number that does not fit its question.
    pub(crate) fn answer(
        &self,
        scheme: &Scheme,
        person: usize,
        on: Date,
        answers: &mut Answers,
    ) -> Result<(), ApiError> {
        let values = self.values.chunks_exact(self.questions.len()).nth(person).unwrap_or_default();
        for (position, number) in self.questions.iter().zip(values) {
            let question = &scheme.questions[*position];
            let value = value(question, *number, on).map_err(|error| {
                let mut error = ApiError::from(error);
                error.message = format!(
                    "person {person}, counted from 0: {}; here 1 is yes and 0 is no, an option is its position, a day is \
                     20260131, NaN is open, and lists can only be set on the person before",
                    error.message
                );
                error
            })?;
            answers.set(&question.id, value);
        }
        Ok(())
    }
}

/// Returns the answer that a number stands for; none where it is open.
fn value(question: &Question, number: f64, on: Date) -> Result<Option<Value>, AnswerError> {
    let value = match &question.kind {
        _ if number.is_nan() => return Ok(None),
        AnswerKind::YesNo if number == 0.0 || number == 1.0 => Value::Flag(number == 1.0),
        AnswerKind::Choice(choices) => {
            let choice = whole(number).and_then(|position| choices.get(position));
            Value::Option(choice.map_or_else(|| number.to_string(), |choice| choice.id.clone()))
        }
        AnswerKind::Date { .. } => match whole(number).and_then(day) {
            Some(day) => Value::Date(day),
            None => return Value::read(question, Plain::Number(number), on),
        },
        _ => return Value::read(question, Plain::Number(number), on),
    };
    value.fits(question, on).map(|()| Some(value))
}

/// Returns a number that counts something.
fn whole(number: f64) -> Option<usize> {
    (number.fract() == 0.0 && (0.0..1e9).contains(&number)).then_some(number as usize)
}

/// Returns the day of a number such as 20260131.
fn day(number: usize) -> Option<Date> {
    let part = |divisor: usize, most: usize| i8::try_from(number / divisor % most).ok();
    Date::new(i16::try_from(number / 10_000).ok()?, part(100, 100)?, part(1, 100)?).ok()
}
