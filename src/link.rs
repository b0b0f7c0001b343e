//! Answers ⇄ the part of the page's address after `#`, which a browser never sends anywhere.
//!
//! `v=1&s=<scheme>&e=<edition>&l=en&d=<day>-<digest>&<question>=<value>&<city>.<question>=<value>`, sorted. Facts about the person
//! stand under their question, facts about the person in a city under that city as well, so one address serves
//! every city. Reading is total: what cannot be used is named, and the rest is used.

use jiff::civil::Date;

use crate::answers::{Answers, Value};
use crate::scheme::{Kind, Language, Question, Scheme, Scope};

/// The layout of addresses that this build writes.
pub const VERSION: &str = "1";

/// Stands for the open scheme where all of them are compared; no scheme has such an id.
pub const COMPARE: &str = "_compare";

/// The longest address that is read, in bytes. A full form of one city takes about a tenth.
pub const LONGEST: usize = 8_000;

/// What the keys of days begin with that only a guide asks for.
const DAY: &str = "day.";

/// The longest key or value that is kept, in bytes.
const LONGEST_PART: usize = 300;

/// Something in an address that could not be used as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Longer than any address this page writes; only the beginning was read.
    TooLong,
    /// Written by another version of the page.
    OtherVersion(String),
    /// No scheme has this id.
    UnknownScheme(String),
    /// Written for another edition of the rules.
    OtherEdition(String),
    /// A part that says nothing, or that says something twice.
    Unreadable(String),
    /// The scheme asks no such question; the entry is kept for schemes that do.
    NotAsked(String),
    /// The answer does not fit its question.
    Unfit {
        /// The question's id.
        question: String,
        /// What was given.
        given: String,
    },
}

/// An address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The open scheme.
    pub scheme: Option<String>,
    /// The edition it was written for.
    pub edition: Option<String>,
    /// The language of the page.
    pub language: Option<Language>,
    /// What a printed sheet says of the result.
    pub seal: Option<Seal>,
    /// The answers for every city.
    pub profile: Profile,
}

/// What a printed sheet says of its result: the day, and the digest of rules, answers and day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seal {
    /// The day of the assessment.
    pub on: Date,
    /// The digest.
    pub digest: u64,
}

/// Answers for every city, as an address writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// In the order of the keys.
    entries: Vec<(String, String)>,
}

impl Link {
    /// Reads an address, with or without its `#`. A fragment without any `=` is the name of a place on the page.
    pub fn read(fragment: &str) -> (Link, Vec<Trouble>) {
        let mut link = Link::default();
        let mut troubles = Vec::new();
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let mut text = decoded(fragment);
        if text.len() > LONGEST {
            troubles.push(Trouble::TooLong);
            text = whole_parts(&text).to_owned();
        }
        if !text.contains('=') {
            return (link, troubles);
        }
        for part in text.split('&').filter(|part| !part.is_empty()) {
            let entry = part.split_once('=').filter(|(key, value)| is_key(key) && is_value(value));
            let Some((key, value)) = entry else {
                troubles.push(Trouble::Unreadable(shortened(part)));
                continue;
            };
            // What is said first holds.
            let used = match key {
                "v" => {
                    if value != VERSION {
                        troubles.push(Trouble::OtherVersion(value.to_owned()));
                    }
                    true
                }
                "s" => first(&mut link.scheme, value),
                "e" => first(&mut link.edition, value),
                "l" => {
                    let language = match value {
                        "zh" => Some(Language::Zh),
                        "en" => Some(Language::En),
                        _ => None,
                    };
                    let fresh = link.language.is_none() && language.is_some();
                    link.language = link.language.or(language);
                    fresh
                }
                "d" => {
                    let seal = Seal::read(value);
                    let fresh = link.seal.is_none() && seal.is_some();
                    link.seal = link.seal.or(seal);
                    fresh
                }
                _ => {
                    let profile = &mut link.profile;
                    let fresh = profile.place(key).is_err();
                    if fresh {
                        profile.put(key, Some(value.to_owned()));
                    }
                    fresh
                }
            };
            if !used {
                troubles.push(Trouble::Unreadable(shortened(part)));
            }
        }
        (link, troubles)
    }

