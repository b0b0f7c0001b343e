//! Answers on a computer that others use as well: nothing stays unless asked for, and what stays can be taken away.

use crate::device;
use crate::elements::markup::Markup;
use crate::state::{Action, Feedback, Notice, Persistence, State};
use crate::views::form::chip;
use crate::widgets::ui::{Ui, button, focus_on};

/// The choice to remember, with its erase.
pub(crate) fn memory(markup: &mut Markup, state: &State, ui: &Ui) {
    let messages = ui.messages();
    if state.memory == Persistence::Barred {
        return;
    }
    let on = state.memory == Persistence::On;
    let address = state.address();
    let act = ui.clone();
    let turns = move |_: yew::Event| {
        if on {
            erase(&act);
        } else if device::remember(&address) {
            act.act(Action::Remember(Persistence::On, None));
        } else {
            act.act(Action::Remember(Persistence::Off, Some(Feedback::NotRemembered)));
        }
    };
    markup.element("div", "chips", |markup| {
        chip(markup, "checkbox", messages.remember, on, turns, |markup| {
            markup.static_attr("id", "remember")
        });
        markup.when(state.memory != Persistence::Off, |markup| eraser(markup, "erase", ui));
    });
    markup.element("p", "told", |markup| {
        markup.static_attr("id", "memory-told");
        markup.static_attr("role", "status");
        markup.text(match (state.told, state.memory) {
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
    let act = ui.clone();
    let erases = move |_: yew::Event| {
        // The button goes.
        focus_on("remember");
        erase(&act);
    };
    button(markup, "text jump", ui.messages().erase, erases, |markup| markup.static_attr("id", id));
}

fn erase(ui: &Ui) {
    ui.act(if device::forget() {
        Action::Remember(Persistence::Off, Some(Feedback::Erased))
    } else {
        Action::Tell(Feedback::NotErased)
    });
}

/// Writes what has changed where that was asked for.
pub(crate) fn follow(address: &str, ui: &Ui) {
    // Another tab may have erased it meanwhile.
    match device::remembered() {
        None => ui.act(Action::Remember(Persistence::Off, None)),
        Some(before) if before == address => {}
        Some(_) if device::remember(address) => {}
        Some(_) => ui.act(Action::Tell(Feedback::NotRemembered)),
    }
}

/// What has just happened to the answers as a whole, at the head of the page, and the way back.
pub(crate) fn notice(markup: &mut Markup, state: &State, ui: &Ui) {
    let messages = ui.messages();
    markup.element("div", "cleared", |markup| {
        markup.static_attr("role", "status");
        markup.optional(state.notice, |markup, notice| {
            markup.element("p", "", |markup| {
                markup.text(match notice {
                    Notice::Cleared => messages.reset_done,
                    Notice::Opened => messages.file_opened,
                    Notice::Restored => messages.restored,
                });
                if notice == Notice::Restored {
                    eraser(markup, "erase-restored", ui);
                }
                if state.before.is_some() {
                    ui.button(markup, "text", messages.undo, Action::Restore, |markup| {
                        markup.static_attr("id", "undo-reset");
                    });
                }
            });
        });
    });
}
