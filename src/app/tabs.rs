//! The cities, as tabs: one stop of the Tab key, arrows, Home and End between them.

use jifen::scheme::{Catalogue, Entry};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::sheet::{On, Sheet};
use super::state::{Action, State};
use super::ui::{Ui, focus_on};

/// The tabs, one for each city of the catalogue.
pub(crate) fn tabs(sheet: &mut Sheet, state: &State, ui: &Ui) {
    let Some(catalogue) = &state.catalogue else { return };
    let cities = cities(catalogue);
    let here = city_of(catalogue, &state.open);
    sheet.tag("div", "tabs", |sheet| {
        sheet.fixed("role", "tablist");
        sheet.fixed("aria-label", ui.words().cities);
        sheet.hears(On::KeyDown, moves(&cities, here, ui));
        for entry in &cities {
            let selected = Some(entry.city.id.as_str()) == here;
            let city = &entry.city;
            let open = Action::Open(entry.id.clone());
            let name = city.name.read(ui.language);
            ui.button(sheet, "", name, open, |sheet| {
                sheet.key(&city.id);
                sheet.set("id", &tab_id(&city.id));
                sheet.set("data-city", &city.id);
                sheet.fixed("role", "tab");
                sheet.fixed("aria-selected", if selected { "true" } else { "false" });
                sheet.fixed("aria-controls", "panel");
                sheet.fixed("tabindex", if selected { "0" } else { "-1" });
            });
        }
    });
}

/// From one tab to another with the keyboard.
fn moves(cities: &[&Entry], here: Option<&str>, ui: &Ui) -> impl Fn(yew::Event) + 'static {
    let ui = ui.clone();
    let now = cities.iter().position(|entry| Some(entry.city.id.as_str()) == here);
    let now = now.unwrap_or_default();
    let ids = cities.iter().map(|entry| (entry.id.clone(), tab_id(&entry.city.id)));
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
pub(crate) fn schemes(sheet: &mut Sheet, state: &State, ui: &Ui) {
    let Some(catalogue) = &state.catalogue else { return };
    let here = city_of(catalogue, &state.open);
    let list = catalogue.entries.iter().filter(|entry| Some(entry.city.id.as_str()) == here);
    let list: Vec<&Entry> = list.collect();
    sheet.when(list.len() > 1, |sheet| {
        sheet.tag("fieldset", "schemes", |sheet| {
            sheet.line("legend", "unseen", ui.words().schemes);
            sheet.tag("div", "chips", |sheet| {
                for entry in list {
                    let open = ui.acts(Action::Open(entry.id.clone()));
                    let name = entry.name.read(ui.language);
                    super::form::chip(
                        sheet,
                        "radio",
                        name,
                        entry.id == state.open,
                        open,
                        |sheet| {
                            sheet.fixed("name", "scheme");
                            sheet.set("value", &entry.id);
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
    let entry = catalogue.entries.iter().find(|entry| entry.id == scheme);
    entry.map(|entry| entry.city.id.as_str())
}

/// The first scheme of each city.
fn cities(catalogue: &Catalogue) -> Vec<&Entry> {
    let mut cities: Vec<&Entry> = Vec::new();
    for entry in &catalogue.entries {
        if !cities.iter().any(|one| one.city.id == entry.city.id) {
            cities.push(entry);
        }
    }
    cities
}
