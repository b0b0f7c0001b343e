//! Schemes and their questions, as lists.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::parts::Day;
use crate::points::Points;
use crate::scheme::{
    AnswerKind, Change, Choice, EditionKind, Editions, Grade, Month, ParameterValue, Question,
    Scheme, Scope, Text, Unit,
};

/// One city's points system in one use, in one edition of its rules.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Scheme")]
#[serde(rename_all = "camelCase")]
pub struct SchemeSummary<'a> {
    /// Stable; everything else asks for the scheme by it.
    id: &'a str,
    city: CityName<'a>,
    name: &'a Text,
    /// What the points are good for.
    purpose: &'a Text,
    /// The edition whose line this is: the one that is written whole.
    edition: EditionSummary<'a>,
    /// All editions, by their days; drafts stand last.
    editions: Vec<EditionSummary<'a>>,
    line: LineSummary<'a>,
}

/// A city that has at least one scheme.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "City")]
struct CityName<'a> {
    id: &'a str,
    name: &'a Text,
}

/// A scheme's rules between two days.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Edition")]
pub(super) struct EditionSummary<'a> {
    id: &'a str,
    name: &'a Text,
    /// Whether it has been adopted; a draft is never used by itself.
    kind: EditionKind,
    /// First day in force; `null` where a draft names none.
    #[schemars(with = "Option<Day>")]
    from: Option<Date>,
    /// Last day in force; `null` where no end was found.
    #[schemars(with = "Option<Day>")]
    to: Option<Date>,
    /// The day on which the facts were last checked.
    #[schemars(with = "Day")]
    checked: Date,
}

/// What the total is held against.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Line")]
pub(super) struct LineSummary<'a> {
    name: &'a Text,
    /// The least total that passes; `null` where only a ranking decides.
    threshold: Option<Points>,
    /// Whether each round ranks by points, so that no threshold alone decides.
    ranking: bool,
}

/// Writes a scheme as `schemes` lists it.
pub fn scheme_summary(editions: &Editions) -> SchemeSummary<'_> {
    let scheme = &editions.whole;
    SchemeSummary {
        id: &scheme.id,
        city: CityName { id: &scheme.city.id, name: &scheme.city.name },
        name: &scheme.name,
        purpose: &scheme.purpose,
        edition: edition(scheme),
        editions: editions.in_time().into_iter().map(edition).collect(),
        line: line(scheme),
    }
}

pub(super) fn edition(scheme: &Scheme) -> EditionSummary<'_> {
    let edition = &scheme.edition;
    EditionSummary {
        id: &edition.id,
        name: &edition.name,
        kind: edition.kind,
        from: edition.from,
        to: edition.to,
        checked: edition.checked,
    }
}

pub(super) fn line(scheme: &Scheme) -> LineSummary<'_> {
    let line = &scheme.line;
    LineSummary { name: &line.name, threshold: line.threshold, ranking: line.ranking.is_some() }
}

/// A fact about the person; `kind` says what an answer looks like.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Question")]
#[serde(rename_all = "camelCase")]
pub struct QuestionSummary<'a> {
    /// Stable; answers are given under it.
    id: &'a str,
    ask: &'a Text,
    /// A short noun for the fact, for sentences that name it.
    noun: &'a Text,
    /// What counts and what does not.
    help: Option<&'a Text>,
    #[schemars(flatten, with = "QuestionKind<'a>")]
    kind: &'static str,
    #[schemars(skip)]
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<Unit>,
    #[schemars(skip)]
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<Bound>,
    #[schemars(skip)]
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<Bound>,
    #[schemars(skip)]
    #[serde(skip_serializing_if = "Option::is_none")]
    most: Option<u8>,
    #[schemars(skip)]
    #[serde(skip_serializing_if = "Option::is_none")]
    decimals: Option<u8>,
    #[schemars(skip)]
    #[serde(skip_serializing_if = "Option::is_none")]
    options: Option<Vec<OptionName<'a>>>,
    #[schemars(skip)]
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<bool>,
    /// Whether the answer follows from periods that another question takes, unless it is given by hand.
    follows: bool,
    /// What each month of it reaches or exceeds: so many percent of a figure that changes with the years.
    #[serde(skip_serializing_if = "Option::is_none")]
    multiple: Option<MultipleSummary<'a>>,
    /// Whether one answer serves every city.
    scope: Scope,
    /// How the fact can change, and so what can be advised of it: by itself, by effort, by looking it up, not so that
    /// anybody could plan it, or not at all.
    changes: Change,
    /// Whether it is asked only after certain other answers. Not asked counts as nothing: no, zero, none.
    conditional: bool,
    /// Ids of the conditions and indicators that rest on it.
    used_by: Vec<&'a str>,
}

