//! What in a history is worth a second look. Nothing of it is refused: it stays as it was given.

use jiff::civil::Date;

use crate::answers::{Answers, Period, Value};
use crate::assess::calendar::later_by_years;
use crate::scheme::{Limits, Month, Parameter, Scheme};

/// The age from which somebody may work, in years.
const WORKING_AGE: i64 = 16;

/// The longest break that is passed over, in months.
const BREAK: i64 = 3;

/// The question for the day of birth, which all schemes share.
const BIRTH_DATE: &str = "birth-date";

/// Something to look at again. Periods are named by their places in the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HistoryNote {
    /// Two periods hold the same months, which count once.
    Overlap {
        /// The earlier and the later one.
        periods: [usize; 2],
        /// The months.
        months: [Month; 2],
    },
    /// Months in no period, more than three in a row.
    Break {
        /// The months.
        months: [Month; 2],
    },
    /// A period without its base: what asks for a multiple stays open.
    NoBase {
        /// The period.
        period: usize,
    },
    /// A base below what the least is in some months, or above the most.
    Beyond {
        /// The period.
        period: usize,
        /// The first months in which it is so.
        months: [Month; 2],
        /// The least and the most, in yuan a month.
        limits: [i64; 2],
    },
    /// A period that begins before the person may have worked.
    TooYoung {
        /// The period.
        period: usize,
        /// The month of that birthday.
        from: Month,
    },
}

/// Returns what in the answer to the question at a position is worth a second look; nothing where it is no history.
pub fn history_notes(
    scheme: &Scheme,
    question: usize,
    answers: &Answers,
    on: Date,
) -> Vec<HistoryNote> {
    let Some(asked) = scheme.questions.get(question) else { return Vec::new() };
    let Some(Value::Periods(periods)) = answers.get(&asked.id) else { return Vec::new() };
    let mut notes = Vec::new();
    let now = Month::of(on);
    overlaps(periods, now, &mut notes);
    breaks(periods, now, &mut notes);
    let parameter = parameter_of(scheme, question);
    for (place, period) in periods.iter().enumerate() {
        if let Some(parameter) = parameter {
            match period.base {
                None => notes.push(HistoryNote::NoBase { period: place }),
                Some(base) => notes.extend(beyond(parameter, period, place, base, now)),
            }
        }
    }
    if let Some(Value::Date(born)) = answers.get(BIRTH_DATE) {
        let from = Month::of(later_by_years(*born, WORKING_AGE));
        let young = periods.iter().position(|period| period.from < from);
        notes.extend(young.map(|period| HistoryNote::TooYoung { period, from }));
    }
    notes
}

fn overlaps(periods: &[Period], now: Month, notes: &mut Vec<HistoryNote>) {
    for (place, later) in periods.iter().enumerate() {
        for (earlier, one) in periods[..place].iter().enumerate() {
            let from = one.from.max(later.from);
            let to = one.to.unwrap_or(now).min(later.to.unwrap_or(now));
            if from <= to {
                notes.push(HistoryNote::Overlap { periods: [earlier, place], months: [from, to] });
            }
        }
    }
}

fn breaks(periods: &[Period], now: Month, notes: &mut Vec<HistoryNote>) {
    let mut reached: Option<Month> = None;
    // They stand in the order of their first months.
    for period in periods {
        if let Some(reached) = reached
            && reached.plus(BREAK + 1) < period.from
        {
            let months = [reached.plus(1), period.from.plus(-1)];
            notes.push(HistoryNote::Break { months });
        }
        let to = period.to.unwrap_or(now);
        reached = Some(reached.map_or(to, |reached| reached.max(to)));
    }
}

fn beyond(
    parameter: &Parameter,
    period: &Period,
    place: usize,
    base: i64,
    now: Month,
) -> Option<HistoryNote> {
    let to = period.to.unwrap_or(now);
    let beyond = |limits: &Limits| base < limits.least || base > limits.most;
    let mut values = parameter.during(period.from, to);
    let value = values.find(|value| value.limits.as_ref().is_some_and(beyond))?;
    let limits = value.limits.as_ref()?;
    Some(HistoryNote::Beyond {
        period: place,
        months: [value.from.max(period.from), value.to.min(to)],
        limits: [limits.least, limits.most],
    })
}

/// Returns the figures that the months of a history are held against.
fn parameter_of(scheme: &Scheme, history: usize) -> Option<&Parameter> {
    let follows = scheme.follows.iter();
    let following = follows.filter(|follows| follows.months.histories().contains(&history));
    let mut multiples = following
        .flat_map(|follows| &follows.questions)
        .filter_map(|question| scheme.questions.get(question.position()?)?.multiple.as_ref());
    scheme.parameters.get(multiples.next()?.of.position()?)
}
