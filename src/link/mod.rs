//! Answers ⇄ the part of the page's address after `#`, which a browser never sends anywhere, and a file.
//!
//! `v=2&s=<scheme>&e=<edition>&l=en&d=<day>-<digest>&_=<entries>&<city>_=<entries>`, sorted. An entry is a question's code, which begins
//! with a capital letter, and the answer, which is left out where it is none. Facts about the person stand first, facts
//! about the person in a city under that city, so one address serves every city.
//!
//! Questions may as well stand under their ids, as the first version wrote them: `<question>=<value>` and
//! `<city>.<question>=<value>`. Reading is total: what cannot be used is named, and the rest is used.

mod code;
mod file;
mod problem;
mod profile;
mod seal;
mod tokens;
mod value;

use crate::scheme::Language;

pub use code::code;
pub use file::{FileError, LARGEST_FILE};
pub use problem::LinkProblem;
use problem::shortened;
pub use profile::Profile;
pub use seal::{Seal, read_digest, written_digest};
use value::NONE;
pub(crate) use value::{written, written_date};

/// The layout of addresses that this build writes.
pub const VERSION: &str = "2";

/// The layouts that it reads: in the first, every question stands under its own id.
const VERSIONS: [&str; 2] = ["1", VERSION];

/// Stands for the open scheme where all of them are compared; no scheme has such an id.
pub const COMPARE: &str = "_compare";

/// The longest address that is read, in bytes. A full form of one city takes less than a twentieth.
pub const LONGEST: usize = 8_000;

/// The longest value that is kept, in bytes.
const LONGEST_VALUE: usize = 300;

/// An address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The open scheme.
    pub scheme: Option<String>,
    /// The edition it was written for.
    pub edition: Option<String>,
    /// The language of the page.
    pub language: Option<Language>,
    /// What a printed paper says of the result.
    pub seal: Option<Seal>,
    /// The answers for every city.
    pub profile: Profile,
}

impl Link {
    /// Reads an address, with or without its `#`. A fragment without any `=` is the name of a place on the page.
    pub fn read(fragment: &str) -> (Link, Vec<LinkProblem>) {
        let mut link = Link::default();
        let mut problems = Vec::new();
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let mut text = decoded(fragment);
        if text.len() > LONGEST {
            problems.push(LinkProblem::TooLong);
            text = whole_parts(&text).to_owned();
        }
        if !text.contains('=') {
            return (link, problems);
        }
        for part in text.split('&').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').unwrap_or_default();
            if let Some(group) = key.strip_suffix('_') {
                for entry in coded(value) {
                    if !link.take_coded(group, entry) {
                        let part = [key, "=", entry].concat();
                        problems.push(LinkProblem::Unreadable(shortened(&part)));
                    }
                }
            } else if !link.take(key, value, &mut problems) {
                problems.push(LinkProblem::Unreadable(shortened(part)));
            }
        }
        (link, problems)
    }

    /// Takes what stands under a key; `false` where it says nothing. What is said first holds.
    fn take(&mut self, key: &str, value: &str, problems: &mut Vec<LinkProblem>) -> bool {
        if !is_value(value) {
            return false;
        }
        match key {
            "v" => {
                if !VERSIONS.contains(&value) {
                    problems.push(LinkProblem::OtherVersion(value.to_owned()));
                }
                true
            }
            "s" => fill(&mut self.scheme, Some(value.to_owned())),
            "e" => fill(&mut self.edition, Some(value.to_owned())),
            "l" => {
                let language = match value {
                    "zh" => Some(Language::Zh),
                    "en" => Some(Language::En),
                    _ => None,
                };
                fill(&mut self.language, language)
            }
            "d" => fill(&mut self.seal, Seal::read(value)),
            _ => self.profile.add(key, value),
        }
    }

    /// Takes a code with its answer.
    fn take_coded(&mut self, group: &str, entry: &str) -> bool {
        let Some((code, value)) = entry.split_at_checked(code::LENGTH) else { return false };
        let value = if value.is_empty() { NONE } else { value };
        is_value(value) && self.profile.add(&code::unnamed(group, code), value)
    }

    /// Writes the address, without `#`.
    pub fn write(&self) -> String {
        let mut text = ["v=", VERSION].concat();
        let mut add = |parts: &[&str]| parts.iter().for_each(|part| text.push_str(part));
        if let Some(scheme) = &self.scheme {
            add(&["&s=", scheme]);
        }
        if let Some(edition) = &self.edition {
            add(&["&e=", edition]);
        }
        if self.language == Some(Language::En) {
            add(&["&l=en"]);
        }
        if let Some(seal) = self.seal {
            add(&["&d=", &seal.written()]);
        }
        let mut before = None;
        for (key, _, value) in self.profile.entries() {
            let group = key.group();
            let value = if value == NONE { "" } else { value };
            if before != Some(group) {
                add(&["&", group, "_="]);
            }
            add(&[key.code(), value]);
            before = Some(group);
        }
        text
    }
}

/// Splits entries under codes: each begins with a capital letter.
fn coded(mut text: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        let begins =
            |(index, character): &(usize, char)| *index > 0 && character.is_ascii_uppercase();
        let end = text.char_indices().find(begins).map_or(text.len(), |(index, _)| index);
        let (entry, rest) = text.split_at(end);
        text = rest;
        (!entry.is_empty()).then_some(entry)
    })
}

/// Fills a field that is still empty, where there is something to fill it with; `false` where it is left as it is.
fn fill<T>(field: &mut Option<T>, value: Option<T>) -> bool {
    let fresh = field.is_none() && value.is_some();
    if fresh {
        *field = value;
    }
    fresh
}

fn is_value(value: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    !value.is_empty() && value.len() <= LONGEST_VALUE && value.bytes().all(fits)
}

/// Decodes what messengers encode although it needs no encoding; no part of an address holds an encoded one itself.
fn decoded(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len().min(LONGEST * 2));
    let mut rest = text;
    while let Some(index) = rest.find('%') {
        decoded.push_str(&rest[..index]);
        let code =
            rest.get(index + 1..index + 3).and_then(|code| u8::from_str_radix(code, 16).ok());
        match code.filter(u8::is_ascii_graphic) {
            Some(byte) => {
                decoded.push(char::from(byte));
                rest = &rest[index + 3..];
            }
            None => {
                decoded.push('%');
                rest = &rest[index + 1..];
            }
        }
    }
    decoded.push_str(rest);
    decoded
}

/// Returns the beginning of an over-long address, up to its last whole part.
fn whole_parts(text: &str) -> &str {
    let mut end = LONGEST;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let begins = |character: char| character == '&' || character.is_ascii_uppercase();
    text[..end].rfind(begins).map_or("", |whole| &text[..whole])
}
