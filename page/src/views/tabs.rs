//! The cities, as tabs: one stop of the Tab key, arrows, Home and End between them.

use jifen::link::COMPARE;
use jifen::scheme::Entry;

use crate::device::event;
use crate::elements::ids::tab_id;
use crate::elements::markup::{EventKind, Markup};
use crate::state::cities::{TabStep, cities, city_of};
use crate::state::{Action, State};
use crate::widgets::button::chip;
use crate::widgets::ui::Ui;

/// The tabs, one for each city of the catalogue, and one in which the cities are compared.
pub(crate) fn tabs(markup: &mut Markup, state: &State, ui: &Ui) {
    let Some(catalogue) = &state.catalogue else { return };
    let tabs = cities(catalogue).into_iter().map(|entry| {
        [entry.id.as_str(), entry.city.id.as_str(), entry.city.name.read(ui.language)]
    });
    let compare = [COMPARE, COMPARE, ui.messages().compare];
    let here = city_of(catalogue, &state.open);
    markup.element("div", "tabs", |markup| {
        markup.static_attr("role", "tablist");
        markup.static_attr("aria-label", ui.messages().cities);
        // The key says which step it is.
        markup.on(EventKind::KeyDown, ui.callback_with(Action::StepTab(TabStep::Next), step));
        for [scheme, city, name] in tabs.chain([compare]) {
            let selected = Some(city) == here;
            let open = Action::Open(scheme.to_owned());
            ui.button(markup, "", name, open, |markup| {
                markup.key(city);
                markup.attr("id", &tab_id(city));
                markup.attr("data-city", city);
                markup.static_attr("role", "tab");
                markup.static_attr("aria-selected", if selected { "true" } else { "false" });
                markup.static_attr("aria-controls", "panel");
                markup.static_attr("tabindex", if selected { "0" } else { "-1" });
            });
        }
    });
}

/// The step that a key leads to.
fn step(_: Action, event: &yew::Event) -> Option<Action> {
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

/// The schemes of the open city, where it has several.
pub(crate) fn schemes(markup: &mut Markup, state: &State, ui: &Ui) {
    let Some(catalogue) = &state.catalogue else { return };
    let here = city_of(catalogue, &state.open);
    let list = catalogue.entries.iter().filter(|entry| Some(entry.city.id.as_str()) == here);
    let list: Vec<&Entry> = list.collect();
    markup.when(list.len() > 1, |markup| {
        markup.element("fieldset", "schemes", |markup| {
            markup.text_element("legend", "unseen", ui.messages().schemes);
            markup.element("div", "chips", |markup| {
                for entry in list {
                    let open = ui.callback(Action::Open(entry.id.clone()));
                    let name = entry.name.read(ui.language);
                    chip(markup, "radio", name, entry.id == state.open, open, |markup| {
                        markup.static_attr("name", "scheme");
                        markup.attr("value", &entry.id);
                    });
                }
            });
        });
    });
}

/// The element id of the open city's tab.
pub(crate) fn open_tab(state: &State) -> Option<String> {
    city_of(state.catalogue.as_ref()?, &state.open).map(tab_id)
}
