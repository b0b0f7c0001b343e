//! The guide: where to go and what to do, beside what the person's own answers say about it.

pub(crate) mod coming;
mod days;
pub(crate) mod finder;
pub(crate) mod glossary;
pub(crate) mod materials;
pub(crate) mod parts;
pub(crate) mod words;

use std::rc::Rc;

use jifen::scheme::{Guide, GuidePart};

use crate::device::later::Arrived;
use crate::elements::ids::{DAYS, GLOSSARY, GUIDE, guide_part};
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::assessed::Assessed;
use crate::state::{Action, Fold, State};
use crate::text::phrases::Phrases;
use crate::widgets::details::{RenderContext, details};
use crate::widgets::ui::Ui;

/// Writes the guide of the open scheme, each part folded under its name.
pub(crate) fn guide(markup: &mut Markup, state: &State, assessed: &Rc<Assessed>, ui: &Ui) {
    let phrases = Phrases::new(&assessed.scheme, ui.language);
    let messages = phrases.messages;
    let context = RenderContext { state, assessed, phrases, ui };
    write_html!(markup,
        section(class = "guide", id = GUIDE, tabindex = "-1", aria-labelledby = "guide-heading") {
            h2(id = "guide-heading") { (messages.guide) }
            match assessed.guide.as_deref().zip(state.later.arrived()) {
                Some((guide, arrived)) => {
                    { later(markup, guide, &context, arrived); }
                }
                None if state.guide_is_missing() => {
                    p(role = "alert") {
                        (messages.guide_failed)
                        let retry = ui.callback(Action::RetryGuide);
                        button(class = "text jump", type = "button", id = "retry-guide", onclick = retry) {
                            (messages.retry)
                        }
                    }
                }
                None => { p(class = "quiet") { (messages.loading) } }
            }
        }
    );
}

/// Writes what there is to know.
#[inline(never)]
fn later(markup: &mut Markup, guide: &Guide, context: &RenderContext<'_>, _: Arrived) {
    write_html!(markup,
        { words::words(markup, guide, context); }
        p(class = "quiet") { (context.phrases.messages.guide_help) }
        ul(class = "items") {
            for part in GuidePart::ALL {
                { folded_part(markup, part, guide, context); }
                if part == GuidePart::Rounds && days::any(guide, context.assessed) {
                    { folded_days(markup, guide, context); }
                }
            }
            if !guide.glosses.is_empty() {
                { folded_glossary(markup, guide, context); }
            }
        }
    );
}

fn folded_part(markup: &mut Markup, part: GuidePart, guide: &Guide, context: &RenderContext<'_>) {
    let name = context.phrases.guide_part(part);
    fold(markup, guide_part(part), Fold::GuidePart(part), name, context, |markup| match part {
        GuidePart::Families => finder::finder(markup, guide, context),
        GuidePart::Materials => materials::for_person(markup, guide, context),
        part => parts::part(markup, part, guide, &context.phrases),
    });
}

fn folded_days(markup: &mut Markup, guide: &Guide, context: &RenderContext<'_>) {
    let name = context.phrases.messages.guide_days;
    fold(markup, DAYS, Fold::Days, name, context, |markup| days::days(markup, guide, context));
}

fn folded_glossary(markup: &mut Markup, guide: &Guide, context: &RenderContext<'_>) {
    let name = context.phrases.messages.glossary;
    fold(markup, GLOSSARY, Fold::Glossary, name, context, |markup| {
        glossary::glossary(markup, guide, &context.phrases);
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
    let summary = |markup: &mut Markup| write_html!(markup, span(class = "name") { (name) });
    write_html!(markup,
        li(class = "item", data-part = key) { { details(markup, context, fold, summary, inside); } }
    );
}
