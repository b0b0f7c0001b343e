//! What a scheme file may say and still be wrong.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::Value as Json;

use super::Fault;
use super::lint_score::ScoreLint;
use super::read::{SchemeSheet, SharedQuestions};
use super::sheet::{Place, Sheet};
use crate::scheme::{Bind, Citation, Found, Grade, Group, Kind, Presumption, Question, Scheme};

/// Lints the shared questions: texts and forms; who uses them is known only when every scheme is read.
pub(super) fn questions(shared: &SharedQuestions, used: &[String], faults: &mut Vec<Fault>) {
    let SharedQuestions { sheet, questions } = shared;
    unique(
        sheet,
        "question",
        questions.iter().map(|(index, one)| (*index, one.id.as_str())),
        faults,
    );
    for (index, question) in questions {
        let place = Place::root().key("question").at(*index);
        texts(sheet, &place, question, faults);
        form(sheet, &place, question, faults);
        if !used.contains(&question.id) {
            faults.push(sheet.fault(
                &place,
                format!("no scheme uses the question `{}`", question.id),
                "a question that decides nothing only costs people time",
                "use it in a scheme, or delete it",
            ));
        }
    }
}

/// Lints a scheme.
pub(super) fn scheme(read: &SchemeSheet, shared: &SharedQuestions, faults: &mut Vec<Fault>) {
    let mut lint = SchemeLint { read, scheme: &read.scheme, sheet: &read.sheet, faults };
    lint.words();
    lint.ids();
    lint.references(shared);
    lint.form(shared);
    lint.documents();
    lint.edition();
    lint.citations();
    lint.rules();
}

struct SchemeLint<'a> {
    read: &'a SchemeSheet,
    scheme: &'a Scheme,
    sheet: &'a Sheet,
    faults: &'a mut Vec<Fault>,
}

