//! The guide: where to go and what to do, beside what the person's own answers say about it.

mod days;
mod finder;
mod papers;
mod parts;

use std::rc::Rc;

use jifen::scheme::{Guide, GuidePart};

use crate::elements::ids::guide_id;
use crate::elements::markup::Markup;
use crate::state::assessed::Assessed;
use crate::state::{Action, State};
use crate::text::messages::Messages;
use crate::text::phrases::Phrases;
use crate::widgets::details::{RenderContext, details};
use crate::widgets::ui::Ui;
pub(crate) use parts::basis;

/// The days to remember, in the names of elements.
pub(crate) const DAYS: &str = "days";

/// The guide of the open scheme, each part folded under its name.
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
                        folded(markup, part, guide, &context);
                        if part == GuidePart::Rounds && days::any(guide, assessed.assessment.on) {
                            let name = messages.guide_days;
                            item(markup, DAYS, name, &context, |markup| {
                                days::days(markup, guide, &context)
                            });
                        }
                    }
                });
            }
            None if state.guide_failed => markup.element("p", "", |markup| {
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

fn folded(markup: &mut Markup, part: GuidePart, guide: &Guide, context: &RenderContext<'_>) {
    let name = name(part, context.phrases.messages);
    item(markup, key(part), name, context, |markup| match part {
        GuidePart::Families => finder::finder(markup, guide, context),
        GuidePart::Materials => papers::own(markup, guide, context),
        part => parts::part(markup, part, guide, &context.phrases),
    });
}

/// Something that unfolds, in the list of all.
fn item(
    markup: &mut Markup,
    key: &'static str,
    name: &str,
    context: &RenderContext<'_>,
    inside: impl FnOnce(&mut Markup),
) {
    markup.element("li", "item", |markup| {
        markup.static_attr("data-part", key);
        details(
            markup,
            context,
            guide_id(key),
            |markup| markup.text_element("span", "name", name),
            inside,
        );
    });
}

/// The guide as a document to read: every part, unfolded, for everyone.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn document(markup: &mut Markup, guide: &Guide, phrases: &Phrases<'_>) {
    markup.text_element("h2", "", phrases.messages.guide);
    for part in GuidePart::ALL {
        markup.element("section", "", |markup| {
            markup.static_attr("id", key(part));
            markup.text_element("h3", "", name(part, phrases.messages));
            match part {
                GuidePart::Families => finder::document(markup, guide, phrases),
                GuidePart::Materials => papers::all(markup, guide, phrases),
                part => parts::part(markup, part, guide, phrases),
            }
        });
    }
}

/// A part in the names of elements.
pub(crate) fn key(part: GuidePart) -> &'static str {
    match part {
        GuidePart::Steps => "steps",
        GuidePart::Channels => "channels",
        GuidePart::Rounds => "rounds",
        GuidePart::Materials => "papers",
        GuidePart::Processing => "processing",
        GuidePart::Statuses => "statuses",
        GuidePart::Families => "families",
        GuidePart::Result => "notice-of-result",
        GuidePart::Validity => "validity",
        GuidePart::Renewal => "renewal",
        GuidePart::Appeal => "appeal",
    }
}

/// The heading of a part.
fn name(part: GuidePart, messages: &'static Messages) -> &'static str {
    match part {
        GuidePart::Steps => messages.guide_steps,
        GuidePart::Channels => messages.guide_channels,
        GuidePart::Rounds => messages.guide_rounds,
        GuidePart::Materials => messages.guide_papers,
        GuidePart::Processing => messages.guide_processing,
        GuidePart::Statuses => messages.guide_statuses,
        GuidePart::Families => messages.guide_families,
        GuidePart::Result => messages.guide_result,
        GuidePart::Validity => messages.guide_validity,
        GuidePart::Renewal => messages.guide_renewal,
        GuidePart::Appeal => messages.guide_appeal,
    }
}
