//! The mark by which an address shows that it has come whole: chats cut addresses, and glue words to them.
//!
//! `c=<checksum><length><answers>`, in front of all that it speaks of, so that whatever cut leaves an answer leaves the
//! mark as well. The checksum has five digits and the length three, both to the base of 36; the rest is how many
//! answers there are.

use super::code::DIGITS;

/// The key that it stands under.
pub(super) const KEY: &str = "c";

/// The digits of the checksum.
const CHECKSUM: usize = 5;

/// The digits of the length.
const LENGTH: usize = 3;

/// What an address says of what follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    checksum: u64,
    /// The length of what follows, in bytes.
    length: usize,
    /// How many answers stand in it.
    pub(super) answers: usize,
}

/// How what follows a mark has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arrival<'a> {
    /// Whole, and this is it: without what was glued to it.
    Whole(&'a str),
    /// Its end is missing.
    Cut,
    /// Something in it is not as it was written.
    Altered,
}

impl Mark {
    /// Makes the mark of what follows; `None` where it is longer than any address that is read.
    pub(super) fn of(rest: &str, answers: usize) -> Option<Mark> {
        let length = rest.len();
        (length < DIGITS.len().pow(LENGTH as u32)).then(|| Mark {
            checksum: checksum(rest),
            length,
            answers,
        })
    }

    /// Reads a mark; `None` where it is none, or not all of it.
    pub(super) fn read(given: &str) -> Option<Mark> {
        let (checksum, rest) = given.split_at_checked(CHECKSUM)?;
        let (length, answers) = rest.split_at_checked(LENGTH)?;
        Some(Mark {
            checksum: u64::from_str_radix(checksum, 36).ok()?,
            length: usize::from_str_radix(length, 36).ok()?,
            answers: answers.parse().ok()?,
        })
    }

    /// Writes it.
    pub(super) fn written(self) -> String {
        let length = digits(self.length as u64, LENGTH);
        [digits(self.checksum, CHECKSUM), length, self.answers.to_string()].concat()
    }

    /// Holds what has come against the mark.
    pub(super) fn arrival(self, rest: &str) -> Arrival<'_> {
        match rest.get(..self.length) {
            Some(whole) if checksum(whole) == self.checksum => Arrival::Whole(whole),
            _ if rest.len() < self.length => Arrival::Cut,
            _ => Arrival::Altered,
        }
    }
}

fn checksum(text: &str) -> u64 {
    u64::from(crc32fast::hash(text.as_bytes())) % (DIGITS.len() as u64).pow(CHECKSUM as u32)
}

fn digits(mut number: u64, count: usize) -> String {
    let mut digits = vec!['0'; count];
    for digit in digits.iter_mut().rev() {
        *digit = char::from(DIGITS[(number % 36) as usize]);
        number /= 36;
    }
    digits.into_iter().collect()
}
