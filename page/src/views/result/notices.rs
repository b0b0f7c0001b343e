//! What no formula decides: things to know and to check, and what is not included.

use crate::elements::markup::Markup;
use crate::state::Fold;
use crate::text::phrases::Phrases;
use crate::widgets::citation::citation;
use crate::widgets::details::{RenderContext, details};
use crate::widgets::labelled::{labelled, subsection};

/// Writes the notices that concern the person.
pub(super) fn notices(markup: &mut Markup, context: &RenderContext<'_>) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let notices = assessed.assessment.notices.iter();
    let notices = notices.filter_map(|position| assessed.scheme.notices.get(*position));
    subsection(markup, "notices", phrases.messages.notices, |markup| {
        markup.element("ul", "items", |markup| {
            for notice in notices {
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

/// Writes what the edition leaves out of the official table, and why.
pub(crate) fn left_out(markup: &mut Markup, phrases: &Phrases<'_>) {
    let left_out = &phrases.scheme.left_out;
    markup.when(!left_out.is_empty(), |markup| {
        subsection(markup, "left-out", phrases.messages.left_out, |markup| {
            markup.element("ul", "plain", |markup| {
                for item in left_out {
                    let words = [&*phrases.text(&item.name), &*phrases.text(&item.why)];
                    labelled(markup, "li", "", phrases.messages, words);
                }
            });
        });
    });
}
