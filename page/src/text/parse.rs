//! From what a person types to an answer, forgivingly; or to what is wrong with it. The form and the guide's days both
//! read this way.

use jifen::answers::{Value, grouped, scale, unscaled};
use jifen::scheme::{AnswerKind, Question, Unit};
use jiff::civil::Date;

pub(crate) use crate::text::entry::{DatePart, EntryError};
use crate::text::quantity::quantity;

/// Reads a number typed into one field, or as years and months into two, with or without its unit. Nothing typed is no
/// answer.
///
/// # Errors
/// The first thing that keeps it from being an answer of the question.
pub(crate) fn number(question: &Question, typed: &[String]) -> Result<Option<Value>, EntryError> {
    let AnswerKind::Number { unit, decimals, min, max, .. } = question.kind else {
        return Ok(None);
    };
    Ok(counted(typed, unit, decimals, min, max)?.map(Value::Number))
}

/// Reads the months of a piece, typed as years and months. Nothing typed is no piece.
///
/// # Errors
/// The first thing that keeps it from being a piece of the question.
pub(crate) fn piece(question: &Question, typed: &[String]) -> Result<Option<i64>, EntryError> {
    let AnswerKind::MonthCounts { max, .. } = question.kind else { return Ok(None) };
    counted(typed, Unit::Months, 0, 0, max)
}

/// Reads a number typed into one field, or as years and months into two, in its smallest step.
fn counted(
    typed: &[String],
    unit: Unit,
    decimals: u8,
    min: i64,
    max: i64,
) -> Result<Option<i64>, EntryError> {
    let parts: Vec<String> = typed.iter().map(|text| plain(text)).collect();
    if parts.iter().all(String::is_empty) {
        return Ok(None);
    }
    let mut total = 0_i64;
    for (position, part) in parts.iter().enumerate() {
        let field = if parts.len() == 2 && position == 0 { Unit::Years } else { unit };
        let value = if part.is_empty() { 0 } else { quantity(part, field, unit, decimals)? };
        total = total.saturating_add(value);
    }
    let scale = scale(decimals);
    if total < min.saturating_mul(scale) || total > max.saturating_mul(scale) {
        return Err(EntryError::Range(total));
    }
    Ok(Some(total))
}

/// Reads a date typed as year, month and day. Nothing typed is no date.
///
/// # Errors
/// The first thing that keeps it from being a date between `earliest` and `latest`.
pub(crate) fn date(
    typed: &[String],
    earliest: Option<Date>,
    latest: Date,
) -> Result<Option<Date>, EntryError> {
    let [year, month, day] = typed else { return Ok(None) };
    let [year, month, day] = [(year, "年"), (month, "月"), (day, "日")].map(|(text, unit)| {
        let text = plain(text);
        text.strip_suffix(unit).or(text.strip_suffix('号')).unwrap_or(&text).to_owned()
    });
    if year.is_empty() && month.is_empty() && day.is_empty() {
        return Ok(None);
    }
    let named = [(&year, DatePart::Year), (&month, DatePart::Month), (&day, DatePart::Day)];
    if let Some((_, part)) = named.into_iter().find(|(text, _)| text.is_empty()) {
        return Err(EntryError::Part(part));
    }
    let year_number = whole(&year)?;
    if year.len() != 4 {
        return Err(EntryError::Year);
    }
    let (month, day) = (whole(&month)?, whole(&day)?);
    let year = i16::try_from(year_number).map_err(|_| EntryError::Year)?;
    let first = i8::try_from(month).ok().and_then(|month| Date::new(year, month, 1).ok());
    let first = first.ok_or(EntryError::Month(month))?;
    let date = i8::try_from(day).ok().and_then(|day| Date::new(year, first.month(), day).ok());
    let date = date.ok_or(EntryError::Day { year, month: first.month(), day })?;
    match earliest {
        Some(earliest) if date < earliest => Err(EntryError::Early(earliest)),
        _ if date > latest => Err(EntryError::Late(latest)),
        _ => Ok(Some(date)),
    }
}

/// Reads a whole date put into one field, such as `1989-06-12` or `19890612`, into its three parts.
pub(crate) fn pasted(text: &str) -> Option<[String; 3]> {
    let text: String = text.chars().map(half_width).collect();
    let mut groups: Vec<String> = text
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .map(str::to_owned)
        .collect();
    if let [whole] = groups.as_slice()
        && whole.len() == 8
    {
        groups = vec![whole[..4].to_owned(), whole[4..6].to_owned(), whole[6..].to_owned()];
    }
    <[String; 3]>::try_from(groups)
        .ok()
        .filter(|[year, month, day]| year.len() == 4 && month.len() <= 2 && day.len() <= 2)
}

