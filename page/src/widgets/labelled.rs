//! Words under a label, and parts of a section under a heading.

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::messages::Messages;

/// Writes an element whose words begin with a label.
pub(crate) fn labelled(
    markup: &mut Markup,
    element: &'static str,
    class: &'static str,
    messages: &Messages,
    [label, words]: [&str; 2],
) {
    markup.element(element, class, |markup| {
        write_html!(markup,
            b { (label) }
            (messages.colon)
            (words)
        );
    });
}

/// Writes a part of a section under its heading.
#[inline(always)]
pub(crate) fn subsection(
    markup: &mut Markup,
    id: &'static str,
    heading: &str,
    write: impl FnOnce(&mut Markup),
) {
    write_html!(markup,
        div(class = "part", id = id) {
            h3 { (heading) }
            { write(markup); }
        }
    );
}
