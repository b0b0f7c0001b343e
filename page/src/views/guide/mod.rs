//! The guide: where to go and what to do, beside what the person's own answers say about it.

mod days;
pub(crate) mod finder;
pub(crate) mod materials;
pub(crate) mod parts;

use std::rc::Rc;

use jifen::scheme::{Guide, GuidePart};

use crate::elements::ids::{DAYS, guide_part};
use crate::elements::markup::Markup;
use crate::state::assessed::Assessed;
use crate::state::{Action, Fold, State};
use crate::text::phrases::Phrases;
use crate::widgets::details::{RenderContext, details};
use crate::widgets::ui::Ui;

/// Writes the guide of the open scheme, each part folded under its name.
pub(crate) fn guide(markup: &mut Markup, state: &State, assessed: &Rc<Assessed>, ui: &Ui) {
    let phrases = Phrases::new(&assessed.scheme, ui.language);
    let messages = phrases.messages;
    markup.element("section", "guide", |markup| {
        markup.static_attr("id", "guide");
        markup.static_attr("tabindex", "-1");
        markup.static_attr("aria-labelledby", "guide-heading");
        markup.element("h2", "", |markup| {
            markup.static_attr("id", "guide-heading");
            markup.text(messages.guide);
        });
        match &assessed.guide {
            Some(guide) => {
                markup.text_element("p", "quiet", messages.guide_help);
                let context = RenderContext { state, assessed, phrases, ui };
                markup.element("ul", "items", |markup| {
                    for part in GuidePart::ALL {
                        folded_part(markup, part, guide, &context);
                        if part == GuidePart::Rounds && days::any(guide, assessed.assessment.on) {
                            let name = messages.guide_days;
                            fold(markup, DAYS, Fold::Days, name, &context, |markup| {
                                days::days(markup, guide, &context)
                            });
                        }
                    }
                });
            }
            None if state.library.guide_failed => markup.element("p", "", |markup| {
                markup.static_attr("role", "alert");
                markup.text(messages.guide_failed);
                ui.button(markup, "text jump", messages.retry, Action::RetryGuide, |markup| {
                    markup.static_attr("id", "retry-guide");
                });
            }),
            None => markup.text_element("p", "quiet", messages.loading),
        }
    });
}

fn folded_part(markup: &mut Markup, part: GuidePart, guide: &Guide, context: &RenderContext<'_>) {
    let name = context.phrases.guide_part(part);
    fold(markup, guide_part(part), Fold::GuidePart(part), name, context, |markup| match part {
        GuidePart::Families => finder::finder(markup, guide, context),
        GuidePart::Materials => materials::for_person(markup, guide, context),
        part => parts::part(markup, part, guide, &context.phrases),
    });
}

/// Writes something that unfolds, in the list of all.
fn fold(
    markup: &mut Markup,
    key: &'static str,
    fold: Fold,
    name: &str,
    context: &RenderContext<'_>,
    inside: impl FnOnce(&mut Markup),
) {
    markup.element("li", "item", |markup| {
        markup.static_attr("data-part", key);
        details(markup, context, fold, |markup| markup.text_element("span", "name", name), inside);
    });
}
