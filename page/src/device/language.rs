//! The language that the owner of a device reads.

use jifen::scheme::Language;
use js_sys::Array;
use wasm_bindgen::JsCast;

use crate::device::object::get;

/// Returns the first of the browser's languages that the page speaks; English where it speaks none of them, and Chinese
/// where the browser names none. web/language.js says the same before the first paint.
pub(super) fn preferred() -> Language {
    let navigator = web_sys::window().map(|window| window.navigator());
    let languages = navigator.and_then(|navigator| get(&navigator, "languages"));
    let languages = languages.and_then(|languages| languages.dyn_into::<Array>().ok());
    let Some(languages) = languages.filter(|languages| languages.length() > 0) else {
        return Language::Zh;
    };
    let mut tags = languages.iter().filter_map(|tag| tag.as_string());
    let spoken = tags.find(|tag| tag.starts_with("zh") || tag.starts_with("en"));
    match spoken {
        Some(tag) if tag.starts_with("zh") => Language::Zh,
        _ => Language::En,
    }
}
