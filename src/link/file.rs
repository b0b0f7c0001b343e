//! Answers ⇄ a file that a person keeps: the same as the address holds, as JSON that can be read and edited.
//!
//! Written with the full ids of questions, every value as a text, `none` for no, zero and no records. Reading is total, as for addresses. A page that
//! weighs every kilobyte reads objects of words, which is all that such a file holds, rather than every JSON there is.

use super::{Link, LinkProblem, VERSION, is_value, shortened};
use crate::order::by_key;
use crate::scheme::Language;

/// The largest file that is read, in bytes. A full form of one city takes about a fiftieth.
pub const LARGEST_FILE: usize = 100_000;

/// The field that says which program wrote the file, and in which layout.
const MARK: &str = "jifen";

/// The field that holds the answers.
const ANSWERS: &str = "answers";

/// Why nothing of a file can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// Larger than any file that the page writes.
    Huge,
    /// Not a file of this program.
    Foreign,
}

impl Link {
    /// Reads a file.
    ///
    /// # Errors
    /// When it was not written by this program. Whatever else is wrong is named, and the rest is used.
    pub fn from_file(text: &str) -> Result<(Link, Vec<LinkProblem>), FileFault> {
        if text.len() > LARGEST_FILE {
            return Err(FileFault::Huge);
        }
        let mut words = Words { rest: text.trim_start_matches('\u{feff}') };
        let mut link = Link::default();
        let mut troubles = Vec::new();
        let mut marked = false;
        if words.next() != Some(Word::Open) {
            return Err(FileFault::Foreign);
        }
        let mut inside = false;
        let whole = loop {
            let key = match words.next() {
                Some(Word::Text(key)) => key,
                Some(Word::Close) if inside => {
                    inside = false;
                    continue;
                }
                end => break end == Some(Word::Close),
            };
            match words.next() {
                Some(Word::Text(value)) => {
                    let used = match key.as_str() {
                        MARK if !inside => {
                            let fresh = !marked;
                            marked = true;
                            if fresh {
                                link.note("v", &value, &mut troubles);
                            }
                            fresh
                        }
                        "scheme" if !inside => link.note("s", &value, &mut troubles),
                        "edition" if !inside => link.note("e", &value, &mut troubles),
                        "language" if !inside => link.note("l", &value, &mut troubles),
                        _ => inside && is_value(&value) && link.profile.add(&key, &value),
                    };
                    if !used {
                        troubles.push(LinkProblem::Unreadable(shortened(
                            &[&key, "=", &value].concat(),
                        )));
                    }
                }
                Some(Word::Open) if key == ANSWERS && !inside => inside = true,
                Some(Word::Open) => {
                    troubles.push(LinkProblem::Unreadable(shortened(&key)));
                    words.skip();
                }
                _ => break false,
            }
        };
        if !marked {
            return Err(FileFault::Foreign);
        }
        if !whole {
            troubles.push(LinkProblem::Cut);
        }
        Ok((link, troubles))
    }

    /// Writes the file. Nothing in it needs escaping: ids and values hold letters, digits and a few marks.
    pub fn to_file(&self) -> String {
        let line = |margin: &str, key: &str, value: &str| {
            [margin, "\"", key, "\": \"", value, "\""].concat()
        };
        let language = if self.language == Some(Language::En) { "en" } else { "zh" };
        let head = [
            (MARK, Some(VERSION)),
            ("scheme", self.scheme.as_deref()),
            ("edition", self.edition.as_deref()),
            ("language", Some(language)),
        ];
        let head = head.into_iter().filter_map(|(key, value)| Some(line("  ", key, value?)));
        let head: Vec<String> = head.collect();
        let entries = self.profile.entries().map(|(_, name, value)| (name, value));
        let entries = by_key(entries, |(name, _)| *name).into_iter();
        let entries: Vec<String> = entries.map(|(name, value)| line("    ", name, value)).collect();
        let (head, entries) = (head.join(",\n"), entries.join(",\n"));
        ["{\n", &head, ",\n  \"", ANSWERS, "\": {\n", &entries, "\n  }\n}\n"].concat()
    }
}

/// Objects of words; colons and commas say nothing that the order does not.
struct Words<'a> {
    rest: &'a str,
}

#[derive(PartialEq)]
enum Word {
    Open,
    Close,
    Text(String),
}

impl Words<'_> {
    fn next(&mut self) -> Option<Word> {
        let between = |one: char| one.is_whitespace() || one == ':' || one == ',';
        self.rest = self.rest.trim_start_matches(between);
        let first = self.rest.chars().next()?;
        let rest = &self.rest[first.len_utf8()..];
        match first {
            '{' | '[' => {
                self.rest = rest;
                Some(Word::Open)
            }
            '}' | ']' => {
                self.rest = rest;
                Some(Word::Close)
            }
            '"' => self.quoted(rest),
            _ => {
                let ends = |one: char| between(one) || "{}[]\"".contains(one);
                let end = self.rest.find(ends).unwrap_or(self.rest.len());
                let (bare, rest) = self.rest.split_at(end);
                self.rest = rest;
                let text = match bare {
                    "true" => "1",
                    "false" => "0",
                    bare => bare,
                };
                Some(Word::Text(text.to_owned()))
            }
        }
    }

    /// A text in quotation marks, once the first is read.
    fn quoted(&mut self, text: &str) -> Option<Word> {
        let mut read = String::new();
        let mut escaped = false;
        for (at, one) in text.char_indices() {
            match one {
                '"' if !escaped => {
                    self.rest = self.rest.get(at + 2..)?;
                    return Some(Word::Text(read));
                }
                '\\' if !escaped => escaped = true,
                one => {
                    escaped = false;
                    read.push(one);
                }
            }
        }
        self.rest = "";
        None
    }

    /// The rest of what has just been opened.
    fn skip(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            match self.next() {
                Some(Word::Open) => depth += 1,
                Some(Word::Close) => depth -= 1,
                Some(Word::Text(_)) => {}
                None => return,
            }
        }
    }
}
