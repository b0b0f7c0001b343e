//! What no formula decides: things to know and to check, and what is not included.

use crate::elements::markup::Markup;
use crate::state::Fold;
use crate::text::phrases::Phrases;
use crate::views::result::part;
use crate::widgets::citation::{citation, named};
use crate::widgets::details::{RenderContext, details};

pub(super) fn notices(markup: &mut Markup, context: &RenderContext<'_>) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let list =
        assessed.assessment.notices.iter().filter_map(|one| assessed.scheme.notices.get(*one));
    part(markup, "notices", phrases.messages.notices, |markup| {
        markup.element("ul", "items", |markup| {
            for notice in list {
                markup.element("li", "item", |markup| {
                    markup.key(&notice.id);
                    markup.attr("data-notice", &notice.id);
                    details(
                        markup,
                        context,
                        Fold::Notice(notice.id.clone()),
                        |markup| markup.text_element("span", "name", &phrases.text(&notice.name)),
                        |markup| {
                            markup.text_element("p", "", &phrases.text(&notice.text));
                            citation(markup, phrases, &notice.cite);
                        },
                    );
                });
            }
        });
    });
}

/// What the edition leaves out of the official table, and why.
pub(crate) fn left_out(markup: &mut Markup, phrases: &Phrases<'_>) {
    let list = &phrases.scheme.left_out;
    markup.when(!list.is_empty(), |markup| {
        part(markup, "left-out", phrases.messages.left_out, |markup| {
            markup.element("ul", "plain", |markup| {
                for one in list {
                    named(markup, phrases, &phrases.text(&one.name), &phrases.text(&one.why));
                }
            });
        });
    });
}
