//! Whether an answer fits its question, and why it does not.

use jiff::civil::Date;
use thiserror::Error;

use super::number::{number_bounds, scale, unscaled};
use super::period::Period;
use super::plain::Plain;
use super::value::Value;
use crate::scheme::{AnswerKind, Month, Question};

/// Why an answer does not fit.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AnswerError {
    /// The scheme asks no such question.
    #[error("unknown question `{question}`; this scheme asks: {}", .known.join(", "))]
    UnknownQuestion {
        /// The id given.
        question: String,
        /// The ids that the scheme asks.
        known: Vec<String>,
    },
    /// The value is of another kind.
    #[error("`{question}` takes {expected}; leave it out where it is not known")]
    WrongKind {
        /// The question.
        question: String,
        /// What it takes.
        expected: &'static str,
    },
    /// The choice has no such option.
    #[error("`{question}` has no option `{given}`; its options are: {}", .options.join(", "))]
    UnknownOption {
        /// The question.
        question: String,
        /// The option given.
        given: String,
        /// The options there are.
        options: Vec<String>,
    },
    /// The value is out of range.
    #[error("`{question}` is {given}, which is out of range; it goes from {min} to {max}")]
    OutOfRange {
        /// The question.
        question: String,
        /// The value given.
        given: String,
        /// The smallest that fits.
        min: String,
        /// The largest that fits.
        max: String,
    },
}

impl Value {
    /// Holds a plain value against a question on a day. `null` is no answer.
    ///
    /// # Errors
    /// Where the value is of another kind, names no option, or is out of range.
    pub fn read(question: &Question, plain: Plain, on: Date) -> Result<Option<Value>, AnswerError> {
        let wrong = |expected| AnswerError::WrongKind { question: question.id.clone(), expected };
        let value = match (&question.kind, plain) {
            (_, Plain::Nothing) => return Ok(None),
            (AnswerKind::YesNo, Plain::Flag(flag)) => Value::Flag(flag),
            (AnswerKind::YesNo, _) => return Err(wrong("true or false")),
            (AnswerKind::Choice(_), Plain::Text(option)) => Value::Option(option),
            (AnswerKind::Choice(_), _) => return Err(wrong("the id of an option")),
            (AnswerKind::Number { decimals, .. }, Plain::Number(number)) => {
                scaled(number, *decimals).ok_or_else(|| wrong(number_form(*decimals)))?
            }
            (AnswerKind::Number { decimals, .. }, Plain::Text(text)) if *decimals > 0 => text
                .parse()
                .ok()
                .and_then(|number| scaled(number, *decimals))
                .ok_or_else(|| wrong(number_form(*decimals)))?,
            (AnswerKind::Number { decimals, .. }, _) => return Err(wrong(number_form(*decimals))),
            (AnswerKind::Date { .. }, Plain::Text(text)) => {
                Value::Date(day(&text).ok_or_else(|| wrong("a date such as 2026-01-31"))?)
            }
            (AnswerKind::Date { .. }, _) => return Err(wrong("a date such as 2026-01-31")),
            (AnswerKind::Dates { .. }, Plain::List(list)) => {
                let dates: Option<Vec<Date>> = list.iter().map(|text| day(text)).collect();
                let dates = dates.ok_or_else(|| wrong("a list of dates such as 2026-01-31"))?;
                Value::dates(dates)
            }
            (AnswerKind::Dates { .. }, _) => {
                return Err(wrong("a list of dates such as 2026-01-31"));
            }
            (AnswerKind::MonthCounts { .. }, plain) => {
                let numbers = match plain {
                    // One number is one piece: so the question could be answered before it took several.
                    Plain::Number(number) => vec![number],
                    Plain::Numbers(numbers) => numbers,
                    Plain::List(list) if list.is_empty() => Vec::new(),
                    _ => return Err(wrong(MONTH_COUNTS)),
                };
                let whole = |number: f64| (number.fract() == 0.0).then_some(number as i64);
                let counts: Option<Vec<i64>> = numbers.into_iter().map(whole).collect();
                Value::month_counts(counts.ok_or_else(|| wrong(MONTH_COUNTS))?)
            }
            (kind @ AnswerKind::Periods { .. }, Plain::List(list)) => {
                let periods = list.iter().map(|text| Period::read(text, kind));
                let periods: Option<Vec<Period>> = periods.collect();
                Value::periods(periods.ok_or_else(|| wrong(PERIODS))?)
            }
            (AnswerKind::Periods { .. }, _) => return Err(wrong(PERIODS)),
        };
        value.fits(question, on).map(|()| Some(value))
    }

