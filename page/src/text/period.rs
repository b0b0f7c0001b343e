//! From what a person types into the fields of a period to the period, forgivingly.

use jifen::answers::{Period, Value};
use jifen::scheme::{Month, Question};
use jiff::civil::Date;

use crate::text::entry::EntryError;
use crate::text::parse::{fields, plain, whole};

/// The first year of which months are taken.
const FIRST_YEAR: u32 = 1950;

/// The largest base that is taken, in yuan a month.
const LARGEST_BASE: i64 = 9_999_999;

/// Reads the periods typed into fields, as many for each as [`fields`] says: first and last month, base where it is asked
/// for, and kind. Periods of which nothing is typed are none.
///
/// # Errors
/// The first thing that keeps a period from being one.
pub(crate) fn periods(
    question: &Question,
    typed: &[String],
    on: Date,
) -> Result<Option<Value>, EntryError> {
    let mut periods = Vec::new();
    for fields in typed.chunks(fields(question)) {
        periods.extend(period(question, fields, Month::of(on))?);
    }
    Ok((!periods.is_empty()).then(|| Value::periods(periods)))
}

fn period(question: &Question, typed: &[String], now: Month) -> Result<Option<Period>, EntryError> {
    let [from, to, .., kind] = typed else { return Ok(None) };
    let base = if typed.len() == 4 { typed[2].as_str() } else { "" };
    if [from.as_str(), to, base].iter().all(|typed| plain(typed).is_empty()) {
        return Ok(None);
    }
    let from = month(from)?.ok_or(EntryError::FirstMonth)?;
    let to = month(to)?;
    if from > now {
        return Err(EntryError::LateMonth(from));
    }
    if from.year() < FIRST_YEAR {
        return Err(EntryError::EarlyMonth(from));
    }
    match to {
        Some(to) if to > now => return Err(EntryError::LateMonth(to)),
        Some(to) if to < from => return Err(EntryError::Backwards),
        _ => {}
    }
    let first = question.kind.period_kinds().first().map(|kind| kind.id.as_str());
    let kind = if kind.is_empty() { first.unwrap_or_default() } else { kind };
    Ok(Some(Period { from, to, kind: kind.to_owned(), base: yuan(base)? }))
}

/// Reads a month: `202112`, `2021-12`, `2021.12`, `2021/12` or `2021年12月`; words for the present are no month.
fn month(typed: &str) -> Result<Option<Month>, EntryError> {
    let text = plain(typed);
    let text = text.trim_end_matches(['月', '起', '止']);
    if text.is_empty() || matches!(text, "至今" | "现在" | "今" | "now" | "Now") {
        return Ok(None);
    }
    let (year, number) = match text.split_once(|letter: char| !letter.is_ascii_digit()) {
        Some((year, number)) => (year, number),
        None => text.split_at(text.len().min(4)),
    };
    if year.len() != 4 {
        return Err(EntryError::NoMonth);
    }
    let part = |text: &str| whole(text).ok().and_then(|number| u32::try_from(number).ok());
    let month = part(year).zip(part(number));
    let month = month.and_then(|(year, number)| Month::new(year, number));
    month.map(Some).ok_or(EntryError::NoMonth)
}

/// Reads a base; fen are left out, as the months are held against whole yuan.
fn yuan(typed: &str) -> Result<Option<i64>, EntryError> {
    let text = plain(typed);
    let text = text.trim_end_matches('元');
    let whole_yuan = text.split('.').next().unwrap_or_default();
    if whole_yuan.is_empty() {
        return Ok(None);
    }
    let base = whole(whole_yuan)?;
    if (0..=LARGEST_BASE).contains(&base) { Ok(Some(base)) } else { Err(EntryError::Range(base)) }
}

/// Returns the fields of a period of which nothing is typed yet: it is of the usual kind.
pub(crate) fn blank(question: &Question) -> Vec<String> {
    let mut fields = vec![String::new(); fields(question)];
    let usual = question.kind.period_kinds().first();
    if let Some((kind, usual)) = fields.last_mut().zip(usual) {
        kind.clone_from(&usual.id);
    }
    fields
}

/// Returns what the fields of a period hold.
pub(crate) fn shown(question: &Question, period: &Period) -> Vec<String> {
    let month = |month: Month| format!("{:04}{:02}", month.year(), month.number());
    let mut shown = vec![month(period.from), period.to.map(month).unwrap_or_default()];
    if fields(question) == 4 {
        shown.push(period.base.map(|base| base.to_string()).unwrap_or_default());
    }
    shown.push(period.kind.clone());
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_understood_as_people_write_it() {
        let december = Month::new(2021, 12);
        for typed in
            ["202112", "2021-12", "2021.12", "2021/12", "2021年12月", "２０２１１２", " 2021 12"]
        {
            assert_eq!(month(typed), Ok(december), "{typed}");
        }
        assert_eq!(month("2021年3月"), Ok(Month::new(2021, 3)));
        assert_eq!(month("至今"), Ok(None));
        for typed in ["2112", "202113", "2021", "21-12", "soon", "2021-12-01"] {
            assert_eq!(month(typed), Err(EntryError::NoMonth), "{typed}");
        }
        assert_eq!(yuan("１２，３４５.60元"), Ok(Some(12_345)));
        assert_eq!(yuan("-1"), Err(EntryError::Range(-1)));
    }
}
