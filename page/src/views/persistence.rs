//! Answers on a computer that others use as well: nothing stays unless asked for, and what stays can be taken away.

use crate::device::storage;
use crate::elements::ids::{REMEMBER, START_OWN};
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::{Action, Feedback, Persistence, Replacement, State};
use crate::widgets::chip::chip;
use crate::widgets::request::Request;
use crate::widgets::ui::Ui;

/// Writes the choice to remember, with its erase.
pub(crate) fn choice(markup: &mut Markup, state: &State, ui: &Ui) {
    let messages = ui.messages();
    let persistence = state.sharing.persistence;
    if persistence == Persistence::Barred {
        return;
    }
    let on = persistence == Persistence::On;
    let turn = ui.request(if on { Request::Erase } else { Request::Remember(state.address()) });
    let told = match (state.sharing.feedback, persistence) {
        (Some(Feedback::Erased), _) => messages.erased,
        (Some(Feedback::NotErased), _) => messages.not_erased,
        (Some(Feedback::NotRemembered), _) => messages.not_remembered,
        (_, Persistence::On) => messages.remembered,
        (_, Persistence::Other) => messages.remembered_other,
        _ => "",
    };
    write_html!(markup,
        div(class = "chips") {
            {
                chip(markup, "checkbox", messages.remember, on, turn, |markup| {
                    markup.static_attr("id", REMEMBER);
                });
            }
            if persistence != Persistence::Off {
                { eraser(markup, "erase", ui); }
            }
        }
        p(class = "told", id = "memory-told", role = "status") { (told) }
    );
}

/// Writes the button that takes away what is remembered.
fn eraser(markup: &mut Markup, id: &'static str, ui: &Ui) {
    write_html!(markup,
        button(class = "text jump", type = "button", id = id, onclick = ui.request(Request::Erase)) {
            (ui.messages().erase)
        }
    );
}

/// Writes a button that clears all answers; where the device remembers them, it forgets them too.
pub(crate) fn clear_button(
    markup: &mut Markup,
    id: &'static str,
    words: &str,
    state: &State,
    ui: &Ui,
) {
    let clear = ui.request(Request::Clear(state.sharing.persistence));
    write_html!(markup, button(class = "text", type = "button", id = id, onclick = clear) { (words) });
}

/// Remembers an address that has changed, where that was asked for.
pub(crate) fn follow(address: &str, ui: &Ui) {
    // Another tab may have erased it meanwhile.
    match storage::remembered() {
        None => ui.dispatch(Action::Remember(Persistence::Off, None)),
        Some(before) if before == address => {}
        Some(_) if storage::remember(address) => {}
        Some(_) => ui.dispatch(Action::Feedback(Feedback::NotRemembered)),
    }
}

/// Writes what has just happened to the answers as a whole, at the head of the page, and the way back.
pub(crate) fn notice(markup: &mut Markup, state: &State, ui: &Ui) {
    let messages = ui.messages();
    write_html!(markup,
        div(class = "cleared", role = "status") {
            if let Some(replacement) = state.undo.replacement {
                p {
                    (match replacement {
                        Replacement::Cleared => messages.reset_done,
                        Replacement::ClearedAndErased => messages.reset_erased,
                        Replacement::ClearedNotErased => messages.reset_not_erased,
                        Replacement::FromLink => messages.from_link,
                        Replacement::FromUnmarkedLink => messages.from_unmarked_link,
                        Replacement::FromFile => messages.file_opened,
                        Replacement::FromMemory => messages.restored,
                        Replacement::Example => messages.example_filled,
                        Replacement::ExampleLeft => messages.example_left,
                    })
                    if replacement == Replacement::FromMemory {
                        { eraser(markup, "erase-restored", ui); }
                    }
                    if matches!(replacement, Replacement::FromLink | Replacement::FromUnmarkedLink) {
                        { clear_button(markup, START_OWN, messages.start_own, state, ui); }
                    }
                    if state.undo.before.is_some() {
                        button(
                            class = "text", type = "button", id = "undo-reset",
                            onclick = ui.callback(Action::Restore)
                        ) { (messages.undo) }
                    }
                }
            }
        }
    );
}
