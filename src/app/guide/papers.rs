//! Papers to bring, as a list to tick off.

use jifen::scheme::{Guide, Paper, Part, Ref};

use super::parts::{basis, unknown};
use crate::app::say::Say;
use crate::app::sheet::Sheet;
use crate::app::shown::Shown;
use crate::app::words::fill;

/// The papers for what this person claims.
pub(super) fn own(sheet: &mut Sheet, guide: &Guide, shown: &Shown<'_>) {
    let positions = shown.view.examination.as_ref().map_or(&[][..], |one| &one.papers);
    let papers = positions.iter().filter_map(|position| guide.papers.get(*position));
    sheet.line("p", "quiet", shown.say.words.papers_own);
    checklist(sheet, papers, &shown.say);
    unknown(sheet, Part::Papers, guide, &shown.say);
}

/// The papers for everything that can be claimed.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn all(sheet: &mut Sheet, guide: &Guide, say: &Say<'_>) {
    checklist(sheet, guide.papers.iter(), say);
    unknown(sheet, Part::Papers, guide, say);
}

fn checklist<'a>(sheet: &mut Sheet, papers: impl Iterator<Item = &'a Paper>, say: &Say<'_>) {
    sheet.tag("ul", "passages checklist", |sheet| {
        for paper in papers {
            sheet.tag("li", "", |sheet| {
                sheet.set("data-paper", &paper.id);
                sheet.line("b", "", &say.text(&paper.name));
                if let Some(text) = &paper.text {
                    sheet.line("p", "", &say.text(text));
                }
                let purposes = purposes(paper, say);
                if !purposes.is_empty() {
                    let purposes = purposes.join(say.words.comma);
                    sheet.line("p", "quiet", &fill(say.words.papers_for, &[&purposes]));
                }
                basis(sheet, &paper.basis, say);
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
