//! What the path of an address decides, and what comes before it.

use jifen::link::{Link, LinkProblem};
use jifen::scheme::Language;

use super::{Page, SHANGHAI, option};
use crate::device::Device;
use crate::device::path::Path;
use crate::state::{Action, Persistence, Replacement};

/// A device whose owner reads a language, at the page of a scheme, or of none, in a language.
fn device(owner: Language, scheme: Option<&str>, language: Language) -> Device {
    Device { language: owner, path: Path::new(scheme, language), ..Device::default() }
}

fn beijing(language: Language) -> Device {
    device(Language::Zh, Some("beijing"), language)
}

#[test]
fn the_path_decides_where_the_fragment_says_nothing() {
    for owner in [Language::Zh, Language::En] {
        for language in [Language::Zh, Language::En] {
            for (named, open) in [(Some("beijing"), "beijing"), (None, "shanghai")] {
                let language = if named.is_some() { language } else { Language::En };
                let page = Page::open_on(device(owner, named, language), "");
                assert_eq!((page.0.open.as_str(), page.0.language), (open, language));
                assert_eq!(page.0.address(), "", "the path says it all");
            }
        }
    }
    let page = Page::open_on(beijing(Language::En), "#v=2&s=tianjin&l=zh");
    assert_eq!((page.0.open.as_str(), page.0.language), ("tianjin", Language::Zh));
    let page = Page::open_on(beijing(Language::En), "#v=2&s=tianjin");
    assert_eq!((page.0.open.as_str(), page.0.language), ("tianjin", Language::En));
    let page = Page::open_on(beijing(Language::Zh), "#v=2&r=age");
    assert_eq!(page.0.open, "beijing", "a rule of this page");
    let page = Page::open_on(beijing(Language::Zh), "#v=2&s=atlantis");
    assert_eq!(page.0.open, "shanghai", "as it says");
    assert_eq!(page.0.problems, [LinkProblem::UnknownScheme("atlantis".to_owned())]);
}

#[test]
fn another_city_or_language_stands_in_the_fragment() {
    let mut page = Page::open_on(beijing(Language::Zh), "");
    page.load("beijing");
    page.act(Action::Open("shanghai".to_owned()));
    let address = page.0.address();
    assert!(address.contains("&s=shanghai"), "{address}");
    assert_eq!(Page::open_on(beijing(Language::Zh), &address).0.open, "shanghai", "a reload");
    // Back to an entry without a fragment.
    let series = page.0.series;
    page.act(Action::Return { link: Link::default(), problems: Vec::new(), series });
    assert_eq!((page.0.open.as_str(), page.0.address().as_str()), ("beijing", ""));

    page.act(Action::SetLanguage(Language::En));
    let address = page.0.address();
    assert!(address.contains("&s=beijing") && address.contains("&l=en"), "{address}");
    page.act(Action::SetLanguage(Language::Zh));
    assert_eq!(page.0.address(), "");
}

#[test]
fn what_is_handed_on_from_any_page_is_the_same_at_the_root() {
    for owner in [Language::Zh, Language::En] {
        for language in [Language::Zh, Language::En] {
            let mut page = Page::open_on(device(owner, Some("beijing"), language), "");
            page.load("beijing");
            page.answer("education", option("bachelor"));
            let root = Device { language: owner, ..Device::default() };
            let there = Page::open_on(root, &page.0.address());
            assert_eq!((there.0.open.as_str(), there.0.language), ("beijing", language));
            assert_eq!(there.0.profile, page.0.profile);
        }
    }
}

#[test]
fn remembered_answers_are_taken_up_in_the_city_and_language_of_the_path() {
    let remembered = format!("{SHANGHAI}&l=en");
    for (scheme, language, opened) in [
        (Some("beijing"), Language::Zh, ("beijing", Language::Zh)),
        (Some("beijing"), Language::En, ("beijing", Language::En)),
        (None, Language::En, ("shanghai", Language::En)),
        (None, Language::Zh, ("shanghai", Language::En)),
    ] {
        let mut device = device(Language::Zh, scheme, language);
        device.remembered = Some(remembered.clone());
        let (link, _) = device.opening("#result");
        assert!(device.restored);
        let page = Page::open_on(device.clone(), &["#", &link.write()].concat());
        assert_eq!((page.0.open.as_str(), page.0.language), opened, "{scheme:?} {language:?}");
        assert_eq!(page.0.profile, Link::read(SHANGHAI).0.profile, "the answers are there");
        assert_eq!(page.0.sharing.persistence, Persistence::On);
        assert_eq!(page.0.undo.replacement, Some(Replacement::FromMemory));
        // An address with answers is followed as it is.
        let mut device = Device { restored: false, ..device };
        let (link, _) = device.opening("#v=2&s=tianjin&l=zh&education=doctor");
        assert_eq!((link.scheme.as_deref(), device.restored), (Some("tianjin"), false));
    }
}
