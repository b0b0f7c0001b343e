//! What comes next: the nearest ways, the steps, and the papers as a list to tick off.

use jifen::outlook::advise;

use crate::elements::markup::Markup;
use crate::views::outlook::advice::{outcome, steps, when};
use crate::views::paper::Paper;

/// As many of the nearest ways stand on the sheet.
const WAYS: usize = 3;

pub(super) fn next(markup: &mut Markup, paper: &Paper<'_>) {
    let (assessed, phrases) = (paper.assessed, &paper.phrases);
    let (messages, on) = (phrases.messages, assessed.assessment.on);
    let advice = advise(&assessed.scheme, assessed.supposed(), on);
    markup.when(!advice.suggestions.is_empty(), |markup| {
        markup.text_element("h3", "", messages.advice);
        markup.element("ul", "paper-list paper-columns", |markup| {
            for suggestion in advice.suggestions.iter().take(WAYS) {
                let (outcome, when) = (outcome(suggestion, phrases), when(suggestion, on, phrases));
                let outcome = [&outcome, messages.separator, &when].concat();
                item(markup, &steps(suggestion, phrases), &outcome);
            }
        });
    });
    let Some((guide, examination)) = assessed.guide.as_ref().zip(assessed.examination.as_ref())
    else {
        return markup.text_element("p", "paper-warning", messages.guide_failed);
    };
    markup.when(!guide.steps.is_empty(), |markup| {
        markup.text_element("h3", "", messages.guide_steps);
        markup.element("ol", "paper-list paper-columns", |markup| {
            for step in &guide.steps {
                item(markup, &phrases.text(&step.name), &phrases.text(&step.text));
            }
        });
    });
    let papers = examination.materials.iter().filter_map(|one| guide.materials.get(*one));
    markup.when(!examination.materials.is_empty(), |markup| {
        markup.text_element("h3", "", messages.guide_papers);
        markup.element("ul", "paper-columns paper-ticks", |markup| {
            for paper in papers {
                let text = paper.text.as_ref().map(|text| phrases.text(text)).unwrap_or_default();
                item(markup, &phrases.text(&paper.name), &text);
            }
        });
    });
}

fn item(markup: &mut Markup, name: &str, text: &str) {
    markup.element("li", "", |markup| {
        markup.text_element("b", "", name);
        markup.text_element("p", "paper-small", text);
    });
}
