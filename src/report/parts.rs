//! What the report of every rule holds: the answers it rests on, its clause, the smallest change.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::answers::{Answers, Value, unscaled};
use crate::assess::{Fix, FixStep, Need};
use crate::points::Points;
use crate::scheme::{AnswerKind, Citation, Grade, Question, Scheme, Text};

/// Where a rule comes from, with the document's number.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Clause<'a> {
    document: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<&'a Text>,
    grade: Grade,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
    #[serde(skip_serializing_if = "<[Text]>::is_empty")]
    readings: &'a [Text],
}

/// The smallest change: every step is needed.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct FixReport<'a> {
    steps: Vec<FixStepReport<'a>>,
    gain: Points,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct FixStepReport<'a> {
    question: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<AnswerReport<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Date>,
}

/// The answers that a rule rests on, by question id; `null` where one is open.
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
        let position = cite.document.position();
        let document = position.and_then(|position| self.scheme.documents.get(position));
        Clause {
            document: cite.document.id(),
            number: document.and_then(|document| document.number.as_deref()),
            title: document.map(|document| &document.title),
            article: cite.article.as_ref(),
            grade: cite.grade,
            note: cite.note.as_ref(),
            readings: &cite.readings,
        }
    }

    /// Reports the smallest change.
    pub(super) fn fix(&self, fix: &'a Fix) -> FixReport<'a> {
        FixReport { steps: self.steps(&fix.steps), gain: fix.gain }
    }

    /// Reports changes of the answers.
    pub(super) fn steps(&self, steps: &'a [FixStep]) -> Vec<FixStepReport<'a>> {
        let step = |step: &'a FixStep| {
            let question = self.scheme.questions.get(step.question)?;
            let answer = match &step.need {
                Need::Flag(flag) => Some(Value::Flag(*flag)),
                Need::OneOf(options) => options
                    .first()
                    .and_then(|option| question.option_ids().into_iter().nth(*option))
                    .map(Value::Option),
                Need::Number { to, .. } => Some(Value::Number(*to)),
                Need::Day(_) => None,
            };
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
