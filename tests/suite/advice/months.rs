//! How long a suggestion takes, counted apart from the code that suggests it.

use jifen::answers::{Answers, Value, scale};
use jifen::assess::{FixStep, Need};
use jifen::outlook::project;
use jifen::scheme::{Growth, LeadTime, Unit};
use jiff::civil::Date;

use super::later;
use crate::people::Person;

/// The months until steps can be so: those that they count, and the lead times that sources state.
pub(super) fn months(person: &Person, steps: &[FixStep]) -> i64 {
    steps.iter().map(|step| counted(person, step).max(stated_lead(person, step))).max().unwrap_or(0)
}

/// The months until a number can be what a step says, counted one by one.
fn counted(person: &Person, step: &FixStep) -> i64 {
    let Person { scheme, on, answers } = person;
    let question = &scheme.questions[step.question];
    let (Need::Number { from, to }, true) = (&step.need, question.counts_time()) else { return 0 };
    let (unit, decimals) = question.kind.unit().expect("a number");
    let units = |number: i64| (number + scale(decimals) - 1) / scale(decimals);
    let yearly = unit != Unit::Months;
    let growth =
        |growth: &&Growth| growth.questions.iter().any(|one| one.position() == Some(step.question));
    let window = scheme.growths.iter().find(growth).and_then(|growth| growth.of_last);
    // A window loses a month as it gains one, until all it holds are new.
    let needed = if window.is_some() { units(*to) } else { units(to - from) };
    let round = scheme.questions.iter().find(|question| question.is_round());
    let round_on = |day: Date| {
        let later = project(scheme, answers, *on, day, &[]);
        let of = |answers: &Answers| match round.and_then(|round| answers.get(&round.id)) {
            Some(Value::Number(year)) => Some(*year),
            _ => None,
        };
        of(&later).zip(of(answers)).map_or(0, |(later, now)| later - now)
    };
    let passed = |months: i64| -> i64 {
        let day = later(*on, months);
        let begun = i64::from(day.year() - on.year()) * 12 + i64::from(day.month() - on.month());
        match (round.is_some(), yearly, question.calendar_months) {
            (true, true, _) => round_on(day),
            (true, false, _) => round_on(day) * 12,
            (false, true, _) => months / 12,
            (false, false, true) => begun,
            (false, false, false) => months,
        }
    };
    (0..=120).find(|months| passed(*months) >= needed).expect("what takes longer is not advised")
}

/// The months that a source says a step takes.
fn stated_lead(person: &Person, step: &FixStep) -> i64 {
    match person.scheme.questions[step.question].lead_to(step.option()) {
        Some(LeadTime::Stated(stated)) => i64::from(stated.months),
        Some(LeadTime::NotFound) | None => 0,
    }
}