/// What the fields of a question say of its answer, by its kind.
#[derive(JsonSchema)]
#[schemars(tag = "kind", rename_all = "kebab-case")]
#[expect(dead_code, reason = "only its schema is asked for")]
enum QuestionKind<'a> {
    /// Answered by `true` or `false`.
    #[schemars(title = "YesNoQuestion")]
    YesNo,
    /// Answered by the id of an option.
    #[schemars(title = "ChoiceQuestion")]
    Choice {
        /// From least to most where they have an order.
        options: Vec<OptionName<'a>>,
    },
    /// Answered by a number, or by a decimal string where `decimals` is above 0.
    #[schemars(title = "NumberQuestion")]
    Number {
        /// `calendar-year`: such as 2026; `percent`: 0 to 100; `times`: items or pieces.
        unit: Unit,
        /// The smallest answer, in units.
        min: i64,
        /// The largest answer, in units.
        max: i64,
        /// Decimals an answer may have, 0 to 4.
        decimals: u8,
    },
    /// Answered by a day, `YYYY-MM-DD`.
    #[schemars(title = "DateQuestion")]
    Date {
        /// The earliest answer.
        min: Day,
        /// The latest answer; without it, the day of the assessment.
        #[schemars(skip_serializing_if = "Option::is_none")]
        max: Option<Day>,
    },
    /// Answered by the days of records, `["YYYY-MM-DD"]`, none of them after the day of the assessment; `[]`: there
    /// are none.
    #[schemars(title = "DatesQuestion")]
    Dates {
        /// The most records an answer may hold.
        max: u8,
    },
    /// Answered by a list of months, `[3, 12]`, a piece each, the one that goes on last; `[]`: there are none. A number
    /// is one piece.
    #[schemars(title = "MonthCountsQuestion")]
    MonthCounts {
        /// The most months of a piece.
        max: i64,
        /// The most pieces an answer may hold.
        most: u8,
    },
    /// Answered by a list of periods, `["2021-12/2024-03", "2024-04/.. 12000 arrears"]`: the first month and the last, `..`
    /// where it goes on, then the base in yuan where `base` says so, and the kind, one of `options`, the first where none
    /// is named. The answers to other questions follow from it, unless they have their own.
    #[schemars(title = "PeriodsQuestion")]
    Periods {
        /// The kinds, the usual one first.
        options: Vec<OptionName<'a>>,
        /// The most periods an answer may hold.
        most: u8,
        /// Whether the base of the months is asked for.
        base: bool,
    },
}

/// A multiple of a figure that changes with the years.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Multiple")]
#[serde(rename_all = "camelCase")]
struct MultipleSummary<'a> {
    /// The figure's id.
    of: &'a str,
    percent: i64,
    /// Of how many last months the question counts those that reach it.
    last_months: Option<u16>,
    figures: Vec<Figure>,
}

/// The figure of some months.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct Figure {
    /// The first month, such as `2026-07`.
    from: Month,
    /// The last month.
    to: Month,
    /// Yuan a month; several where sources disagree, none where nothing was found.
    yuan: Vec<i64>,
    grade: Grade,
}

fn multiple(scheme: &Scheme, position: usize) -> Option<MultipleSummary<'_>> {
    let multiple = scheme.questions[position].multiple.as_ref()?;
    let parameter = scheme.parameters.get(multiple.of.position()?)?;
    let figure = |value: &ParameterValue| Figure {
        from: value.from,
        to: value.to,
        yuan: value.readings().collect(),
        grade: value.cite.grade,
    };
    Some(MultipleSummary {
        of: &parameter.id,
        percent: multiple.percent,
        last_months: scheme.window_of(position),
        figures: parameter.values.iter().map(figure).collect(),
    })
}

/// The smallest or the largest answer; of records, the most there may be.
#[derive(Serialize)]
#[serde(untagged)]
enum Bound {
    Number(i64),
    Day(Date),
}

/// An option of a choice.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Option")]
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
        noun: &question.noun,
        help: question.help.as_ref(),
        kind: kind_name(&question.kind),
        unit: None,
        min: None,
        max: None,
        most: None,
        decimals: None,
        options: None,
        base: None,
        follows: scheme.follows_of(position).is_some(),
        multiple: multiple(scheme, position),
        scope: question.scope,
        changes: question.changes,
        conditional: question.when.is_some(),
        used_by: used_by.map(|(id, _)| id.as_str()).collect(),
    };
    match &question.kind {
        AnswerKind::YesNo => {}
        AnswerKind::Choice(choices) => {
            summary.options = Some(choices.iter().map(option_name).collect());
        }
        AnswerKind::Number { unit, min, max, decimals, .. } => {
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
        AnswerKind::MonthCounts { most, max } => {
            summary.max = Some(Bound::Number(*max));
            summary.most = Some(*most);
        }
        AnswerKind::Periods { most, kinds, base, .. } => {
            summary.options = Some(kinds.iter().map(option_name).collect());
            summary.most = Some(*most);
            summary.base = Some(*base);
        }
    }
    summary
}

fn option_name(choice: &Choice) -> OptionName<'_> {
    OptionName { id: &choice.id, zh: &choice.name.zh, en: &choice.name.en }
}

fn kind_name(kind: &AnswerKind) -> &'static str {
    match kind {
        AnswerKind::YesNo => "yes-no",
        AnswerKind::Choice(_) => "choice",
        AnswerKind::Number { .. } => "number",
        AnswerKind::Date { .. } => "date",
        AnswerKind::Dates { .. } => "dates",
        AnswerKind::MonthCounts { .. } => "month-counts",
        AnswerKind::Periods { .. } => "periods",
    }
}
