//! Answers ⇄ a file that a person keeps: the same as the address holds, as JSON that can be read and edited.
//!
//! Written with the full ids of questions, every value as a text, `none` for no, zero and no records. Reading is total,
//! as for addresses.

use super::problem::{LinkProblem, shortened};
use super::tokens::{Token, Tokens};
use super::{Link, Profile, VERSION, is_value};
use crate::order::by_key;
use crate::scheme::Language;

/// The largest file that is read, in bytes. A full form of one city takes about a fiftieth.
pub const LARGEST_FILE: usize = 100_000;

/// The field that says which program wrote the file, and in which layout.
const MARK: &str = "jifen";

/// The field that holds the answers.
const ANSWERS: &str = "answers";

/// The field that holds answers kept beside them.
const KEPT: &str = "kept";

/// Why nothing of a file can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
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
    pub fn from_file(text: &str) -> Result<(Link, Vec<LinkProblem>), FileError> {
        if text.len() > LARGEST_FILE {
            return Err(FileError::Huge);
        }
        let mut tokens = Tokens::of(text.trim_start_matches('\u{feff}'));
        let mut link = Link::default();
        let mut problems = Vec::new();
        let mut marked = false;
        if tokens.next() != Some(Token::Open) {
            return Err(FileError::Foreign);
        }
        let mut inside: Option<&str> = None;
        let whole = loop {
            let key = match tokens.next() {
                Some(Token::Text(key)) => key,
                Some(Token::Close) if inside.is_some() => {
                    inside = None;
                    continue;
                }
                end => break end == Some(Token::Close),
            };
            match tokens.next() {
                Some(Token::Text(value)) => {
                    let used = match key.as_str() {
                        MARK if inside.is_none() => {
                            let fresh = !marked;
                            marked = true;
                            if fresh {
                                link.take("v", &value, &mut problems);
                            }
                            fresh
                        }
                        "scheme" if inside.is_none() => link.take("s", &value, &mut problems),
                        "edition" if inside.is_none() => link.take("e", &value, &mut problems),
                        "language" if inside.is_none() => link.take("l", &value, &mut problems),
                        _ if !is_value(&value) => false,
                        _ => match (inside, &mut link.kept) {
                            (Some(ANSWERS), _) => link.profile.add(&key, &value),
                            (Some(_), Some(kept)) => kept.add(&key, &value),
                            _ => false,
                        },
                    };
                    if !used {
                        problems.push(LinkProblem::Unreadable(shortened(
                            &[&key, "=", &value].concat(),
                        )));
                    }
                }
                Some(Token::Open) if key == ANSWERS && inside.is_none() => inside = Some(ANSWERS),
                Some(Token::Open) if key == KEPT && inside.is_none() => {
                    inside = Some(KEPT);
                    link.kept.get_or_insert_default();
                }
                Some(Token::Open) => {
                    problems.push(LinkProblem::Unreadable(shortened(&key)));
                    tokens.skip();
                }
                _ => break false,
            }
        };
        if !marked {
            return Err(FileError::Foreign);
        }
        if !whole {
            problems.push(LinkProblem::Cut);
        }
        Ok((link, problems))
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
        let entries = |key: &str, profile: &Profile| {
            let entries = profile.entries().map(|(_, name, value)| (name, value));
            let entries = by_key(entries, |(name, _)| *name).into_iter();
            let entries: Vec<String> =
                entries.map(|(name, value)| line("    ", name, value)).collect();
            [",\n  \"", key, "\": {\n", &entries.join(",\n"), "\n  }"].concat()
        };
        let kept = self.kept.as_ref().map(|kept| entries(KEPT, kept)).unwrap_or_default();
        ["{\n", &head.join(",\n"), &entries(ANSWERS, &self.profile), &kept, "\n}\n"].concat()
    }
}
