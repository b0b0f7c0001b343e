//! What rule files may say and still be wrong.

mod form;
mod formula;
mod guide;
mod parts;
mod score;

use jiff::civil::Date;

pub(super) use form::questions;
pub(super) use guide::guide;

use super::Fault;
use super::read::{SchemeSource, SharedQuestions};
use super::source_file::KeyPath;
use formula::FormulaLint;
use jifen::scheme::{Group, RESERVED, Scheme};

/// Lints a scheme.
pub(super) fn scheme(read: &SchemeSource, shared: &SharedQuestions, faults: &mut Vec<Fault>) {
    parts::check(read, faults);
    form::check(read, shared, faults);
    let mut lint = SchemeLint { read, scheme: &read.scheme, faults };
    lint.name();
    lint.documents();
    lint.edition();
    lint.line();
    lint.formulas(shared);
    lint.together();
}

/// What holds of a scheme as a whole.
struct SchemeLint<'a> {
    read: &'a SchemeSource,
    scheme: &'a Scheme,
    faults: &'a mut Vec<Fault>,
}

impl SchemeLint<'_> {
    fn refuse(&mut self, place: &KeyPath, what: String, why: &str, help: &str) {
        self.faults.push(self.read.source.fault(place, what, why, help));
    }

    /// The name of the folder is the scheme's id, which names a file of the site and stands in links.
    fn name(&mut self) {
        let id = &self.scheme.id;
        let plain = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if !plain || RESERVED.contains(&id.as_str()) {
            self.refuse(
                &KeyPath::root().key("name"),
                format!("no scheme can be called `{id}`"),
                "the folder's name stands in links and names the file of the site that holds the scheme",
                "rename the folder: lower-case letters, digits and hyphens, and neither `all` nor `catalogue`",
            );
        }
    }

    fn documents(&mut self) {
        for (position, document) in self.scheme.documents.iter().enumerate() {
            let place = self.read.places.of("document", position);
            self.dates_in_order(&place, document.from, document.to);
            if let Some(url) = &document.url
                && !is_official(url)
            {
                self.refuse(
                    &place.key("url"),
                    format!("`{url}` is not an address of a government host"),
                    "a copy can say anything; only the office itself is linked",
                    "link the official page, or leave the address out",
                );
            }
        }
    }

    fn edition(&mut self) {
        let edition = &self.scheme.edition;
        let place = KeyPath::root().key("edition");
        self.dates_in_order(&place, Some(edition.from), edition.to);
        let document = edition.cite.document.position().map(|one| &self.scheme.documents[one]);
        let Some(document) = document else { return };
        let begins_before = document.from.is_some_and(|from| edition.from < from);
        let ends_after = document.to.is_some_and(|to| edition.to.is_none_or(|end| end > to));
        if begins_before || ends_after {
            self.refuse(
                &place,
                format!("the edition reaches beyond the dates of its document `{}`", document.id),
                "rules hold no longer than the document that sets them",
                "correct the dates of the edition or of the document",
            );
        }
    }

    fn dates_in_order(&mut self, place: &KeyPath, from: Option<Date>, to: Option<Date>) {
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            self.refuse(
                &place.key("to"),
                format!("the end {to} comes before the start {from}"),
                "nothing would ever be in force",
                "correct the dates",
            );
        }
    }

    fn line(&mut self) {
        if self.scheme.line.threshold.is_none() && self.scheme.line.ranking.is_none() {
            self.refuse(
                &KeyPath::root().key("line"),
                "the line has neither a threshold nor a ranking".to_owned(),
                "a total needs something to be held against",
                "give one of them",
            );
        }
    }

    /// Every formula and every test of the scheme.
    fn formulas(&mut self, shared: &SharedQuestions) {
        let SchemeLint { read, scheme, .. } = *self;
        for question in &scheme.questions {
            let (source, place) = read.question_place(shared, &question.id);
            let mut lint = FormulaLint { scheme, source, faults: self.faults };
            if let Some(when) = &question.when {
                lint.test(&place.key("when"), when);
            }
        }
        let mut lint = FormulaLint { scheme, source: &read.source, faults: self.faults };
        for (position, condition) in scheme.conditions.iter().enumerate() {
            let place = read.places.of("condition", position);
            lint.test(&place.key("needs"), &condition.needs);
            if let Some(applies) = &condition.applies {
                lint.test(&place.key("applies"), applies);
            }
        }
        for (position, notice) in scheme.notices.iter().enumerate() {
            if let Some(when) = &notice.when {
                lint.test(&read.places.of("notice", position).key("when"), when);
            }
        }
        for (position, indicator) in scheme.indicators.iter().enumerate() {
            let place = read.places.of("indicator", position).key("score");
            let deduction = indicator.group == Group::Deduction;
            let mut lint = score::ScoreLint { formula: &mut lint, cap: indicator.cap, deduction };
            lint.score(&place, &indicator.score);
        }
    }

    fn together(&mut self) {
        let mut bound: Vec<usize> = Vec::new();
        for (position, together) in self.scheme.combinations.iter().enumerate() {
            let members: Vec<usize> = together.members().collect();
            if members.len() < 2 || members.iter().any(|member| bound.contains(member)) {
                self.refuse(
                    &self.read.places.of("together", position),
                    format!(
                        "`{}` binds fewer than two indicators, or one that is bound already",
                        together.id
                    ),
                    "an indicator counts once",
                    "name each indicator in one such rule, with at least one other",
                );
            }
            bound.extend(members);
        }
    }
}

fn is_official(url: &str) -> bool {
    let host = url.split_once("://").map(|(_, rest)| rest.split('/').next().unwrap_or(rest));
    host.is_some_and(|host| host.ends_with(".gov.cn"))
}
