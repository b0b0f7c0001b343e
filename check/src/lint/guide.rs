//! Guides: words, ids, references, addresses, days, and that no part is missing in silence.

use jiff::civil::Date;
use serde_json::Value as Json;

use super::formula::FormulaLint;
use super::is_official;
use super::parts::{identity, is_dated, report_unbound, unbound, unbound_of, words};
use crate::Fault;
use crate::findings::Findings;
use crate::key_path::KeyPath;
use crate::read::{GuideSource, SchemeSource};
use crate::wording::file_word;
use jifen::scheme::{Decider, Guide, GuidePart, MonthDay, Offset, Visit, Window};

/// Lints the guide of a scheme, and returns whether every reference names something.
pub(crate) fn guide(read: &GuideSource, scheme: &SchemeSource, faults: &mut Vec<Fault>) -> bool {
    let json = serde_json::to_value(&read.guide);
    let lists = json.as_ref().ok().cloned();
    words(&read.source, &KeyPath::root(), json, faults);
    let findings = Findings { source: &read.source, faults };
    let mut lint = GuideLint { guide: &read.guide, scheme, findings };
    // A guide that cannot be written has its fault already.
    lint.items(&lists.unwrap_or_default());
    let all_bound = lint.references();
    lint.words();
    lint.channels();
    lint.windows();
    lint.terms();
    lint.parts();
    lint.tests();
    lint.examples();
    all_bound
}

struct GuideLint<'a> {
    guide: &'a Guide,
    scheme: &'a SchemeSource,
    findings: Findings<'a>,
}

