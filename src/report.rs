//! An assessment with its ids, clauses and words beside the results: what the terminal and JavaScript hand out.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::answers::{Answers, Value, unscaled};
use crate::assess::{Assessment, ConditionResult, IndicatorResult, Need, State, Verdict, Way};
use crate::points::{Points, Range};
use crate::scheme::{
    Citation, Condition, Grade, Group, Indicator, Keep, Kind, Question, Scheme, Text,
};

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
struct EditionSummary<'a> {
    id: &'a str,
    name: &'a Text,
    from: Date,
    to: Option<Date>,
    checked: Date,
}

#[derive(Serialize)]
struct LineSummary<'a> {
    name: &'a Text,
    threshold: Option<Points>,
    ranking: bool,
}

/// A scheme as `schemes` lists it.
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

fn edition(scheme: &Scheme) -> EditionSummary<'_> {
    let edition = &scheme.edition;
    EditionSummary {
        id: &edition.id,
        name: &edition.name,
        from: edition.from,
        to: edition.to,
        checked: edition.checked,
    }
}

fn line(scheme: &Scheme) -> LineSummary<'_> {
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
    unit: Option<crate::scheme::Unit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<Bound>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<Bound>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimals: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    options: Option<Vec<OptionName<'a>>>,
    scope: crate::scheme::Scope,
    changes: crate::scheme::Change,
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

/// The questions of a scheme, in the order of its form, with the conditions and indicators that use each.
pub fn question_summaries(scheme: &Scheme) -> Vec<QuestionSummary<'_>> {
    let summary = |(position, question)| question_summary(scheme, position, question);
    scheme.questions.iter().enumerate().map(summary).collect()
}

fn question_summary<'a>(
    scheme: &'a Scheme,
    position: usize,
    question: &'a Question,
) -> QuestionSummary<'a> {
    let conditions = scheme.conditions.iter().map(|one| (&one.id, &one.uses));
    let indicators = scheme.indicators.iter().map(|one| (&one.id, &one.uses));
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
        Kind::YesNo => {}
        Kind::Choice(choices) => {
            let name = |choice: &'a crate::scheme::Choice| OptionName {
                id: &choice.id,
                zh: &choice.name.zh,
                en: &choice.name.en,
            };
            summary.options = Some(choices.iter().map(name).collect());
        }
        Kind::Number { unit, min, max, decimals } => {
            summary.unit = Some(*unit);
            summary.min = Some(Bound::Number(*min));
            summary.max = Some(Bound::Number(*max));
            summary.decimals = Some(*decimals);
        }
        Kind::Date { min, max } => {
            summary.min = Some(Bound::Day(*min));
            summary.max = max.map(Bound::Day);
        }
        Kind::Dates { most } => summary.max = Some(Bound::Number(i64::from(*most))),
    }
    summary
}

fn kind_name(kind: &Kind) -> &'static str {
    match kind {
        Kind::YesNo => "yes-no",
        Kind::Choice(_) => "choice",
        Kind::Number { .. } => "number",
        Kind::Date { .. } => "date",
        Kind::Dates { .. } => "dates",
    }
}

/// An assessment with ids and clauses.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report<'a> {
    scheme: &'a str,
    edition: EditionSummary<'a>,
    in_force: bool,
    on: Date,
    total: Range,
    base: Range,
    bonus: Range,
    deduction: Range,
    line: LineSummary<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ranked: Option<Range>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    standings: Vec<StandingReport<'a>>,
    verdict: Verdict,
    conditions: Vec<ConditionReport<'a>>,
    indicators: Vec<IndicatorReport<'a>>,
    open: Vec<&'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    presumed: BTreeMap<&'a str, i64>,
    notices: Vec<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct StandingReport<'a> {
    round: &'a str,
    cutoff: Points,
    reached: Option<bool>,
    grade: Grade,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ConditionReport<'a> {
    id: &'a str,
    name: &'a Text,
    state: State,
    veto: bool,
    answers: Given<'a>,
    wants: &'a Text,
    clause: Clause<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cure: Option<&'a Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Fix<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct IndicatorReport<'a> {
    id: &'a str,
    name: &'a Text,
    group: Group,
    points: Range,
    counted: Option<bool>,
    answers: Given<'a>,
    wants: &'a Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    cap: Option<Points>,
    clause: Clause<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    together: Option<TogetherReport<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Fix<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TogetherReport<'a> {
    id: &'a str,
    keep: Keep,
    wants: &'a Text,
    clause: Clause<'a>,
}

/// Where a rule comes from, with the document's number.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Clause<'a> {
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
struct Fix<'a> {
    steps: Vec<FixStep<'a>>,
    gain: Points,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FixStep<'a> {
    question: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Date>,
}

