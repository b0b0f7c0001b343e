//! What stands around form and result: head and foot.

use jifen::link::COMPARE;
use jifen::scheme::Language;

use crate::elements::ids::{PANEL, RESET, RESET_AT_END};
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::focus::FocusTarget;
use crate::state::{Action, State};
use crate::views::leading::purposes;
use crate::views::persistence::{choice, clear_button};
use crate::views::tabs::tabs;
use crate::widgets::ui::Ui;

/// Writes the name of the page, what changes it as a whole, and the cities.
pub(crate) fn head(markup: &mut Markup, state: &State, ui: &Ui) {
    write_html!(markup,
        header {
            div(class = "head") { { name_and_controls(markup, state, ui); } }
            { purposes(markup, state, ui); }
            fragment { { tabs(markup, state, ui); } }
        }
    );
}

fn name_and_controls(markup: &mut Markup, state: &State, ui: &Ui) {
    let messages = ui.messages();
    let (other, name, tag) = match state.language {
        Language::Zh => (Language::En, "English", "en"),
        Language::En => (Language::Zh, "中文", "zh-Hans"),
    };
    let pressed = if state.larger { "true" } else { "false" };
    let place = if state.assessed().is_some() { "result" } else { PANEL };
    // The browser does not follow the link: the part of the address after # belongs to the answers.
    let skip = ui.callback(Action::Focus(FocusTarget::place(place)));
    let enlarge = ui.callback(Action::Enlarge(!state.larger));
    let speak = ui.callback(Action::SetLanguage(other));
    write_html!(markup,
        a(class = "skip", href = "#result", onclick = skip) { (messages.skip) }
        h1 { (messages.page_title) }
        div(class = "controls") {
            button(class = "text", type = "button", id = "larger", aria-pressed = pressed, onclick = enlarge) {
                (messages.larger)
            }
            button(class = "text", type = "button", id = "language", lang = tag, onclick = speak) { (name) }
            { clear_button(markup, RESET, messages.reset, state, ui); }
        }
    );
}

/// Writes what the page says of itself.
pub(crate) fn foot(markup: &mut Markup, state: &State, ui: &Ui) {
    let messages = ui.messages();
    let every = state.open.is_empty() || state.open == COMPARE;
    let name = if every { "index" } else { &state.open };
    let up = state.device.path.up();
    let language = match state.language {
        Language::Zh => ".html",
        Language::En => ".en.html",
    };
    write_html!(markup,
        footer(class = "foot") {
            section {
                h2 { (messages.foot_private) }
                p { (messages.foot_private_text) }
                p { (messages.foot_private_check) }
                { choice(markup, state, ui); }
                p { { clear_button(markup, RESET_AT_END, messages.reset, state, ui); } }
            }
            section {
                h2 { (messages.foot_about) }
                p { (messages.foot_about_text) }
                p(class = "published") {
                    a(href = [up, "rules/", name, language].concat()) { (messages.foot_rules) }
                }
                p(class = "published") {
                    a(href = [up, "embed", language].concat()) { (messages.foot_embed) }
                }
            }
            { offline(markup, ui); }
            // In a frame, instead of the rest; web/frame.js adds the answers to the address.
            p(class = "made") {
                (messages.made)
                (messages.space)
                a(id = "whole", href = [up, "./"].concat()) { (messages.made_whole) }
            }
        }
    );
}

/// Writes the use without a network: web/offline.js does what is asked here and says on the root of the document what
/// holds; style/offline.css shows the words for that.
fn offline(markup: &mut Markup, ui: &Ui) {
    let messages = ui.messages();
    write_html!(markup,
        section(class = "offline") {
            h2 { (messages.offline) }
            p { span(data-when = "off busy failed") { (messages.offline_text) } }
            button(class = "text", type = "button", id = "offline") {
                span(data-when = "off failed") { (messages.offline_keep) }
                span(data-when = "busy") { (messages.offline_busy) }
                span(data-when = "kept new") { (messages.offline_remove) }
            }
            p(role = "status") {
                span(data-when = "kept new") { (messages.offline_kept) }
                span(data-when = "failed") { (messages.offline_failed) }
            }
        }
    );
}

/// Writes that the site has a new version, kept and ready.
pub(crate) fn renewal(markup: &mut Markup, ui: &Ui) {
    let messages = ui.messages();
    write_html!(markup,
        div(class = "renewal", role = "status") {
            p(data-when = "new") {
                (messages.renewal)
                button(class = "text", type = "button", id = "renew") { (messages.renew) }
            }
        }
    );
}