impl SchemeLint<'_> {
    /// No text is empty in either language.
    fn words(&mut self) {
        let SchemeLint { read, scheme, sheet, .. } = *self;
        let head =
            [("city", &scheme.city.name), ("name", &scheme.name), ("purpose", &scheme.purpose)];
        for (key, text) in head {
            texts(sheet, &Place::root().key(key), text, self.faults);
        }
        texts(sheet, &Place::root().key("edition"), &scheme.edition, self.faults);
        texts(sheet, &Place::root().key("line"), &scheme.line, self.faults);
        macro_rules! lists {
            ($($list:literal => $items:expr),* $(,)?) => {
                $(for (position, item) in $items.iter().enumerate() {
                    texts(sheet, &read.places.of($list, position), item, self.faults);
                })*
            };
        }
        lists! {
            "document" => scheme.documents,
            "section" => scheme.sections,
            "condition" => scheme.conditions,
            "indicator" => scheme.indicators,
            "together" => scheme.together,
            "notice" => scheme.notices,
            "left-out" => scheme.left_out,
        }
    }

    /// Ids are unique in their list, and conditions and indicators share no id.
    fn ids(&mut self) {
        let SchemeLint { scheme, sheet, .. } = *self;
        fn ids<T>(items: &[T], id: impl Fn(&T) -> &str) -> impl Iterator<Item = (usize, &str)> {
            items.iter().map(id).enumerate().collect::<Vec<_>>().into_iter()
        }
        unique(sheet, "document", ids(&scheme.documents, |one| &one.id), self.faults);
        unique(sheet, "section", ids(&scheme.sections, |one| &one.id), self.faults);
        unique(sheet, "condition", ids(&scheme.conditions, |one| &one.id), self.faults);
        unique(sheet, "indicator", ids(&scheme.indicators, |one| &one.id), self.faults);
        unique(sheet, "together", ids(&scheme.together, |one| &one.id), self.faults);
        unique(sheet, "notice", ids(&scheme.notices, |one| &one.id), self.faults);
    }

    /// Every reference names something.
    fn references(&mut self, shared: &SharedQuestions) {
        let SchemeLint { read, scheme, sheet, .. } = *self;
        self.unbound(sheet, &Place::root().key("edition"), &scheme.edition.cite);
        self.unbound(sheet, &Place::root().key("line"), &scheme.line);
        for (position, condition) in scheme.conditions.iter().enumerate() {
            self.unbound(sheet, &read.places.of("condition", position), condition);
        }
        for (position, indicator) in scheme.indicators.iter().enumerate() {
            self.unbound(sheet, &read.places.of("indicator", position), indicator);
        }
        for (position, together) in scheme.together.iter().enumerate() {
            self.unbound(sheet, &read.places.of("together", position), together);
        }
        for (position, notice) in scheme.notices.iter().enumerate() {
            self.unbound(sheet, &read.places.of("notice", position), notice);
        }
        for (position, section) in scheme.sections.iter().enumerate() {
            self.unbound(sheet, &read.places.of("section", position), section);
        }
        for question in &scheme.questions {
            let (sheet, place) = question_place(read, shared, &question.id);
            self.unbound(sheet, &place, &question.when);
        }
    }

    fn unbound(&mut self, sheet: &Sheet, place: &Place, part: &(impl Bind + Clone)) {
        part.clone().bind(&mut |found| {
            let (reference, what) = match found {
                Found::Question(question) => (&*question, "question that the form asks"),
                Found::Option { option, .. } => (&*option, "option of its question"),
                Found::Document(document) => (&*document, "document"),
                Found::Indicator(indicator) => (&*indicator, "indicator"),
            };
            if reference.position().is_none() {
                self.faults.push(sheet.fault_at_id(
                    place,
                    reference.id(),
                    format!("`{}` is no {what}", reference.id()),
                    "a rule that names nothing can never hold",
                    "correct the id, or define what it names (questions: in a section of the form)",
                ));
            }
        });
    }

    /// The form asks every question it uses once, and a guard names only questions before its own.
    fn form(&mut self, shared: &SharedQuestions) {
        let SchemeLint { read, scheme, sheet, .. } = *self;
        let mut seen: Vec<&str> = Vec::new();
        for (position, section) in scheme.sections.iter().enumerate() {
            for question in &section.questions {
                if seen.contains(&question.id()) {
                    self.faults.push(sheet.fault_at_id(
                        &read.places.of("section", position),
                        question.id(),
                        format!("the form asks `{}` twice", question.id()),
                        "a person answers a question once",
                        "name it in one section only",
                    ));
                }
                seen.push(question.id());
            }
        }
        for (position, question) in scheme.questions.iter().enumerate() {
            let (sheet, place) = question_place(read, shared, &question.id);
            let mut guard = question.when.clone();
            guard.bind(&mut |found| {
                if let Found::Question(named) = found
                    && named.position().is_some_and(|named| named >= position)
                {
                    self.faults.push(sheet.fault_at_id(
                        &place,
                        named.id(),
                        format!(
                            "`{}` is asked depending on `{}`, which comes later",
                            question.id,
                            named.id()
                        ),
                        "a question is asked after what decides whether it is asked",
                        "put it behind the question it depends on",
                    ));
                }
            });
            if !used_questions(scheme).contains(&question.id) {
                let place = Place::root().key("section");
                self.faults.push(self.sheet.fault_at_id(
                    &place,
                    &question.id,
                    format!("the form asks `{}`, which nothing uses", question.id),
                    "a question that decides nothing only costs people time",
                    "use it in a condition, indicator or notice, or take it out of the form",
                ));
            }
        }
        for question in scheme.questions.iter().filter(|one| read.own.contains(&one.id)) {
            let (sheet, place) = question_place(read, shared, &question.id);
            texts(sheet, &place, question, self.faults);
            form(sheet, &place, question, self.faults);
        }
    }

    fn documents(&mut self) {
        for (position, document) in self.scheme.documents.iter().enumerate() {
            let place = self.read.places.of("document", position);
            self.dates_in_order(&place, document.from, document.to);
            if let Some(url) = &document.url
                && !is_official(url)
            {
                self.faults.push(self.sheet.fault(
                    &place.key("url"),
                    format!("`{url}` is not an address of a government host"),
                    "a copy can say anything; only the office itself is linked",
                    "link the official page, or leave the address out",
                ));
            }
        }
    }

    fn edition(&mut self) {
        let edition = &self.scheme.edition;
        let place = Place::root().key("edition");
        self.dates_in_order(&place, Some(edition.from), edition.to);
        let document = edition.cite.document.position().map(|one| &self.scheme.documents[one]);
        let Some(document) = document else { return };
        let begins_before = document.from.is_some_and(|from| edition.from < from);
        let ends_after = document.to.is_some_and(|to| edition.to.is_none_or(|end| end > to));
        if begins_before || ends_after {
            self.faults.push(self.sheet.fault(
                &place,
                format!("the edition reaches beyond the dates of its document `{}`", document.id),
                "rules hold no longer than the document that sets them",
                "correct the dates of the edition or of the document",
            ));
        }
    }

    fn dates_in_order(&mut self, place: &Place, from: Option<Date>, to: Option<Date>) {
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            self.faults.push(self.sheet.fault(
                &place.key("to"),
                format!("the end {to} comes before the start {from}"),
                "nothing would ever be in force",
                "correct the dates",
            ));
        }
    }

    /// Conflicting sources are shown as such: with each reading.
    fn citations(&mut self) {
        let SchemeLint { read, scheme, .. } = *self;
        self.citation(&Place::root().key("edition"), &scheme.edition.cite);
        self.citation(&Place::root().key("line"), &scheme.line.cite);
        for (position, condition) in scheme.conditions.iter().enumerate() {
            self.citation(&read.places.of("condition", position), &condition.cite);
        }
        for (position, indicator) in scheme.indicators.iter().enumerate() {
            self.citation(&read.places.of("indicator", position), &indicator.cite);
        }
        for (position, together) in scheme.together.iter().enumerate() {
            self.citation(&read.places.of("together", position), &together.cite);
        }
        for (position, notice) in scheme.notices.iter().enumerate() {
            self.citation(&read.places.of("notice", position), &notice.cite);
        }
    }

    fn citation(&mut self, place: &Place, cite: &Citation) {
        let conflicting = cite.grade == Grade::Conflicting;
        if conflicting != (cite.readings.len() >= 2) {
            self.faults.push(self.sheet.fault(
                &place.key("cite"),
                "the readings and the grade do not go together".to_owned(),
                "where sources disagree the page shows each reading, and only there",
                "give two or more readings with the grade `conflicting`, none with any other",
            ));
        }
    }

    fn rules(&mut self) {
        let SchemeLint { read, scheme, sheet, .. } = *self;
        if scheme.line.threshold.is_none() && scheme.line.ranking.is_none() {
            self.faults.push(sheet.fault(
                &Place::root().key("line"),
                "the line has neither a threshold nor a ranking".to_owned(),
                "a total needs something to be held against",
                "give one of them",
            ));
        }
        for (position, indicator) in scheme.indicators.iter().enumerate() {
            let place = read.places.of("indicator", position);
            let deduction = indicator.group == Group::Deduction;
            let mut lint =
                ScoreLint { scheme, sheet, faults: self.faults, cap: indicator.cap, deduction };
            lint.score(&place.key("score"), &indicator.score);
        }
        let mut bound: Vec<usize> = Vec::new();
        for (position, together) in scheme.together.iter().enumerate() {
            let members: Vec<usize> =
                together.indicators.iter().filter_map(|one| one.position()).collect();
            let twice = members.iter().any(|member| bound.contains(member));
            if twice || members.len() < 2 {
                self.faults.push(sheet.fault(
                    &read.places.of("together", position),
                    format!(
                        "`{}` binds fewer than two indicators, or one that is bound already",
                        together.id
                    ),
                    "an indicator counts once",
                    "name each indicator in one such rule, with at least one other",
                ));
            }
            bound.extend(members);
        }
    }
}

