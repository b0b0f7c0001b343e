//! Sentences with slots, whose number is part of their type: a sentence that is handed too few parts or too many, or
//! whose two languages differ in their slots, does not compile.
//!
//! `{0}`, `{1}` … show a part; `{0|point|points}` chooses a word by whether that part is 1.

/// A sentence with `SLOTS` slots.
#[derive(Clone, Copy)]
pub(crate) struct Sentence<const SLOTS: usize>(&'static str);

impl<const SLOTS: usize> Sentence<SLOTS> {
    /// Makes a sentence of a text that [`same_slots`] has seen.
    pub(super) const fn new(text: &'static str) -> Sentence<SLOTS> {
        Sentence(text)
    }
}

/// Returns a sentence with its parts filled in.
#[inline(always)]
pub(crate) fn format<const SLOTS: usize>(
    sentence: Sentence<SLOTS>,
    parts: &[&str; SLOTS],
) -> String {
    fill(sentence.0, parts)
}

fn fill(sentence: &str, parts: &[&str]) -> String {
    let mut filled = String::with_capacity(sentence.len() + 16);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((slot, after)) = after.split_once('}') else { return filled };
        let mut choices = slot.split('|');
        let number = choices.next().and_then(|number| number.parse::<usize>().ok());
        let part = number.and_then(|number| parts.get(number)).copied().unwrap_or_default();
        filled.push_str(match (choices.next(), choices.next()) {
            (Some(singular), Some(plural)) => {
                if part == "1" {
                    singular
                } else {
                    plural
                }
            }
            _ => part,
        });
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// Returns whether two texts show the same slots, and together use all of the first `count` and no other. A slot that
/// only chooses a word may be missing in a language without plurals.
pub(super) const fn same_slots(zh: &str, en: &str, count: usize) -> bool {
    let (zh, en) = (Slots::of(zh), Slots::of(en));
    zh.shown == en.shown && zh.used | en.used == (1 << count) - 1
}

/// The slots of a text, a bit for each.
struct Slots {
    shown: u32,
    used: u32,
}

impl Slots {
    const fn of(text: &str) -> Slots {
        let text = text.as_bytes();
        let mut slots = Slots { shown: 0, used: 0 };
        let mut at = 0;
        while at < text.len() {
            if text[at] == b'{' {
                assert!(
                    at + 2 < text.len() && text[at + 1].is_ascii_digit(),
                    "a brace in a text opens a slot, which begins with its number"
                );
                let slot = 1 << (text[at + 1] - b'0');
                slots.used |= slot;
                at += 2;
                let mut bars = 0;
                while at < text.len() && text[at] != b'}' {
                    assert!(text[at] != b'{', "a slot of a text has no end");
                    bars += (text[at] == b'|') as u32;
                    at += 1;
                }
                assert!(at < text.len(), "a slot of a text has no end");
                match bars {
                    0 => slots.shown |= slot,
                    2 => {}
                    _ => panic!("a slot shows its part, or chooses one of two words"),
                }
            }
            at += 1;
        }
        slots
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_go_where_they_belong() {
        assert_eq!(fill("{1} of {0} {0|point|points}", &["1", "2"]), "2 of 1 point");
        assert_eq!(fill("{0} {0|point|points}{7}", &["3"]), "3 points");
        assert_eq!(fill("open { brace", &[]), "open ");
        assert_eq!(format(Sentence::<2>::new("{1}, not {0}"), &["a", "b"]), "b, not a");
    }

    #[test]
    fn both_languages_have_the_same_slots() {
        assert!(same_slots("没有", "none", 0));
        assert!(same_slots("{0} 分", "{0} {0|point|points}", 1));
        assert!(same_slots("个月", "{0|month|months}", 1));
        assert!(same_slots("{1}{0}", "{0} of {1}", 2));
        assert!(!same_slots("{0} 分", "points", 1), "English does not show its part");
        assert!(!same_slots("{0}", "{1}", 2), "each shows another part");
        assert!(!same_slots("{0}", "{0}", 2), "a second part would be shown nowhere");
        assert!(!same_slots("{0}", "{0}", 0), "a part is missing");
        assert!(!same_slots("{1}", "{1}", 1), "slots are counted from 0");
    }

    #[test]
    #[should_panic(expected = "no end")]
    fn a_slot_needs_its_end() {
        Slots::of("{0 points");
    }

    #[test]
    #[should_panic(expected = "one of two words")]
    fn a_slot_chooses_between_two_words() {
        Slots::of("{0} {0|points}");
    }

    #[test]
    #[should_panic(expected = "begins with its number")]
    fn a_brace_opens_a_slot() {
        Slots::of("{points}");
    }
}
