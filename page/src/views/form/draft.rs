//! What stands in the fields of a question, and the answer that it makes.

use jifen::answers::Value;
use jifen::scheme::{AnswerKind, Question};
use jiff::civil::Date;

use crate::text::parse::{self, EntryError};
use crate::text::period;

/// What stands in the fields of a question. It stays as typed until it is an answer or is taken back.
#[derive(Clone, Default)]
pub(super) struct Draft {
    /// The fields in order; three for each date, and those of a piece for each piece.
    pub(super) typed: Vec<String>,
    /// What is wrong with it, once the person has left the question.
    pub(super) error: Option<EntryError>,
    /// Whether the person is typing, so that it counts when they pause.
    pub(super) typing: bool,
}

impl Draft {
    /// Returns the fields that show an answer.
    pub(super) fn of(question: &Question, value: Option<&Value>) -> Draft {
        let typed = match (&question.kind, value) {
            // The chip says it.
            (AnswerKind::Number { .. }, Some(Value::Number(0))) => {
                vec![String::new(); parse::fields(question)]
            }
            (AnswerKind::Number { .. }, _) => {
                parse::shown(question, value, parse::fields(question))
            }
            (_, Some(Value::Date(date))) => parts(*date),
            (_, Some(Value::Dates(dates))) => dates.iter().flat_map(|date| parts(*date)).collect(),
            // A piece stands ready to be typed.
            (AnswerKind::MonthCounts { .. }, Some(Value::MonthCounts(counts)))
                if !counts.is_empty() =>
            {
                counts.iter().flat_map(|months| parse::shown_piece(question, *months)).collect()
            }
            (AnswerKind::MonthCounts { .. }, _) => vec![String::new(); parse::fields(question)],
            (AnswerKind::Periods { .. }, Some(Value::Periods(periods))) if !periods.is_empty() => {
                periods.iter().flat_map(|one| period::shown(question, one)).collect()
            }
            (AnswerKind::Periods { .. }, _) => period::blank(question),
            (AnswerKind::Date { .. }, _) => vec![String::new(); 3],
            _ => Vec::new(),
        };
        Draft::typed(typed)
    }

    /// Returns fields that hold some words.
    pub(super) fn typed(typed: Vec<String>) -> Draft {
        Draft { typed, error: None, typing: false }
    }
}

/// Returns the answer that is typed, of which no day lies after `latest`; none where the fields are empty.
///
/// # Errors
/// Where what is typed is no answer to the question.
pub(super) fn read(
    question: &Question,
    typed: &[String],
    latest: Date,
) -> Result<Option<Value>, EntryError> {
    match &question.kind {
        AnswerKind::YesNo | AnswerKind::Choice(_) => Ok(None),
        AnswerKind::Periods { .. } => period::periods(question, typed, latest),
        AnswerKind::Number { .. } => parse::number(question, typed),
        AnswerKind::Date { min, max } => {
            Ok(parse::date(typed, Some(*min), max.unwrap_or(latest))?.map(Value::Date))
        }
        AnswerKind::Dates { .. } => {
            let mut dates = Vec::new();
            for record in typed.chunks(3) {
                match parse::date(record, None, latest)? {
                    Some(date) => dates.push(date),
                    // A record without a date is no answer yet.
                    None => return Ok(None),
                }
            }
            Ok((!dates.is_empty()).then(|| Value::dates(dates)))
        }
        AnswerKind::MonthCounts { .. } => {
            let mut counts = Vec::new();
            for piece in typed.chunks(parse::fields(question)) {
                match parse::piece(question, piece)? {
                    Some(months) => counts.push(months),
                    // As for a record: the rest of what there is may be missing.
                    None => return Ok(None),
                }
            }
            Ok((!counts.is_empty()).then(|| Value::month_counts(counts)))
        }
    }
}

/// A date as its three fields show it.
fn parts(date: Date) -> Vec<String> {
    vec![date.year().to_string(), date.month().to_string(), date.day().to_string()]
}