/// The ids of the questions that conditions, indicators, notices and guards of a scheme use.
pub(super) fn used_questions(scheme: &Scheme) -> Vec<String> {
    let mut used = Vec::new();
    let mut note = |found: Found<'_>| {
        if let Found::Question(question) = found {
            used.push(question.id().to_owned());
        }
    };
    scheme.conditions.clone().bind(&mut note);
    scheme.indicators.clone().bind(&mut note);
    scheme.notices.clone().bind(&mut note);
    for question in &scheme.questions {
        question.when.clone().bind(&mut note);
    }
    used
}

/// The file and place that define a question.
fn question_place<'a>(
    read: &'a SchemeSheet,
    shared: &'a SharedQuestions,
    id: &str,
) -> (&'a Sheet, Place) {
    match read.own.iter().position(|own| own == id) {
        Some(position) => (&read.sheet, read.places.of("question", position)),
        None => {
            let index = shared
                .questions
                .iter()
                .find(|(_, one)| one.id == id)
                .map_or(0, |(index, _)| *index);
            (&shared.sheet, Place::root().key("question").at(index))
        }
    }
}

fn is_official(url: &str) -> bool {
    let host = url.split_once("://").map(|(_, rest)| rest.split('/').next().unwrap_or(rest));
    host.is_some_and(|host| host.ends_with(".gov.cn"))
}

