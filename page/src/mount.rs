//! Puts the page into the document of a browser.

use jifen::link::Link;
use jiff::civil::Date;

use crate::device::Device;
use crate::device::load;
use crate::views::effects::speak;
use crate::views::page::{Page, Start};

/// Fetches the rules, then puts the page where the first paint stands: with rules or, where they cannot be had,
/// with what to do about it.
pub(crate) async fn mount() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Some(root) = document.get_element_by_id("app") else { return };
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    let mut hash = hash.unwrap_or_default();
    let mut device = Device::look();
    // Without answers of its own, the page takes up those that somebody let the device remember.
    if let Some(remembered) = device.remembered.as_ref().filter(|_| !hash.contains('=')) {
        device.restored = true;
        hash.clone_from(remembered);
    }
    let (link, problems) = Link::read(&hash);
    // The first paint knows which scheme it shows.
    let painted = root.first_element_child();
    let painted = painted.and_then(|page| page.get_attribute("data-scheme")).unwrap_or_default();
    let open = link.scheme.clone().unwrap_or(painted);
    let (catalogue, rules) = load::everything(&open).await;
    // Before the first frame, or the words would move in it.
    speak(&document, link.language.unwrap_or_default());
    let start = Start { on: today(), catalogue, rules, link, problems, device };
    yew::Renderer::<Page>::with_root_and_props(root.clone(), start).render();
    // Until here a press would have been lost.
    for name in ["inert", "aria-busy"] {
        // To remove an attribute that is not there is no error.
        let _ = root.remove_attribute(name);
    }
}

/// The day where the person is.
fn today() -> Date {
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    Date::new(year as i16, month as i8, day as i8).unwrap_or(Date::MAX)
}
