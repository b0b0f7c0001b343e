//! Where the words that a guide explains stand in a text.

use std::ops::Range;

use crate::scheme::{Gloss, Language};

/// A word of a text that is explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark<'g> {
    /// Where it stands, in bytes.
    pub bytes: Range<usize>,
    /// What explains it.
    pub gloss: &'g Gloss,
}

/// Returns every word of a text that is explained, in order. Of words that begin at one place the longest is meant, and no
/// word is found inside another.
pub fn occurrences<'g>(
    text: &str,
    glosses: impl Iterator<Item = &'g Gloss>,
    language: Language,
) -> Vec<Mark<'g>> {
    let small = text.to_ascii_lowercase();
    let mut candidates = Vec::new();
    for gloss in glosses {
        let spellings = gloss.spelt.read(language).iter();
        for spelling in spellings.filter(|spelling| !spelling.is_empty()) {
            // Word by word and not place by place: searching is quick, and most words do not stand in a text.
            for (at, _) in small.match_indices(spelling.as_str()) {
                let bytes = at..at + spelling.len();
                if is_whole(&small, &bytes) {
                    candidates.push(Mark { bytes, gloss });
                }
            }
        }
    }
    let mut found: Vec<Mark<'g>> = Vec::new();
    let mut at = 0;
    loop {
        let after = candidates.iter().filter(|mark| mark.bytes.start >= at);
        let next = after.min_by_key(|mark| (mark.bytes.start, usize::MAX - mark.bytes.end));
        let Some(next) = next else { return found };
        at = next.bytes.end;
        found.push(next.clone());
    }
}

/// Returns the first occurrence of each word of a text that is explained.
pub fn marks<'g>(text: &str, glosses: &'g [Gloss], language: Language) -> Vec<Mark<'g>> {
    let mut marks: Vec<Mark<'g>> = Vec::new();
    for found in occurrences(text, glosses.iter(), language) {
        if !marks.iter().any(|mark| mark.gloss.id == found.gloss.id) {
            marks.push(found);
        }
    }
    marks
}

/// Whether what stands at a place of a text is not a part of a longer word of Latin letters.
fn is_whole(text: &str, at: &Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let letter = |place: Option<usize>| {
        let byte = place.and_then(|place| bytes.get(place));
        byte.is_some_and(u8::is_ascii_alphanumeric)
    };
    let before = letter(at.start.checked_sub(1)) && letter(Some(at.start));
    let after = letter(at.end.checked_sub(1)) && letter(Some(at.end));
    !before && !after
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scheme::{Spellings, Text};

    fn gloss(id: &str, zh: &[&str], en: &[&str]) -> Gloss {
        let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Gloss {
            id: id.to_owned(),
            word: Text::default(),
            spelt: Spellings { zh: list(zh), en: list(en) },
            meaning: Text::default(),
            basis: None,
        }
    }

    fn found<'t>(text: &'t str, glosses: &[Gloss], language: Language) -> Vec<&'t str> {
        let marks = marks(text, glosses, language);
        marks.into_iter().map(|mark| &text[mark.bytes]).collect()
    }

    #[test]
    fn the_longest_word_is_meant_and_each_is_marked_once() {
        let glosses = [
            gloss("base", &["缴费基数", "基数"], &["contribution base", "base", "bases"]),
            gloss("contribution", &["缴费"], &["contribution"]),
        ];
        assert_eq!(found("按缴费基数缴费，基数另算", &glosses, Language::Zh), ["缴费基数", "缴费"]);
        let text = "The Base of a contribution base; bases of a contribution";
        assert_eq!(found(text, &glosses, Language::En), ["Base", "contribution"]);
        assert_eq!(found("Contribution bases", &glosses, Language::En), ["Contribution", "bases"]);
    }

    #[test]
    fn no_word_is_found_within_another() {
        let glosses = [gloss("base", &[], &["base"])];
        assert_eq!(found("based, debase, base2 and rebase", &glosses, Language::En), [""; 0]);
        assert_eq!(found("a base.", &glosses, Language::En), ["base"]);
        assert_eq!(found("按base算", &glosses, Language::En), ["base"]);
        assert_eq!(found("", &glosses, Language::En), [""; 0]);
        assert_eq!(found("base", &[gloss("none", &[], &[""])], Language::En), [""; 0]);
    }
}
