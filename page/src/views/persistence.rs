//! Answers on a computer that others use as well: nothing stays unless asked for, and what stays can be taken away.

use crate::device;
use crate::elements::markup::Markup;
use crate::state::{Action, Feedback, Persistence, Replacement, State};
use crate::widgets::button::{button, chip};
use crate::widgets::request::Request;
use crate::widgets::ui::Ui;

/// The choice to remember, with its erase.
pub(crate) fn memory(markup: &mut Markup, state: &State, ui: &Ui) {
    let messages = ui.messages();
    if state.sharing.persistence == Persistence::Barred {
        return;
    }
    let on = state.sharing.persistence == Persistence::On;
    let turn = ui.request(if on { Request::Erase } else { Request::Remember(state.address()) });
    markup.element("div", "chips", |markup| {
        chip(markup, "checkbox", messages.remember, on, turn, |markup| {
            markup.static_attr("id", "remember")
        });
        markup.when(state.sharing.persistence != Persistence::Off, |markup| {
            eraser(markup, "erase", ui)
        });
    });
    markup.element("p", "told", |markup| {
        markup.static_attr("id", "memory-told");
        markup.static_attr("role", "status");
        markup.text(match (state.sharing.feedback, state.sharing.persistence) {
            (Some(Feedback::Erased), _) => messages.erased,
            (Some(Feedback::NotErased), _) => messages.not_erased,
            (Some(Feedback::NotRemembered), _) => messages.not_remembered,
            (_, Persistence::On) => messages.remembered,
            (_, Persistence::Other) => messages.remembered_other,
            _ => "",
        });
    });
}

/// The button that takes away what is remembered.
pub(crate) fn eraser(markup: &mut Markup, id: &'static str, ui: &Ui) {
    let erase = ui.request(Request::Erase);
    button(markup, "text jump", ui.messages().erase, erase, |markup| markup.static_attr("id", id));
}

/// Writes what has changed where that was asked for.
pub(crate) fn follow(address: &str, ui: &Ui) {
    // Another tab may have erased it meanwhile.
    match device::remembered() {
        None => ui.dispatch(Action::Remember(Persistence::Off, None)),
        Some(before) if before == address => {}
        Some(_) if device::remember(address) => {}
        Some(_) => ui.dispatch(Action::Feedback(Feedback::NotRemembered)),
    }
}

/// What has just happened to the answers as a whole, at the head of the page, and the way back.
pub(crate) fn notice(markup: &mut Markup, state: &State, ui: &Ui) {
    let messages = ui.messages();
    markup.element("div", "cleared", |markup| {
        markup.static_attr("role", "status");
        markup.optional(state.undo.replacement, |markup, replacement| {
            markup.element("p", "", |markup| {
                markup.text(match replacement {
                    Replacement::Cleared => messages.reset_done,
                    Replacement::FromFile => messages.file_opened,
                    Replacement::FromMemory => messages.restored,
                });
                if replacement == Replacement::FromMemory {
                    eraser(markup, "erase-restored", ui);
                }
                if state.undo.before.is_some() {
                    ui.button(markup, "text", messages.undo, Action::Restore, |markup| {
                        markup.static_attr("id", "undo-reset");
                    });
                }
            });
        });
    });
}
