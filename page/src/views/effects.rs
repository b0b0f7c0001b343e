//! Where the page touches the browser by itself: the document, the keyboard, the address, the files with the rules,
//! printing.

use std::rc::Rc;

use jifen::link::{COMPARE, Link};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::device::address::hash;
use crate::device::focus::{focus, is_at, scroll_to, show_chosen, show_in_row};
use crate::device::history::{self, HistoryEntry};
use crate::device::later::{self, Later};
use crate::device::window::{WindowListener, soon};
use crate::device::{document, load, press, storage};
use crate::elements::ids::{GUIDE, question_id, section_id, tab_id};
use crate::state::focus::FocusTarget;
use crate::state::{Action, EditionKey, Persistence, Rules, State};
use crate::text::messages::format;
use crate::views::edition::page_title;
use crate::views::persistence;
use crate::views::tabs::open_tab;
use crate::widgets::pause::use_pause;
use crate::widgets::ui::Ui;

/// How long a cleared form can be brought back, in milliseconds: long enough for a slip of the thumb, short enough for
/// a computer that others use next.
const SECOND_THOUGHT: u32 = 15_000;

/// When an answer is noted in the address, in milliseconds after it: once it is painted, since a browser takes half as long
/// for that as for the answer itself, and before anybody can look for it there.
const PAINTED: u32 = 100;

/// All of it.
#[hook]
pub(super) fn use_effects(state: &Rc<State>, ui: &Ui) {
    use_document(state, ui);
    use_focus(state);
    let forget = ui.clone();
    use_pause(SECOND_THOUGHT, state.undo.before.is_some(), |cleared| {
        cleared.then_some(move || forget.dispatch(Action::ForgetUndo))
    });
    use_effect_with((open_tab(state), state.language), |(tab, _)| {
        if let Some(tab) = tab {
            show_in_row(tab, &tab_id(COMPARE));
        }
    });
    use_effect_with(state.open.clone(), |_| show_chosen("schemes"));
    use_rules(state, ui);
    use_rules_beside(state, ui);
    use_rules_ahead(state, ui);
    use_later(state, ui);
    use_guide(state, ui);
    use_address(state, ui);
    use_window(ui);
}

/// Language and title of the document, and the size of its text.
#[hook]
fn use_document(state: &State, ui: &Ui) {
    let messages = ui.messages();
    let title = match state.assessed() {
        Some(assessed) => page_title(&assessed.scheme, ui.language),
        None if state.open == COMPARE => format(messages.page_title_with, &[messages.compare]),
        None => messages.page_title.to_owned(),
    };
    use_effect_with((ui.language, title, state.larger), |(language, title, larger)| {
        document::set_title(title, *larger);
        document::set_language(*language);
    });
}

/// The keyboard, where a change leads it. What the guide holds may be on its way: then to the guide, and on once it is there,
/// unless the person has gone elsewhere.
#[hook]
fn use_focus(state: &State) {
    let arrived = state.assessed().is_some_and(|assessed| assessed.guide.is_some());
    let (before, waits) = (use_mut_ref(|| 0), use_mut_ref(|| false));
    use_effect_with((state.focus.clone(), arrived), move |(moved, arrived)| {
        let (again, waited) = (before.replace(moved.moves) == moved.moves, waits.replace(false));
        let Some(target) = &moved.target else { return };
        if again && !(waited && is_at(GUIDE)) {
            return;
        }
        let leads = matches!(target, FocusTarget::Place(_) | FocusTarget::Summary(_));
        if !move_focus(target) && leads && !arrived {
            waits.replace(move_focus(&FocusTarget::place(GUIDE)));
        }
    });
}

/// Moves the keyboard; returns whether there is such a place.
fn move_focus(target: &FocusTarget) -> bool {
    match target {
        FocusTarget::Element(id) => focus(id, None),
        FocusTarget::Place(id) => {
            scroll_to(id);
            focus(id, None)
        }
        FocusTarget::Summary(id) => {
            scroll_to(id);
            focus(id, Some("summary"))
        }
        FocusTarget::FirstField(question) => focus(&question_id(question), Some("input")),
        FocusTarget::UnfoldButton(section) => focus(&section_id(section), Some("[data-unfold]")),
    }
}

/// The files with the rules, where they are awaited.
#[hook]
fn use_rules(state: &State, ui: &Ui) {
    // What only the later part can show is asked for when that is there: until then it may be here already.
    let waits = state.open == COMPARE && state.later.arrived().is_none();
    let awaited = (matches!(state.rules, Rules::Awaited) && !waits, state.file());
    let (here, on, ui) = (state.catalogue.is_some(), state.on, ui.clone());
    let edition = state.edition_named().map(str::to_owned);
    use_effect_with(awaited, move |(awaited, file)| {
        if *awaited {
            let asked = file.clone();
            spawn_local(async move {
                let (catalogue, rules) = if here {
                    (None, load::rules(&asked).await)
                } else {
                    load::everything(&asked, edition.as_deref(), on).await
                };
                ui.dispatch(Action::RulesLoaded { asked, catalogue, rules });
            });
        }
    });
}