impl GuideLint<'_> {
    /// Lints ids, which are plain and name one thing in the whole guide, and the dates of sources.
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
                    let again = seen.iter().any(|earlier| earlier == id);
                    let Findings { source, faults } = &mut self.findings;
                    identity(source, &place, id, again, faults);
                    seen.push(id.to_owned());
                }
                let dated = item.get("basis").and_then(|basis| basis.get("dated"));
                if let Some(dated) = dated.and_then(Json::as_str)
                    && !is_dated(dated)
                {
                    self.findings.refuse(
                        &place.key("basis").key("dated"),
                        format!("`{dated}` is no year, month or day"),
                        "a person must see how old a statement is",
                        "write 2025, 2025-10 or 2025-10-01",
                    );
                }
            }
        }
    }

    /// Lints references, and returns whether each names something.
    fn references(&mut self) -> bool {
        let guide = self.guide;
        let root = KeyPath::root();
        let mut all_bound = true;
        for (index, family) in guide.families.iter().enumerate() {
            let causes = root.key("family").at(index).key("causes");
            all_bound &= self.bound(&causes, &family.causes);
        }
        all_bound &= self.bound(&root.key("paper"), &guide.materials);
        all_bound &= self.bound(&root.key("clash"), &guide.clashes);
        for (index, term) in guide.terms.iter().enumerate() {
            if term.after.position().is_none() {
                let place = root.key("term").at(index);
                let Findings { source, faults } = &mut self.findings;
                faults.push(unbound(source, &place, term.after.id(), "question of this guide"));
            }
        }
        all_bound
    }

    fn bound(&mut self, list: &KeyPath, items: &[impl Visit]) -> bool {
        let mut all_bound = true;
        for (index, item) in items.iter().enumerate() {
            let references = unbound_of(item);
            all_bound &= references.is_empty();
            let Findings { source, faults } = &mut self.findings;
            report_unbound(source, &list.at(index), references, &self.scheme.unreadable, faults);
        }
        all_bound
    }

    /// Lints the other words for what an office shows: each has to lead somewhere that its name does not.
    fn words(&mut self) {
        let Guide { statuses, families, .. } = self.guide;
        let statuses = statuses.iter().map(|one| (&one.name, &one.also));
        let families = families.iter().map(|one| (&one.name, &one.also));
        let lists = [("status", statuses.collect::<Vec<_>>()), ("family", families.collect())];
        for (list, items) in lists {
            for (index, (name, also)) in items.into_iter().enumerate() {
                let said = |word: &String| {
                    word.trim().is_empty() || name.zh.contains(word) || name.en.contains(word)
                };
                if let Some(word) = also.iter().find(|word| said(word)) {
                    self.findings.refuse(
                        &KeyPath::root().key(list).at(index).key("also"),
                        format!("`{word}` leads to nothing that the name does not"),
                        "the name itself is searched already",
                        "give other words that people see or say, or none",
                    );
                }
            }
        }
    }

    fn channels(&mut self) {
        for (index, channel) in self.guide.channels.iter().enumerate() {
            let place = KeyPath::root().key("channel").at(index);
            if let Some(url) = channel.url.as_ref().filter(|url| !is_official(url)) {
                self.findings.refuse(
                    &place.key("url"),
                    format!("`{url}` is not an address of a government host"),
                    "a copy can say anything; only the office itself is linked",
                    "give the official address, or leave it out",
                );
            }
            let digit = |byte: u8| byte.is_ascii_digit() || byte == b'-';
            if let Some(phone) = channel.phone.as_ref().filter(|phone| !phone.bytes().all(digit)) {
                self.findings.refuse(
                    &place.key("phone"),
                    format!("`{phone}` is not a telephone number"),
                    "a phone dials it as it stands",
                    "write digits and hyphens only",
                );
            }
        }
    }

    fn windows(&mut self) {
        for (index, round) in self.guide.rounds.iter().enumerate() {
            let place = KeyPath::root().key("round").at(index).key("windows");
            for (index, window) in round.windows.iter().enumerate() {
                if !is_window(window) {
                    self.findings.refuse(
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
        for (index, term) in self.guide.terms.iter().enumerate() {
            let back = |offset: &Offset| offset.working_days < 0;
            if back(&term.from) || term.to.as_ref().is_some_and(back) {
                self.findings.refuse(
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
            let said = self.guide.unknown.iter().any(|unknown| unknown.part == part);
            if !self.guide.has(part) && !said {
                self.findings.refuse(
                    &KeyPath::root(),
                    format!("the guide says nothing of `{}`", file_word(&part)),
                    "a person who looks for it must learn that it is not known",
                    "write it, or say in [[unknown]] why it is not there",
                );
            }
        }
    }

    fn examples(&mut self) {
        if !self.guide.examples.is_empty() {
            self.findings.refuse(
                &KeyPath::root().key("example").at(0),
                "an example stands in the guide".to_owned(),
                "nobody would run it against the rules",
                "write it as a case, with `example = { id = …, name = … }`",
            );
        }
    }

    fn tests(&mut self) {
        let GuideLint { guide, scheme, findings } = self;
        let findings = Findings { source: findings.source, faults: findings.faults };
        let mut lint = FormulaLint { scheme: &scheme.scheme, findings };
        let at = |list: &str, index: usize| KeyPath::root().key(list).at(index);
        for (index, family) in guide.families.iter().enumerate() {
            for (number, cause) in family.causes.iter().enumerate() {
                if let Some(Decider::Test(test)) = &cause.decided_by {
                    let place = at("family", index).key("causes").at(number);
                    lint.test(&place.key("decided-by").key("test"), test);
                }
            }
        }
        for (index, paper) in guide.materials.iter().enumerate() {
            if let Some(when) = &paper.when {
                lint.test(&at("paper", index).key("when"), when);
            }
        }
        for (index, clash) in guide.clashes.iter().enumerate() {
            let place = at("clash", index);
            if let Some(when) = &clash.when {
                lint.test(&place.key("when"), when);
            }
            if clash.when.is_none() && clash.months.is_none() {
                lint.findings.refuse(
                    &place,
                    format!("nothing says when `{}` is there", clash.id),
                    "a clash is found by a test or by months",
                    "add `when`, or the `months` of histories in which answers clash",
                );
            }
            let histories = clash.months.iter().flat_map(|months| months.histories());
            for history in histories {
                let asked = &scheme.scheme.questions[history];
                if asked.kind.period_kinds().is_empty() {
                    lint.findings.refuse(
                        &place.key("months"),
                        format!("`{}` takes no periods", asked.id),
                        "only periods have months",
                        "name a question whose kind is `periods`",
                    );
                }
            }
        }
    }
}

/// Whether the days exist, in order.
fn is_window(window: &Window) -> bool {
    let year = window.year.unwrap_or(2024);
    // No such day is what is asked.
    let day = |at: MonthDay| Date::new(year, at.month, at.day).ok();
    match (window.from, window.to) {
        (None, None) => false,
        (Some(from), Some(to)) => {
            day(from).is_some_and(|from| day(to).is_some_and(|to| from <= to))
        }
        (Some(only), None) | (None, Some(only)) => day(only).is_some(),
    }
}
