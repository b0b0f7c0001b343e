//! Words that are explained, in the texts of the real rules.

use std::collections::BTreeSet;

use jifen::glossary::marks;
use jifen::scheme::{Guide, Language, Scheme, Text};

use super::CHECKED;
use crate::documents::document::html_of;
use crate::elements::markup::render;
use crate::text::phrases::Phrases;
use crate::views::guide::glossary::glossary;

const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];

/// The texts in which the page marks words.
fn texts(scheme: &Scheme) -> impl Iterator<Item = &Text> {
    let questions = scheme.questions.iter();
    let questions = questions.flat_map(|one| std::iter::once(&one.ask).chain(&one.help));
    let sections = scheme.sections.iter().filter_map(|one| one.help.as_ref());
    let conditions = scheme.conditions.iter().map(|one| &one.rule);
    questions.chain(sections).chain(conditions).chain(scheme.indicators.iter().map(|one| &one.rule))
}

fn marked<'g>(scheme: &Scheme, guide: &'g Guide, language: Language) -> BTreeSet<&'g str> {
    let found = texts(scheme).flat_map(|text| marks(text.read(language), &guide.glosses, language));
    found.map(|mark| mark.gloss.id.as_str()).collect()
}

#[test]
fn every_scheme_explains_five_words_at_least_in_both_languages() {
    for (scheme, guide) in CHECKED.schemes.iter().zip(&CHECKED.guides) {
        for language in LANGUAGES {
            let marked = marked(scheme, guide, language);
            assert!(marked.len() >= 5, "{} in {language:?}: {marked:?}", scheme.id);
        }
    }
}

#[test]
fn the_longest_word_is_explained() {
    let place = CHECKED.schemes.iter().position(|scheme| scheme.id == "shanghai");
    let guide = &CHECKED.guides[place.expect("there is such a scheme")];
    for (text, language, expected) in [
        ("每个月的社保缴费基数达到平均工资", Language::Zh, &["社保", "缴费基数", "平均工资"][..]),
        ("社保基数每年 7 月会变，基数有上限", Language::Zh, &["社保基数"]),
        ("有高级工证书，没有中级职称", Language::Zh, &["高级工", "职称"]),
        ("Employee insurance on a base", Language::En, &["Employee insurance", "base"]),
        ("based on a database", Language::En, &[]),
    ] {
        let marks = marks(text, &guide.glosses, language);
        let found: Vec<&str> = marks.into_iter().map(|mark| &text[mark.bytes]).collect();
        assert_eq!(found, expected, "{text}");
    }
}

/// A school place and a degree are one word in Chinese.
#[test]
fn a_guide_explains_a_word_that_means_something_of_its_own() {
    for (scheme, guide) in CHECKED.schemes.iter().zip(&CHECKED.guides) {
        let degree = guide.glosses.iter().find(|gloss| gloss.id == "degree");
        let place = degree.is_some_and(|gloss| gloss.word.en == "School place");
        let school = ["guangzhou-school", "zhuhai-doumen", "zhuhai-xiangzhou"];
        assert_eq!(place, school.contains(&scheme.id.as_str()), "{}", scheme.id);
    }
}

#[test]
fn all_words_of_a_scheme_stand_in_one_list() {
    for (scheme, guide) in CHECKED.schemes.iter().zip(&CHECKED.guides) {
        for language in LANGUAGES {
            let phrases = Phrases::new(scheme, language);
            let html = html_of(render(|markup| glossary(markup, guide, &phrases)));
            assert_eq!(html.matches("<dt>").count(), guide.glosses.len());
            assert_eq!(html.matches("<dd>").count(), guide.glosses.len());
        }
    }
}