/// The rules of the edition that stands beside the open one.
#[hook]
fn use_rules_beside(state: &State, ui: &Ui) {
    let ui = ui.clone();
    use_effect_with(state.file_beside(), move |file| {
        if let Some(asked) = file.clone() {
            spawn_local(async move {
                let rules = load::rules(&asked).await;
                ui.dispatch(Action::RulesLoaded { asked, catalogue: None, rules });
            });
        }
    });
}

/// The rules of the next edition that has been adopted, after those of the open one: only the forecast goes on by them.
#[hook]
fn use_rules_ahead(state: &State, ui: &Ui) {
    let ui = ui.clone();
    use_effect_with(state.file_ahead(), move |file| {
        if let Some(asked) = file.clone() {
            spawn_local(async move {
                let rules = load::rules(&asked).await;
                ui.dispatch(Action::RulesLoaded { asked, catalogue: None, rules });
            });
        }
    });
}

/// The later part of the program, once the page can be answered.
#[hook]
fn use_later(state: &State, ui: &Ui) {
    let ui = ui.clone();
    // With the rules, or it would delay them; with none, it is as good a moment.
    let wanted = state.later == Later::Awaited
        && (state.open == COMPARE || !matches!(state.rules, Rules::Awaited));
    use_effect_with(wanted, move |wanted| {
        if *wanted {
            spawn_local(async move {
                ui.dispatch(Action::LaterLoaded(later::fetch().await));
            });
        }
    });
}

/// The guide, after the rules: nobody waits for it to see the points.
#[hook]
fn use_guide(state: &State, ui: &Ui) {
    let wanted = state.assessed().filter(|assessed| assessed.guide.is_none());
    let wanted = wanted.filter(|_| !state.library.guide_failed);
    let wanted = wanted.zip(state.later.arrived());
    let (wanted, ui) = (wanted.map(|(one, arrived)| (one.scheme.clone(), arrived)), ui.clone());
    let of = wanted.as_ref().map(|(scheme, _)| EditionKey::of(scheme));
    use_effect_with(of, move |of| {
        if let (Some((scheme, arrived)), Some(of)) = (wanted, of.clone()) {
            spawn_local(async move {
                let guide = load::guide(&scheme, arrived).await.ok();
                ui.dispatch(Action::GuideLoaded(of, guide));
            });
        }
    });
}

/// The address, in the browser and, where somebody asked for that, in the device's memory.
#[hook]
fn use_address(state: &State, ui: &Ui) {
    let address = state.address();
    let entry = HistoryEntry {
        series: state.series,
        view: state.view(),
        half_typed: state.half_typed.clone(),
    };
    // A step back in a frame would be one of the page around it.
    let steps = !state.device.framed;
    // What is cleared is gone at once.
    let may_wait = state.just_answered;
    use_effect_with((address.clone(), entry, steps), move |(address, entry, steps)| {
        let (address, entry, steps) = (address.clone(), entry.clone(), *steps);
        let (may_wait, before) = (may_wait && entry.is_of_this_view(), hash());
        // What somebody else wrote there meanwhile is not followed yet, and stays. Before there is a catalogue, nothing is
        // open that the history could name.
        let write = move || {
            if !entry.view.is_empty() && hash() == before {
                history::write(&entry, &address, steps);
            }
        };
        let pending = if may_wait {
            Some(soon(PAINTED, "pagehide", write))
        } else {
            write();
            None
        };
        move || drop(pending)
    });
    let ui = ui.clone();
    use_effect_with((state.sharing.persistence, address), move |(persistence, address)| {
        if *persistence == Persistence::On {
            persistence::follow(address, &ui);
        }
    });
}

/// A new address, what another tab erased, and a sheet of paper.
#[hook]
fn use_window(ui: &Ui) {
    let ui = ui.clone();
    use_effect_with((), move |()| {
        let (follow, erase, print) = (ui.clone(), ui.clone(), ui);
        let listeners = [
            WindowListener::new("hashchange", move || {
                let (link, problems) = Link::read(&hash());
                follow.dispatch(match HistoryEntry::here() {
                    Some(HistoryEntry { series, .. }) => Action::Return { link, problems, series },
                    None => Action::Follow(link, problems),
                });
            }),
            WindowListener::new("storage", move || {
                if storage::remembered().is_none() {
                    erase.dispatch(Action::Remember(Persistence::Off, None));
                }
            }),
            WindowListener::new("beforeprint", move || print.dispatch(Action::Print)),
        ];
        let presses = press::listen();
        move || drop((listeners, presses))
    });
}
