//! Advice: every suggestion does what it promises, nothing smaller does, and the published examples find their way
//! back.

mod check;
mod examples;
mod laws;
mod months;
mod open;

use jifen::answers::{Answers, Value};
use jifen::assess::{Assessment, ConditionState, FixStep, Need, assess};
use jifen::outlook::{self, Suggestion};
use jifen::scheme::Question;
use jiff::Span;
use jiff::civil::Date;

use crate::people::Person;

/// Random people a scheme.
const PEOPLE: u32 = 100;

/// The day after so many full months.
fn later(on: Date, months: i64) -> Date {
    let day = on.checked_add(Span::new().months(months)).expect("a day of the calendar");
    if day.day() < on.day() { day.tomorrow().expect("a day of the calendar") } else { day }
}

fn value(question: &Question, need: &Need, given: Option<&Value>) -> Value {
    if let Need::OneOf(options) = need {
        assert_eq!(options.len(), 1, "a suggestion names one option");
    }
    need.answer(question, given).unwrap_or_else(|| panic!("{need:?} is no answer to {question:?}"))
}

/// How somebody who lives so comes out on a day, after some steps.
fn after<'s>(
    person: &Person,
    life: &Answers,
    steps: impl IntoIterator<Item = &'s FixStep>,
    day: Date,
) -> Assessment {
    let mut answers = life.clone();
    for step in steps {
        let question = &person.scheme.questions[step.question];
        let value = value(question, &step.need, answers.get(&question.id));
        answers.set(&question.id, Some(value));
    }
    assess(person.scheme, &answers, day)
}

/// Whether a condition stands in nobody's way.
fn holds(state: ConditionState) -> bool {
    matches!(state, ConditionState::Met | ConditionState::NotApplicable)
}

/// Whether an assessment achieves what a suggestion promises.
fn achieves(person: &Person, suggestion: &Suggestion, assessment: &Assessment) -> bool {
    match suggestion.kind {
        outlook::SuggestionKind::Reaches(line) => {
            let threshold = person.scheme.line.threshold == Some(line);
            let points = if threshold { Some(assessment.total) } else { assessment.ranked };
            assessment.conditions.iter().all(|result| holds(result.state))
                && points.is_some_and(|points| points.low >= line)
        }
        outlook::SuggestionKind::MeetsCondition(condition) => {
            holds(assessment.conditions[condition].state)
        }
        outlook::SuggestionKind::Closer => true,
    }
}
