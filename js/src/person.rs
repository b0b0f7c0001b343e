//! A person who is assessed again and again: rules and answers are read once, and what comes out is a row of numbers.

use std::cell::RefCell;
use std::rc::Rc;

use jifen::answers::Answers;
use jifen::assess::{ConditionState, Summary, Verdict, completed, summarize};
use jifen::points::Points;
use jifen::report;
use jifen::scheme::{Editions, Scheme};
use jiff::civil::Date;
use js_sys::Float64Array;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::batch::Batch;
use crate::error::{self, ApiError, returned};
use crate::{arguments, registry};

/// Verdicts in the order of their numbers.
const VERDICTS: [Verdict; 4] =
    [Verdict::Pass, Verdict::Short, Verdict::Ineligible, Verdict::Undecided];
/// States of conditions in the order of their numbers.
const STATES: [ConditionState; 4] = [
    ConditionState::Met,
    ConditionState::Unmet,
    ConditionState::Unknown,
    ConditionState::NotApplicable,
];
/// The numbers before those of the conditions: verdict, least and most points.
const HEAD: usize = 3;
/// The numbers of an indicator: least and most points, and whether they count.
const EACH: usize = 3;

/// What stands where in a row of results.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Layout<'a> {
    /// The edition's id.
    edition: &'a str,
    /// The numbers of a row. The first three are the verdict, and the total at least and at most.
    width: usize,
    /// What the number of a verdict stands for.
    verdicts: [Verdict; 4],
    /// What the number of a condition's state stands for.
    states: [ConditionState; 4],
    /// Where the states of the conditions stand.
    conditions: Vec<Place<'a>>,
    /// Where the indicators stand, each with three numbers: points at least, points at most, and whether they count: 1, 0,
    /// or `NaN` while an open answer decides which of several does.
    indicators: Vec<Place<'a>>,
}

/// Where a condition or an indicator stands in a row.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Place<'a> {
    id: &'a str,
    at: usize,
}

/// One person by the rules of one edition on one day, who is assessed after every change of an answer. What comes out is a
/// row of numbers, of which `layout()` says what stands where.
#[wasm_bindgen]
pub struct Person {
    editions: Rc<Editions>,
    edition: String,
    on: Date,
    answers: RefCell<Answers>,
}

/// Reads a person's answers, who can then be changed and assessed again and again. Rules that are loaded later change
/// nothing for the person.
///
/// # Errors
/// Throws a `JifenError`, as `assess` does.
#[wasm_bindgen]
pub fn prepare(
    #[wasm_bindgen(unchecked_param_type = "string")] scheme: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Answers")] answers: JsValue,
    #[wasm_bindgen(unchecked_param_type = "AssessOptions")] options: JsValue,
) -> Result<Person, JsValue> {
    let editions = registry::find(&scheme)?;
    let on = arguments::day(&options)?;
    let scheme = registry::edition(&editions, arguments::edition(&options)?.as_deref(), on)?;
    let answers =
        arguments::answers(scheme, &answers, on).map_err(|errors| error::thrown(&errors))?;
    Ok(Person { edition: scheme.edition.id.clone(), editions, on, answers: RefCell::new(answers) })
}

#[wasm_bindgen]
impl Person {
    /// Says what stands where in a row of results.
    ///
    /// # Errors
    /// None.
    #[wasm_bindgen(unchecked_return_type = "Layout")]
    pub fn layout(&self) -> Result<JsValue, JsValue> {
        let scheme = self.scheme();
        let conditions = scheme.conditions.iter().map(|condition| condition.id.as_str());
        let indicators = scheme.indicators.iter().map(|indicator| indicator.id.as_str());
        let first = HEAD + scheme.conditions.len();
        returned(&Layout {
            edition: &self.edition,
            width: width(scheme),
            verdicts: VERDICTS,
            states: STATES,
            conditions: (HEAD..).zip(conditions).map(|(at, id)| Place { id, at }).collect(),
            indicators: (first..)
                .step_by(EACH)
                .zip(indicators)
                .map(|(at, id)| Place { id, at })
                .collect(),
        })
    }

