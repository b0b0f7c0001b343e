//! What rule files may say and still be wrong.

mod across;
mod editions;
mod evidence;
mod examples;
mod follows;
mod form;
mod formula;
mod glosses;
mod growth;
mod guide;
mod parameter;
mod parts;
mod planning;
mod round;
mod score;

use jiff::civil::Date;

pub(super) use across::across_schemes;
pub(super) use editions::beside_each_other;
pub(super) use evidence::sources;
pub(super) use examples::examples;
pub(super) use form::shared_questions;
pub(super) use glosses::{own_glosses, shared_glosses, unused_glosses};
pub(super) use guide::guide;

use super::Fault;
use super::findings::Findings;
use super::key_path::KeyPath;
use super::read::{SchemeSource, SharedQuestions};
use formula::FormulaLint;
use jifen::assess::Bounds;
use jifen::points::Points;
use jifen::scheme::{EditionKind, Group, RESERVED, Scheme, UpTo};
use parts::unbound_of;
use score::ScoreLint;

/// Lints a scheme, and returns whether it is whole: everything can be read, and every reference names something.
/// Cases of anything less would only say so again.
pub(super) fn scheme(
    read: &SchemeSource,
    shared: &SharedQuestions,
    faults: &mut Vec<Fault>,
) -> bool {
    let all_bound = parts::check(read, faults);
    let guards_bound = form::check(read, shared, all_bound, faults);
    let whole = all_bound && guards_bound && read.unreadable.is_empty();
    round::check(read, shared, whole, faults);
    growth::check(read, shared, faults);
    if whole {
        parameter::check(read, shared, faults);
        follows::check(read, shared, faults);
    }
    let findings = Findings { source: &read.source, faults };
    let mut lint = SchemeLint { read, scheme: &read.scheme, findings };
    lint.name();
    lint.purposes();
    lint.documents();
    lint.edition();
    editions::days(read, read.whole.is_none(), lint.findings.faults);
    lint.line();
    lint.left_out();
    if whole {
        lint.table_total();
    }
    lint.formulas(shared);
    lint.together();
    whole
}

/// The lint of a scheme as a whole.
struct SchemeLint<'a> {
    read: &'a SchemeSource,
    scheme: &'a Scheme,
    findings: Findings<'a>,
}

