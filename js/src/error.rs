//! What is wrong with an argument, and how JavaScript hears of it.

use jifen::answers::AnswerError;
use js_sys::{Error, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::serialize::to_js;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "
/** What every function here throws. */
export interface JifenError extends Error {
    /** Of the first fault. */
    code: ErrorCode;
    /** Every fault found, at most some 30; never empty. */
    faults: Fault[];
}
";

/// What kind of error; stable, for programs.
#[derive(Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ErrorCode {
    /// No scheme has this id.
    UnknownScheme,
    /// The scheme has no such edition.
    UnknownEdition,
    /// `on` is not there.
    MissingDay,
    /// `on` is no day.
    InvalidDay,
    /// The answers are no plain object, or the numbers of many people have no such shape.
    InvalidAnswers,
    /// The scheme asks no such question.
    UnknownQuestion,
    /// The answer is of another kind than its question.
    WrongKind,
    /// The question has no such option.
    UnknownOption,
    /// The answer is below or above what its question takes.
    OutOfRange,
    /// `loadScheme` cannot use what it was given.
    InvalidScheme,
}

/// One thing that is wrong with the arguments.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Fault"))]
pub(crate) struct ApiError {
    pub(crate) code: ErrorCode,
    /// What is wrong and what to do, in English.
    pub(crate) message: String,
    /// The question whose answer is at fault.
    pub(crate) question: Option<String>,
}

impl ApiError {
    pub(crate) fn new(code: ErrorCode, message: impl Into<String>) -> ApiError {
        ApiError { code, message: message.into(), question: None }
    }
}

impl From<AnswerError> for ApiError {
    fn from(error: AnswerError) -> ApiError {
        let message = error.to_string();
        let (code, question) = match error {
            AnswerError::UnknownQuestion { question, .. } => (ErrorCode::UnknownQuestion, question),
            AnswerError::WrongKind { question, .. } => (ErrorCode::WrongKind, question),
            AnswerError::UnknownOption { question, .. } => (ErrorCode::UnknownOption, question),
            AnswerError::OutOfRange { question, .. } => (ErrorCode::OutOfRange, question),
        };
        ApiError { code, message, question: Some(question) }
    }
}

/// A result holds a number that JavaScript has none for.
impl From<serde_wasm_bindgen::Error> for ApiError {
    fn from(error: serde_wasm_bindgen::Error) -> ApiError {
        let message = format!(
            "the result does not fit into JavaScript numbers ({error}): correct the numbers of the loaded scheme"
        );
        ApiError::new(ErrorCode::InvalidScheme, message)
    }
}

impl From<ApiError> for JsValue {
    fn from(error: ApiError) -> JsValue {
        thrown(&[error])
    }
}

/// Returns a result as JavaScript receives it, or the `Error` that it catches instead.
pub(crate) fn returned(result: &impl Serialize) -> Result<JsValue, JsValue> {
    to_js(result).map_err(|error| ApiError::from(error).into())
}

/// Returns the `Error` that JavaScript catches: the message and code of the first error, and all of them.
pub(crate) fn thrown(errors: &[ApiError]) -> JsValue {
    let message = match errors {
        [] => String::new(),
        [only] => only.message.clone(),
        [first, rest @ ..] => format!("{} (and {} more, see `faults`)", first.message, rest.len()),
    };
    let thrown = Error::new(&message);
    let code = errors.first().map(|error| error.code);
    for (key, value) in [("code", to_js(&code)), ("faults", to_js(errors))] {
        // A new object of our own takes every property, so there is nothing to report.
        let _ = value.map(|value| Reflect::set(&thrown, &key.into(), &value));
    }
    thrown.into()
}
