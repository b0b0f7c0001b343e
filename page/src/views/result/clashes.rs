//! Answers that do not go together, as an examiner would see it.

use crate::elements::markup::Markup;
use crate::widgets::citation::basis;
use crate::widgets::details::RenderContext;
use crate::widgets::labelled::{labelled, subsection};

/// Writes the clashes, where there are any.
pub(super) fn clashes(markup: &mut Markup, context: &RenderContext<'_>) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let (Some(guide), Some(examination)) = (&assessed.guide, &assessed.examination) else { return };
    let clashes = examination.clashes.iter().filter_map(|position| guide.clashes.get(*position));
    markup.when(!examination.clashes.is_empty(), |markup| {
        subsection(markup, "clashes", phrases.messages.clashes, |markup| {
            markup.element("ul", "passages", |markup| {
                for clash in clashes {
                    markup.element("li", "", |markup| {
                        markup.key(&clash.id);
                        markup.attr("data-clash", &clash.id);
                        markup.text_element("b", "", &phrases.text(&clash.name));
                        markup.text_element("p", "", &phrases.text(&clash.why));
                        let papers =
                            [phrases.messages.clash_papers, &phrases.text(&clash.materials)];
                        labelled(markup, "p", "", phrases.messages, papers);
                        basis(markup, phrases, &clash.basis);
                    });
                }
            });
        });
    });
}
