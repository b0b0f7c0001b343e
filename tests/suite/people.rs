//! Random people: any scheme, any day, any answers that fit.

use std::fmt;
use std::sync::LazyLock;

use jifen::answers::{Answers, Value, scale};
use jifen::assess::{Assessment, ConditionState, assess};
use jifen::scheme::{AnswerKind, Editions, Question, Scheme};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::RngSeed;

use crate::rules::editions;

/// Every scheme in every edition, the one that is written whole first.
pub(crate) static SCHEMES: LazyLock<Vec<Scheme>> =
    LazyLock::new(|| editions().iter().flat_map(Editions::all).cloned().collect());

/// How a law is tried on people of chance: on the same ones every time, so that it fails for whoever broke it.
/// `JIFEN_PEOPLE` asks for as many of them as it says, `JIFEN_SEED` for others.
pub(crate) fn chance(people: u32) -> ProptestConfig {
    let asked = |name: &str| std::env::var(name).ok()?.parse::<u64>().ok();
    let people = asked("JIFEN_PEOPLE").and_then(|people| people.try_into().ok()).unwrap_or(people);
    ProptestConfig {
        cases: people,
        rng_seed: RngSeed::Fixed(asked("JIFEN_SEED").unwrap_or(2026)),
        failure_persistence: None,
        max_shrink_iters: 200,
        ..ProptestConfig::default()
    }
}

/// A person: which scheme, on which day, and an answer to every question.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) scheme: &'static Scheme,
    pub(crate) on: Date,
    pub(crate) answers: Answers,
}

impl fmt::Debug for Person {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} on {}: {:?}", self.scheme.id, self.on, self.answers)
    }
}

impl Person {
    pub(crate) fn assess(&self) -> Assessment {
        assess(self.scheme, &self.answers, self.on)
    }

    pub(crate) fn with(&self, question: &Question, value: Option<Value>) -> Person {
        let mut person = self.clone();
        person.answers.set(&question.id, value);
        person
    }
}

pub(crate) fn day(from: Date, to: Date) -> impl Strategy<Value = Date> {
    let days = from.until(to).map_or(0, |span| span.get_days());
    (0..=days.max(0))
        .prop_map(move |days| from.checked_add(jiff::Span::new().days(days)).unwrap_or(from))
}

/// Any answer that fits, the ends of a range more often than its middle.
fn answer(question: &'static Question, on: Date) -> BoxedStrategy<Value> {
    match &question.kind {
        AnswerKind::YesNo => any::<bool>().prop_map(Value::Flag).boxed(),
        AnswerKind::Choice(choices) => (0..choices.len())
            .prop_map(move |index| Value::Option(choices[index].id.clone()))
            .boxed(),
        AnswerKind::Number { min, max, decimals, .. } => {
            let step = scale(*decimals);
            let (low, high) = (min * step, max * step);
            prop_oneof![Just(low), Just(high), low..=high.min(low + 60 * step), low..=high]
                .prop_map(Value::Number)
                .boxed()
        }
        AnswerKind::Date { min, max } => day(*min, max.unwrap_or(on)).prop_map(Value::Date).boxed(),
        AnswerKind::Dates { most } => {
            let dates =
                proptest::collection::vec(day(date(2015, 1, 1), on), 0..=usize::from(*most));
            dates.prop_map(Value::Dates).boxed()
        }
        AnswerKind::MonthCounts { most, max } => {
            let few = proptest::collection::vec(1..=*max, 0..=2);
            let many = proptest::collection::vec(1..=(*max).min(30), 0..=usize::from(*most));
            prop_oneof![few, many].prop_map(Value::month_counts).boxed()
        }
        // These people answer what follows from a history by hand; histories have a suite of their own.
        AnswerKind::Periods { .. } => Just(Value::Periods(Vec::new())).boxed(),
    }
}

pub(crate) fn person() -> impl Strategy<Value = Person> {
    any_of((0..SCHEMES.len()).prop_map(|index| &SCHEMES[index]))
}

