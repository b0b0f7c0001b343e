//! The words of apps and offices, and the lines for a chat.

use jifen::scheme::Language;

use super::{CHECKED, Person};
use crate::text::phrases::Phrases;
use crate::views::guide::words::found;
use crate::views::result::plain_text;

#[test]
fn every_word_that_an_office_shows_is_found_and_so_are_other_words_for_it() {
    for (scheme, guide) in CHECKED.schemes.iter().zip(&CHECKED.guides) {
        for status in &guide.statuses {
            let words = [&status.name.zh, &status.name.en].into_iter().chain(&status.also);
            for word in words {
                let found = found(guide, word);
                let here = found.statuses.iter().any(|one| one.id == status.id);
                assert!(here, "{}: `{word}` does not lead to `{}`", scheme.id, status.id);
            }
        }
        for family in &guide.families {
            for word in &family.also {
                let found = found(guide, word);
                let here = found.families.iter().any(|one| one.id == family.id);
                assert!(here, "{}: `{word}` does not lead to `{}`", scheme.id, family.id);
            }
        }
        assert!(found(guide, "e").statuses.is_empty(), "too short a word is found everywhere");
    }
}

#[test]
fn a_sentence_with_the_word_in_it_is_understood() {
    let shanghai = CHECKED.schemes.iter().position(|scheme| scheme.id == "shanghai");
    let guide = &CHECKED.guides[shanghai.expect("there is such a scheme")];
    let found = found(guide, "我的积分显示失效了");
    assert!(found.statuses.iter().any(|status| status.id == "void"));
}

#[test]
fn a_few_lines_say_the_result_in_both_languages() {
    let person =
        Person { scheme: "shanghai", on: "2026-11-24", answers: "", open: &["residence-permit"] };
    let assessed = person.assessed();
    for language in [Language::Zh, Language::En] {
        let phrases = Phrases::new(&assessed.scheme, language);
        let text = plain_text(
            &assessed,
            &super::progress(&assessed),
            Some("https://example.org/#s=shanghai"),
            &phrases,
        );
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].contains(&*phrases.text(&assessed.scheme.name)), "{text}");
        assert!(lines[1].contains("120"), "the line: {text}");
        assert!(text.contains(&crate::views::result::headline(&assessed, &phrases)), "{text}");
        let permit = assessed.scheme.conditions.iter().find(|one| one.id == "residence-permit");
        if let Some(permit) = permit {
            assert!(text.contains(&*phrases.text(&permit.name)), "what is open: {text}");
        }
        assert_eq!(lines.last(), Some(&"https://example.org/#s=shanghai"));
        assert!(lines.len() <= 9, "short: {text}");
    }
}