/// Returns what the number fields of a question hold when they show an answer.
pub(crate) fn shown(question: &Question, value: Option<&Value>, fields: usize) -> Vec<String> {
    let (Some(Value::Number(number)), AnswerKind::Number { unit, decimals, .. }) =
        (value, &question.kind)
    else {
        return vec![String::new(); fields];
    };
    if fields == 2 {
        return shown_piece(question, *number);
    }
    let text = unscaled(*number, *decimals);
    vec![if *unit == Unit::Yuan { grouped(&text) } else { text }]
}

/// Returns how many fields an answer takes, or each record or piece of it: two where months run into years.
pub(crate) fn fields(question: &Question) -> usize {
    match question.kind {
        AnswerKind::Number { unit: Unit::Months, max: 24.., .. }
        | AnswerKind::MonthCounts { max: 24.., .. } => 2,
        AnswerKind::Date { .. } | AnswerKind::Dates { .. } => 3,
        AnswerKind::Periods { base, .. } => 3 + usize::from(base),
        _ => 1,
    }
}

/// Returns what the fields of a piece hold.
pub(crate) fn shown_piece(question: &Question, months: i64) -> Vec<String> {
    match fields(question) {
        2 => vec![(months / 12).to_string(), (months % 12).to_string()],
        _ => vec![months.to_string()],
    }
}

/// Returns a text without what input methods and habits add: full-width forms, spaces, marks between groups.
pub(super) fn plain(text: &str) -> String {
    let wanted =
        |letter: &char| !letter.is_whitespace() && !matches!(letter, ',' | '\'' | '’' | '_');
    text.chars().map(half_width).filter(wanted).collect()
}

fn half_width(letter: char) -> char {
    match letter {
        '０'..='９' => {
            char::from_u32(u32::from(letter) - u32::from('０') + u32::from('0')).unwrap_or(letter)
        }
        '，' => ',',
        '．' | '。' => '.',
        '－' | '−' | '–' => '-',
        '％' => '%',
        _ => letter,
    }
}

/// Reads a whole number of digits.
pub(super) fn whole(text: &str) -> Result<i64, EntryError> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(EntryError::Digits);
    }
    let number = digits.bytes().fold(0_i64, |number, digit| {
        number.saturating_mul(10).saturating_add(i64::from(digit - b'0'))
    });
    Ok(sign * number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil;

    fn parts(year: &str, month: &str, day: &str) -> [String; 3] {
        [year, month, day].map(str::to_owned)
    }

    #[test]
    fn digits_of_an_input_method_are_digits() {
        assert_eq!(plain("１２ ，０００"), "12000");
        assert_eq!(plain("３３。5万"), "33.5万");
        assert_eq!(plain("１２,３45.6"), "12345.6");
        assert_eq!(whole(&plain("−7")), Ok(-7));
    }

    #[test]
    fn a_fault_says_what_is_wrong() {
        let today = civil::date(2026, 11, 24);
        let date = |typed: [String; 3]| date(&typed, Some(civil::date(1926, 1, 1)), today);
        assert_eq!(date(parts("", "", "")), Ok(None));
        assert_eq!(date(parts("1989", "", "12")), Err(EntryError::Part(DatePart::Month)));
        assert_eq!(date(parts("89", "6", "12")), Err(EntryError::Year));
        assert_eq!(date(parts("1989", "13", "1")), Err(EntryError::Month(13)));
        let day = EntryError::Day { year: 1989, month: 2, day: 30 };
        assert_eq!(date(parts("1989", "2", "30")), Err(day));
        assert_eq!(date(parts("1989", "02", "x")), Err(EntryError::Digits));
        assert_eq!(date(parts("2027", "1", "1")), Err(EntryError::Late(today)));
        for typed in [parts("１９８９", "６", "１２"), parts("1989年", "6月", "12号")] {
            assert_eq!(date(typed), Ok(Some(civil::date(1989, 6, 12))));
        }
        assert_eq!(date(parts("1989", "6.5", "1")), Err(EntryError::Digits));
    }

    #[test]
    fn a_whole_date_can_be_pasted() {
        assert_eq!(pasted("1989-06-12"), Some(parts("1989", "06", "12")));
        assert_eq!(pasted("1989年6月12日"), Some(parts("1989", "6", "12")));
        assert_eq!(pasted("19890612"), Some(parts("1989", "06", "12")));
        assert_eq!(pasted("1989"), None);
    }
}
