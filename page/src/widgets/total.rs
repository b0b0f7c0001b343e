//! A total in figures.

use jifen::points::PointsRange;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::messages::Messages;
use crate::text::phrases::figure;
use crate::text::target::{NamedTarget, beside_low};

/// Writes the lower end of a total, what stands beside it, and what it is held against.
pub(crate) fn total(
    markup: &mut Markup,
    class: &'static str,
    total: PointsRange,
    target: Option<&NamedTarget>,
    undeducted: bool,
    messages: &Messages,
) {
    write_html!(markup,
        p(class = class) {
            strong { (figure(total.low)) }
            (" ")
            span { (beside_low(total, target, undeducted, messages)) }
            if let Some(target) = target {
                (" ")
                span(class = "line") { (target.label()) }
            }
        }
    );
}
