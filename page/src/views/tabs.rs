//! The cities, as tabs: one stop of the Tab key, arrows, Home and End between them.

use jifen::link::COMPARE;
use jifen::scheme::Entry;
use yew::Event;

use crate::device::event;
use crate::elements::ids::{PANEL, tab_id};
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::cities::{TabStep, cities, city_of};
use crate::state::{Action, State};
use crate::widgets::chip::chip;
use crate::widgets::ui::Ui;

/// Writes the tabs, one for each city of the catalogue, and one in which the cities are compared.
pub(crate) fn tabs(markup: &mut Markup, state: &State, ui: &Ui) {
    let Some(catalogue) = &state.catalogue else { return };
    let tabs = cities(catalogue, &state.leading).into_iter().map(|entry| {
        [entry.id.as_str(), entry.city.id.as_str(), entry.city.name.read(ui.language)]
    });
    let compare = [COMPARE, COMPARE, ui.messages().compare];
    let here = city_of(catalogue, &state.open);
    // The key says which step it is.
    let step = ui.callback_with(Action::StepTab(TabStep::Next), step);
    write_html!(markup,
        div(class = "tabs", role = "tablist", aria-label = ui.messages().cities, onkeydown = step) {
            for [scheme, city, name] in tabs.chain([compare]) {
                let (selected, stop) = if Some(city) == here { ("true", "0") } else { ("false", "-1") };
                button(
                    type = "button", key = city, id = tab_id(city), data-city = city,
                    role = "tab", aria-selected = selected, aria-controls = PANEL, tabindex = stop,
                    onclick = ui.callback(Action::Open(scheme.to_owned()))
                ) { (name) }
            }
        }
    );
}

/// Returns the step that a key leads to.
fn step(_: Action, event: &Event) -> Option<Action> {
    let step = match event::key(event)?.as_str() {
        "ArrowRight" => TabStep::Next,
        "ArrowLeft" => TabStep::Previous,
        "Home" => TabStep::First,
        "End" => TabStep::Last,
        _ => return None,
    };
    event.prevent_default();
    Some(Action::StepTab(step))
}

/// Writes the schemes of the open city, where it has several.
pub(crate) fn schemes(markup: &mut Markup, state: &State, ui: &Ui) {
    let Some(catalogue) = &state.catalogue else { return };
    let here = city_of(catalogue, &state.open);
    let schemes = catalogue.entries.iter().filter(|entry| {
        Some(entry.city.id.as_str()) == here && state.leading.concerns(&entry.purposes)
    });
    let schemes: Vec<&Entry> = schemes.collect();
    write_html!(markup,
        if schemes.len() > 1 {
            fieldset(class = "schemes") {
                legend(class = "unseen") { (ui.messages().schemes) }
                div(class = "chips") {
                    for entry in schemes {
                        { scheme(markup, entry, entry.id == state.open, ui); }
                    }
                }
            }
        }
    );
}

fn scheme(markup: &mut Markup, entry: &Entry, open: bool, ui: &Ui) {
    let choose = ui.callback(Action::Open(entry.id.clone()));
    chip(markup, "radio", entry.name.read(ui.language), open, choose, |markup| {
        markup.static_attr("name", "scheme");
        markup.attr("value", &entry.id);
    });
}

/// Returns the element id of the open city's tab.
pub(crate) fn open_tab(state: &State) -> Option<String> {
    city_of(state.catalogue.as_ref()?, &state.open).map(tab_id)
}
