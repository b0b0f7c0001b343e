//! What no formula decides: things to know and to check, and what is not included.

use crate::elements::ids::notice_id;
use crate::elements::markup::Markup;
use crate::text::phrases::Say;
use crate::views::result::part;
use crate::widgets::citation::{citation, named};
use crate::widgets::details::{Shown, details};

pub(super) fn notices(markup: &mut Markup, shown: &Shown<'_>) {
    let (view, say) = (shown.view, &shown.say);
    let list = view.assessment.notices.iter().filter_map(|one| view.scheme.notices.get(*one));
    part(markup, "notices", say.words.notices, |markup| {
        markup.element("ul", "items", |markup| {
            for notice in list {
                markup.element("li", "item", |markup| {
                    markup.key(&notice.id);
                    markup.attr("data-notice", &notice.id);
                    details(
                        markup,
                        shown,
                        notice_id(&notice.id),
                        |markup| markup.text_element("span", "name", &say.text(&notice.name)),
                        |markup| {
                            markup.text_element("p", "", &say.text(&notice.text));
                            citation(markup, say, &notice.cite);
                        },
                    );
                });
            }
        });
    });
}

/// What the edition leaves out of the official table, and why.
pub(crate) fn left_out(markup: &mut Markup, say: &Say<'_>) {
    let list = &say.scheme.left_out;
    markup.when(!list.is_empty(), |markup| {
        part(markup, "left-out", say.words.left_out, |markup| {
            markup.element("ul", "plain", |markup| {
                for one in list {
                    named(markup, say, &say.text(&one.name), &say.text(&one.why));
                }
            });
        });
    });
}
