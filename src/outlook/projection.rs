//! The answers as they will be on a later day, if the person goes on as now.

use jiff::civil::Date;

use crate::answers::{Answers, Value, number_bounds, scale};
use crate::assess::calendar::{full_months, months_begun};
use crate::assess::{Fact, Facts, presumed};
use crate::scheme::{AnswerKind, Change, Question, Scheme, Unit};

/// Returns the answers as they will be on day `to`, if the person goes on as on day `on`.
///
/// Months that can change and are more than none grow by the full months between the days, up to the question's
/// largest answer, or by the months of the calendar where the rules count them up to the end of a month; years and times that change with time grow by full years. Where a scheme's round moves with
/// time, all of these are counted up to the round, so they grow by twelve months or a year for each round that
/// passes. `paused` holds the positions of questions whose facts will not go on.
pub fn project(
    scheme: &Scheme,
    answers: &Answers,
    on: Date,
    to: Date,
    paused: &[usize],
) -> Answers {
    let mut later = answers.clone();
    Projection::of(scheme, answers, on, paused).project(to, &mut later);
    later
}

/// Returns the positions of the questions whose answers grow while the person goes on as now. A round moves too, but nobody has
/// to do anything for that, so it is not among them.
pub fn going_on(scheme: &Scheme, answers: &Answers, on: Date) -> Vec<usize> {
    let projection = Projection::of(scheme, answers, on, &[]);
    let goes_on = |position: &usize| !scheme.questions[*position].is_round();
    projection.growing.into_iter().map(|(position, _)| position).filter(goes_on).collect()
}

/// What grows from a day on.
pub(super) struct Projection<'a> {
    scheme: &'a Scheme,
    on: Date,
    /// The questions whose answers grow, each with its answer on the first day.
    pub(super) growing: Vec<(usize, i64)>,
    /// The question that names the round the scheme counts up to, and whether it stays where it is.
    round: Option<(usize, bool)>,
}

impl<'a> Projection<'a> {
    /// Finds what grows. A question that is not asked claims nothing, and nothing goes on where nothing has begun.
    pub(super) fn of(
        scheme: &'a Scheme,
        answers: &Answers,
        on: Date,
        paused: &[usize],
    ) -> Projection<'a> {
        let facts = Facts::new(scheme, answers, on);
        let number = |position| facts.known(position).and_then(Fact::number);
        let grows = |(position, question): (usize, &Question)| match number(position) {
            Some(number) if number > 0 && !paused.contains(&position) => {
                (question.is_round() || pace(question).is_some()).then_some((position, number))
            }
            _ => None,
        };
        let round = scheme.questions.iter().position(Question::is_round);
        Projection {
            scheme,
            on,
            growing: scheme.questions.iter().enumerate().filter_map(grows).collect(),
            round: round.map(|round| (round, paused.contains(&round))),
        }
    }

    /// Sets what grows to what it will be on a day.
    pub(super) fn project(&self, to: Date, later: &mut Answers) {
        let elapsed = self.elapsed(to);
        for (position, number) in &self.growing {
            let question = &self.scheme.questions[*position];
            let number = elapsed.grown(question, *number);
            let value = match (later.get(&question.id), &question.kind) {
                (Some(Value::MonthCounts(counts)), AnswerKind::MonthCounts { max, .. }) => {
                    Value::with_months(counts, number, *max)
                }
                _ => Value::Number(number),
            };
            later.set(&question.id, Some(value));
        }
    }

    /// Returns whether the answer to a question grows with time.
    pub(super) fn grows(&self, position: usize) -> bool {
        self.growing.iter().any(|(growing, _)| *growing == position)
    }

    /// Returns whether the answer to a question, or what is presumed of it, is another one on a day than on the day
    /// before.
    pub(super) fn changes_on(&self, position: usize, day: Date) -> bool {
        let before = self.elapsed(day.yesterday().unwrap_or(day));
        let after = self.elapsed(day);
        let question = &self.scheme.questions[position];
        match self.growing.iter().find(|(growing, _)| *growing == position) {
            Some((_, number)) => before.grown(question, *number) != after.grown(question, *number),
            None => question.is_round() && before.years != after.years,
        }
    }

    /// Returns the time that counts up to a day.
    pub(super) fn elapsed(&self, to: Date) -> Elapsed {
        match self.round {
            Some((_, true)) => Elapsed { months: 0, calendar_months: 0, years: 0 },
            Some((round, false)) => {
                let question = &self.scheme.questions[round];
                let year = |day: Date| presumed(question, day).unwrap_or(i64::from(day.year()));
                let years = (year(to) - year(self.on)).max(0);
                Elapsed { months: years * 12, calendar_months: years * 12, years }
            }
            None => {
                let months = full_months(self.on, to);
                let calendar_months = months_begun(self.on, to);
                Elapsed { months, calendar_months, years: months / 12 }
            }
        }
    }
}

/// How an answer grows.
#[derive(Clone, Copy)]
enum Pace {
    Monthly,
    Yearly,
}

fn pace(question: &Question) -> Option<Pace> {
    let (unit, _) = question.kind.unit()?;
    match (unit, question.changes) {
        (_, Change::Never) => None,
        (Unit::Months, _) => Some(Pace::Monthly),
        (Unit::Years | Unit::Times, Change::Time) => Some(Pace::Yearly),
        _ => None,
    }
}

/// The time that counts between two days.
pub(super) struct Elapsed {
    months: i64,
    /// Months of the calendar that have begun.
    calendar_months: i64,
    pub(super) years: i64,
}

impl Elapsed {
    /// Returns the months by which the answer to a question grows.
    pub(super) fn months(&self, question: &Question) -> i64 {
        if question.calendar_months { self.calendar_months } else { self.months }
    }

    /// Returns a number as it will be, in the question's smallest step.
    pub(super) fn grown(&self, question: &Question, number: i64) -> i64 {
        let (most, decimals) = match question.kind {
            AnswerKind::Number { min, max, decimals, .. } => {
                (number_bounds(min, max, decimals).1, decimals)
            }
            AnswerKind::MonthCounts { most, max } => (max.saturating_mul(most.into()), 0),
            _ => return number,
        };
        let by = match pace(question) {
            Some(Pace::Monthly) => self.months(question),
            Some(Pace::Yearly) => self.years,
            None => self.years * i64::from(question.is_round()),
        };
        number.saturating_add(by.saturating_mul(scale(decimals))).min(most)
    }
}
