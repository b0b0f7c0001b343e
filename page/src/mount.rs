//! Puts the page into the document of a browser.

use jifen::link::LinkProblem;

use crate::device::{Device, address, clock, document, load};
use crate::state::Start;
use crate::views::page::Page;

/// Fetches the rules, then puts the page where the first paint stands: with rules or, where they cannot be had,
/// with what to do about it.
pub(crate) async fn mount() {
    let root = web_sys::window().and_then(|window| window.document());
    let Some(root) = root.and_then(|document| document.get_element_by_id("app")) else { return };
    let misplaced = address::put_right();
    let mut device = Device::look();
    let (link, mut problems) = device.opening(&address::hash());
    if misplaced {
        problems.insert(0, LinkProblem::Misplaced);
    }
    // Where neither fragment nor path names a scheme, the first paint knows which one it shows.
    let painted = root.first_element_child();
    let painted = painted.and_then(|page| page.get_attribute("data-scheme")).unwrap_or_default();
    let named = link.scheme.as_deref().or(device.path.scheme());
    let open = named.map_or(painted, str::to_owned);
    let on = clock::day_in_china();
    // What the device remembers goes on by the rules of the day.
    let edition = link.edition.as_deref().filter(|_| !device.restored);
    let (catalogue, rules) = load::everything(&open, edition, on).await;
    // Before the first frame, or the words would move in it.
    document::set_language(link.language.unwrap_or(device.usual_language()));
    let start = Start { on, catalogue, rules, link, problems, device };
    yew::Renderer::<Page>::with_root_and_props(root.clone(), start).render();
    // Until here a press would have been lost.
    for name in ["inert", "aria-busy"] {
        // To take away an attribute that is not there is no fault.
        let _ = root.remove_attribute(name);
    }
}
