//! A total in figures.

use jifen::points::PointsRange;

use crate::elements::markup::Markup;
use crate::text::messages::Messages;
use crate::text::phrases::figure;
use crate::text::target::{NamedTarget, beside_low};

/// Draws the lower end of a total, what stands beside it, and what it is held against.
pub(crate) fn total(
    markup: &mut Markup,
    class: &'static str,
    total: PointsRange,
    target: Option<&NamedTarget>,
    messages: &Messages,
) {
    markup.element("p", class, |markup| {
        markup.text_element("strong", "", &figure(total.low));
        markup.text(" ");
        markup.text_element("span", "", &beside_low(total, target, messages));
        if let Some(target) = target {
            markup.text(" ");
            markup.text_element("span", "line", &target.label());
        }
    });
}