    /// Writes the address, without `#`.
    pub fn write(&self) -> String {
        let mut text = format!("v={VERSION}");
        let mut add = |key: &str, value: &str| {
            text.push('&');
            text.push_str(key);
            text.push('=');
            text.push_str(value);
        };
        if let Some(scheme) = &self.scheme {
            add("s", scheme);
        }
        if let Some(edition) = &self.edition {
            add("e", edition);
        }
        if self.language == Some(Language::En) {
            add("l", "en");
        }
        if let Some(seal) = self.seal {
            add("d", &seal.written());
        }
        for (key, value) in &self.profile.entries {
            add(key, value);
        }
        text
    }
}

impl Seal {
    fn read(given: &str) -> Option<Seal> {
        let (day, digest) = given.split_once('-')?;
        Some(Seal { on: read_date(day)?, digest: read_digest(digest)? })
    }

    fn written(self) -> String {
        [&written_date(self.on), "-", &written_digest(self.digest)].concat()
    }
}

/// A digest in sixteen digits.
pub fn written_digest(digest: u64) -> String {
    format!("{digest:016x}")
}

/// A digest as a person copies it from paper: groups of digits in any case, with spaces or hyphens between them.
pub fn read_digest(given: &str) -> Option<u64> {
    let between = |one: char| one == ' ' || one == '-';
    let digits: String = given.chars().filter(|one| !between(*one)).take(17).collect();
    let fits = digits.len() == 16 && digits.bytes().all(|one| one.is_ascii_hexdigit());
    fits.then(|| u64::from_str_radix(&digits, 16).ok()).flatten()
}

impl Profile {
    /// Whether nothing is answered anywhere.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Notes an answer, or takes it back.
    pub fn set(&mut self, scheme: &Scheme, question: &Question, value: Option<&Value>) {
        let key = key(scheme, question);
        self.put(&key, value.map(written));
    }

    /// Where an entry stands, or would stand.
    fn place(&self, key: &str) -> Result<usize, usize> {
        self.entries.binary_search_by(|(one, _)| one.as_str().cmp(key))
    }

    fn put(&mut self, key: &str, value: Option<String>) {
        match (self.place(key), value) {
            (Ok(place), Some(value)) => self.entries[place].1 = value,
            (Err(place), Some(value)) => self.entries.insert(place, (key.to_owned(), value)),
            (Ok(place), None) => {
                self.entries.remove(place);
            }
            (Err(_), None) => {}
        }
    }

    /// The answers to a scheme's questions on a day. An answer that does not fit its question is reported and
    /// dropped; an entry for a question that the scheme does not ask is reported and kept.
    pub fn answers(&mut self, scheme: &Scheme, on: Date) -> (Answers, Vec<Trouble>) {
        let mut answers = Answers::default();
        let mut troubles = Vec::new();
        let mut known = Vec::with_capacity(scheme.questions.len());
        for question in &scheme.questions {
            let key = key(scheme, question);
            if let Ok(place) = self.place(&key) {
                let given = &self.entries[place].1;
                let value = read(question, given).filter(|value| value.fits(question, on).is_ok());
                if value.is_none() {
                    let (question, given) = (question.id.clone(), shortened(given));
                    troubles.push(Trouble::Unfit { question, given });
                    self.entries.remove(place);
                }
                answers.set(&question.id, value);
            }
            known.push(key);
        }
        let here = |key: &&str| match key.split_once('.') {
            Some((city, question)) => city == scheme.city.id && !question.starts_with(DAY),
            None => true,
        };
        let strange = self.entries.iter().map(|(key, _)| key.as_str()).filter(here);
        let strange = strange.filter(|key| !known.iter().any(|one| one == key));
        troubles.extend(strange.map(|key| Trouble::NotAsked(key.to_owned())));
        (answers, troubles)
    }

    /// The answers to the questions of several schemes on a day, scheme by scheme. An entry that only some of them
    /// do not ask is no trouble.
    pub fn answers_to_all<'a>(
        &mut self,
        schemes: impl Iterator<Item = &'a Scheme> + Clone,
        on: Date,
    ) -> (Vec<Answers>, Vec<Trouble>) {
        let mut all = Vec::new();
        let mut troubles = Vec::new();
        for scheme in schemes.clone() {
            let (answers, told) = self.answers(scheme, on);
            all.push(answers);
            for trouble in told {
                let asked = |id: &String| {
                    let asks = |scheme: &Scheme| {
                        scheme.questions.iter().any(|question| key(scheme, question) == *id)
                    };
                    schemes.clone().any(asks)
                };
                let elsewhere = matches!(&trouble, Trouble::NotAsked(id) if asked(id));
                if !elsewhere && !troubles.contains(&trouble) {
                    troubles.push(trouble);
                }
            }
        }
        (all, troubles)
    }

    /// A day that the guide of a scheme asks for.
    pub fn day(&self, scheme: &Scheme, id: &str) -> Option<Date> {
        let place = self.place(&day_key(scheme, id)).ok()?;
        read_date(&self.entries[place].1)
    }

    /// Names such a day, or takes it back.
    pub fn set_day(&mut self, scheme: &Scheme, id: &str, day: Option<Date>) {
        self.put(&day_key(scheme, id), day.map(written_date));
    }

    /// How many answers hold in every city.
    pub fn shared(&self) -> usize {
        self.entries.iter().filter(|(key, _)| !key.contains('.')).count()
    }
}

