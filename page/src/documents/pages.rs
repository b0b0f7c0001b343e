//! The pages of schemes: each has one in each language, and there is one in English without a scheme. What stands here is what
//! tells them from the page of the root; xtask puts the two together.

use jifen::scheme::{Catalogue, Editions, Language};

use crate::device::path::Path;
use crate::documents::document::{LANGUAGES, html_of};
use crate::documents::first_paint::first_paint;
use crate::elements::markup::render;
use crate::elements::write_html;
use crate::text::messages::{format, messages, page_messages};
use crate::text::phrases::Phrases;
use crate::views::edition::{dates, full_name, page_title, warning};

/// A page.
pub(super) struct SchemePage {
    /// Its folder within the site.
    pub(super) path: Path,
    /// Its title and what it says of itself, as elements of its head.
    pub(super) head: String,
    /// What stands in it before the program is there.
    pub(super) paint: String,
}

/// Returns every page; the one without a scheme shows the first.
pub(super) fn pages(catalogue: &Catalogue, schemes: &[Editions]) -> Vec<SchemePage> {
    let of_schemes = schemes.iter().flat_map(|editions| {
        LANGUAGES.map(|language| {
            let path = Path::new(Some(&editions.whole.id), language);
            let (title, description) = about(editions, language);
            page(catalogue, editions, language, path, &title, &description)
        })
    });
    let language = Language::En;
    let english = schemes.first().map(|first| {
        let (path, title) = (Path::new(None, language), messages(language).page_title);
        page(catalogue, first, language, path, title, page_messages(language).site)
    });
    of_schemes.chain(english).collect()
}

fn page(
    catalogue: &Catalogue,
    editions: &Editions,
    language: Language,
    path: Path,
    title: &str,
    description: &str,
) -> SchemePage {
    let head = render(|markup| {
        write_html!(markup,
            title { (title) }
            meta(name = "description", content = description);
        );
    });
    let paint = first_paint(catalogue, editions, language, path.clone());
    SchemePage { path, head: html_of(head), paint }
}

/// Returns the title of a scheme's page, which the program keeps, and what it says of itself: what the points are for, and
/// which rules these are, by their days, so that it is true on a later day too. Of rules that are not in force it says
/// that instead of what the page is good for.
pub(super) fn about(editions: &Editions, language: Language) -> (String, String) {
    let on = editions.whole.edition.checked;
    let scheme = editions.on(on);
    let phrases = Phrases::new(scheme, language);
    let (name, messages) = (full_name(scheme, language), phrases.messages);
    let begin = match warning(scheme, on, &phrases) {
        Some(warning) => [&name, messages.colon, &warning].concat(),
        None if scheme.line.threshold.is_some() => {
            format(page_messages(language).estimated, &[&name])
        }
        // Where a ranking decides, or no line is known, nobody can say what is enough.
        None => format(page_messages(language).counted, &[&name]),
    };
    let parts = [&begin, &*phrases.text(&scheme.purpose), &dates(scheme, &phrases)];
    (page_title(scheme, language), parts.join(messages.space))
}