    /// Answers a question, or takes its answer back, with `null` or `undefined`.
    ///
    /// # Errors
    /// Throws a `JifenError`: `unknown-question`, `wrong-kind`, `unknown-option`, `out-of-range`. The answer is then as before.
    pub fn set(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] question: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Answer")] value: JsValue,
    ) -> Result<(), JsValue> {
        let id = arguments::text(&question).unwrap_or_default();
        let read =
            arguments::answer(self.scheme(), &id, Ok(value), self.on).map_err(ApiError::from)?;
        self.answers.borrow_mut().set(&id, read);
        Ok(())
    }

    /// Assesses the person, and returns a row of numbers.
    pub fn assess(&self) -> Float64Array {
        let scheme = self.scheme();
        let summary = summarize(scheme, &self.answers.borrow(), self.on);
        let mut row = Vec::with_capacity(width(scheme));
        write(&summary, &mut row);
        Float64Array::from(row.as_slice())
    }

    /// Assesses many people at once, who answer some questions otherwise than this person and all others alike. `values` holds
    /// a number for each of the questions, person by person: 1 for yes and 0 for no, the position of an option, a
    /// number in the question's unit, a day as 20260131, `NaN` where it is open. Returns a row for each person, one after
    /// the other. Lists of days and periods are no numbers: all people have those of this person.
    ///
    /// # Errors
    /// Throws a `JifenError`: `unknown-question`, `invalid-answers`, and as `set` does; the message names the person.
    #[wasm_bindgen(js_name = assessAll)]
    pub fn assess_all(
        &self,
        #[wasm_bindgen(unchecked_param_type = "readonly string[]")] questions: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Float64Array")] values: JsValue,
    ) -> Result<Float64Array, JsValue> {
        let scheme = self.scheme();
        let batch = Batch::read(scheme, &questions, &values)?;
        let mut answers = self.answers.borrow().clone();
        let mut rows = Vec::with_capacity(batch.people() * width(scheme));
        for person in 0..batch.people() {
            batch.answer(scheme, person, self.on, &mut answers)?;
            write(&summarize(scheme, &answers, self.on), &mut rows);
        }
        Ok(Float64Array::from(rows.as_slice()))
    }

    /// Returns what the function `assess` says of the same answers: with words, clauses, open questions and smallest changes.
    ///
    /// # Errors
    /// As `schemes`.
    #[wasm_bindgen(unchecked_return_type = "AssessmentReport")]
    pub fn explain(&self) -> Result<JsValue, JsValue> {
        let answers = self.answers.borrow();
        let answers = completed(self.scheme(), &answers, self.on);
        let assessment = jifen::assess::assess(self.scheme(), &answers, self.on);
        returned(&report::report(self.scheme(), &answers, &assessment))
    }

    /// What the function `advise` returns.
    pub(crate) fn advice(&self) -> Result<JsValue, JsValue> {
        let answers = self.answers.borrow();
        let answers = completed(self.scheme(), &answers, self.on);
        let advice = jifen::outlook::advise(self.scheme(), &answers, self.on);
        returned(&report::advice(self.scheme(), &answers, self.on, &advice))
    }

    fn scheme(&self) -> &Scheme {
        self.editions.get(&self.edition).unwrap_or(&self.editions.whole)
    }
}

/// Returns how many numbers a row has.
fn width(scheme: &Scheme) -> usize {
    HEAD + scheme.conditions.len() + EACH * scheme.indicators.len()
}

/// Adds the row of a person.
fn write(summary: &Summary, row: &mut Vec<f64>) {
    let verdict = VERDICTS.iter().position(|verdict| *verdict == summary.verdict);
    row.push(number(verdict));
    row.extend([summary.total.low, summary.total.high].map(points));
    let state = |state: &ConditionState| STATES.iter().position(|one| one == state);
    row.extend(summary.conditions.iter().map(|condition| number(state(condition))));
    for scored in &summary.indicators {
        let counted = scored.counted.map_or(f64::NAN, |counts| f64::from(u8::from(counts)));
        row.extend([points(scored.points.low), points(scored.points.high), counted]);
    }
}

fn number(position: Option<usize>) -> f64 {
    position.map_or(f64::NAN, |position| position as f64)
}

/// Returns points as the number that a report has; infinite where nobody can say how many.
fn points(points: Points) -> f64 {
    if points.is_unbounded() {
        return f64::INFINITY.copysign(points.hundredths() as f64);
    }
    points.hundredths() as f64 / 100.0
}
