//! What stands around form and result: head and foot.

use jifen::link::COMPARE;
use jifen::scheme::Language;

use crate::elements::markup::{EventKind, Markup};
use crate::state::focus::FocusTarget;
use crate::state::{Action, State};
use crate::views::persistence::memory;
use crate::views::tabs::tabs;
use crate::widgets::ui::Ui;

/// The name of the page, what changes it as a whole, and the cities.
pub(crate) fn head(markup: &mut Markup, state: &State, ui: &Ui) {
    markup.element("header", "", |markup| {
        markup.element("div", "head", |markup| name_and_controls(markup, state, ui));
        markup.fragment(|markup| tabs(markup, state, ui));
    });
}

fn name_and_controls(markup: &mut Markup, state: &State, ui: &Ui) {
    let messages = ui.messages();
    let (other, name, tag) = match state.language {
        Language::Zh => (Language::En, "English", "en"),
        Language::En => (Language::Zh, "中文", "zh-Hans"),
    };
    let larger = state.larger;
    markup.element("a", "skip", |markup| {
        markup.static_attr("href", "#result");
        // The browser does not follow the link: the part of the address after # belongs to the answers.
        let place = if state.assessed().is_some() { "result" } else { "panel" };
        let skip = Action::Focus(FocusTarget::place(place));
        markup.on(EventKind::Click, ui.callback(skip));
        markup.text(messages.skip);
    });
    markup.text_element("h1", "", messages.page_title);
    markup.element("div", "controls", |markup| {
        ui.button(markup, "text", messages.larger, Action::Enlarge(!larger), |markup| {
            markup.static_attr("id", "larger");
            markup.static_attr("aria-pressed", if larger { "true" } else { "false" });
        });
        ui.button(markup, "text", name, Action::SetLanguage(other), |markup| {
            markup.static_attr("id", "language");
            markup.static_attr("lang", tag);
        });
        ui.button(markup, "text", messages.reset, Action::Clear, |markup| {
            markup.static_attr("id", "reset");
        });
    });
}

/// The places of the page, one press away.
pub(crate) fn places(markup: &mut Markup, begun: bool, ui: &Ui) {
    let messages = ui.messages();
    markup.element("nav", "places", |markup| {
        markup.static_attr("aria-label", messages.places);
        let places = [
            ("form", messages.form),
            ("result", messages.result),
            ("plan", messages.outlook),
            ("guide", messages.guide),
        ];
        for (id, name) in places.into_iter().filter(|(id, _)| *id != "plan" || begun) {
            let go = Action::Focus(FocusTarget::place(id));
            ui.button(markup, "text jump", name, go, |markup| {
                markup.static_attr("data-place", id);
            });
        }
    });
}

/// What the page says of itself.
pub(crate) fn foot(markup: &mut Markup, state: &State, ui: &Ui) {
    let messages = ui.messages();
    let every = state.open.is_empty() || state.open == COMPARE;
    let name = if every { "index" } else { &state.open };
    let language = match state.language {
        Language::Zh => ".html",
        Language::En => ".en.html",
    };
    markup.element("footer", "foot", |markup| {
        markup.element("section", "", |markup| {
            markup.text_element("h2", "", messages.foot_private);
            markup.text_element("p", "", messages.foot_private_text);
            markup.text_element("p", "", messages.foot_private_check);
            memory(markup, state, ui);
        });
        markup.element("section", "", |markup| {
            markup.text_element("h2", "", messages.foot_about);
            markup.text_element("p", "", messages.foot_about_text);
            markup.element("p", "published", |markup| {
                markup.element("a", "", |markup| {
                    markup.attr("href", &["rules/", name, language].concat());
                    markup.text(messages.foot_rules);
                });
            });
            markup.element("p", "published", |markup| {
                markup.element("a", "", |markup| {
                    markup.attr("href", &["embed", language].concat());
                    markup.text(messages.foot_embed);
                });
            });
        });
        offline(markup, ui);
        // In a frame, instead of the rest; web/frame.js adds the answers to the address.
        markup.element("p", "made", |markup| {
            markup.text(messages.made);
            markup.text(messages.space);
            markup.element("a", "", |markup| {
                markup.static_attr("id", "whole");
                markup.static_attr("href", "./");
                markup.text(messages.made_whole);
            });
        });
    });
}

/// Use without a network: web/offline.js does what is asked here and says on the root of the document what holds;
/// style/offline.css shows the words for that.
fn offline(markup: &mut Markup, ui: &Ui) {
    let messages = ui.messages();
    markup.element("section", "offline", |markup| {
        markup.text_element("h2", "", messages.offline);
        markup.element("p", "", |markup| when(markup, "off busy failed", messages.offline_text));
        markup.element("button", "text", |markup| {
            markup.static_attr("type", "button");
            markup.static_attr("id", "offline");
            when(markup, "off failed", messages.offline_keep);
            when(markup, "busy", messages.offline_busy);
            when(markup, "kept new", messages.offline_remove);
        });
        markup.element("p", "", |markup| {
            markup.static_attr("role", "status");
            when(markup, "kept new", messages.offline_kept);
            when(markup, "failed", messages.offline_failed);
        });
    });
}

/// That the site has a new version, kept and ready.
pub(crate) fn renewal(markup: &mut Markup, ui: &Ui) {
    let messages = ui.messages();
    markup.element("div", "renewal", |markup| {
        markup.static_attr("role", "status");
        markup.element("p", "", |markup| {
            markup.static_attr("data-when", "new");
            markup.text(messages.renewal);
            markup.element("button", "text", |markup| {
                markup.static_attr("type", "button");
                markup.static_attr("id", "renew");
                markup.text(messages.renew);
            });
        });
    });
}

fn when(markup: &mut Markup, state: &'static str, words: &str) {
    markup.element("span", "", |markup| {
        markup.static_attr("data-when", state);
        markup.text(words);
    });
}
