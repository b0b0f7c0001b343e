//! The first paint, which the build puts where the program will mount.

use std::rc::Rc;

use jifen::link::Link;
use jifen::scheme::{Catalogue, Editions, Language};
use yew::html;

use crate::device::Device;
use crate::device::path::Path;
use crate::documents::document::html_of;
use crate::state::Start;
use crate::views::page::Page;

/// Returns the page as it opens on a scheme under a path, before any answer, as HTML.
pub(super) fn first_paint(
    catalogue: &Catalogue,
    editions: &Editions,
    language: Language,
    path: Path,
) -> String {
    // The day on which the rules were checked: the text must not depend on the day of the build.
    let on = editions.whole.edition.checked;
    let scheme = editions.on(on);
    let start = Start {
        on,
        catalogue: Some(Rc::new(catalogue.clone())),
        rules: Ok(vec![Rc::new(scheme.clone())]),
        link: Link { scheme: Some(scheme.id.clone()), ..Link::default() },
        problems: Vec::new(),
        device: Device { language, path, ..Device::default() },
    };
    html_of(html! { <Page ..start /> })
}