impl SchemeLint<'_> {
    /// Lints the folder's name, which is the scheme's id, which names a file of the site and stands in links.
    fn name(&mut self) {
        let id = &self.scheme.id;
        let plain = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if !plain || RESERVED.contains(&id.as_str()) {
            self.findings.refuse(
                &KeyPath::root().key("name"),
                format!("no scheme can be called `{id}`"),
                "the folder's name stands in links and names the file of the site that holds the scheme",
                "rename the folder: lower-case letters, digits and hyphens, and neither `all` nor `catalogue`",
            );
        }
    }

    fn purposes(&mut self) {
        let purposes = &self.scheme.purposes;
        if purposes.iter().enumerate().any(|(index, one)| purposes[..index].contains(one)) {
            self.findings.refuse(
                &KeyPath::root().key("purposes"),
                "a purpose stands twice".to_owned(),
                "people find the scheme by what they want the points for",
                "name each purpose once; leave the list empty where none was found",
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
                self.findings.refuse(
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
        self.dates_in_order(&place, edition.from, edition.to);
        let doubted = edition.doubt.as_ref().map(|doubt| doubt.since);
        let within = |day| {
            edition.from.is_none_or(|from| from <= day) && edition.to.is_none_or(|to| day <= to)
        };
        if doubted.is_some_and(|since| !within(since)) {
            self.findings.refuse(
                &place.key("doubt"),
                "the doubt begins on a day on which the edition is not in force".to_owned(),
                "what has not begun or has ended is in no doubt",
                "correct the day",
            );
        }
        let document = edition.cite.document.position();
        let document = document.map(|position| &self.scheme.documents[position]);
        let Some(document) = document else { return };
        let begins_before =
            document.from.zip(edition.from).is_some_and(|(from, begin)| begin < from);
        let adopted = edition.kind == EditionKind::Adopted;
        let beyond = |to| edition.to.map_or(adopted, |end| end > to);
        let ends_after = document.to.is_some_and(beyond);
        if begins_before || ends_after {
            self.findings.refuse(
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
            self.findings.refuse(
                &place.key("to"),
                format!("the end {to} comes before the start {from}"),
                "nothing would ever be in force",
                "correct the dates",
            );
        }
    }

    fn line(&mut self) {
        let line = &self.scheme.line;
        let place = KeyPath::root().key("line");
        if !self.scheme.scores() {
            let known = self.read.unreadable.is_empty();
            if known && (line.threshold.is_some() || line.ranking.is_some()) {
                self.findings.refuse(
                    &place,
                    "a line for points, and no indicator that gives any".to_owned(),
                    "nobody could ever reach it",
                    "add the indicators, or take threshold and ranking away: conditions alone decide then",
                );
            }
        } else if line.threshold.is_none() && line.ranking.is_none() {
            self.findings.refuse(
                &place,
                "the line has neither a threshold nor a ranking".to_owned(),
                "a total needs something to be held against",
                "give one of them",
            );
        }
    }

    fn left_out(&mut self) {
        for (position, left_out) in self.scheme.left_out.iter().enumerate() {
            let place = self.read.places.of("left-out", position);
            if matches!(left_out.up_to, UpTo::Points(points) if points < Points::ZERO) {
                self.findings.refuse(
                    &place.key("up-to"),
                    "fewer points than none".to_owned(),
                    "how much the part could bring or take is said without a sign",
                    "write the most it could be",
                );
            }
            if left_out.when.is_some() && left_out.up_to == UpTo::Points(Points::ZERO) {
                self.findings.refuse(
                    &place.key("when"),
                    "a test for a part that brings nothing".to_owned(),
                    "it decides nothing",
                    "delete the test, or say what the part could bring",
                );
            }
        }
    }

    /// Lints what the official table gives: never less than what of it is computed here.
    fn table_total(&mut self) {
        let Some(table) = &self.scheme.line.table_total else { return };
        let most = Bounds::of(self.scheme).total().high;
        if table.points < most {
            self.findings.refuse(
                &KeyPath::root().key("line").key("table-total").key("points"),
                format!("the table gives {} points, and {most} can be computed here", table.points),
                "a part cannot be more than the whole",
                "correct the total, or the indicator that gives too much",
            );
        }
    }

    /// Lints every formula and every test of the scheme.
    fn formulas(&mut self, shared: &SharedQuestions) {
        let SchemeLint { read, scheme, findings } = self;
        for question in &scheme.questions {
            let (source, place) = read.question_place(shared, &question.id);
            let findings = Findings { source, faults: findings.faults };
            let mut lint = FormulaLint { scheme, findings };
            if let Some(when) = &question.when {
                lint.test(&place.key("when"), when);
            }
        }
        let findings = Findings { source: findings.source, faults: findings.faults };
        let mut lint = FormulaLint { scheme, findings };
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
        for (position, left_out) in scheme.left_out.iter().enumerate() {
            if let Some(when) = &left_out.when {
                lint.test(&read.places.of("left-out", position).key("when"), when);
            }
        }
        for (position, indicator) in scheme.indicators.iter().enumerate() {
            // What a table can reach is not known while it names questions in vain.
            if !unbound_of(&indicator.score).is_empty() {
                continue;
            }
            let place = read.places.of("indicator", position).key("score");
            let deduction = indicator.group == Group::Deduction;
            let mut lint = ScoreLint { formula: &mut lint, cap: indicator.cap, deduction };
            lint.score(&place, &indicator.score);
        }
    }

    fn together(&mut self) {
        let mut bound: Vec<usize> = Vec::new();
        for (position, together) in self.scheme.combinations.iter().enumerate() {
            let members: Vec<usize> = together.members().collect();
            // Which indicators it binds is not known while it names one in vain.
            let known = members.len() == together.indicators.len();
            if known && (members.len() < 2 || members.iter().any(|member| bound.contains(member))) {
                self.findings.refuse(
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