fn unique<'a>(
    sheet: &Sheet,
    list: &str,
    ids: impl Iterator<Item = (usize, &'a str)>,
    faults: &mut Vec<Fault>,
) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, id) in ids {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let place = Place::root().key(list).at(index);
        if id.is_empty() || !id.bytes().all(plain) {
            faults.push(sheet.fault(
                &place.key("id"),
                format!("`{id}` is not an id"),
                "ids stand in links and files",
                "write it in lower-case letters, digits and hyphens",
            ));
        }
        if seen.insert(id, index).is_some() {
            faults.push(sheet.fault(
                &place.key("id"),
                format!("the {list} `{id}` stands twice"),
                "an id names one thing",
                "give it another id",
            ));
        }
    }
}

/// What a question's kind may say.
fn form(sheet: &Sheet, place: &Place, question: &Question, faults: &mut Vec<Fault>) {
    let mut refuse = |what: String, mend: &str| {
        let why = "no answer could be given, or it could not be kept";
        faults.push(sheet.fault(&place.key("kind"), what, why, mend));
    };
    if let Some(Presumption::ComingRound { filed_until }) = &question.presume
        && (!(1..=12).contains(filed_until) || !matches!(question.kind, Kind::Number { .. }))
    {
        refuse(
            format!("`{}` presumes a round filed until month {filed_until}", question.id),
            "presume it of a number, with a month from 1 to 12",
        );
    }
    match &question.kind {
        Kind::YesNo => {}
        Kind::Choice(choices) => {
            let ids: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
            let twice = ids.iter().enumerate().any(|(index, id)| ids[..index].contains(id));
            if choices.len() < 2 || choices.len() > 60 || twice {
                refuse(
                    format!(
                        "`{}` has fewer than 2 or more than 60 options, or one twice",
                        question.id
                    ),
                    "list each option once",
                );
            }
        }
        Kind::Number { min, max, decimals, .. } => {
            if min >= max || *min < 0 || *decimals > 4 || *max > 1_000_000_000_000 {
                refuse(
                    format!("`{}` has an impossible range or more than 4 decimals", question.id),
                    "let it go from a number not below zero up to a larger one",
                );
            }
        }
        Kind::Date { min, max } => {
            if max.is_some_and(|max| max <= *min) {
                refuse(format!("`{}` ends before it starts", question.id), "correct its days");
            }
        }
        Kind::Dates { most } => {
            if !(1..=20).contains(most) {
                refuse(format!("`{}` takes {most} records", question.id), "take 1 to 20");
            }
        }
    }
}

/// Finds every text inside a part, by its two languages.
fn texts(sheet: &Sheet, place: &Place, part: &impl serde::Serialize, faults: &mut Vec<Fault>) {
    fn walk(sheet: &Sheet, place: &Place, json: &Json, faults: &mut Vec<Fault>) {
        match json {
            Json::Object(map) => {
                for (key, value) in map {
                    let inner = place.key(key);
                    if (key == "zh" || key == "en")
                        && value.as_str().is_some_and(|text| text.trim().is_empty())
                    {
                        faults.push(sheet.fault(
                            &inner,
                            format!("the `{key}` text is empty"),
                            "every word is there in both languages",
                            "write it",
                        ));
                    }
                    walk(sheet, &inner, value, faults);
                }
            }
            Json::Array(list) => {
                for (index, value) in list.iter().enumerate() {
                    walk(sheet, &place.at(index), value, faults);
                }
            }
            _ => {}
        }
    }
    if let Ok(json) = serde_json::to_value(part) {
        walk(sheet, place, &json, faults);
    }
}
