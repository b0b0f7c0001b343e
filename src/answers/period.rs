//! A period of a history: from a month to a month, of a kind, on a base.

use crate::scheme::{AnswerKind, Month};

/// Months that follow on one another and are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first month.
    pub from: Month,
    /// The last month; none where it goes on.
    pub to: Option<Month>,
    /// The id of its kind.
    pub kind: String,
    /// The base of its months in whole yuan; none where it was not told.
    pub base: Option<i64>,
}

/// What stands for the last month of a period that goes on, in JSON and in files of rules.
const OPEN: &str = "..";

/// The same in an address.
const NOW: &str = "now";

impl Period {
    /// Returns whether a month lies in it, where what goes on lasts up to the month `last`.
    pub fn holds(&self, month: Month, last: Month) -> bool {
        self.from <= month && month <= self.to.unwrap_or(last)
    }

    /// Reads what a person or a program writes: `2021-12/2024-03`, `2024-04/..` for one that goes on, and behind it, in any
    /// order, the base in yuan and the kind. Without a kind it is the first that the question has.
    pub fn read(text: &str, kinds: &AnswerKind) -> Option<Period> {
        let mut words = text.split_whitespace();
        let (from, to) = words.next()?.split_once('/')?;
        let to = match to {
            OPEN => None,
            month => Some(month.parse().ok()?),
        };
        Period::of(from.parse().ok()?, to, words, kinds)
    }

    /// Writes it so that [`Period::read`] reads it.
    pub fn written(&self) -> String {
        let to = self.to.map_or(OPEN.to_owned(), |month| month.to_string());
        let mut text = [&self.from.to_string(), "/", &to, " ", &self.kind].concat();
        if let Some(base) = self.base {
            text = [&text, " ", &base.to_string()].concat();
        }
        text
    }

    /// Reads a period of an address: `202112-202403-12000-arrears`.
    pub(crate) fn unlinked(text: &str, kinds: &AnswerKind) -> Option<Period> {
        let mut words = text.splitn(3, '-');
        let from = month(words.next()?)?;
        let to = match words.next()? {
            NOW => None,
            to => Some(month(to)?),
        };
        let rest = words.next().unwrap_or_default();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (base, kind) = rest.split_at(digits);
        let words = [base, kind.strip_prefix('-').unwrap_or(kind)].into_iter();
        Period::of(from, to, words.filter(|word| !word.is_empty()), kinds)
    }

    /// Writes it for an address; the first kind is left out.
    pub(crate) fn linked(&self, kinds: &AnswerKind) -> String {
        let digits = |month: Month| format!("{:04}{:02}", month.year(), month.number());
        let mut text = [&digits(self.from), "-", &self.to.map_or(NOW.to_owned(), digits)].concat();
        if let Some(base) = self.base {
            text = [&text, "-", &base.to_string()].concat();
        }
        if kinds.period_kinds().first().is_none_or(|first| first.id != self.kind) {
            text = [&text, "-", &self.kind].concat();
        }
        text
    }

    /// Makes one of its months and what is told besides: a number is the base, a word the kind.
    fn of<'a>(
        from: Month,
        to: Option<Month>,
        words: impl Iterator<Item = &'a str>,
        kinds: &AnswerKind,
    ) -> Option<Period> {
        let (mut kind, mut base) = (None, None);
        for word in words {
            let fresh = if word.bytes().all(|byte| byte.is_ascii_digit()) {
                base.replace(word.parse().ok()?).is_none()
            } else {
                kind.replace(word.to_owned()).is_none()
            };
            if !fresh {
                return None;
            }
        }
        let kind = kind.or_else(|| kinds.period_kinds().first().map(|first| first.id.clone()))?;
        Some(Period { from, to, kind, base })
    }
}

/// Reads a month of six digits.
fn month(text: &str) -> Option<Month> {
    let digits = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number: u32 = digits.then(|| text.parse().ok()).flatten()?;
    Month::new(number / 100, number % 100)
}
