//! What is wrong with an argument, and how JavaScript hears of it.

use jifen::answers::AnswerError;
use js_sys::{Error, Reflect};
use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::serialize::to_js;

/// What kind of error; stable, for programs.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ErrorCode {
    UnknownScheme,
    MissingDay,
    InvalidDay,
    InvalidAnswers,
    UnknownQuestion,
    WrongKind,
    UnknownOption,
    OutOfRange,
    InvalidScheme,
}

/// One thing that is wrong: what, and what to do. JavaScript finds it among the `faults` of what is thrown.
#[derive(Serialize)]
pub(crate) struct ApiError {
    pub(crate) code: ErrorCode,
    pub(crate) message: String,
    /// The question whose answer is wrong.
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