    /// Checks that the value is one that a question takes on a day.
    ///
    /// # Errors
    /// What does not fit.
    pub fn fits(&self, question: &Question, on: Date) -> Result<(), AnswerError> {
        let out_of_range = |given: String, min: String, max: String| {
            Err(AnswerError::OutOfRange { question: question.id.clone(), given, min, max })
        };
        match (&question.kind, self) {
            (AnswerKind::YesNo, Value::Flag(_)) => Ok(()),
            (AnswerKind::Choice(choices), Value::Option(id)) => {
                if choices.iter().any(|choice| choice.id == *id) {
                    return Ok(());
                }
                Err(AnswerError::UnknownOption {
                    question: question.id.clone(),
                    given: id.clone(),
                    options: question.option_ids(),
                })
            }
            (AnswerKind::Number { min, max, decimals, .. }, Value::Number(number)) => {
                let (low, high) = number_bounds(*min, *max, *decimals);
                if (low..=high).contains(number) {
                    return Ok(());
                }
                out_of_range(unscaled(*number, *decimals), min.to_string(), max.to_string())
            }
            (AnswerKind::Date { min, max }, Value::Date(date)) => {
                let max = max.unwrap_or(on);
                if (*min..=max).contains(date) {
                    return Ok(());
                }
                out_of_range(date.to_string(), min.to_string(), max.to_string())
            }
            (AnswerKind::Dates { most }, Value::Dates(dates)) => {
                if dates.len() > usize::from(*most) {
                    return out_of_range(
                        format!("{} dates", dates.len()),
                        "none".to_owned(),
                        format!("{most} dates"),
                    );
                }
                match dates.iter().find(|date| **date > on) {
                    Some(late) => {
                        out_of_range(late.to_string(), "any past day".to_owned(), on.to_string())
                    }
                    None => Ok(()),
                }
            }
            (AnswerKind::MonthCounts { most, max }, Value::MonthCounts(counts)) => {
                if counts.len() > usize::from(*most) {
                    return out_of_range(
                        format!("{} month counts", counts.len()),
                        "none".to_owned(),
                        format!("{most} month counts"),
                    );
                }
                match counts.iter().find(|count| !(0..=*max).contains(*count)) {
                    Some(count) => out_of_range(count.to_string(), "0".to_owned(), max.to_string()),
                    None => Ok(()),
                }
            }
            (kind @ AnswerKind::Periods { most, .. }, Value::Periods(periods)) => {
                if periods.len() > usize::from(*most) {
                    return out_of_range(
                        format!("{} periods", periods.len()),
                        "none".to_owned(),
                        format!("{most} periods"),
                    );
                }
                periods.iter().try_for_each(|period| self::period(question, kind, period, on))
            }
            (kind, _) => Err(AnswerError::WrongKind {
                question: question.id.clone(),
                expected: match kind {
                    AnswerKind::YesNo => "true or false",
                    AnswerKind::Choice(_) => "the id of an option",
                    AnswerKind::Number { decimals, .. } => number_form(*decimals),
                    AnswerKind::Date { .. } => "a date such as 2026-01-31",
                    AnswerKind::Dates { .. } => "a list of dates such as 2026-01-31",
                    AnswerKind::MonthCounts { .. } => MONTH_COUNTS,
                    AnswerKind::Periods { .. } => PERIODS,
                },
            }),
        }
    }
}

/// What a question for month counts takes.
const MONTH_COUNTS: &str = "a list of whole months such as [3, 12]";

/// What a question for a history takes.
const PERIODS: &str = "a list of periods such as [\"2021-12/2024-03\", \"2024-04/.. 12000\"]: the first and the last month, `..` where it goes on, then the base in yuan and the kind";

/// The largest base that is taken, in yuan a month.
const LARGEST_BASE: i64 = 9_999_999;

/// Checks a period: it does not run backwards or lie in the future, its kind is one there is, and its base a figure.
fn period(
    question: &Question,
    kind: &AnswerKind,
    period: &Period,
    on: Date,
) -> Result<(), AnswerError> {
    let question = question.id.clone();
    if !kind.period_kinds().iter().any(|choice| choice.id == period.kind) {
        let options = kind.period_kinds().iter().map(|choice| choice.id.clone()).collect();
        return Err(AnswerError::UnknownOption { question, given: period.kind.clone(), options });
    }
    let now = Month::of(on);
    let out = |given: String, min: String, max: String| {
        Err(AnswerError::OutOfRange { question: question.clone(), given, min, max })
    };
    if period.from > now {
        return out(period.from.to_string(), FIRST_YEAR.to_string(), now.to_string());
    }
    if period.from.year() < FIRST_YEAR {
        return out(period.from.to_string(), FIRST_YEAR.to_string(), now.to_string());
    }
    if let Some(to) = period.to.filter(|to| *to < period.from || *to > now) {
        return out(to.to_string(), period.from.to_string(), now.to_string());
    }
    if let Some(base) = period.base.filter(|base| !(0..=LARGEST_BASE).contains(base)) {
        return out(base.to_string(), "0".to_owned(), LARGEST_BASE.to_string());
    }
    Ok(())
}

/// The first year of which months are taken.
const FIRST_YEAR: u32 = 1950;

fn number_form(decimals: u8) -> &'static str {
    match decimals {
        0 => "a whole number",
        1 => "a number with at most one decimal",
        2 => "a number with at most two decimals",
        3 => "a number with at most three decimals",
        _ => "a number with at most four decimals",
    }
}

fn scaled(number: f64, decimals: u8) -> Option<Value> {
    let scaled = number * scale(decimals) as f64;
    let exact = (scaled - scaled.round()).abs() < 1e-6 && scaled.abs() < 9e15;
    exact.then_some(Value::Number(scaled.round() as i64))
}

/// Reads a day written as `YYYY-MM-DD` and in no other way.
fn day(text: &str) -> Option<Date> {
    text.parse::<Date>().ok().filter(|day| day.to_string() == text)
}
