//! The document around the page.

use jifen::scheme::Language;
use web_sys::Element;

/// Says which language the document is in; fonts depend on it.
pub(crate) fn set_language(language: Language) {
    let tag = match language {
        Language::Zh => "zh-Hans",
        Language::En => "en",
    };
    if let Some(root) = root() {
        // Nothing hangs on it.
        let _ = root.set_attribute("lang", tag);
    }
}

/// Gives the document its title, and all text its size.
pub(crate) fn set_title(title: &str, larger: bool) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
    if let Some(root) = root() {
        root.set_class_name(if larger { "larger" } else { "" });
    }
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}
