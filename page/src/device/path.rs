//! The path of the address. Every scheme has a page of its own in each language, and there is one in English without a
//! scheme. What their path names comes before what the device remembers and what its owner reads; the root names nothing.

use jifen::scheme::Language;

/// The last folder of an English page.
const ENGLISH: &str = "en";

/// The path of a page within the site: `<scheme>/`, `<scheme>/en/`, `en/`, or nothing for the root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Path(String);

impl Path {
    /// Returns the path of a scheme's page, or of the one without a scheme, in a language.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn new(scheme: Option<&str>, language: Language) -> Path {
        let english = (language == Language::En).then_some(ENGLISH);
        Path(scheme.into_iter().chain(english).flat_map(|folder| [folder, "/"]).collect())
    }

    /// Returns what the build wrote into this page.
    pub(crate) fn here() -> Path {
        let document = web_sys::window().and_then(|window| window.document());
        let root = document.and_then(|document| document.document_element());
        Path(root.and_then(|root| root.get_attribute("data-page")).unwrap_or_default())
    }

    /// Returns it as it stands in an address.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the scheme that it names.
    pub(crate) fn scheme(&self) -> Option<&str> {
        self.0.split_once('/').map(|(folder, _)| folder).filter(|folder| *folder != ENGLISH)
    }

    /// Returns the language that it names.
    pub(crate) fn language(&self) -> Option<Language> {
        let (folders, _) = self.0.rsplit_once('/')?;
        let last = folders.rsplit_once('/').map_or(folders, |(_, last)| last);
        Some(if last == ENGLISH { Language::En } else { Language::Zh })
    }

    /// Returns the way from the page to the folder of the site.
    pub(crate) fn up(&self) -> &'static str {
        match self.0.bytes().filter(|byte| *byte == b'/').count() {
            0 => "",
            1 => "../",
            _ => "../../",
        }
    }

    /// Returns the folder of the site by the path of an address: that of the root as it is, since others open it so.
    #[cfg(any(test, target_arch = "wasm32"))]
    pub(super) fn site<'a>(&self, whole: &'a str) -> &'a str {
        let folder = whole.strip_suffix("index.html").unwrap_or(whole);
        folder.strip_suffix(&self.0).filter(|_| !self.0.is_empty()).unwrap_or(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::Path;
    use jifen::scheme::Language::{En, Zh};

    #[test]
    fn a_path_names_a_scheme_a_language_both_or_nothing() {
        for (path, written, scheme, language, up) in [
            (Path::new(Some("shenzhen"), Zh), "shenzhen/", Some("shenzhen"), Some(Zh), "../"),
            (Path::new(Some("beijing"), En), "beijing/en/", Some("beijing"), Some(En), "../../"),
            (Path::new(None, En), "en/", None, Some(En), "../"),
            (Path::new(None, Zh), "", None, None, ""),
        ] {
            assert_eq!(path.as_str(), written);
            assert_eq!((path.scheme(), path.language()), (scheme, language), "{written}");
            assert_eq!(path.up(), up, "{written}");
        }
    }

    #[test]
    fn the_site_is_where_the_root_is() {
        let site = |path: Path, whole| path.site(whole).to_owned();
        let page = || Path::new(Some("beijing"), En);
        assert_eq!(site(page(), "/some/folder/beijing/en/"), "/some/folder/");
        assert_eq!(site(page(), "/beijing/en/index.html"), "/");
        assert_eq!(site(Path::default(), "/some/folder/"), "/some/folder/");
        assert_eq!(site(Path::default(), "/some/page.html"), "/some/page.html");
        assert_eq!(site(page(), "/elsewhere"), "/elsewhere", "a host may have moved it");
    }
}
