//! The address of a single rule, among the readable rules.

use jifen::scheme::Language;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::phrases::Phrases;

/// Returns the address of a rule, or of another part with an id, from a page `up` from which the site is.
pub(crate) fn rule_address(up: &str, id: &str, phrases: &Phrases<'_>) -> String {
    let language = match phrases.language {
        Language::Zh => ".html#",
        Language::En => ".en.html#",
    };
    [up, "rules/", &phrases.scheme.id, language, id].concat()
}

/// Writes a link to it; style hides it where the page is alone.
pub(crate) fn permalink(markup: &mut Markup, up: &str, id: &str, phrases: &Phrases<'_>) {
    write_html!(markup,
        p(class = "published permalink") {
            a(href = rule_address(up, id, phrases)) { (phrases.messages.permalink) }
        }
    );
}