/// The answers that a rule rests on, by question id; `null` where one is open.
struct Given<'a> {
    questions: Vec<&'a Question>,
    answers: &'a Answers,
}

impl Serialize for Given<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.questions.len()))?;
        for question in &self.questions {
            let value = self.answers.get(&question.id);
            match (value, &question.kind) {
                (Some(Value::Number(number)), Kind::Number { decimals, .. }) if *decimals > 0 => {
                    map.serialize_entry(&question.id, &unscaled(*number, *decimals))?;
                }
                _ => map.serialize_entry(&question.id, &value)?,
            }
        }
        map.end()
    }
}

/// An assessment of these answers with ids and clauses.
pub fn report<'a>(
    scheme: &'a Scheme,
    answers: &'a Answers,
    assessment: &'a Assessment,
) -> Report<'a> {
    let source = Source { scheme, answers };
    let cutoffs = scheme.line.ranking.iter().flat_map(|ranking| &ranking.cutoffs);
    let standing = |(cutoff, standing): (&'a crate::scheme::Cutoff, &crate::assess::Standing)| {
        StandingReport {
            round: &cutoff.round,
            cutoff: cutoff.points,
            reached: standing.reached,
            grade: cutoff.cite.grade,
        }
    };
    Report {
        scheme: &scheme.id,
        edition: edition(scheme),
        in_force: assessment.in_force,
        on: assessment.on,
        total: assessment.total,
        base: assessment.base,
        bonus: assessment.bonus,
        deduction: assessment.deduction,
        line: line(scheme),
        ranked: assessment.ranked,
        standings: cutoffs.zip(&assessment.standings).map(standing).collect(),
        verdict: assessment.verdict,
        conditions: scheme
            .conditions
            .iter()
            .zip(&assessment.conditions)
            .map(|(condition, result)| source.condition(condition, result))
            .collect(),
        indicators: (scheme.indicators.iter().zip(&assessment.indicators))
            .enumerate()
            .map(|(position, (indicator, result))| source.indicator(position, indicator, result))
            .collect(),
        open: assessment.open.iter().map(|open| scheme.questions[*open].id.as_str()).collect(),
        presumed: (assessment.presumed.iter())
            .map(|(question, number)| (scheme.questions[*question].id.as_str(), *number))
            .collect(),
        notices: assessment.notices.iter().map(|one| scheme.notices[*one].id.as_str()).collect(),
    }
}

struct Source<'a> {
    scheme: &'a Scheme,
    answers: &'a Answers,
}

impl<'a> Source<'a> {
    fn condition(
        &self,
        condition: &'a Condition,
        result: &'a ConditionResult,
    ) -> ConditionReport<'a> {
        ConditionReport {
            id: &condition.id,
            name: &condition.name,
            state: result.state,
            veto: condition.veto,
            answers: self.given(&condition.uses),
            wants: &condition.rule,
            clause: self.clause(&condition.cite),
            cure: (result.state == State::Unmet).then_some(&condition.cure),
            fix: result.way.as_ref().map(|way| self.fix(way)),
        }
    }

    fn indicator(
        &self,
        position: usize,
        indicator: &'a Indicator,
        result: &'a IndicatorResult,
    ) -> IndicatorReport<'a> {
        let holds = |one: &&'a crate::scheme::Together| {
            one.indicators.iter().any(|member| member.position() == Some(position))
        };
        let together = self.scheme.together.iter().find(holds).map(|together| TogetherReport {
            id: &together.id,
            keep: together.keep,
            wants: &together.rule,
            clause: self.clause(&together.cite),
        });
        IndicatorReport {
            id: &indicator.id,
            name: &indicator.name,
            group: indicator.group,
            points: result.points,
            counted: result.counted,
            answers: self.given(&indicator.uses),
            wants: &indicator.rule,
            cap: indicator.cap,
            clause: self.clause(&indicator.cite),
            together,
            fix: result.way.as_ref().map(|way| self.fix(way)),
        }
    }

    fn given(&self, uses: &[usize]) -> Given<'a> {
        let questions = uses.iter().filter_map(|one| self.scheme.questions.get(*one)).collect();
        Given { questions, answers: self.answers }
    }

    fn clause(&self, cite: &'a Citation) -> Clause<'a> {
        let document = cite.document.position().and_then(|one| self.scheme.documents.get(one));
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

    fn fix(&self, way: &'a Way) -> Fix<'a> {
        let step = |step: &'a crate::assess::Step| {
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
            Some(FixStep { question: &question.id, answer, until })
        };
        Fix { steps: way.steps.iter().filter_map(step).collect(), gain: way.gain }
    }
}
