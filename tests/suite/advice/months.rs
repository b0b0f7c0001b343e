//! How long a suggestion takes, counted apart from the code that suggests it.

use jifen::answers::scale;
use jifen::assess::{FixStep, Need};
use jifen::scheme::{Growth, LeadTime, Unit};

use super::later;
use crate::lives::rounds_passed;
use crate::people::Person;

/// The months until steps can be so: those that they count, and the lead times that sources state.
pub(super) fn months(person: &Person, steps: &[FixStep]) -> i64 {
    steps.iter().map(|step| counted(person, step).max(stated_lead(person, step))).max().unwrap_or(0)
}

/// The months until a number can be what a step says, counted one by one.
fn counted(person: &Person, step: &FixStep) -> i64 {
    let Person { scheme, on, .. } = person;
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
    let passed = |months: i64| -> i64 {
        let day = later(*on, months);
        let begun = i64::from(day.year() - on.year()) * 12 + i64::from(day.month() - on.month());
        match (rounds_passed(person, day), yearly, question.calendar_months) {
            (Some(rounds), true, _) => rounds,
            (Some(rounds), false, _) => rounds * 12,
            (None, true, _) => months / 12,
            (None, false, true) => begun,
            (None, false, false) => months,
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
