//! The guide: where to go and what to do, beside what the person's own answers say about it.

mod days;
mod finder;
mod papers;
mod parts;

use std::rc::Rc;

use jifen::scheme::{Guide, Part};

use crate::elements::ids::guide_id;
use crate::elements::markup::Markup;
use crate::state::assessed::View;
use crate::state::{Action, State};
use crate::text::messages::Words;
use crate::text::phrases::Say;
use crate::widgets::details::{Shown, details};
use crate::widgets::ui::Ui;
pub(crate) use parts::basis;

/// The days to remember, in the names of elements.
pub(crate) const DAYS: &str = "days";

/// The guide of the open scheme, each part folded under its name.
pub(crate) fn guide(markup: &mut Markup, state: &State, view: &Rc<View>, ui: &Ui) {
    let say = Say::new(&view.scheme, ui.language);
    let words = say.words;
    markup.element("section", "guide", |markup| {
        markup.static_attr("id", "guide");
        markup.static_attr("tabindex", "-1");
        markup.static_attr("aria-labelledby", "guide-heading");
        markup.element("h2", "", |markup| {
            markup.static_attr("id", "guide-heading");
            markup.text(words.guide);
        });
        match &view.guide {
            Some(guide) => {
                markup.text_element("p", "quiet", words.guide_help);
                let shown = Shown { state, view, say, ui };
                markup.element("ul", "items", |markup| {
                    for part in Part::ALL {
                        folded(markup, part, guide, &shown);
                        if part == Part::Rounds && days::any(guide, view.assessment.on) {
                            let name = words.guide_days;
                            item(markup, DAYS, name, &shown, |markup| {
                                days::days(markup, guide, &shown)
                            });
                        }
                    }
                });
            }
            None if state.guide_failed => markup.element("p", "", |markup| {
                markup.static_attr("role", "alert");
                markup.text(words.guide_failed);
                ui.button(markup, "text jump", words.retry, Action::RetryGuide, |markup| {
                    markup.static_attr("id", "retry-guide");
                });
            }),
            None => markup.text_element("p", "quiet", words.loading),
        }
    });
}

fn folded(markup: &mut Markup, part: Part, guide: &Guide, shown: &Shown<'_>) {
    let name = name(part, shown.say.words);
    item(markup, key(part), name, shown, |markup| match part {
        Part::Families => finder::finder(markup, guide, shown),
        Part::Papers => papers::own(markup, guide, shown),
        part => parts::part(markup, part, guide, &shown.say),
    });
}

/// Something that unfolds, in the list of all.
fn item(
    markup: &mut Markup,
    key: &'static str,
    name: &str,
    shown: &Shown<'_>,
    inside: impl FnOnce(&mut Markup),
) {
    markup.element("li", "item", |markup| {
        markup.static_attr("data-part", key);
        details(
            markup,
            shown,
            guide_id(key),
            |markup| markup.text_element("span", "name", name),
            inside,
        );
    });
}

/// The guide as a document to read: every part, unfolded, for everyone.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn document(markup: &mut Markup, guide: &Guide, say: &Say<'_>) {
    markup.text_element("h2", "", say.words.guide);
    for part in Part::ALL {
        markup.element("section", "", |markup| {
            markup.static_attr("id", key(part));
            markup.text_element("h3", "", name(part, say.words));
            match part {
                Part::Families => finder::document(markup, guide, say),
                Part::Papers => papers::all(markup, guide, say),
                part => parts::part(markup, part, guide, say),
            }
        });
    }
}

/// A part in the names of elements.
pub(crate) fn key(part: Part) -> &'static str {
    match part {
        Part::Steps => "steps",
        Part::Channels => "channels",
        Part::Rounds => "rounds",
        Part::Papers => "papers",
        Part::Processing => "processing",
        Part::Statuses => "statuses",
        Part::Families => "families",
        Part::Result => "notice-of-result",
        Part::Validity => "validity",
        Part::Renewal => "renewal",
        Part::Appeal => "appeal",
    }
}

/// The heading of a part.
fn name(part: Part, words: &'static Words) -> &'static str {
    match part {
        Part::Steps => words.guide_steps,
        Part::Channels => words.guide_channels,
        Part::Rounds => words.guide_rounds,
        Part::Papers => words.guide_papers,
        Part::Processing => words.guide_processing,
        Part::Statuses => words.guide_statuses,
        Part::Families => words.guide_families,
        Part::Result => words.guide_result,
        Part::Validity => words.guide_validity,
        Part::Renewal => words.guide_renewal,
        Part::Appeal => words.guide_appeal,
    }
}
