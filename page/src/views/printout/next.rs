//! What comes next: the nearest ways, the steps, and the materials as a list to tick off.

use jifen::outlook::advise;

use crate::elements::markup::Markup;
use crate::views::outlook::advice::{outcome, steps, when};
use crate::views::printout::context::PrintContext;

/// As many of the nearest ways stand on the printout.
const WAYS: usize = 3;

/// Writes what comes next.
pub(super) fn next(markup: &mut Markup, context: &PrintContext<'_>) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
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
    let materials = examination.materials.iter();
    let materials = materials.filter_map(|position| guide.materials.get(*position));
    markup.when(!examination.materials.is_empty(), |markup| {
        markup.text_element("h3", "", messages.guide_materials);
        markup.element("ul", "paper-columns paper-ticks", |markup| {
            for material in materials {
                let text = material.text.as_ref().map(|text| phrases.text(text));
                item(markup, &phrases.text(&material.name), &text.unwrap_or_default());
            }
        });
    });
}

/// Writes a name with smaller words under it.
fn item(markup: &mut Markup, name: &str, text: &str) {
    markup.element("li", "", |markup| {
        markup.text_element("b", "", name);
        markup.text_element("p", "paper-small", text);
    });
}
