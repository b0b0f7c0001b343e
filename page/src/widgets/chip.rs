//! A choice that looks like what it is, large enough for a thumb.

use crate::elements::markup::{EventHandler, Markup};
use crate::elements::write_html;

/// Writes a choice; `more` adds attributes of its input.
#[inline(always)]
pub(crate) fn chip(
    markup: &mut Markup,
    kind: &'static str,
    words: &str,
    checked: bool,
    onchange: impl EventHandler + 'static,
    more: impl FnOnce(&mut Markup),
) {
    write_html!(markup,
        label(class = "chip") {
            input(type = kind, checked = checked, onchange = onchange) { { more(markup); } }
            span { (words) }
        }
    );
}
