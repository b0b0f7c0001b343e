//! Messages in the words of the rule files, never in those of the program.

use std::fmt;

use serde::Serialize;

use jifen::points::PointsRange;

/// How the reader of TOML names what it expects, and what that is in a file.
const EXPECTED: [(&str, &str); 7] = [
    ("struct variant ", "a table"),
    ("tuple variant ", "a list"),
    ("newtype variant ", "a value"),
    ("unit variant ", "a word"),
    ("tuple struct ", "a list"),
    ("struct ", "a table"),
    ("enum ", "one of its words, or a table with one key"),
];

/// Returns the word that stands for a value in rule files, such as `not-applicable`.
pub(super) fn file_word(value: &impl Serialize) -> String {
    // What cannot be written as one word is written as it would stand in JSON.
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(other) => other.to_string(),
        Err(error) => error.to_string(),
    }
}

/// Returns a message of the TOML reader without the names of the program's types.
pub(super) fn reader_message(message: &str) -> String {
    if message.contains("any variant of untagged") {
        return "nothing of this sort can stand here".to_owned();
    }
    let Some((before, expected)) = message.split_once("expected ") else {
        return message.to_owned();
    };
    for (kind, word) in EXPECTED {
        if let Some(name) = expected.strip_prefix(kind) {
            let rest = name.trim_start_matches(|letter: char| {
                letter.is_alphanumeric() || letter == ':' || letter == '_'
            });
            return format!("{before}expected {word}{rest}");
        }
    }
    message.to_owned()
}

/// Returns ids one after the other, or says that there are none.
pub(super) fn id_list(ids: &[String]) -> String {
    match ids {
        [] => "none".to_owned(),
        ids => ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", "),
    }
}

/// Points as a message gives them: a number, or from one to another.
pub(super) struct PointsText(pub(super) PointsRange);

impl fmt::Display for PointsText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.certain() {
            Some(points) => write!(formatter, "{points}"),
            None => write!(formatter, "{} to {}", self.0.low, self.0.high),
        }
    }
}
