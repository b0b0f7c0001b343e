//! Guides: words, ids, references, addresses, days, and that no part is missing in silence.

use jiff::civil::Date;
use serde_json::Value as Json;

use super::formula::FormulaLint;
use super::is_official;
use super::parts::{identity, unbound, unbound_of, words};
use crate::Fault;
use crate::read::GuideSource;
use crate::source_file::KeyPath;
use jifen::scheme::{Decider, Guide, GuidePart, MonthDay, Scheme, Visit, Window};

/// Lints the guide of a scheme.
pub(crate) fn guide(read: &GuideSource, scheme: &Scheme, faults: &mut Vec<Fault>) {
    let json = serde_json::to_value(&read.guide).unwrap_or_default();
    words(&read.source, &KeyPath::root(), &json, faults);
    let mut lint = GuideLint { read, faults };
    lint.items(&json);
    lint.references();
    lint.channels();
    lint.windows();
    lint.terms();
    lint.parts();
    lint.tests(scheme);
}

struct GuideLint<'a> {
    read: &'a GuideSource,
    faults: &'a mut Vec<Fault>,
}

impl GuideLint<'_> {
    fn guide(&self) -> &Guide {
        &self.read.guide
    }

    fn refuse(&mut self, place: &KeyPath, what: String, why: &str, help: &str) {
        self.faults.push(self.read.source.fault(place, what, why, help));
    }

    /// Ids are plain and name one thing in the whole guide; every source has a date.
    fn items(&mut self, json: &Json) {
        let mut seen: Vec<String> = Vec::new();
        for (list, items) in json.as_object().into_iter().flatten() {
            for (index, item) in items.as_array().into_iter().flatten().enumerate() {
                let place = KeyPath::root().key(list).at(index);
                let causes = item.get("causes").and_then(Json::as_array).into_iter().flatten();
                let causes =
                    causes.enumerate().map(|(index, cause)| (place.key("causes").at(index), cause));
                for (place, item) in std::iter::once((place.clone(), item)).chain(causes) {
                    let Some(id) = item.get("id").and_then(Json::as_str) else { continue };
                    let again = seen.iter().any(|one| one == id);
                    identity(&self.read.source, &place, id, again, self.faults);
                    seen.push(id.to_owned());
                }
                let dated = item.get("basis").and_then(|basis| basis.get("dated"));
                if let Some(dated) = dated.and_then(Json::as_str)
                    && !is_dated(dated)
                {
                    self.refuse(
                        &place.key("basis").key("dated"),
                        format!("`{dated}` is no year, month or day"),
                        "a person must see how old a statement is",
                        "write 2025, 2025-10 or 2025-10-01",
                    );
                }
            }
        }
    }

    fn references(&mut self) {
        let guide = self.guide().clone();
        let root = KeyPath::root();
        for (index, family) in guide.families.iter().enumerate() {
            self.bound(&root.key("family").at(index).key("causes"), &family.causes);
        }
        self.bound(&root.key("paper"), &guide.materials);
        self.bound(&root.key("clash"), &guide.clashes);
        for (index, term) in guide.terms.iter().enumerate() {
            if term.after.position().is_none() {
                let place = KeyPath::root().key("term").at(index);
                let wanted = "question of this guide";
                self.faults.push(unbound(&self.read.source, &place, term.after.id(), wanted));
            }
        }
    }

    fn bound(&mut self, list: &KeyPath, items: &[impl Visit]) {
        for (index, item) in items.iter().enumerate() {
            for (id, wanted) in unbound_of(item) {
                let place = list.at(index);
                self.faults.push(unbound(&self.read.source, &place, &id, wanted));
            }
        }
    }

    fn channels(&mut self) {
        for (index, channel) in self.guide().channels.clone().iter().enumerate() {
            let place = KeyPath::root().key("channel").at(index);
            if let Some(url) = channel.url.as_ref().filter(|url| !is_official(url)) {
                self.refuse(
                    &place.key("url"),
                    format!("`{url}` is not an address of a government host"),
                    "a copy can say anything; only the office itself is linked",
                    "give the official address, or leave it out",
                );
            }
            let digit = |byte: u8| byte.is_ascii_digit() || byte == b'-';
            if let Some(phone) = channel.phone.as_ref().filter(|one| !one.bytes().all(digit)) {
                self.refuse(
                    &place.key("phone"),
                    format!("`{phone}` is not a telephone number"),
                    "a phone dials it as it stands",
                    "write digits and hyphens only",
                );
            }
        }
    }

    fn windows(&mut self) {
        for (index, round) in self.guide().rounds.clone().iter().enumerate() {
            let place = KeyPath::root().key("round").at(index).key("windows");
            for (index, window) in round.windows.iter().enumerate() {
                if !is_window(window) {
                    self.refuse(
                        &place.at(index),
                        "these days are none, do not exist, or end before they start".to_owned(),
                        "a calendar could not show them",
                        "give a first or a last day, both of one year",
                    );
                }
            }
        }
    }

    fn terms(&mut self) {
        for (index, term) in self.guide().terms.clone().iter().enumerate() {
            let back = |offset: &jifen::scheme::Offset| offset.working_days < 0;
            if back(&term.from) || term.to.as_ref().is_some_and(back) {
                self.refuse(
                    &KeyPath::root().key("term").at(index),
                    format!("`{}` counts working days backwards", term.id),
                    "no rule does, and the page cannot",
                    "count calendar days backwards, or working days forwards",
                );
            }
        }
    }

    fn parts(&mut self) {
        for part in GuidePart::ALL {
            let said = self.guide().unknown.iter().any(|unknown| unknown.part == part);
            if !self.guide().has(part) && !said {
                self.refuse(
                    &KeyPath::root(),
                    format!("the guide says nothing of {part:?}"),
                    "a person who looks for it must learn that it is not known",
                    "write it, or say in [[unknown]] why it is not there",
                );
            }
        }
    }

    fn tests(&mut self, scheme: &Scheme) {
        let GuideLint { read, faults } = self;
        let mut lint = FormulaLint { scheme, source: &read.source, faults };
        let at = |list: &str, index: usize| KeyPath::root().key(list).at(index);
        for (index, family) in read.guide.families.iter().enumerate() {
            for (number, cause) in family.causes.iter().enumerate() {
                if let Some(Decider::Test(test)) = &cause.decided_by {
                    let place = at("family", index).key("causes").at(number);
                    lint.test(&place.key("decided-by").key("test"), test);
                }
            }
        }
        for (index, paper) in read.guide.materials.iter().enumerate() {
            if let Some(when) = &paper.when {
                lint.test(&at("paper", index).key("when"), when);
            }
        }
        for (index, clash) in read.guide.clashes.iter().enumerate() {
            lint.test(&at("clash", index).key("when"), &clash.when);
        }
    }
}

/// A year, a month or a day.
fn is_dated(text: &str) -> bool {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    whole.len() == 10 && whole.parse::<Date>().is_ok()
}

/// Days that exist, in order.
fn is_window(window: &Window) -> bool {
    let year = window.year.unwrap_or(2024);
    let day = |one: MonthDay| Date::new(year, one.month, one.day).ok();
    match (window.from, window.to) {
        (None, None) => false,
        (Some(from), Some(to)) => {
            day(from).is_some_and(|from| day(to).is_some_and(|to| from <= to))
        }
        (Some(one), None) | (None, Some(one)) => day(one).is_some(),
    }
}
