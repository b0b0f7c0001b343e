//! Answers as an address writes them: letters, digits, hyphens and full stops only.

use jiff::civil::Date;

use crate::answers::{Period, Value};
use crate::scheme::{AnswerKind, Question};

/// No, zero, no records: for every kind of question the same word, which an address leaves out.
pub(super) const NONE: &str = "none";

/// Writes an answer.
pub(crate) fn written(question: &Question, value: &Value) -> String {
    match value {
        value if Value::none(&question.kind).as_ref() == Some(value) => NONE.to_owned(),
        Value::Flag(flag) => if *flag { "1" } else { "0" }.to_owned(),
        Value::Option(option) => option.clone(),
        Value::Number(number) => number.to_string(),
        Value::Date(date) => written_date(*date),
        Value::Dates(dates) if dates.is_empty() => "-".to_owned(),
        Value::Dates(dates) => {
            dates.iter().map(|date| written_date(*date)).collect::<Vec<_>>().join(".")
        }
        Value::MonthCounts(counts) => {
            counts.iter().map(i64::to_string).collect::<Vec<_>>().join(".")
        }
        Value::Periods(periods) => {
            let periods = periods.iter().map(|period| period.linked(&question.kind));
            periods.collect::<Vec<_>>().join(".")
        }
    }
}

/// Writes a day as eight digits.
pub(crate) fn written_date(date: Date) -> String {
    let number = i32::from(date.year()) * 10_000 + i32::from(date.month()) * 100;
    format!("{:08}", number + i32::from(date.day()))
}

/// Reads an answer; `None` where it is none to such a question.
pub(super) fn read(question: &Question, given: &str) -> Option<Value> {
    if let Some(none) = Value::none(&question.kind).filter(|_| given == NONE) {
        return Some(none);
    }
    Some(match &question.kind {
        AnswerKind::YesNo => Value::Flag(match given {
            "1" => true,
            "0" => false,
            _ => return None,
        }),
        AnswerKind::Choice(_) => Value::Option(given.to_owned()),
        AnswerKind::Number { .. } => Value::Number(given.parse().ok()?),
        AnswerKind::Date { .. } => Value::Date(read_date(given)?),
        AnswerKind::Dates { .. } if given == "-" => Value::Dates(Vec::new()),
        AnswerKind::Dates { .. } => {
            Value::dates(given.split('.').map(read_date).collect::<Option<Vec<_>>>()?)
        }
        // A single number, as links say that were written when the question took one, is one piece.
        AnswerKind::MonthCounts { .. } => {
            let counts = given.split('.').map(|count| count.parse().ok());
            Value::month_counts(counts.collect::<Option<Vec<i64>>>()?)
        }
        kind @ AnswerKind::Periods { .. } => {
            let periods = given.split('.').map(|period| Period::unlinked(period, kind));
            Value::periods(periods.collect::<Option<Vec<_>>>()?)
        }
    })
}

/// Reads a day of eight digits.
pub(super) fn read_date(given: &str) -> Option<Date> {
    let digits = given.len() == 8 && given.bytes().all(|byte| byte.is_ascii_digit());
    let number: i32 = digits.then(|| given.parse().ok()).flatten()?;
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    Date::new(year as i16, month as i8, day as i8).ok()
}
