//! What is wrong with an argument, and how JavaScript hears of it.

use jifen::answers::AnswerError;
use js_sys::{Error, Reflect};
use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::reply;

/// What kind of fault; stable, for programs.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Code {
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

/// One thing that is wrong: what, and what to do.
#[derive(Serialize)]
pub(crate) struct Fault {
    pub(crate) code: Code,
    pub(crate) message: String,
    /// The question whose answer is at fault.
    pub(crate) question: Option<String>,
}

impl Fault {
    pub(crate) fn new(code: Code, message: impl Into<String>) -> Fault {
        Fault { code, message: message.into(), question: None }
    }
}

impl From<AnswerError> for Fault {
    fn from(error: AnswerError) -> Fault {
        let message = error.to_string();
        let (code, question) = match error {
            AnswerError::UnknownQuestion { question, .. } => (Code::UnknownQuestion, question),
            AnswerError::WrongKind { question, .. } => (Code::WrongKind, question),
            AnswerError::UnknownOption { question, .. } => (Code::UnknownOption, question),
            AnswerError::OutOfRange { question, .. } => (Code::OutOfRange, question),
        };
        Fault { code, message, question: Some(question) }
    }
}

/// The `Error` that JavaScript catches: the first fault's message and code, and every fault.
pub(crate) fn thrown(faults: &[Fault]) -> JsValue {
    let message = match faults {
        [] => String::new(),
        [only] => only.message.clone(),
        [first, rest @ ..] => format!("{} (and {} more, see `faults`)", first.message, rest.len()),
    };
    let error = Error::new(&message);
    let code = faults.first().map(|fault| fault.code);
    for (key, value) in [("code", reply::plain(&code)), ("faults", reply::plain(&faults))] {
        // A new object of our own takes every property, so there is nothing to report.
        let _ = value.and_then(|value| Reflect::set(&error, &key.into(), &value));
    }
    error.into()
}
