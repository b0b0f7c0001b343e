//! Answers ⇄ the part of the page's address after `#`, which a browser never sends anywhere, and a file.
//!
//! `v=2&c=<mark>&s=<scheme>&e=<edition>&l=en&r=<rule>&d=<day>-<digest>&_=<entries>&<city>_=<entries>`, sorted. An entry is a question's code, which begins
//! with a capital letter, and the answer, which is left out where it is none. Facts about the person stand first, facts
//! about the person in a city under that city, so one address serves every city.
//!
//! Answers that are kept beside these stand before them, under the same keys behind an underscore, as far as they differ:
//! `__=<entries>&_<city>_=<entries>`.
//!
//! By the mark an address that was cut or altered on its way is known for one. It is there where there are answers.
//!
//! Questions may as well stand under their ids, as the first version wrote them: `<question>=<value>` and
//! `<city>.<question>=<value>`. Reading is total: what cannot be used is named, and the rest is used.

mod code;
mod file;
mod mark;
mod problem;
mod profile;
mod seal;
mod tokens;
mod value;

use crate::scheme::Language;

pub use code::code;
pub use file::{FileError, LARGEST_FILE};
use mark::{Arrival, Mark};
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

/// The longest value that is kept, in bytes: a history of as many periods as any question takes.
const LONGEST_VALUE: usize = 1_500;

/// An address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The open scheme.
    pub scheme: Option<String>,
    /// The edition it was written for.
    pub edition: Option<String>,
    /// The language of the page.
    pub language: Option<Language>,
    /// The rule it leads to: the id of a condition, an indicator or a notice.
    pub rule: Option<String>,
    /// What a printed paper says of the result.
    pub seal: Option<Seal>,
    /// The answers for every city.
    pub profile: Profile,
    /// Answers kept beside them.
    pub kept: Option<Profile>,
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
            text = whole_parts(&text, LONGEST).to_owned();
        }
        if !text.contains('=') {
            return (link, problems);
        }
        let (head, given, rest) = marked(&text);
        let mark = Mark::read(given);
        let arrival = mark.map(|mark| mark.arrival(rest));
        let rest = match arrival {
            Some(Arrival::Whole(whole)) => whole,
            // The last answer may have lost its end.
            Some(Arrival::Cut) => whole_parts(rest, rest.len()),
            Some(Arrival::Altered) | None => rest,
        };
        for part in head.split('&').chain(rest.split('&')).filter(|part| !part.is_empty()) {
            link.take_part(part, &mut problems);
        }
        let answers = link.profile.count() + link.kept.as_ref().map_or(0, Profile::count);
        // What was read of the answers kept is only how they differ.
        link.kept = link.kept.map(|kept| link.profile.altered(&kept));
        match (mark, arrival) {
            (Some(mark), Some(Arrival::Cut)) => {
                let lost = mark.answers.saturating_sub(answers);
                problems.insert(0, LinkProblem::CutShort { lost });
            }
            (_, Some(Arrival::Altered)) => problems.insert(0, LinkProblem::Altered),
            // A mark of which only a part has come.
            (None, _) if !given.is_empty() => problems.insert(0, LinkProblem::Altered),
            // What a printed sheet says of its answers shows as well whether they are all there.
            (None, _) if answers > 0 && link.seal.is_none() => problems.push(LinkProblem::Unmarked),
            _ => {}
        }
        (link, problems)
    }

    /// Takes a part of an address: what stands under a key, or entries under codes. Words that were glued to it are
    /// named.
    fn take_part(&mut self, part: &str, problems: &mut Vec<LinkProblem>) {
        let (key, value) = part.split_once('=').unwrap_or_default();
        let (value, glued) = value.split_at(value.find(is_foreign).unwrap_or(value.len()));
        let glued = if value.is_empty() { "" } else { glued };
        let mut unreadable = |part: &str| problems.push(LinkProblem::Unreadable(shortened(part)));
        if let Some(group) = key.strip_suffix('_') {
            let (profile, group) = match group.strip_prefix('_') {
                Some(group) => (self.kept.get_or_insert_default(), group),
                None => (&mut self.profile, group),
            };
            for entry in coded(value) {
                if !take_coded(profile, group, entry) {
                    unreadable(&[key, "=", entry].concat());
                }
            }
        } else if !self.take(key, value, problems) {
            return problems.push(LinkProblem::Unreadable(shortened(part)));
        }
        if !glued.is_empty() {
            problems.push(LinkProblem::Unreadable(shortened(glued)));
        }
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
            "r" => fill(&mut self.rule, Some(value.to_owned())),
            "d" => fill(&mut self.seal, Seal::read(value)),
            _ => self.profile.add(key, value),
        }
    }

    /// Writes the address, without `#`.
    pub fn write(&self) -> String {
        let mut text = String::new();
        let mut add = |parts: &[&str]| parts.iter().for_each(|part| text.push_str(part));
        if let Some(scheme) = &self.scheme {
            add(&["&s=", scheme]);
        }
        if let Some(edition) = &self.edition {
            add(&["&e=", edition]);
        }
        match self.language {
            Some(Language::En) => add(&["&l=en"]),
            Some(Language::Zh) => add(&["&l=zh"]),
            None => {}
        }
        if let Some(rule) = &self.rule {
            add(&["&r=", rule]);
        }
        if let Some(seal) = self.seal {
            add(&["&d=", &seal.written()]);
        }
        let kept = self.kept.as_ref().map(|kept| kept.alterations(&self.profile));
        if kept.as_ref().is_some_and(Profile::is_empty) {
            add(&["&__="]);
        }
        let both = kept.iter().map(|kept| ("&_", kept)).chain([("&", &self.profile)]);
        let mut count = 0;
        for (begin, profile) in both {
            let mut before = None;
            for (key, _, value) in profile.entries() {
                let group = key.group();
                let value = if value == NONE { "" } else { value };
                if before != Some(group) {
                    add(&[begin, group, "_="]);
                }
                add(&[key.code(), value]);
                before = Some(group);
            }
            count += profile.count();
        }
        let mark = if count > 0 { Mark::of(&text, count) } else { None };
        let mark =
            mark.map_or(String::new(), |mark| ["&", mark::KEY, "=", &mark.written()].concat());
        ["v=", VERSION, &mark, &text].concat()
    }
}

