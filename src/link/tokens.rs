//! A file of words as tokens. A page that weighs every kilobyte reads objects of words, which is all that its files hold,
//! rather than every JSON there is; colons and commas say nothing that the order does not.

use std::str::Chars;

/// The tokens of a text, one after the other.
pub(super) struct Tokens<'a> {
    rest: &'a str,
}

/// What an object of words is made of.
#[derive(PartialEq)]
pub(super) enum Token {
    Open,
    Close,
    Text(String),
}

impl<'a> Tokens<'a> {
    pub(super) fn of(text: &'a str) -> Tokens<'a> {
        Tokens { rest: text }
    }

    /// Returns the next token; none at the end of the text, or where it is cut.
    pub(super) fn next(&mut self) -> Option<Token> {
        let between =
            |character: char| character.is_whitespace() || character == ':' || character == ',';
        self.rest = self.rest.trim_start_matches(between);
        let first = self.rest.chars().next()?;
        let rest = &self.rest[first.len_utf8()..];
        match first {
            '{' | '[' => {
                self.rest = rest;
                Some(Token::Open)
            }
            '}' | ']' => {
                self.rest = rest;
                Some(Token::Close)
            }
            '"' => self.quoted(rest),
            _ => {
                let ends = |character: char| between(character) || "{}[]\"".contains(character);
                let end = self.rest.find(ends).unwrap_or(self.rest.len());
                let (bare, rest) = self.rest.split_at(end);
                self.rest = rest;
                let text = match bare {
                    "true" => "1",
                    "false" => "0",
                    bare => bare,
                };
                Some(Token::Text(text.to_owned()))
            }
        }
    }

    /// Reads a text in quotation marks, once the first is read.
    fn quoted(&mut self, text: &str) -> Option<Token> {
        let mut read = String::new();
        let mut characters = text.chars();
        while let Some(character) = characters.next() {
            match character {
                '"' => {
                    let rest = characters.as_str().len();
                    self.rest = &self.rest[self.rest.len() - rest..];
                    return Some(Token::Text(read));
                }
                '\\' => read.push(escaped(&mut characters)),
                character => read.push(character),
            }
        }
        self.rest = "";
        None
    }

    /// Skips the rest of what has just been opened.
    pub(super) fn skip(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            match self.next() {
                Some(Token::Open) => depth += 1,
                Some(Token::Close) => depth -= 1,
                Some(Token::Text(_)) => {}
                None => return,
            }
        }
    }
}

/// Reads what follows a backslash. What JSON does not know becomes the replacement character, which fits into no name
/// and no value, so that it is named as unreadable.
fn escaped(characters: &mut Chars<'_>) -> char {
    match characters.next() {
        Some(character @ ('"' | '\\' | '/')) => character,
        Some('b') => '\u{8}',
        Some('f') => '\u{c}',
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some('u') => {
            let first = code_unit(characters);
            let mut ahead = characters.clone();
            let second = match (ahead.next(), ahead.next()) {
                (Some('\\'), Some('u')) => code_unit(&mut ahead),
                _ => None,
            };
            // Most characters are one unit of UTF-16; the others are a pair.
            match char::decode_utf16(first.into_iter().chain(second)).next() {
                Some(Ok(character)) => {
                    if character.len_utf16() == 2 {
                        *characters = ahead;
                    }
                    character
                }
                _ => char::REPLACEMENT_CHARACTER,
            }
        }
        _ => char::REPLACEMENT_CHARACTER,
    }
}

/// Reads four hexadecimal digits.
fn code_unit(characters: &mut Chars<'_>) -> Option<u16> {
    let digits = characters.as_str().get(..4)?;
    let fits = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let unit = fits.then(|| u16::from_str_radix(digits, 16).ok()).flatten()?;
    *characters = characters.as_str()[4..].chars();
    Some(unit)
}
