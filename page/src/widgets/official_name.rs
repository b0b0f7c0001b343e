//! Names of rules and papers as an office knows them: whoever reads English has to name them there in Chinese.

use jifen::scheme::{Language, Text};

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::phrases::Phrases;

/// Returns the Chinese name to stand beside the English one on an English page; `None` where that holds it already.
pub(crate) fn official(name: &Text, phrases: &Phrases<'_>) -> Option<String> {
    let is_han = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
    let beside = phrases.language == Language::En && !phrases.text(name).contains(is_han);
    beside.then(|| Phrases::new(phrases.scheme, Language::Zh).text(name).into_owned())
}

/// Writes a name, and the official one beside it.
pub(crate) fn official_name(markup: &mut Markup, name: &Text, phrases: &Phrases<'_>) {
    write_html!(markup, span(class = "name") { { both_names(markup, name, phrases); } });
}

/// Writes the same without an element of its own.
pub(crate) fn both_names(markup: &mut Markup, name: &Text, phrases: &Phrases<'_>) {
    write_html!(markup,
        (phrases.text(name))
        if let Some(official) = official(name, phrases) {
            (" ")
            span(class = "official", lang = "zh-Hans") { (official) }
        }
    );
}
