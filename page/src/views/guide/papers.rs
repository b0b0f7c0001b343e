//! Papers to bring, as a list to tick off.

use jifen::scheme::{Guide, Paper, Part, Ref};

use crate::elements::markup::Markup;
use crate::text::messages::fill;
use crate::text::phrases::Say;
use crate::views::guide::parts::{basis, unknown};
use crate::widgets::details::Shown;

/// The papers for what this person claims.
pub(super) fn own(markup: &mut Markup, guide: &Guide, shown: &Shown<'_>) {
    let positions = shown.view.examination.as_ref().map_or(&[][..], |one| &one.papers);
    let papers = positions.iter().filter_map(|position| guide.papers.get(*position));
    markup.text_element("p", "quiet", shown.say.words.papers_own);
    checklist(markup, papers, &shown.say);
    unknown(markup, Part::Papers, guide, &shown.say);
}

/// The papers for everything that can be claimed.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn all(markup: &mut Markup, guide: &Guide, say: &Say<'_>) {
    checklist(markup, guide.papers.iter(), say);
    unknown(markup, Part::Papers, guide, say);
}

fn checklist<'a>(markup: &mut Markup, papers: impl Iterator<Item = &'a Paper>, say: &Say<'_>) {
    markup.element("ul", "passages checklist", |markup| {
        for paper in papers {
            markup.element("li", "", |markup| {
                markup.attr("data-paper", &paper.id);
                markup.text_element("b", "", &say.text(&paper.name));
                if let Some(text) = &paper.text {
                    markup.text_element("p", "", &say.text(text));
                }
                let purposes = purposes(paper, say);
                if !purposes.is_empty() {
                    let purposes = purposes.join(say.words.comma);
                    markup.text_element("p", "quiet", &fill(say.words.papers_for, &[&purposes]));
                }
                basis(markup, &paper.basis, say);
            });
        }
    });
}

/// What a paper shows.
fn purposes(paper: &Paper, say: &Say<'_>) -> Vec<String> {
    let scheme = say.scheme;
    let indicators = paper.indicators.iter().filter_map(Ref::position);
    let indicators = indicators.filter_map(|one| scheme.indicators.get(one)).map(|one| &one.name);
    let conditions = paper.conditions.iter().filter_map(Ref::position);
    let conditions = conditions.filter_map(|one| scheme.conditions.get(one)).map(|one| &one.name);
    indicators.chain(conditions).map(|name| say.text(name).into_owned()).collect()
}
