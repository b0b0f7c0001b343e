//! The cities, as tabs: one stop of the Tab key, arrows, Home and End between them.

use jifen::scheme::{Catalogue, Entry};
use web_sys::HtmlElement;
use yew::prelude::*;

use super::state::{Action, State};
use super::ui::Ui;

/// The tabs, one for each city of the catalogue.
pub(crate) fn tabs(state: &State, ui: &Ui) -> Html {
    let Some(catalogue) = &state.catalogue else { return Html::default() };
    let cities = cities(catalogue);
    let here = city_of(catalogue, &state.open);
    let schemes: Vec<String> = cities.iter().map(|entry| entry.id.clone()).collect();
    let onkeydown = {
        let ui = ui.clone();
        let ids: Vec<String> = cities.iter().map(|entry| tab_id(&entry.city.id)).collect();
        let now = cities.iter().position(|entry| Some(&entry.city.id) == here.as_ref());
        Callback::from(move |event: KeyboardEvent| {
            let (last, now) = (ids.len() - 1, now.unwrap_or_default());
            let next = match event.key().as_str() {
                "ArrowRight" => {
                    if now == last {
                        0
                    } else {
                        now + 1
                    }
                }
                "ArrowLeft" => now.checked_sub(1).unwrap_or(last),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            ui.act(Action::Open(schemes[next].clone()));
            let tab = event.target_dyn_into::<HtmlElement>().and_then(|tab| tab.owner_document());
            if let Some(tab) = tab.and_then(|document| document.get_element_by_id(&ids[next])) {
                super::ui::focus(Some(tab));
            }
        })
    };
    let tabs = cities.iter().map(|entry| {
        let selected = Some(&entry.city.id) == here.as_ref();
        let scheme = entry.id.clone();
        html! {
            <button type="button" role="tab" key={entry.city.id.clone()} id={tab_id(&entry.city.id)}
                data-city={entry.city.id.clone()} aria-selected={selected.to_string()} aria-controls="panel"
                tabindex={if selected { "0" } else { "-1" }}
                onclick={ui.on(move |_: MouseEvent| Action::Open(scheme.clone()))}>
                { entry.city.name.read(ui.language) }
            </button>
        }
    });
    html! {
        <div class="tabs" role="tablist" aria-label={ui.words().cities} {onkeydown}>{ for tabs }</div>
    }
}

/// The schemes of the open city, where it has several.
pub(crate) fn schemes(state: &State, ui: &Ui) -> Html {
    let Some(catalogue) = &state.catalogue else { return Html::default() };
    let here = city_of(catalogue, &state.open);
    let list = catalogue.entries.iter().filter(|entry| Some(&entry.city.id) == here.as_ref());
    let list: Vec<&Entry> = list.collect();
    if list.len() < 2 {
        return Html::default();
    }
    let chips = list.iter().map(|entry| {
        let id = entry.id.clone();
        html! {
            <label class="chip" key={entry.id.clone()}>
                <input type="radio" name="scheme" value={entry.id.clone()} checked={entry.id == state.open}
                    onchange={ui.on(move |_: Event| Action::Open(id.clone()))} />
                <span>{ entry.name.read(ui.language) }</span>
            </label>
        }
    });
    html! {
        <fieldset class="schemes">
            <legend class="unseen">{ ui.words().schemes }</legend>
            <div class="chips">{ for chips }</div>
        </fieldset>
    }
}

/// The element id of the open city's tab.
pub(crate) fn open_tab(state: &State) -> Option<String> {
    city_of(state.catalogue.as_ref()?, &state.open).map(|city| tab_id(&city))
}

fn tab_id(city: &str) -> String {
    format!("tab-{city}")
}

fn city_of(catalogue: &Catalogue, scheme: &str) -> Option<String> {
    let entry = catalogue.entries.iter().find(|entry| entry.id == scheme);
    entry.map(|entry| entry.city.id.clone())
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
