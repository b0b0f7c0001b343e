//! Words that are explained: told apart, recognised in both languages, said in other words, and used.

use std::collections::BTreeMap;

use super::parts::{identity, is_dated, words};
use crate::Fault;
use crate::findings::Findings;
use crate::glossary::{LANGUAGES, SharedGlossary, Used};
use crate::key_path::KeyPath;
use crate::read::GuideSource;
use crate::source_file::SourceFile;
use jifen::scheme::Gloss;

/// Lints the words that schemes share.
pub(crate) fn shared_glosses(shared: &SharedGlossary, faults: &mut Vec<Fault>) {
    let SharedGlossary { source, glosses } = shared;
    let mut seen = Vec::new();
    for (index, gloss) in glosses {
        let place = place(*index);
        words(source, &place, serde_json::to_value(gloss), faults);
        identity(source, &place, &gloss.id, seen.contains(&&gloss.id), faults);
        seen.push(&gloss.id);
        if let Some(basis) = &gloss.basis {
            let mut findings = Findings { source, faults };
            if !basis.sources.is_empty() {
                findings.refuse(
                    &place.key("basis").key("sources"),
                    "a shared word names sources".to_owned(),
                    "sources are those of one scheme",
                    "explain the word in the guide of that scheme, or leave the sources out",
                );
            }
            if !is_dated(&basis.dated) {
                findings.refuse(
                    &place.key("basis").key("dated"),
                    format!("`{}` is no year, month or day", basis.dated),
                    "a person must see how old a statement is",
                    "write 2025, 2025-10 or 2025-10-01",
                );
            }
        }
    }
    let placed = glosses.iter().map(|(index, gloss)| (place(*index), gloss));
    let mut findings = Findings { source, faults };
    each(placed, &mut Vec::new(), &mut findings);
}

/// Lints the words that a guide explains itself, beside the shared ones; `used` is how its scheme's texts write words.
pub(crate) fn own_glosses(
    read: &GuideSource,
    shared: Option<&SharedGlossary>,
    used: &Used,
    faults: &mut Vec<Fault>,
) {
    let own = &read.guide.glosses;
    let replaced = |gloss: &Gloss| own.iter().any(|own| own.id == gloss.id);
    let shared = shared.iter().flat_map(|shared| &shared.glosses);
    let shared = shared.map(|(_, gloss)| gloss).filter(|gloss| !replaced(gloss));
    let mut taken: Vec<_> = shared.flat_map(spellings).collect();
    let placed = || own.iter().enumerate().map(|(index, gloss)| (place(index), gloss));
    each(placed(), &mut taken, &mut Findings { source: &read.source, faults });
    unused(&read.source, placed(), used, "this scheme", faults);
}

/// Reports the shared words, or spellings of them, that no scheme uses.
pub(crate) fn unused_glosses(shared: &SharedGlossary, used: &Used, faults: &mut Vec<Fault>) {
    let placed = shared.glosses.iter().map(|(index, gloss)| (place(*index), gloss));
    unused(&shared.source, placed, used, "any scheme", faults);
}

fn place(index: usize) -> KeyPath {
    KeyPath::root().key("gloss").at(index)
}

/// The spellings of a word: language, and small letters.
fn spellings(gloss: &Gloss) -> impl Iterator<Item = (&'static str, String)> {
    LANGUAGES.into_iter().flat_map(|(name, language)| {
        let spelt = gloss.spelt.read(language).iter();
        spelt.map(move |spelling| (name, spelling.to_ascii_lowercase()))
    })
}

/// Lints each word by itself, and that none is written like another; `taken` are the spellings of others.
fn each<'g>(
    glosses: impl Iterator<Item = (KeyPath, &'g Gloss)>,
    taken: &mut Vec<(&'static str, String)>,
    findings: &mut Findings<'_>,
) {
    for (place, gloss) in glosses {
        for (name, language) in LANGUAGES {
            let spelt = gloss.spelt.read(language);
            let at = place.key("spelt").key(name);
            let unfound = |spelling: &String| {
                spelling.is_empty()
                    || spelling.trim() != spelling
                    || spelling.bytes().any(|byte| byte.is_ascii_uppercase())
            };
            if spelt.is_empty() || spelt.iter().any(unfound) {
                findings.refuse(
                    &at,
                    format!(
                        "`{}` has no spelling, or one with capitals or a blank at an end",
                        gloss.id
                    ),
                    "the word would not be found in any text",
                    "write each spelling as it stands in the texts, in small letters",
                );
            }
            for spelling in spelt {
                let small = (name, spelling.to_ascii_lowercase());
                if taken.contains(&small) {
                    findings.refuse_id(
                        &at,
                        spelling,
                        format!("`{spelling}` is a spelling already"),
                        "a word of a text has one meaning on the page",
                        "keep it where it belongs; in a guide, the same id stands in the place of the shared word",
                    );
                }
                taken.push(small);
            }
            let known = spelt.iter().map(String::as_str).chain([gloss.word.read(language)]);
            if says_only(gloss.meaning.read(language), known) {
                findings.refuse(
                    &place.key("meaning").key(name),
                    format!("the meaning of `{}` says only the word", gloss.id),
                    "whoever does not know the word learns nothing",
                    "say it in other words",
                );
            }
        }
    }
}

/// Whether a meaning holds nothing but the word, however often.
fn says_only<'s>(meaning: &str, spellings: impl Iterator<Item = &'s str>) -> bool {
    let mut rest = meaning.to_lowercase();
    let mut spellings: Vec<String> = spellings.map(str::to_lowercase).collect();
    spellings.sort_by_key(|spelling| std::cmp::Reverse(spelling.len()));
    for spelling in spellings.iter().filter(|spelling| !spelling.is_empty()) {
        rest = rest.replace(spelling.as_str(), "");
    }
    !meaning.trim().is_empty() && !rest.contains(char::is_alphanumeric)
}

/// Reports spellings that no text uses, once for each word and language.
fn unused<'g>(
    source: &SourceFile,
    glosses: impl Iterator<Item = (KeyPath, &'g Gloss)>,
    used: &Used,
    by: &str,
    faults: &mut Vec<Fault>,
) {
    let mut findings = Findings { source, faults };
    for (place, gloss) in glosses {
        let mut idle: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (name, spelling) in spellings(gloss) {
            if !used.contains(&(name, spelling.clone())) {
                idle.entry(name).or_default().push(spelling);
            }
        }
        for (name, spellings) in idle {
            let spellings: Vec<_> = spellings.iter().map(|one| format!("`{one}`")).collect();
            findings.refuse(
                &place.key("spelt").key(name),
                format!("no text of {by} writes {}", spellings.join(", ")),
                "what is never met needs no explanation, and a slip of the pen would hide here",
                "correct the spelling, or delete it",
            );
        }
    }
}
