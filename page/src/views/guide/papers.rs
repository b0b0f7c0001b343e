//! Papers to bring, as a list to tick off.

use jifen::scheme::{Guide, GuidePart, Material, Ref};

use crate::elements::markup::Markup;
use crate::text::messages::format;
use crate::text::phrases::Phrases;
use crate::views::guide::parts::{basis, unknown};
use crate::widgets::details::RenderContext;

/// The papers for what this person claims.
pub(super) fn own(markup: &mut Markup, guide: &Guide, context: &RenderContext<'_>) {
    let positions = context.assessed.examination.as_ref().map_or(&[][..], |one| &one.materials);
    let papers = positions.iter().filter_map(|position| guide.materials.get(*position));
    markup.text_element("p", "quiet", context.phrases.messages.papers_own);
    checklist(markup, papers, &context.phrases);
    unknown(markup, GuidePart::Materials, guide, &context.phrases);
}

/// The papers for everything that can be claimed.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn all(markup: &mut Markup, guide: &Guide, phrases: &Phrases<'_>) {
    checklist(markup, guide.materials.iter(), phrases);
    unknown(markup, GuidePart::Materials, guide, phrases);
}

fn checklist<'a>(
    markup: &mut Markup,
    papers: impl Iterator<Item = &'a Material>,
    phrases: &Phrases<'_>,
) {
    markup.element("ul", "passages checklist", |markup| {
        for paper in papers {
            markup.element("li", "", |markup| {
                markup.attr("data-paper", &paper.id);
                markup.text_element("b", "", &phrases.text(&paper.name));
                if let Some(text) = &paper.text {
                    markup.text_element("p", "", &phrases.text(text));
                }
                let purposes = purposes(paper, phrases);
                if !purposes.is_empty() {
                    let purposes = purposes.join(phrases.messages.comma);
                    markup.text_element(
                        "p",
                        "quiet",
                        &format(phrases.messages.papers_for, &[&purposes]),
                    );
                }
                basis(markup, &paper.basis, phrases);
            });
        }
    });
}

/// What a paper shows.
fn purposes(paper: &Material, phrases: &Phrases<'_>) -> Vec<String> {
    let scheme = phrases.scheme;
    let indicators = paper.indicators.iter().filter_map(Ref::position);
    let indicators = indicators.filter_map(|one| scheme.indicators.get(one)).map(|one| &one.name);
    let conditions = paper.conditions.iter().filter_map(Ref::position);
    let conditions = conditions.filter_map(|one| scheme.conditions.get(one)).map(|one| &one.name);
    indicators.chain(conditions).map(|name| phrases.text(name).into_owned()).collect()
}
