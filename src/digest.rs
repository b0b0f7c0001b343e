//! A number for rules, answers and day, by which a printed paper can be recomputed.
//!
//! It is the beginning of the SHA-256 of a text that anyone can write: the word `jifen-1`, then a line each for the
//! SHA-256 of the scheme's pack file, for the day, and for every answer to a question of the scheme, as a saved file
//! writes it, in the order of the questions. It says that these answers under these rules give this result, and nothing
//! about whether they are true. It is no signature: whoever has the rules can make one.

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::answers::Answers;
use crate::link::{written, written_date};
use crate::scheme::Scheme;

/// Returns the text that is hashed, which defines the digest; `None` where nobody knows which pack holds the rules.
pub fn statement(scheme: &Scheme, answers: &Answers, on: Date) -> Option<String> {
    let mut text = String::from("jifen-1\nrules ");
    for byte in scheme.fingerprint? {
        for digit in [byte >> 4, byte & 15] {
            text.extend(char::from_digit(digit.into(), 16));
        }
    }
    text.push_str("\non ");
    text.push_str(&written_date(on));
    text.push('\n');
    for question in &scheme.questions {
        if let Some(value) = answers.get(&question.id) {
            for part in [&question.id, " ", &written(question, value), "\n"] {
                text.push_str(part);
            }
        }
    }
    Some(text)
}

/// Returns the digest of rules, answers and day.
pub fn digest(scheme: &Scheme, answers: &Answers, on: Date) -> Option<u64> {
    let hash = Sha256::digest(statement(scheme, answers, on)?);
    hash.first_chunk().map(|first| u64::from_be_bytes(*first))
}
