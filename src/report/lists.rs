//! Schemes and their questions, as lists.

use jiff::civil::Date;
use serde::Serialize;

use crate::points::Points;
use crate::scheme::{AnswerKind, Change, Choice, Question, Scheme, Scope, Text, Unit};

/// A scheme in a list of schemes.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SchemeSummary<'a> {
    id: &'a str,
    city: CityName<'a>,
    name: &'a Text,
    purpose: &'a Text,
    edition: EditionSummary<'a>,
    line: LineSummary<'a>,
}

#[derive(Serialize)]
struct CityName<'a> {
    id: &'a str,
    name: &'a Text,
}

#[derive(Serialize)]
pub(super) struct EditionSummary<'a> {
    id: &'a str,
    name: &'a Text,
    from: Date,
    to: Option<Date>,
    checked: Date,
}

#[derive(Serialize)]
pub(super) struct LineSummary<'a> {
    name: &'a Text,
    threshold: Option<Points>,
    ranking: bool,
}

/// Writes a scheme as `schemes` lists it.
pub fn scheme_summary(scheme: &Scheme) -> SchemeSummary<'_> {
    SchemeSummary {
        id: &scheme.id,
        city: CityName { id: &scheme.city.id, name: &scheme.city.name },
        name: &scheme.name,
        purpose: &scheme.purpose,
        edition: edition(scheme),
        line: line(scheme),
    }
}

pub(super) fn edition(scheme: &Scheme) -> EditionSummary<'_> {
    let edition = &scheme.edition;
    EditionSummary {
        id: &edition.id,
        name: &edition.name,
        from: edition.from,
        to: edition.to,
        checked: edition.checked,
    }
}

pub(super) fn line(scheme: &Scheme) -> LineSummary<'_> {
    let line = &scheme.line;
    LineSummary { name: &line.name, threshold: line.threshold, ranking: line.ranking.is_some() }
}

/// A question as `questions` lists it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuestionSummary<'a> {
    id: &'a str,
    ask: &'a Text,
    help: Option<&'a Text>,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<Unit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<Bound>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<Bound>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimals: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    options: Option<Vec<OptionName<'a>>>,
    scope: Scope,
    changes: Change,
    conditional: bool,
    used_by: Vec<&'a str>,
}

/// The smallest or the largest answer; of records, the most there may be.
#[derive(Serialize)]
#[serde(untagged)]
enum Bound {
    Number(i64),
    Day(Date),
}

#[derive(Serialize)]
struct OptionName<'a> {
    id: &'a str,
    zh: &'a str,
    en: &'a str,
}

/// Writes the questions of a scheme, in the order of its form, with the conditions and indicators that use each.
pub fn question_summaries(scheme: &Scheme) -> Vec<QuestionSummary<'_>> {
    let summary = |(position, question)| question_summary(scheme, position, question);
    scheme.questions.iter().enumerate().map(summary).collect()
}

fn question_summary<'a>(
    scheme: &'a Scheme,
    position: usize,
    question: &'a Question,
) -> QuestionSummary<'a> {
    let conditions = scheme.conditions.iter().map(|condition| (&condition.id, &condition.uses));
    let indicators = scheme.indicators.iter().map(|indicator| (&indicator.id, &indicator.uses));
    let used_by = conditions.chain(indicators).filter(|(_, uses)| uses.contains(&position));
    let mut summary = QuestionSummary {
        id: &question.id,
        ask: &question.ask,
        help: question.help.as_ref(),
        kind: kind_name(&question.kind),
        unit: None,
        min: None,
        max: None,
        decimals: None,
        options: None,
        scope: question.scope,
        changes: question.changes,
        conditional: question.when.is_some(),
        used_by: used_by.map(|(id, _)| id.as_str()).collect(),
    };
    match &question.kind {
        AnswerKind::YesNo => {}
        AnswerKind::Choice(choices) => {
            let name = |choice: &'a Choice| OptionName {
                id: &choice.id,
                zh: &choice.name.zh,
                en: &choice.name.en,
            };
            summary.options = Some(choices.iter().map(name).collect());
        }
        AnswerKind::Number { unit, min, max, decimals } => {
            summary.unit = Some(*unit);
            summary.min = Some(Bound::Number(*min));
            summary.max = Some(Bound::Number(*max));
            summary.decimals = Some(*decimals);
        }
        AnswerKind::Date { min, max } => {
            summary.min = Some(Bound::Day(*min));
            summary.max = max.map(Bound::Day);
        }
        AnswerKind::Dates { most } => summary.max = Some(Bound::Number(i64::from(*most))),
    }
    summary
}

fn kind_name(kind: &AnswerKind) -> &'static str {
    match kind {
        AnswerKind::YesNo => "yes-no",
        AnswerKind::Choice(_) => "choice",
        AnswerKind::Number { .. } => "number",
        AnswerKind::Date { .. } => "date",
        AnswerKind::Dates { .. } => "dates",
    }
}
