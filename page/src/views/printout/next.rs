//! What comes next: the nearest ways, the steps, and the materials as a list to tick off.

use jifen::examine::Examination;
use jifen::scheme::Guide;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::phrases::Phrases;
use crate::views::outlook::advice::{outcome, steps, when};
use crate::views::outlook::conclusion::heading;
use crate::views::printout::context::PrintContext;
use crate::widgets::official_name::official;

/// As many of the nearest ways stand on the printout.
const WAYS: usize = 3;

/// Writes what comes next.
pub(super) fn next(markup: &mut Markup, context: &PrintContext<'_>) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let (messages, on) = (phrases.messages, assessed.assessment.on);
    let advice = &context.outlook.advice;
    write_html!(markup,
        if !advice.suggestions.is_empty() {
            h3 { (heading(advice, messages)) }
            ul(class = "paper-list paper-columns") {
                for suggestion in advice.suggestions.iter().take(WAYS) {
                    let (outcome, when) = (outcome(suggestion, phrases), when(suggestion, on, phrases));
                    let outcome = [&outcome, messages.separator, &when].concat();
                    { item(markup, &steps(suggestion, phrases), &outcome); }
                }
            }
        }
        if let Some((guide, examination)) = assessed.guide.as_ref().zip(assessed.examination.as_ref()) {
            { to_do(markup, guide, examination, phrases); }
        } else {
            p(class = "paper-warning") { (messages.guide_failed) }
        }
    );
}

/// Writes the steps of the guide, and the materials for what this person claims.
fn to_do(markup: &mut Markup, guide: &Guide, examination: &Examination, phrases: &Phrases<'_>) {
    let messages = phrases.messages;
    let materials = examination.materials.iter();
    let materials = materials.filter_map(|position| guide.materials.get(*position));
    write_html!(markup,
        if !guide.steps.is_empty() {
            h3 { (messages.guide_steps) }
            ol(class = "paper-list paper-columns") {
                for step in &guide.steps {
                    { item(markup, &phrases.text(&step.name), &phrases.text(&step.text)); }
                }
            }
        }
        if !examination.materials.is_empty() {
            h3 { (messages.guide_materials) }
            ul(class = "paper-columns paper-ticks") {
                for material in materials {
                    let text = material.text.as_ref().map(|text| phrases.text(text));
                    {
                        let mut name = phrases.text(&material.name).into_owned();
                        if let Some(official) = official(&material.name, phrases) {
                            name += &[" ", &official].concat();
                        }
                        item(markup, &name, &text.unwrap_or_default());
                    }
                }
            }
        }
    );
}

/// Writes a name with smaller words under it.
fn item(markup: &mut Markup, name: &str, text: &str) {
    write_html!(markup,
        li {
            b { (name) }
            p(class = "paper-small") { (text) }
        }
    );
}
