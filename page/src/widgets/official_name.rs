//! Names of rules as an office knows them: whoever reads English has to name them there in Chinese.

use jifen::scheme::{Language, Text};

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::phrases::Phrases;

/// Writes a name; on an English page with the Chinese one beside it, unless that stands in it already.
pub(crate) fn official_name(markup: &mut Markup, name: &Text, phrases: &Phrases<'_>) {
    let is_han = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
    let own = phrases.text(name);
    let beside = phrases.language == Language::En && !own.contains(is_han);
    let official = Phrases::new(phrases.scheme, Language::Zh).text(name);
    write_html!(markup,
        span(class = "name") {
            (own)
            if beside {
                (" ")
                span(class = "official", lang = "zh-Hans") { (official) }
            }
        }
    );
}
