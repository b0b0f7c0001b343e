//! What is wrong with what was typed, in words: what, why, and what to do.

use jifen::scheme::{Kind, Question};

use crate::text::messages::fill;
use crate::text::parse::{Fault, Part};
use crate::text::phrases::{Say, day};

/// A fault in words.
pub(super) fn words(fault: Fault, question: &Question, say: &Say<'_>) -> String {
    let words = say.words;
    match fault {
        Fault::Digits => fill(words.fault_digits, &[example(question)]),
        Fault::Decimals(most) => fill(words.fault_decimals, &[&most.to_string()]),
        Fault::Range(given) => match question.kind {
            Kind::Number { unit, min, max, decimals } => {
                let step = 10_i64.pow(u32::from(decimals.min(4)));
                let number = |number| say.number(number, unit, decimals);
                let parts = [number(given), number(min * step), number(max * step)];
                fill(words.fault_range, &[&parts[0], &parts[1], &parts[2]])
            }
            _ => String::new(),
        },
        Fault::Part(part) => {
            let part = match part {
                Part::Year => words.year,
                Part::Month => words.month,
                Part::Day => words.day,
            };
            fill(words.fault_part, &[part])
        }
        Fault::Year => words.fault_year.to_owned(),
        Fault::Month(month) => fill(words.fault_month, &[&month.to_string()]),
        Fault::Day { year, month, day } => {
            let parts = [year.to_string(), month.to_string(), day.to_string()];
            fill(words.fault_day, &[&parts[0], &parts[1], &parts[2]])
        }
        Fault::Early(first) => fill(words.fault_early, &[&day(first, words)]),
        Fault::Late(last) => fill(words.fault_late, &[&day(last, words)]),
    }
}

/// A number that would fit.
fn example(question: &Question) -> &'static str {
    match question.kind {
        Kind::Number { min, max, .. } if min <= 36 && max >= 36 => "36",
        Kind::Number { min, max, .. } if min <= 6 && max >= 6 => "6",
        Kind::Date { .. } | Kind::Dates { .. } => "6",
        _ => "2020",
    }
}