fn any_of(scheme: impl Strategy<Value = &'static Scheme>) -> impl Strategy<Value = Person> {
    (scheme, day(date(2024, 1, 1), date(2029, 12, 31))).prop_flat_map(|(scheme, on)| {
        let answers: Vec<_> =
            scheme.questions.iter().map(|question| answer(question, on)).collect();
        answers.prop_map(move |values| Person {
            scheme,
            on,
            answers: by_hand(scheme, values.into_iter().map(Some)),
        })
    })
}

/// Answers to some of a scheme's questions.
pub(crate) fn answers_of(scheme: &'static Scheme, on: Date) -> impl Strategy<Value = Answers> {
    let questions = scheme.questions.iter();
    let answers: Vec<_> =
        questions.map(|question| proptest::option::weighted(0.9, answer(question, on))).collect();
    answers.prop_map(move |values| by_hand(scheme, values))
}

/// Answers without histories.
fn by_hand(scheme: &Scheme, values: impl IntoIterator<Item = Option<Value>>) -> Answers {
    let questions = scheme.questions.iter().zip(values);
    let questions = questions.filter(|(question, _)| question.kind.period_kinds().is_empty());
    questions.filter_map(|(question, value)| Some((question.id.clone(), value?))).collect()
}

/// A few people's answers to a scheme's questions.
pub(crate) fn some_answers(scheme: &'static Scheme, count: usize) -> Vec<Answers> {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let people = any_of(Just(scheme));
    let person = |_| people.new_tree(&mut runner).expect("a person").current().answers;
    (0..count).map(person).collect()
}

/// A person, and the same person before some of the questions were answered. What is presumed of an unanswered
/// question is an answer as well, so such a question stays answered.
pub(crate) fn person_and_before() -> impl Strategy<Value = (Person, Person)> {
    (person(), any::<[bool; 64]>()).prop_map(|(whole, hidden)| {
        let mut before = whole.clone();
        for (question, hidden) in whole.scheme.questions.iter().zip(hidden) {
            if hidden && question.presume.is_none() {
                before.answers.set(&question.id, None);
            }
        }
        (whole, before)
    })
}

/// A person of one scheme whose answers meet most conditions that answers can meet, and the same person before some
/// of the questions were answered.
pub(crate) fn person_before_of(scheme: &'static Scheme) -> impl Strategy<Value = (Person, Person)> {
    let hidden = proptest::collection::vec(0_u8..12, scheme.questions.len());
    (any_of(Just(scheme)), hidden, any::<[bool; 32]>()).prop_map(|(mut whole, hidden, left)| {
        for (condition, left) in (0..whole.scheme.conditions.len()).zip(left) {
            if !left || condition % 3 == 0 {
                meet(&mut whole, condition);
            }
        }
        let mut before = whole.clone();
        for (question, hidden) in whole.scheme.questions.iter().zip(hidden) {
            if hidden == 0 && question.presume.is_none() {
                before.answers.set(&question.id, None);
            }
        }
        (whole, before)
    })
}

/// Meets a condition by another answer to one of its questions, where one does.
fn meet(person: &mut Person, condition: usize) {
    for position in person.scheme.conditions[condition].uses.clone() {
        if person.assess().conditions[condition].state != ConditionState::Unmet {
            return;
        }
        let question = &person.scheme.questions[position];
        let values: Vec<Value> = match &question.kind {
            AnswerKind::YesNo => vec![Value::Flag(true), Value::Flag(false)],
            AnswerKind::Choice(choices) => {
                choices.iter().map(|choice| Value::Option(choice.id.clone())).collect()
            }
            AnswerKind::Number { min, max, .. } => vec![Value::Number(*max), Value::Number(*min)],
            AnswerKind::Dates { .. } => vec![Value::Dates(Vec::new())],
            AnswerKind::Date { .. } => vec![Value::Date(date(1990, 6, 15))],
            AnswerKind::MonthCounts { max, .. } => {
                vec![Value::month_counts([*max]), Value::month_counts([])]
            }
            AnswerKind::Periods { .. } => Vec::new(),
        };
        for value in values {
            let met = person.with(question, Some(value));
            if met.assess().conditions[condition].state != ConditionState::Unmet {
                *person = met;
                break;
            }
        }
    }
}
