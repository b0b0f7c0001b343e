//! Where the person is, what they set aside, and what they want the points for.

use jifen::scheme::Purpose;

use crate::state::focus::FocusTarget;
use crate::state::model::State;

impl State {
    /// Notes the question that the person is at, by its position. Answering it takes it up again.
    pub(in crate::state) fn be_at(&mut self, position: usize) {
        let question = self.assessed().and_then(|assessed| assessed.scheme.questions.get(position));
        let Some(id) = question.map(|question| question.id.clone()) else { return };
        self.leading.set_aside.retain(|aside| *aside != id);
        self.leading.at = Some(id);
        self.leading.away = false;
    }

    /// Sets a question aside, or takes it up again. An answer that was given goes: both cannot hold.
    pub(in crate::state) fn set_aside(&mut self, position: usize, aside: bool) {
        self.be_at(position);
        let Some(id) = self.leading.at.clone().filter(|_| aside) else { return };
        let answered = self.assessed().is_some_and(|assessed| assessed.answer(position).is_some());
        if answered {
            self.generation += 1;
            self.answer([(position, None)]);
        }
        self.leading.set_aside.push(id);
    }

    /// Leads the person to the result.
    pub(in crate::state) fn go_to_result(&mut self) {
        self.leading.away = self.leading.at.is_some();
        self.focus_on(FocusTarget::place("result"));
    }

    /// Says what the person wants the points for, and opens a city that serves it.
    pub(in crate::state) fn set_purpose(&mut self, purpose: Option<Purpose>) {
        self.leading.purpose = purpose;
        let Some(catalogue) = &self.catalogue else { return };
        let concerns = |id: &str| {
            let entry = catalogue.entries.iter().find(|entry| entry.id == id);
            entry.is_none_or(|entry| self.leading.concerns(&entry.purposes))
        };
        if concerns(&self.open) {
            return;
        }
        // The same city by another of its schemes, or else the first city that serves it.
        let city = catalogue.entries.iter().find(|entry| entry.id == self.open);
        let city = city.map(|entry| entry.city.id.clone());
        let served = || catalogue.entries.iter().filter(|entry| concerns(&entry.id));
        let here = served().find(|entry| Some(&entry.city.id) == city.as_ref());
        if let Some(id) = here.or_else(|| served().next()).map(|entry| entry.id.clone()) {
            self.choose(id);
        }
    }
}