/// Fills a place that is still empty.
fn first(place: &mut Option<String>, value: &str) -> bool {
    let fresh = place.is_none();
    place.get_or_insert_with(|| value.to_owned());
    fresh
}

/// Where the answer to a question stands.
fn key(scheme: &Scheme, question: &Question) -> String {
    match question.scope {
        Scope::Person => question.id.clone(),
        Scope::City => format!("{}.{}", scheme.city.id, question.id),
    }
}

/// Where a day stands that the guide of a scheme asks for: beside the answers, since nothing is assessed by it.
fn day_key(scheme: &Scheme, id: &str) -> String {
    [&scheme.city.id, ".", DAY, id].concat()
}

pub(crate) fn written(value: &Value) -> String {
    match value {
        Value::Flag(flag) => if *flag { "1" } else { "0" }.to_owned(),
        Value::Option(option) => option.clone(),
        Value::Number(number) => number.to_string(),
        Value::Date(date) => written_date(*date),
        Value::Dates(dates) if dates.is_empty() => "-".to_owned(),
        Value::Dates(dates) => {
            dates.iter().map(|date| written_date(*date)).collect::<Vec<_>>().join(".")
        }
    }
}

pub(crate) fn written_date(date: Date) -> String {
    let number = i32::from(date.year()) * 10_000 + i32::from(date.month()) * 100;
    format!("{:08}", number + i32::from(date.day()))
}

fn read(question: &Question, given: &str) -> Option<Value> {
    Some(match &question.kind {
        Kind::YesNo => Value::Flag(match given {
            "1" => true,
            "0" => false,
            _ => return None,
        }),
        Kind::Choice(_) => Value::Option(given.to_owned()),
        Kind::Number { .. } => Value::Number(given.parse().ok()?),
        Kind::Date { .. } => Value::Date(read_date(given)?),
        Kind::Dates { .. } if given == "-" => Value::Dates(Vec::new()),
        Kind::Dates { .. } => {
            Value::dates(given.split('.').map(read_date).collect::<Option<Vec<_>>>()?)
        }
    })
}

fn read_date(given: &str) -> Option<Date> {
    let digits = given.len() == 8 && given.bytes().all(|byte| byte.is_ascii_digit());
    let number: i32 = digits.then(|| given.parse().ok()).flatten()?;
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    Date::new(year as i16, month as i8, day as i8).ok()
}

fn is_key(key: &str) -> bool {
    let fits =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.".contains(&byte);
    !key.is_empty() && key.len() <= LONGEST_PART && key.bytes().all(fits)
}

fn is_value(value: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    !value.is_empty() && value.len() <= LONGEST_PART && value.bytes().all(fits)
}

/// Messengers encode some characters that need no encoding; no part of an address holds an encoded one itself.
fn decoded(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len().min(LONGEST * 2));
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        decoded.push_str(&rest[..at]);
        let code = rest.get(at + 1..at + 3).and_then(|code| u8::from_str_radix(code, 16).ok());
        match code.filter(u8::is_ascii_graphic) {
            Some(byte) => {
                decoded.push(char::from(byte));
                rest = &rest[at + 3..];
            }
            None => {
                decoded.push('%');
                rest = &rest[at + 1..];
            }
        }
    }
    decoded.push_str(rest);
    decoded
}

/// The beginning of an over-long address, up to its last whole part.
fn whole_parts(text: &str) -> &str {
    let mut end = LONGEST;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].rsplit_once('&').map_or("", |(whole, _)| whole)
}

/// A part as a message can show it.
fn shortened(part: &str) -> String {
    let mut short: String = part.chars().take(40).collect();
    if short.len() < part.len() {
        short.push('…');
    }
    short
}
