//! Words of the rules, explained for those who do not know them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::scheme::{Basis, Language, Text};

/// A word of the rules' texts, and what it means in plain words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Gloss {
    /// Stable id, unique in its file. One of a guide stands in the place of the shared one of that id.
    pub id: String,
    /// The word itself, as the list of all words names it.
    pub word: Text,
    /// How texts write it.
    pub spelt: Spellings,
    /// What it means, for somebody without schooling.
    pub meaning: Text,
    /// Where the meaning comes from, where it says a rule.
    #[serde(default)]
    pub basis: Option<Basis>,
}

/// The ways in which texts write a word, in small letters: capitals of a text make no difference.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Spellings {
    /// In Chinese.
    pub zh: Vec<String>,
    /// In English, the plural too.
    pub en: Vec<String>,
}

impl Spellings {
    /// Returns those of one language.
    #[must_use]
    pub fn read(&self, language: Language) -> &[String] {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }
}
