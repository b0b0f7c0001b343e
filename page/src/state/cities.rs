//! The cities of the catalogue, each with a tab; the last tab compares them.

use jifen::link::COMPARE;
use jifen::scheme::{Catalogue, Entry};

use crate::elements::ids::tab_id;
use crate::state::focus::FocusTarget;
use crate::state::leading::Leading;
use crate::state::model::State;

/// From one tab to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TabStep {
    Next,
    Previous,
    First,
    Last,
}

/// Returns the first scheme of each city, among those that serve what the person wants.
pub(crate) fn cities<'a>(catalogue: &'a Catalogue, leading: &Leading) -> Vec<&'a Entry> {
    let mut cities: Vec<&Entry> = Vec::new();
    for entry in catalogue.entries.iter().filter(|entry| leading.concerns(&entry.purposes)) {
        if !cities.iter().any(|city| city.city.id == entry.city.id) {
            cities.push(entry);
        }
    }
    cities
}

/// Returns the id of the city that a scheme belongs to; the comparison stands for itself.
pub(crate) fn city_of<'a>(catalogue: &'a Catalogue, scheme: &str) -> Option<&'a str> {
    if scheme == COMPARE {
        return Some(COMPARE);
    }
    let entry = catalogue.entries.iter().find(|entry| entry.id == scheme);
    entry.map(|entry| entry.city.id.as_str())
}

impl State {
    /// Opens another tab, and takes the keyboard along.
    pub(super) fn step_tab(&mut self, step: TabStep) {
        let Some(catalogue) = self.catalogue.clone() else { return };
        let cities = cities(&catalogue, &self.leading);
        let here = city_of(&catalogue, &self.open);
        // The tab that compares them stands after all cities.
        let last = cities.len();
        let now = match here {
            Some(COMPARE) => last,
            _ => cities.iter().position(|entry| Some(entry.city.id.as_str()) == here).unwrap_or(0),
        };
        let next = match step {
            TabStep::Next if now == last => 0,
            TabStep::Next => now + 1,
            TabStep::Previous => now.checked_sub(1).unwrap_or(last),
            TabStep::First => 0,
            TabStep::Last => last,
        };
        let (scheme, city) = match cities.get(next) {
            Some(entry) => (entry.id.as_str(), entry.city.id.as_str()),
            None => (COMPARE, COMPARE),
        };
        self.choose(scheme.to_owned());
        self.focus_on(FocusTarget::Element(tab_id(city)));
    }
}
