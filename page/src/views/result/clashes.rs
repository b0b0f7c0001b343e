//! Answers that do not go together, as an examiner would see it.

use crate::elements::markup::Markup;
use crate::views::guide::basis;
use crate::views::result::part;
use crate::widgets::details::RenderContext;

pub(super) fn clashes(markup: &mut Markup, context: &RenderContext<'_>) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let (Some(guide), Some(examination)) = (&assessed.guide, &assessed.examination) else { return };
    let clashes = examination.clashes.iter().filter_map(|one| guide.clashes.get(*one));
    markup.when(!examination.clashes.is_empty(), |markup| {
        part(markup, "clashes", phrases.messages.clashes, |markup| {
            markup.element("ul", "passages", |markup| {
                for clash in clashes {
                    markup.element("li", "", |markup| {
                        markup.key(&clash.id);
                        markup.attr("data-clash", &clash.id);
                        markup.text_element("b", "", &phrases.text(&clash.name));
                        markup.text_element("p", "", &phrases.text(&clash.why));
                        markup.element("p", "", |markup| {
                            markup.text_element("b", "", phrases.messages.clash_papers);
                            markup.text(phrases.messages.colon);
                            markup.text(&phrases.text(&clash.materials));
                        });
                        basis(markup, &clash.basis, phrases);
                    });
                }
            });
        });
    });
}
