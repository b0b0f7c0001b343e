//! The answers as they will be on a later day, if the person goes on as now.

use jiff::civil::Date;

use crate::answers::{Answers, Value, number_bounds, step};
use crate::assess::calendar::full_months;
use crate::assess::{Facts, Known, Truth, presumed};
use crate::scheme::{Change, Kind, Question, Scheme, Unit};

/// The answers as they will be on day `to`, if the person goes on as on day `on`.
///
/// Months that can change and are more than none grow by the full months between the days, up to the question's
/// largest answer; years and times that change with time grow by full years. Where a scheme's round moves with
/// time, all of these are counted up to the round, so they grow by twelve months or a year for each round that
/// passes. `paused` holds the positions of questions whose facts will not go on.
pub fn carry(scheme: &Scheme, answers: &Answers, on: Date, to: Date, paused: &[usize]) -> Answers {
    let passed = Passed::between(scheme, on, to, paused);
    let mut later = answers.clone();
    for position in moving(scheme, answers, on) {
        let question = &scheme.questions[position];
        if let Some(Value::Number(number)) = answers.get(&question.id)
            && !paused.contains(&position)
        {
            let number = passed.grown(question, *number);
            later.set(&question.id, Some(Value::Number(number)));
        }
    }
    later
}

/// Positions of the questions whose answers grow while the person goes on as now. A round moves too, but nobody has
/// to do anything for that, so it is not among them.
pub fn going_on(scheme: &Scheme, answers: &Answers, on: Date) -> Vec<usize> {
    let grows = |position: &usize| !is_round(&scheme.questions[*position]);
    moving(scheme, answers, on).into_iter().filter(grows).collect()
}

/// Positions of the questions that are asked and whose answers move with time. A question that is not asked claims
/// nothing, and nothing goes on where nothing has begun.
fn moving(scheme: &Scheme, answers: &Answers, on: Date) -> Vec<usize> {
    let facts = Facts::new(scheme, answers, on);
    let moves = |(position, question): (usize, &Question)| {
        let begun = matches!(facts.known(position), Some(Known::Number(number)) if number > 0);
        let asked = facts.asked(position) != Truth::No;
        (asked && begun && (is_round(question) || pace(question).is_some())).then_some(position)
    };
    scheme.questions.iter().enumerate().filter_map(moves).collect()
}

/// Whether a question names the round that the scheme counts up to: a calendar year that moves with time.
fn is_round(question: &Question) -> bool {
    question.changes == Change::Time
        && matches!(question.kind, Kind::Number { unit: Unit::CalendarYear, .. })
}

/// How an answer grows.
#[derive(Clone, Copy)]
enum Pace {
    Monthly,
    Yearly,
}

fn pace(question: &Question) -> Option<Pace> {
    let Kind::Number { unit, .. } = question.kind else { return None };
    match (unit, question.changes) {
        (_, Change::Never) => None,
        (Unit::Months, _) => Some(Pace::Monthly),
        (Unit::Years | Unit::Times, Change::Time) => Some(Pace::Yearly),
        _ => None,
    }
}

/// The time that counts between two days.
struct Passed {
    months: i64,
    years: i64,
}

impl Passed {
    fn between(scheme: &Scheme, on: Date, to: Date, paused: &[usize]) -> Passed {
        match scheme.questions.iter().position(is_round) {
            Some(round) if paused.contains(&round) => Passed { months: 0, years: 0 },
            Some(round) => {
                let year = |day: Date| {
                    presumed(&scheme.questions[round], day).unwrap_or(i64::from(day.year()))
                };
                let years = (year(to) - year(on)).max(0);
                Passed { months: years * 12, years }
            }
            None => {
                let months = full_months(on, to);
                Passed { months, years: months / 12 }
            }
        }
    }

    /// A number as it will be, in the question's smallest step.
    fn grown(&self, question: &Question, number: i64) -> i64 {
        let Kind::Number { min, max, decimals, .. } = question.kind else { return number };
        let by = match pace(question) {
            Some(Pace::Monthly) => self.months,
            Some(Pace::Yearly) => self.years,
            None => self.years * i64::from(is_round(question)),
        };
        let (_, most) = number_bounds(min, max, decimals);
        number.saturating_add(by.saturating_mul(step(decimals))).min(most)
    }
}
