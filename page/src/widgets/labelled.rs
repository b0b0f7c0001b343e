//! Words under a label, and parts of a section under a heading.

use crate::elements::markup::Markup;
use crate::text::messages::Messages;

/// Draws an element whose words begin with a label.
pub(crate) fn labelled(
    markup: &mut Markup,
    element: &'static str,
    class: &'static str,
    messages: &Messages,
    [label, words]: [&str; 2],
) {
    markup.element(element, class, |markup| {
        markup.text_element("b", "", label);
        markup.text(messages.colon);
        markup.text(words);
    });
}

/// Draws a part of a section under its heading.
#[inline(always)]
pub(crate) fn subsection(
    markup: &mut Markup,
    id: &'static str,
    heading: &str,
    write: impl FnOnce(&mut Markup),
) {
    markup.element("div", "part", |markup| {
        markup.static_attr("id", id);
        markup.text_element("h3", "", heading);
        write(markup);
    });
}