/// Splits an address at its mark: what stands before it, the mark, and what it speaks of; without a mark all is that.
fn marked(text: &str) -> (&str, &str, &str) {
    let key = ["&", mark::KEY, "="].concat();
    let Some((head, rest)) = text.split_once(&key) else { return ("", "", text) };
    let end = rest.find('&').unwrap_or(rest.len());
    (head, &rest[..end], &rest[end..])
}

/// Takes a code with its answer.
fn take_coded(profile: &mut Profile, group: &str, entry: &str) -> bool {
    let Some((code, value)) = entry.split_at_checked(code::LENGTH) else { return false };
    let value = if value.is_empty() { NONE } else { value };
    is_value(value) && profile.add(&code::unnamed(group, code), value)
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

/// Returns whether a letter stands in no address that this page writes.
fn is_foreign(letter: char) -> bool {
    !(letter.is_ascii_alphanumeric() || "-._=".contains(letter))
}

fn is_value(value: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    !value.is_empty() && value.len() <= LONGEST_VALUE && value.bytes().all(fits)
}

/// Decodes what messengers encode although it needs no encoding; no part of an address holds an encoded one itself.
fn decoded(text: &str) -> String {
    let mut decoded = Vec::with_capacity(text.len().min(LONGEST * 2));
    let mut rest = text;
    while let Some(index) = rest.find('%') {
        decoded.extend_from_slice(&rest.as_bytes()[..index]);
        let code =
            rest.get(index + 1..index + 3).and_then(|code| u8::from_str_radix(code, 16).ok());
        // The bytes of other letters show in a message as what they were.
        match code.filter(|byte| byte.is_ascii_graphic() || !byte.is_ascii()) {
            Some(byte) => {
                decoded.push(byte);
                rest = &rest[index + 3..];
            }
            None => {
                decoded.push(b'%');
                rest = &rest[index + 1..];
            }
        }
    }
    decoded.extend_from_slice(rest.as_bytes());
    // As a page writes it that was copied as it was sent.
    String::from_utf8_lossy(&decoded).replace("&amp;", "&")
}

/// Returns the beginning of an address, up to the last part that is whole if the rest is missing from `end` on.
fn whole_parts(text: &str, mut end: usize) -> &str {
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let begins = |character: char| character == '&' || character.is_ascii_uppercase();
    text[..end].rfind(begins).map_or("", |whole| &text[..whole])
}
