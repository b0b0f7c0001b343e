//! What a printed paper says of its result, as its address carries it.

use jiff::civil::Date;

use super::value::{read_date, written_date};

/// What a printed paper says of its result: the day, and the digest of rules, answers and day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seal {
    /// The day of the assessment.
    pub on: Date,
    /// The digest.
    pub digest: u64,
}

impl Seal {
    pub(super) fn read(given: &str) -> Option<Seal> {
        let (day, digest) = given.split_once('-')?;
        Some(Seal { on: read_date(day)?, digest: read_digest(digest)? })
    }

    pub(super) fn written(self) -> String {
        [&written_date(self.on), "-", &written_digest(self.digest)].concat()
    }
}

/// Writes a digest in sixteen digits.
pub fn written_digest(digest: u64) -> String {
    format!("{digest:016x}")
}

/// Reads a digest as a person copies it from paper: groups of digits in any case, with spaces or hyphens between them.
pub fn read_digest(given: &str) -> Option<u64> {
    let digit = |character: &char| !matches!(character, ' ' | '-');
    let digits: String = given.chars().filter(digit).take(17).collect();
    let fits = digits.len() == 16 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    fits.then(|| u64::from_str_radix(&digits, 16).ok()).flatten()
}
