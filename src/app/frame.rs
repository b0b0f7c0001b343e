//! What stands around form and result: head and foot.

use jifen::link::COMPARE;
use jifen::scheme::Language;

use super::memory::memory;
use super::sheet::{On, Sheet};
use super::state::{Action, State};
use super::tabs::tabs;
use super::ui::{Ui, button, go_to};

/// The name of the page, what changes it as a whole, and the cities.
pub(crate) fn head(sheet: &mut Sheet, state: &State, ui: &Ui) {
    sheet.tag("header", "", |sheet| {
        sheet.tag("div", "head", |sheet| name_and_controls(sheet, state, ui));
        sheet.list(|sheet| tabs(sheet, state, ui));
    });
}

fn name_and_controls(sheet: &mut Sheet, state: &State, ui: &Ui) {
    let words = ui.words();
    let (other, name, tag) = match state.language {
        Language::Zh => (Language::En, "English", "en"),
        Language::En => (Language::Zh, "中文", "zh-Hans"),
    };
    let larger = state.larger;
    sheet.tag("a", "skip", |sheet| {
        sheet.fixed("href", "#result");
        let place = if state.view().is_some() { "result" } else { "panel" };
        sheet.hears(On::Click, move |event: yew::Event| {
            // The part of the address after # belongs to the answers.
            event.prevent_default();
            go_to(place);
        });
        sheet.text(words.skip);
    });
    sheet.line("h1", "", words.page_title);
    sheet.tag("div", "controls", |sheet| {
        ui.button(sheet, "text", words.larger, Action::Enlarge(!larger), |sheet| {
            sheet.fixed("id", "larger");
            sheet.fixed("aria-pressed", if larger { "true" } else { "false" });
        });
        ui.button(sheet, "text", name, Action::Speak(other), |sheet| {
            sheet.fixed("id", "language");
            sheet.fixed("lang", tag);
        });
        ui.button(sheet, "text", words.reset, Action::Clear, |sheet| {
            sheet.fixed("id", "reset");
        });
    });
}

/// The places of the page, one press away.
pub(crate) fn places(sheet: &mut Sheet, begun: bool, ui: &Ui) {
    let words = ui.words();
    sheet.tag("nav", "places", |sheet| {
        sheet.fixed("aria-label", words.places);
        let places = [
            ("form", words.form),
            ("result", words.result),
            ("plan", words.plan),
            ("guide", words.guide),
        ];
        for (id, name) in places.into_iter().filter(|(id, _)| *id != "plan" || begun) {
            button(
                sheet,
                "text jump",
                name,
                move |_: yew::Event| go_to(id),
                |sheet| {
                    sheet.fixed("data-place", id);
                },
            );
        }
    });
}

/// What the page says of itself.
pub(crate) fn foot(sheet: &mut Sheet, state: &State, ui: &Ui) {
    let words = ui.words();
    let every = state.open.is_empty() || state.open == COMPARE;
    let name = if every { "index" } else { &state.open };
    let language = match state.language {
        Language::Zh => ".html",
        Language::En => ".en.html",
    };
    sheet.tag("footer", "foot", |sheet| {
        sheet.tag("section", "", |sheet| {
            sheet.line("h2", "", words.foot_private);
            sheet.line("p", "", words.foot_private_text);
            sheet.line("p", "", words.foot_private_check);
            memory(sheet, state, ui);
        });
        sheet.tag("section", "", |sheet| {
            sheet.line("h2", "", words.foot_about);
            sheet.line("p", "", words.foot_about_text);
            sheet.tag("p", "published", |sheet| {
                sheet.tag("a", "", |sheet| {
                    sheet.set("href", &["rules/", name, language].concat());
                    sheet.text(words.foot_rules);
                });
            });
            sheet.tag("p", "published", |sheet| {
                sheet.tag("a", "", |sheet| {
                    sheet.set("href", &["embed", language].concat());
                    sheet.text(words.foot_embed);
                });
            });
        });
        offline(sheet, ui);
        // In a frame, instead of the rest; web/frame.js adds the answers to the address.
        sheet.tag("p", "made", |sheet| {
            sheet.text(words.made);
            sheet.text(words.space);
            sheet.tag("a", "", |sheet| {
                sheet.fixed("id", "whole");
                sheet.fixed("href", "./");
                sheet.text(words.made_whole);
            });
        });
    });
}

/// Use without a network: web/offline.js does what is asked here and says on the root of the document what holds;
/// style/offline.css shows the words for that.
fn offline(sheet: &mut Sheet, ui: &Ui) {
    let words = ui.words();
    sheet.tag("section", "offline", |sheet| {
        sheet.line("h2", "", words.offline);
        sheet.tag("p", "", |sheet| when(sheet, "off busy failed", words.offline_text));
        sheet.tag("button", "text", |sheet| {
            sheet.fixed("type", "button");
            sheet.fixed("id", "offline");
            when(sheet, "off failed", words.offline_keep);
            when(sheet, "busy", words.offline_busy);
            when(sheet, "kept new", words.offline_remove);
        });
        sheet.tag("p", "", |sheet| {
            sheet.fixed("role", "status");
            when(sheet, "kept new", words.offline_kept);
            when(sheet, "failed", words.offline_failed);
        });
    });
}

/// That the site has a new version, kept and ready.
pub(crate) fn renewal(sheet: &mut Sheet, ui: &Ui) {
    let words = ui.words();
    sheet.tag("div", "renewal", |sheet| {
        sheet.fixed("role", "status");
        sheet.tag("p", "", |sheet| {
            sheet.fixed("data-when", "new");
            sheet.text(words.renewal);
            sheet.tag("button", "text", |sheet| {
                sheet.fixed("type", "button");
                sheet.fixed("id", "renew");
                sheet.text(words.renew);
            });
        });
    });
}

fn when(sheet: &mut Sheet, state: &'static str, words: &str) {
    sheet.tag("span", "", |sheet| {
        sheet.fixed("data-when", state);
        sheet.text(words);
    });
}
