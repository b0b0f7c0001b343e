//! Questions by a short code, so that a full form fits into an address that people hand on.
//!
//! A code follows from the question's id alone and from nothing else: a new question, another order or another
//! edition changes no code. Ids stay for good, and so do codes; the lint refuses two questions with one code.

/// The length of a code: a capital letter, by which a reader tells where an entry begins, and two digits.
pub(super) const LENGTH: usize = 3;

/// The digits.
pub(super) const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// The longest name that is kept, in bytes.
const LONGEST: usize = 300;

/// What entries are kept and ordered by: the group that a name begins with, such as a city, and the code of the rest,
/// between them a full stop. So groups stay together, and facts about the person come first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct EntryKey(String);

impl EntryKey {
    /// Makes the key of a name, which may be a code behind an underscore; `None` where it is no name.
    pub(super) fn of(name: &str) -> Option<EntryKey> {
        let fits =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.".contains(&byte);
        let (group, rest) = name.rsplit_once('.').unwrap_or(("", name));
        let fine = !name.is_empty() && !name.starts_with('.') && name.len() <= LONGEST;
        let fine = fine && group.bytes().all(fits);
        let code = match rest.strip_prefix('_') {
            Some(code) if is_code(code) => code.to_owned(),
            None if rest.bytes().all(fits) => code(rest),
            _ => return None,
        };
        fine.then(|| EntryKey([group, ".", &code].concat()))
    }

    /// Returns what the name begins with; empty for facts about the person.
    pub(super) fn group(&self) -> &str {
        self.0.rsplit_once('.').map_or("", |(group, _)| group)
    }

    /// Returns the code of the rest.
    pub(super) fn code(&self) -> &str {
        self.0.rsplit_once('.').map_or("", |(_, code)| code)
    }
}

/// Names an entry of which only the code is known.
pub(super) fn unnamed(group: &str, code: &str) -> String {
    if group.is_empty() { ["_", code].concat() } else { [group, "._", code].concat() }
}

fn is_code(text: &str) -> bool {
    let digits = text.strip_prefix(|first: char| first.is_ascii_uppercase());
    digits.is_some_and(|digits| {
        digits.len() == LENGTH - 1 && digits.bytes().all(|byte| DIGITS.contains(&byte))
    })
}

/// Returns the code of an id.
pub fn code(id: &str) -> String {
    let checksum = crc32fast::hash(id.as_bytes()) as usize;
    let digit = |number: usize| char::from(DIGITS[number % DIGITS.len()]);
    let letter = char::from(b'A' + (checksum % 26) as u8);
    String::from_iter([letter, digit(checksum / 26), digit(checksum / 26 / DIGITS.len())])
}
