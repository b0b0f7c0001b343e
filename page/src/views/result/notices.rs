//! What no formula decides: things to know and to check, and what is not included.

use jifen::scheme::{Notice, Weight};

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::Fold;
use crate::text::phrases::Phrases;
use crate::views::result::rule::foot;
use crate::widgets::citation::citation;
use crate::widgets::details::{RenderContext, details};
use crate::widgets::labelled::{labelled, subsection};

/// Writes the notices that concern the person.
pub(super) fn notices(markup: &mut Markup, context: &RenderContext<'_>) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let notices = assessed.assessment.notices.iter();
    let notices = notices.filter_map(|position| assessed.scheme.notices.get(*position));
    let notices = notices.filter(|notice| notice.weight != Weight::Stop);
    subsection(markup, "notices", phrases.messages.notices, |markup| {
        write_html!(markup,
            ul(class = "items") {
                for notice in notices {
                    { notice_item(markup, notice, context); }
                }
            }
        );
    });
}

/// Writes what nobody may overlook, unfolded, before everything else of the result.
pub(super) fn stops(markup: &mut Markup, context: &RenderContext<'_>) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let notices = assessed.assessment.notices.iter();
    let notices = notices.filter_map(|position| assessed.scheme.notices.get(*position));
    for notice in notices.filter(|notice| notice.weight == Weight::Stop) {
        write_html!(markup,
            div(class = "warning", role = "note", key = &notice.id, data-notice = &notice.id) {
                p { b { (phrases.text(&notice.name)) } }
                p { (phrases.text(&notice.text)) }
                { citation(markup, phrases, &notice.cite); }
            }
        );
    }
}

fn notice_item(markup: &mut Markup, notice: &Notice, context: &RenderContext<'_>) {
    let phrases = &context.phrases;
    let summary = |markup: &mut Markup| {
        write_html!(markup, span(class = "name") { (phrases.text(&notice.name)) });
    };
    let inside = |markup: &mut Markup| {
        write_html!(markup,
            p { (phrases.text(&notice.text)) }
            { foot(markup, context, notice); }
        );
    };
    write_html!(markup,
        li(class = "item", key = &notice.id, data-notice = &notice.id) {
            { details(markup, context, Fold::Notice(notice.id.clone()), summary, inside); }
        }
    );
}

/// Writes what the edition leaves out of the official table, and why.
pub(crate) fn left_out(markup: &mut Markup, phrases: &Phrases<'_>) {
    let left_out = &phrases.scheme.left_out;
    let list = |markup: &mut Markup| {
        write_html!(markup,
            ul(class = "plain") {
                for item in left_out {
                    {
                        let words = [&*phrases.text(&item.name), &*phrases.text(&item.why)];
                        labelled(markup, "li", "", phrases.messages, words);
                    }
                }
            }
        );
    };
    write_html!(
        markup,
        if !left_out.is_empty() {
            {
                subsection(markup, "left-out", phrases.messages.left_out, list);
            }
        }
    );
}
