//! What comes next: the nearest ways, the steps, and the papers as a list to tick off.

use jifen::outlook::advise;

use super::Paper;
use crate::app::plan::advice::{outcome, steps, when};
use crate::app::sheet::Sheet;

/// As many of the nearest ways stand on the sheet.
const WAYS: usize = 3;

pub(super) fn next(sheet: &mut Sheet, paper: &Paper<'_>) {
    let (view, say) = (paper.view, &paper.say);
    let (words, on) = (say.words, view.assessment.on);
    let advice = advise(&view.scheme, view.supposed(), on);
    sheet.when(!advice.suggestions.is_empty(), |sheet| {
        sheet.line("h3", "", words.advice);
        sheet.tag("ul", "paper-list paper-columns", |sheet| {
            for suggestion in advice.suggestions.iter().take(WAYS) {
                let (outcome, when) = (outcome(suggestion, say), when(suggestion, on, say));
                let outcome = [&outcome, words.separator, &when].concat();
                item(sheet, &steps(suggestion, say), &outcome);
            }
        });
    });
    let Some((guide, examination)) = view.guide.as_ref().zip(view.examination.as_ref()) else {
        return sheet.line("p", "paper-warning", words.guide_failed);
    };
    sheet.when(!guide.steps.is_empty(), |sheet| {
        sheet.line("h3", "", words.guide_steps);
        sheet.tag("ol", "paper-list paper-columns", |sheet| {
            for step in &guide.steps {
                item(sheet, &say.text(&step.name), &say.text(&step.text));
            }
        });
    });
    let papers = examination.papers.iter().filter_map(|one| guide.papers.get(*one));
    sheet.when(!examination.papers.is_empty(), |sheet| {
        sheet.line("h3", "", words.guide_papers);
        sheet.tag("ul", "paper-columns paper-ticks", |sheet| {
            for paper in papers {
                let text = paper.text.as_ref().map(|text| say.text(text)).unwrap_or_default();
                item(sheet, &say.text(&paper.name), &text);
            }
        });
    });
}

fn item(sheet: &mut Sheet, name: &str, text: &str) {
    sheet.tag("li", "", |sheet| {
        sheet.line("b", "", name);
        sheet.line("p", "paper-small", text);
    });
}
