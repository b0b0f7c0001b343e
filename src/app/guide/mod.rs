//! The guide: where to go and what to do, beside what the person's own answers say about it.

mod days;
mod finder;
mod papers;
mod parts;

use std::rc::Rc;

use jifen::scheme::{Guide, Part};

use super::ids::guide_id;
use super::say::Say;
use super::sheet::Sheet;
use super::shown::{Shown, details};
use super::state::{Action, State};
use super::ui::Ui;
use super::view::View;
use super::words::Words;
pub(crate) use parts::basis;

/// The days to remember, in the names of elements.
pub(crate) const DAYS: &str = "days";

/// The guide of the open scheme, each part folded under its name.
pub(crate) fn guide(sheet: &mut Sheet, state: &State, view: &Rc<View>, ui: &Ui) {
    let say = Say::new(&view.scheme, ui.language);
    let words = say.words;
    sheet.tag("section", "guide", |sheet| {
        sheet.fixed("id", "guide");
        sheet.fixed("tabindex", "-1");
        sheet.fixed("aria-labelledby", "guide-heading");
        sheet.tag("h2", "", |sheet| {
            sheet.fixed("id", "guide-heading");
            sheet.text(words.guide);
        });
        match &view.guide {
            Some(guide) => {
                sheet.line("p", "quiet", words.guide_help);
                let shown = Shown { state, view, say, ui };
                sheet.tag("ul", "items", |sheet| {
                    for part in Part::ALL {
                        folded(sheet, part, guide, &shown);
                        if part == Part::Rounds && days::any(guide, view.assessment.on) {
                            let name = words.guide_days;
                            item(sheet, DAYS, name, &shown, |sheet| {
                                days::days(sheet, guide, &shown)
                            });
                        }
                    }
                });
            }
            None if state.guide_failed => sheet.tag("p", "", |sheet| {
                sheet.fixed("role", "alert");
                sheet.text(words.guide_failed);
                ui.button(sheet, "text jump", words.retry, Action::RetryGuide, |sheet| {
                    sheet.fixed("id", "retry-guide");
                });
            }),
            None => sheet.line("p", "quiet", words.loading),
        }
    });
}

fn folded(sheet: &mut Sheet, part: Part, guide: &Guide, shown: &Shown<'_>) {
    let name = name(part, shown.say.words);
    item(sheet, key(part), name, shown, |sheet| match part {
        Part::Families => finder::finder(sheet, guide, shown),
        Part::Papers => papers::own(sheet, guide, shown),
        part => parts::part(sheet, part, guide, &shown.say),
    });
}

/// Something that unfolds, in the list of all.
fn item(
    sheet: &mut Sheet,
    key: &'static str,
    name: &str,
    shown: &Shown<'_>,
    inside: impl FnOnce(&mut Sheet),
) {
    sheet.tag("li", "item", |sheet| {
        sheet.fixed("data-part", key);
        details(sheet, shown, guide_id(key), |sheet| sheet.line("span", "name", name), inside);
    });
}

/// The guide as a document to read: every part, unfolded, for everyone.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn document(sheet: &mut Sheet, guide: &Guide, say: &Say<'_>) {
    sheet.line("h2", "", say.words.guide);
    for part in Part::ALL {
        sheet.tag("section", "", |sheet| {
            sheet.fixed("id", key(part));
            sheet.line("h3", "", name(part, say.words));
            match part {
                Part::Families => finder::document(sheet, guide, say),
                Part::Papers => papers::all(sheet, guide, say),
                part => parts::part(sheet, part, guide, say),
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
