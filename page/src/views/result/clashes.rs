//! Answers that do not go together, as an examiner would see it.

use crate::elements::markup::Markup;
use crate::views::guide::basis;
use crate::views::result::part;
use crate::widgets::details::Shown;

pub(super) fn clashes(markup: &mut Markup, shown: &Shown<'_>) {
    let (view, say) = (shown.view, &shown.say);
    let (Some(guide), Some(examination)) = (&view.guide, &view.examination) else { return };
    let clashes = examination.clashes.iter().filter_map(|one| guide.clashes.get(*one));
    markup.when(!examination.clashes.is_empty(), |markup| {
        part(markup, "clashes", say.words.clashes, |markup| {
            markup.element("ul", "passages", |markup| {
                for clash in clashes {
                    markup.element("li", "", |markup| {
                        markup.key(&clash.id);
                        markup.attr("data-clash", &clash.id);
                        markup.text_element("b", "", &say.text(&clash.name));
                        markup.text_element("p", "", &say.text(&clash.why));
                        markup.element("p", "", |markup| {
                            markup.text_element("b", "", say.words.clash_papers);
                            markup.text(say.words.colon);
                            markup.text(&say.text(&clash.papers));
                        });
                        basis(markup, &clash.basis, say);
                    });
                }
            });
        });
    });
}
