//! What is wrong with what was typed, in words: what, why, and what to do.

use jifen::answers::scale;
use jifen::scheme::{AnswerKind, Question, Unit};

use crate::text::history::HistoryPhrases;
use crate::text::messages::format;
use crate::text::parse::{self, DatePart, EntryError};
use crate::text::phrases::{Phrases, day};

/// A fault in words.
pub(super) fn words(error: EntryError, question: &Question, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    match error {
        EntryError::Digits => format(messages.fault_digits, &[example(question)]),
        EntryError::Whole => format(messages.fault_whole, &[example(question)]),
        EntryError::Decimals(most) => format(messages.fault_decimals, &[&most.to_string()]),
        EntryError::Range(given) => match question.kind {
            AnswerKind::Number { unit, min, max, decimals, .. } => {
                let scale = scale(decimals);
                // Where years stand beside months, whole years are said as years.
                let in_years = |number: i64| parse::fields(question) == 2 && number % 12 == 0;
                let number = |number| match in_years(number) {
                    true => phrases.number(number / 12, Unit::Years, 0),
                    false => phrases.number(number, unit, decimals),
                };
                let parts = [number(given), number(min * scale), number(max * scale)];
                format(messages.fault_range, &[&parts[0], &parts[1], &parts[2]])
            }
            AnswerKind::MonthCounts { max, .. } => {
                let parts = [given, 0, max].map(|number| phrases.number(number, Unit::Months, 0));
                format(messages.fault_range, &[&parts[0], &parts[1], &parts[2]])
            }
            // The base of a period.
            _ => format(messages.fault_digits, &["12000"]),
        },
        EntryError::Part(part) => {
            let part = match part {
                DatePart::Year => messages.year,
                DatePart::Month => messages.month,
                DatePart::Day => messages.day,
            };
            format(messages.fault_part, &[part])
        }
        EntryError::Year => messages.fault_year.to_owned(),
        EntryError::Month(month) => format(messages.fault_month, &[&month.to_string()]),
        EntryError::Day { year, month, day } => {
            let parts = [year.to_string(), month.to_string(), day.to_string()];
            format(messages.fault_day, &[&parts[0], &parts[1], &parts[2]])
        }
        EntryError::Early(first) => format(messages.fault_early, &[&day(first, messages)]),
        EntryError::Late(last) => format(messages.fault_late, &[&day(last, messages)]),
        EntryError::NoMonth
        | EntryError::FirstMonth
        | EntryError::LateMonth(_)
        | EntryError::EarlyMonth(_)
        | EntryError::Backwards => HistoryPhrases::new(phrases).fault(error),
    }
}

/// A number that would fit.
fn example(question: &Question) -> &'static str {
    match question.kind {
        AnswerKind::Number { min, max, .. } if min <= 36 && max >= 36 => "36",
        AnswerKind::Number { min, max, .. } if min <= 6 && max >= 6 => "6",
        AnswerKind::Periods { .. } => "12000",
        AnswerKind::Date { .. } | AnswerKind::Dates { .. } | AnswerKind::MonthCounts { .. } => "6",
        _ => "2020",
    }
}
