//! What the report of every rule holds: the answers it rests on, its clause, the smallest change.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::answers::{Answers, Value, unscaled};
use crate::assess::{Fix, FixStep, Need};
use crate::points::Points;
use crate::scheme::{AnswerKind, Citation, Grade, Question, Scheme, Source, SourceKind, Text};

/// A calendar day, `YYYY-MM-DD`. Days have no time zone.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is asked for")]
pub(super) struct Day(String);

/// Where a rule comes from.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Clause<'a> {
    /// The document's id.
    document: &'a str,
    /// The document's official number.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a Text>,
    /// The article, where a source names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<&'a Text>,
    grade: Grade,
    /// The sources that say so, where they are named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<SourceReport<'a>>,
    /// What to know about the evidence.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
    /// Where sources disagree: each reading; the first is the one used.
    #[serde(skip_serializing_if = "<[Text]>::is_empty")]
    readings: &'a [Text],
}

/// A source that a rule was read in.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Source")]
#[serde(rename_all = "camelCase")]
struct SourceReport<'a> {
    /// Who publishes it.
    publisher: &'a Text,
    kind: SourceKind,
    /// The year, month or day of what was read, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    dated: Option<&'a str>,
}

impl<'a> SourceReport<'a> {
    fn of(source: &'a Source) -> SourceReport<'a> {
        let Source { publisher, kind, dated, .. } = source;
        SourceReport { publisher, kind: *kind, dated: dated.as_deref() }
    }
}

/// Changes of the answers, all of them needed.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Fix")]
#[serde(rename_all = "camelCase")]
pub(super) struct FixReport<'a> {
    steps: Vec<FixStepReport<'a>>,
    /// Points that the indicator gains; 0 for a condition.
    gain: Points,
}

/// One change of an answer.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "FixStep")]
#[serde(rename_all = "camelCase")]
pub(super) struct FixStepReport<'a> {
    /// The question's id.
    question: &'a str,
    /// What the answer would have to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<NeededAnswer>")]
    answer: Option<AnswerReport<'a>>,
    /// Nothing but waiting until this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Day>")]
    until: Option<Date>,
}

/// The answers that a rule rests on, by question id, as given or as they follow from a history; `null` where one is open.
#[derive(JsonSchema)]
#[schemars(rename = "GivenAnswers", with = "BTreeMap<String, Option<GivenAnswer>>")]
pub(super) struct AnswersReport<'a> {
    questions: Vec<&'a Question>,
    answers: &'a Answers,
}

impl Serialize for AnswersReport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.questions.len()))?;
        for question in &self.questions {
            let value = self.answers.get(&question.id).map(Cow::Borrowed);
            let answer = value.map(|value| AnswerReport { question, value });
            map.serialize_entry(&question.id, &answer)?;
        }
        map.end()
    }
}

/// An answer as it would be given: a number with decimals in its unit, not in its smallest step.
struct AnswerReport<'a> {
    question: &'a Question,
    value: Cow<'a, Value>,
}

impl Serialize for AnswerReport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (&*self.value, &self.question.kind) {
            (Value::Number(number), AnswerKind::Number { decimals, .. }) if *decimals > 0 => {
                serializer.serialize_str(&unscaled(*number, *decimals))
            }
            (value, _) => value.serialize(serializer),
        }
    }
}

/// What a step asks for: yes or no, an option's id, a number in the question's unit, with decimals as a string, or months
/// piece by piece.
#[derive(JsonSchema)]
#[schemars(inline, untagged)]
#[expect(dead_code, reason = "only its schema is asked for")]
enum NeededAnswer {
    Flag(bool),
    Text(String),
    Number(i64),
    Months(Vec<i64>),
}

/// The same, or the days of records.
#[derive(JsonSchema)]
#[schemars(inline, untagged)]
#[expect(dead_code, reason = "only its schema is asked for")]
enum GivenAnswer {
    Needed(NeededAnswer),
    Days(Vec<Day>),
}

/// What a report is made from, beside the result itself.
pub(super) struct ReportContext<'a> {
    pub(super) scheme: &'a Scheme,
    pub(super) answers: &'a Answers,
}

impl<'a> ReportContext<'a> {
    /// Reports the answers to the questions at some positions.
    pub(super) fn answers(&self, uses: &[usize]) -> AnswersReport<'a> {
        let questions = uses.iter().filter_map(|used| self.scheme.questions.get(*used)).collect();
        AnswersReport { questions, answers: self.answers }
    }

    /// Reports where a rule comes from.
    pub(super) fn clause(&self, cite: &'a Citation) -> Clause<'a> {
        Clause::of(self.scheme, cite)
    }
}

impl<'a> Clause<'a> {
    /// Writes where a rule of a scheme comes from.
    pub(super) fn of(scheme: &'a Scheme, cite: &'a Citation) -> Clause<'a> {
        let position = cite.document.position();
        let document = position.and_then(|position| scheme.documents.get(position));
        Clause {
            document: cite.document.id(),
            number: document.and_then(|document| document.number.as_deref()),
            title: document.map(|document| &document.title),
            article: cite.article.as_ref(),
            grade: cite.grade,
            sources: scheme.sources(&cite.sources).map(SourceReport::of).collect(),
            note: cite.note.as_ref(),
            readings: &cite.readings,
        }
    }
}

impl<'a> ReportContext<'a> {
    /// Reports the smallest change.
    pub(super) fn fix(&self, fix: &'a Fix) -> FixReport<'a> {
        FixReport { steps: self.steps(&fix.steps), gain: fix.gain }
    }

    /// Reports changes of the answers.
    pub(super) fn steps(&self, steps: &'a [FixStep]) -> Vec<FixStepReport<'a>> {
        let step = |step: &'a FixStep| {
            let question = self.scheme.questions.get(step.question)?;
            let answer = step.need.answer(question, self.answers.get(&question.id));
            let until = match step.need {
                Need::Day(day) => Some(day),
                _ => None,
            };
            let answer = answer.map(|value| AnswerReport { question, value: Cow::Owned(value) });
            Some(FixStepReport { question: &question.id, answer, until })
        };
        steps.iter().filter_map(step).collect()
    }
}
