//! The cities, as tabs: one stop of the Tab key, arrows, Home and End between them.

use jifen::link::COMPARE;
use jifen::scheme::{Catalogue, Entry};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use crate::elements::markup::{EventKind, Markup};
use crate::state::{Action, State};
use crate::widgets::ui::{Ui, focus_on};

/// The tabs, one for each city of the catalogue, and one in which the cities are compared.
pub(crate) fn tabs(markup: &mut Markup, state: &State, ui: &Ui) {
    let Some(catalogue) = &state.catalogue else { return };
    let mut tabs = cities(catalogue, ui);
    tabs.push([COMPARE, COMPARE, ui.messages().compare]);
    let here = city_of(catalogue, &state.open);
    markup.element("div", "tabs", |markup| {
        markup.static_attr("role", "tablist");
        markup.static_attr("aria-label", ui.messages().cities);
        markup.on(EventKind::KeyDown, moves(&tabs, here, ui));
        for [scheme, city, name] in tabs {
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

/// From one tab to another with the keyboard.
fn moves(tabs: &[[&str; 3]], here: Option<&str>, ui: &Ui) -> impl Fn(yew::Event) + 'static {
    let ui = ui.clone();
    let now = tabs.iter().position(|[_, city, _]| Some(*city) == here).unwrap_or_default();
    let ids = tabs.iter().map(|[scheme, city, _]| ((*scheme).to_owned(), tab_id(city)));
    let ids: Vec<(String, String)> = ids.collect();
    move |event: yew::Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else { return };
        let last = ids.len() - 1;
        let next = match key.as_str() {
            "ArrowRight" if now == last => 0,
            "ArrowRight" => now + 1,
            "ArrowLeft" => now.checked_sub(1).unwrap_or(last),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        let (scheme, tab) = &ids[next];
        ui.act(Action::Open(scheme.clone()));
        focus_on(tab);
    }
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
                    let open = ui.acts(Action::Open(entry.id.clone()));
                    let name = entry.name.read(ui.language);
                    crate::views::form::chip(
                        markup,
                        "radio",
                        name,
                        entry.id == state.open,
                        open,
                        |markup| {
                            markup.static_attr("name", "scheme");
                            markup.attr("value", &entry.id);
                        },
                    );
                }
            });
        });
    });
}

/// The element id of the open city's tab.
pub(crate) fn open_tab(state: &State) -> Option<String> {
    city_of(state.catalogue.as_ref()?, &state.open).map(tab_id)
}

fn tab_id(city: &str) -> String {
    ["tab-", city].concat()
}

fn city_of<'a>(catalogue: &'a Catalogue, scheme: &str) -> Option<&'a str> {
    if scheme == COMPARE {
        return Some(COMPARE);
    }
    let entry = catalogue.entries.iter().find(|entry| entry.id == scheme);
    entry.map(|entry| entry.city.id.as_str())
}

/// The first scheme of each city, with the city's id and name.
fn cities<'a>(catalogue: &'a Catalogue, ui: &Ui) -> Vec<[&'a str; 3]> {
    let mut cities: Vec<[&str; 3]> = Vec::new();
    for entry in &catalogue.entries {
        if !cities.iter().any(|[_, city, _]| *city == entry.city.id) {
            cities.push([&entry.id, &entry.city.id, entry.city.name.read(ui.language)]);
        }
    }
    cities
}
