//! The words that schemes share and that are explained: read, and taken into the guides whose texts use them.

use std::collections::BTreeSet;
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::Fault;
use super::reader::Reader;
use super::source_file::SourceFile;
use jifen::glossary::occurrences;
use jifen::scheme::{Gloss, Guide, Language, Scheme};

/// What is said beside the running text, and never marked there.
const BESIDE: [&str; 11] = [
    "city",
    "document",
    "source",
    "publisher",
    "gloss",
    "example",
    "cite",
    "basis",
    "readings",
    "note",
    "noun",
];

/// The languages, as files name them.
pub(super) const LANGUAGES: [(&str, Language); 2] = [("zh", Language::Zh), ("en", Language::En)];

/// What the file holds beside its list.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NothingElse {}

/// The shared words, with the file that explains them.
#[derive(Debug)]
pub(super) struct SharedGlossary {
    pub(super) source: SourceFile,
    /// Each with its position in the file, since a bad one is left out.
    pub(super) glosses: Vec<(usize, Gloss)>,
}

/// A spelling that some text uses: its language, and how it is written in small letters.
pub(super) type Used = BTreeSet<(&'static str, String)>;

/// Reads the shared words of a rules folder; without a file there are none.
pub(super) fn read(rules: &Path, faults: &mut Vec<Fault>) -> Option<SharedGlossary> {
    let path = rules.join("glossary.toml");
    if !path.exists() {
        return None;
    }
    let source = SourceFile::open(&path, faults)?;
    let mut reader = Reader::of(&source);
    let glosses = reader.list("gloss", faults).read;
    let _: Option<NothingElse> = reader.rest(faults);
    Some(SharedGlossary { source, glosses })
}

/// The running texts of a scheme's editions and of its guide, each once.
pub(super) struct Texts {
    zh: BTreeSet<String>,
    en: BTreeSet<String>,
}

impl Texts {
    /// Collects them.
    pub(super) fn of<'a>(editions: impl Iterator<Item = &'a Scheme>, guide: &Guide) -> Texts {
        let mut texts = Texts { zh: BTreeSet::new(), en: BTreeSet::new() };
        for scheme in editions {
            texts.collect(scheme);
        }
        texts.collect(guide);
        texts
    }

    fn collect(&mut self, part: &impl Serialize) {
        // What cannot be written as JSON has its fault already.
        self.collect_within(&serde_json::to_value(part).unwrap_or_default());
    }

    fn collect_within(&mut self, json: &Json) {
        match json {
            Json::Object(map) => {
                if let (Some(Json::String(zh)), Some(Json::String(en))) =
                    (map.get("zh"), map.get("en"))
                {
                    self.zh.insert(zh.clone());
                    self.en.insert(en.clone());
                }
                let inside = map.iter().filter(|(key, _)| !BESIDE.contains(&key.as_str()));
                inside.for_each(|(_, value)| self.collect_within(value));
            }
            Json::Array(list) => list.iter().for_each(|item| self.collect_within(item)),
            _ => {}
        }
    }

    /// Returns the ids of the words that the texts use, and notes how they write them.
    pub(super) fn use_of(&self, glosses: &[&Gloss], used: &mut Used) -> BTreeSet<String> {
        let mut ids = BTreeSet::new();
        for ((name, language), texts) in LANGUAGES.into_iter().zip([&self.zh, &self.en]) {
            for text in texts {
                for mark in occurrences(text, glosses.iter().copied(), language) {
                    ids.insert(mark.gloss.id.clone());
                    used.insert((name, text[mark.bytes].to_ascii_lowercase()));
                }
            }
        }
        ids
    }
}

/// Takes the shared words that a scheme's texts use into its guide, before its own, and returns how the texts write
/// each word. A word that the guide explains itself is not the shared one.
pub(super) fn take_into(
    guide: &mut Guide,
    texts: &Texts,
    shared: Option<&SharedGlossary>,
    of_shared: &mut Used,
) -> Used {
    let own = |gloss: &&Gloss| guide.glosses.iter().any(|own| own.id == gloss.id);
    let shared = shared.iter().flat_map(|shared| &shared.glosses).map(|(_, gloss)| gloss);
    let shared: Vec<&Gloss> = shared.filter(|gloss| !own(gloss)).collect();
    let all: Vec<&Gloss> = shared.iter().copied().chain(&guide.glosses).collect();
    let mut used = Used::new();
    let ids = texts.use_of(&all, &mut used);
    for (name, language) in LANGUAGES {
        let spellings = shared.iter().flat_map(|gloss| gloss.spelt.read(language));
        let spellings = spellings.map(|spelling| (name, spelling.to_ascii_lowercase()));
        of_shared.extend(spellings.filter(|spelling| used.contains(spelling)));
    }
    let taken = shared.into_iter().filter(|gloss| ids.contains(&gloss.id)).cloned();
    let mut taken: Vec<Gloss> = taken.collect();
    taken.append(&mut guide.glosses);
    guide.glosses = taken;
    used
}
