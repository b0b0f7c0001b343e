//! Versions, as tools print them.

use anyhow::{Context, Result};

/// Major, minor, patch.
pub(crate) type Version = (u32, u32, u32);

/// Returns the first version in a tool's answer, such as `1.2.3` or `1.2.3-nightly`.
pub(crate) fn read(answer: &str) -> Result<Version> {
    answer.split_whitespace().find_map(parse).with_context(|| format!("no version in “{answer}”"))
}

fn parse(word: &str) -> Option<Version> {
    let numbers = word.split(['-', '+']).next()?;
    let mut numbers = numbers.split('.').map(|number| number.parse().ok());
    let version = (numbers.next()??, numbers.next()??, numbers.next()??);
    numbers.next().is_none().then_some(version)
}

/// Returns the version as people write it.
pub(crate) fn write((major, minor, patch): Version) -> String {
    format!("{major}.{minor}.{patch}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_tools_print() {
        let answers = [
            ("rustc 1.97.0-nightly (e50aa6fba 2026-05-19)", (1, 97, 0)),
            ("wasm-bindgen 0.2.130", (0, 2, 130)),
            ("trunk 0.22.1", (0, 22, 1)),
        ];
        for (answer, version) in answers {
            assert_eq!(read(answer).unwrap(), version, "{answer}");
        }
        assert!(read("rustc 1.97").is_err());
    }
}
