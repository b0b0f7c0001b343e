//! Answers on a computer that others use as well: nothing stays unless asked for, and what stays can be taken away.

use super::device;
use super::form::chip;
use super::sheet::Sheet;
use super::state::{Action, Memory, Notice, State, Told};
use super::ui::{Ui, button, focus_on};

/// The choice to remember, with its erase.
pub(crate) fn memory(sheet: &mut Sheet, state: &State, ui: &Ui) {
    let words = ui.words();
    if state.memory == Memory::Barred {
        return;
    }
    let on = state.memory == Memory::On;
    let address = state.address();
    let act = ui.clone();
    let turns = move |_: yew::Event| {
        if on {
            erase(&act);
        } else if device::remember(&address) {
            act.act(Action::Remember(Memory::On, None));
        } else {
            act.act(Action::Remember(Memory::Off, Some(Told::NotRemembered)));
        }
    };
    sheet.tag("div", "chips", |sheet| {
        chip(sheet, "checkbox", words.remember, on, turns, |sheet| sheet.fixed("id", "remember"));
        sheet.when(state.memory != Memory::Off, |sheet| eraser(sheet, "erase", ui));
    });
    sheet.tag("p", "told", |sheet| {
        sheet.fixed("id", "memory-told");
        sheet.fixed("role", "status");
        sheet.text(match (state.told, state.memory) {
            (Some(Told::Erased), _) => words.erased,
            (Some(Told::NotErased), _) => words.not_erased,
            (Some(Told::NotRemembered), _) => words.not_remembered,
            (_, Memory::On) => words.remembered,
            (_, Memory::Other) => words.remembered_other,
            _ => "",
        });
    });
}

/// The button that takes away what is remembered.
pub(crate) fn eraser(sheet: &mut Sheet, id: &'static str, ui: &Ui) {
    let act = ui.clone();
    let erases = move |_: yew::Event| {
        // The button goes.
        focus_on("remember");
        erase(&act);
    };
    button(sheet, "text jump", ui.words().erase, erases, |sheet| sheet.fixed("id", id));
}

fn erase(ui: &Ui) {
    ui.act(if device::forget() {
        Action::Remember(Memory::Off, Some(Told::Erased))
    } else {
        Action::Tell(Told::NotErased)
    });
}

/// Writes what has changed where that was asked for.
pub(crate) fn follow(address: &str, ui: &Ui) {
    // Another tab may have erased it meanwhile.
    match device::remembered() {
        None => ui.act(Action::Remember(Memory::Off, None)),
        Some(before) if before == address => {}
        Some(_) if device::remember(address) => {}
        Some(_) => ui.act(Action::Tell(Told::NotRemembered)),
    }
}

/// What has just happened to the answers as a whole, at the head of the page, and the way back.
pub(crate) fn notice(sheet: &mut Sheet, state: &State, ui: &Ui) {
    let words = ui.words();
    sheet.tag("div", "cleared", |sheet| {
        sheet.fixed("role", "status");
        sheet.with(state.notice, |sheet, notice| {
            sheet.tag("p", "", |sheet| {
                sheet.text(match notice {
                    Notice::Cleared => words.reset_done,
                    Notice::Opened => words.file_opened,
                    Notice::Restored => words.restored,
                });
                if notice == Notice::Restored {
                    eraser(sheet, "erase-restored", ui);
                }
                if state.before.is_some() {
                    ui.button(sheet, "text", words.undo, Action::Restore, |sheet| {
                        sheet.fixed("id", "undo-reset");
                    });
                }
            });
        });
    });
}
