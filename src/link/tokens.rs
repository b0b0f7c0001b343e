//! A file of words as tokens. A page that weighs every kilobyte reads objects of words, which is all that its files hold,
//! rather than every JSON there is; colons and commas say nothing that the order does not.

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
        let mut escaped = false;
        for (index, character) in text.char_indices() {
            match character {
                '"' if !escaped => {
                    self.rest = self.rest.get(index + 2..)?;
                    return Some(Token::Text(read));
                }
                '\\' if !escaped => escaped = true,
                character => {
                    escaped = false;
                    read.push(character);
                }
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
