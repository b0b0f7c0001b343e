//! Numbers as people write them: `5000元`, `1.5万`, `3年2个月`, `六个月`, digits of full width, commas between groups.

use jifen::scheme::Unit;

use crate::text::entry::EntryError;

/// The number of decimals that is kept while reading, and the steps of one that this makes.
const FINEST: u8 = 6;
const STEPS: i64 = 10_i64.pow(FINEST as u32);

/// What stands in a numeral of words: a digit, or what digits are multiplied by.
const NUMERALS: [(char, i64); 15] = [
    ('零', 0),
    ('〇', 0),
    ('一', 1),
    ('二', 2),
    ('两', 2),
    ('三', 3),
    ('四', 4),
    ('五', 5),
    ('六', 6),
    ('七', 7),
    ('八', 8),
    ('九', 9),
    ('十', 10),
    ('百', 100),
    ('千', 1_000),
];

/// What a number of digits may be multiplied by.
const MULTIPLES: [(&str, i64); 6] =
    [("百", 100), ("千", 1_000), ("k", 1_000), ("万", 10_000), ("萬", 10_000), ("w", 10_000)];

/// Reads a number, in steps of `decimals`, with or without its unit. It is asked for in `asked` and stands in a field beside
/// which `field` is written: years stand beside months, and count twelve.
///
/// # Errors
/// When it is no number, has other words beside it, or is not whole in the steps.
pub(super) fn quantity(
    text: &str,
    field: Unit,
    asked: Unit,
    decimals: u8,
) -> Result<i64, EntryError> {
    let text = text.to_ascii_lowercase();
    let (sign, mut rest) = text.strip_prefix('-').map_or((1, text.as_str()), |rest| (-1, rest));
    rest = rest.trim_start_matches(['¥', '￥']);
    let (mut total, mut before) = (0_i64, None);
    while !rest.is_empty() {
        let (number, after) = number(rest).ok_or(EntryError::Digits)?;
        let end = after.find(begins_number).unwrap_or(after.len());
        let (word, after) = after.split_at(end);
        let factor = match (word, before) {
            ("", None) => factor_of(field, asked),
            // 一年半
            ("", Some(before)) if number.is_half => Some(before),
            (word, _) => named_factor(word, asked),
        };
        let factor = factor.ok_or(EntryError::Digits)?;
        total = total.saturating_add(number.value.saturating_mul(factor));
        before = Some(factor);
        rest = after;
    }
    if before.is_none() {
        return Err(EntryError::Digits);
    }
    // What is out of every range stays whole.
    let total = total.min(i64::MAX / STEPS * STEPS);
    let step = STEPS / 10_i64.pow(u32::from(decimals.min(FINEST)));
    if total % step != 0 {
        return Err(if decimals == 0 { EntryError::Whole } else { EntryError::Decimals(decimals) });
    }
    Ok(sign * (total / step))
}

/// A number in steps of [`FINEST`].
struct Number {
    value: i64,
    is_half: bool,
}

fn begins_number(letter: char) -> bool {
    letter.is_ascii_digit() || letter == '半' || numeral(letter).is_some()
}

fn numeral(letter: char) -> Option<i64> {
    let found = NUMERALS.iter().find(|(numeral, _)| *numeral == letter);
    found.map(|(_, number)| *number).or((letter == '万').then_some(10_000))
}

/// Takes a number from the beginning of a text; `None` where none stands there.
fn number(text: &str) -> Option<(Number, &str)> {
    if let Some(rest) = text.strip_prefix('半') {
        // 半年, and not 半5.
        let half = Number { value: STEPS / 2, is_half: true };
        return Some((half, rest)).filter(|_| !rest.starts_with(begins_number));
    }
    let digits = |letter: char| letter.is_ascii_digit() || letter == '.';
    let end = text.find(|letter| !digits(letter)).unwrap_or(text.len());
    let (value, rest) = if end > 0 {
        let value = decimal(&text[..end])?;
        let multiple = MULTIPLES.iter().find_map(|(word, by)| {
            let rest = text[end..].strip_prefix(word)?;
            // `w` may begin a word.
            Some((*by, rest))
                .filter(|_| !rest.starts_with(|letter: char| letter.is_ascii_alphabetic()))
        });
        match multiple {
            Some((by, rest)) => {
                let (more, rest) = match number(rest) {
                    // 1万5千
                    Some((more, after)) if more.value >= STEPS * 100 => (more.value, after),
                    Some(_) => return None,
                    None => (0, rest),
                };
                (value.saturating_mul(by).saturating_add(more), rest)
            }
            None => (value, &text[end..]),
        }
    } else {
        let end = text.find(|letter| numeral(letter).is_none()).unwrap_or(text.len());
        let value = spelled(&text[..end])?;
        (value.saturating_mul(STEPS), &text[end..])
    };
    Some((Number { value, is_half: false }, rest))
}

/// Reads digits with at most one point, in steps of [`FINEST`].
fn decimal(digits: &str) -> Option<i64> {
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let rest = rest.trim_end_matches('0');
    if whole.is_empty() || rest.contains('.') {
        return None;
    }
    // A step finer than is kept shows as not whole in any step.
    let kept: String = rest.chars().chain(std::iter::repeat('0')).take(FINEST.into()).collect();
    let beyond = i64::from(rest.len() > kept.len());
    let mut value: i64 = 0;
    for digit in whole.bytes().chain(kept.bytes()) {
        value = value.saturating_mul(10).saturating_add(i64::from(digit - b'0'));
    }
    Some(value.saturating_add(beyond))
}

/// Reads a numeral of words, such as 三百二十 or 一万五千.
fn spelled(text: &str) -> Option<i64> {
    let (mut total, mut section, mut digit) = (0_i64, 0_i64, None);
    for letter in text.chars() {
        match numeral(letter)? {
            10_000 if total > 0 || (section == 0 && digit.is_none()) => return None,
            10_000 => {
                section += digit.take().unwrap_or_default();
                total = section.checked_mul(10_000)?;
                section = 0;
            }
            unit @ 10.. => section += digit.take().unwrap_or(1) * unit,
            // 二五 is no number.
            _ if digit.is_some_and(|digit| digit > 0) => return None,
            one => digit = Some(one),
        }
    }
    (!text.is_empty()).then(|| total + section + digit.unwrap_or_default())
}

/// Returns how many of what is asked for one of a unit is; `None` where it is another thing.
fn factor_of(unit: Unit, asked: Unit) -> Option<i64> {
    match (unit, asked) {
        (Unit::Years, Unit::Months) => Some(12),
        _ => (unit == asked).then_some(1),
    }
}

/// Returns the same of a unit by its name.
fn named_factor(word: &str, asked: Unit) -> Option<i64> {
    let units: &[Unit] = match word {
        "年" | "岁" | "周岁" | "周年" | "year" | "years" | "yr" | "yrs" | "y" => {
            &[Unit::Years, Unit::CalendarYear]
        }
        "月" | "个月" | "個月" | "month" | "months" | "mo" | "m" => &[Unit::Months],
        "天" | "日" | "day" | "days" => &[Unit::Days],
        "元" | "块" | "块钱" | "元钱" | "元人民币" | "人民币" | "yuan" | "rmb" | "cny" => {
            &[Unit::Yuan]
        }
        "人" | "个人" | "位" | "person" | "people" => &[Unit::People],
        "%" | "percent" => &[Unit::Percent],
        "次" | "回" | "time" | "times" => &[Unit::Times],
        "小时" | "个小时" | "hour" | "hours" | "h" => &[Unit::Hours],
        "毫升" | "ml" | "cc" => &[Unit::Millilitres],
        // 3个, whatever is counted.
        "个" => &[Unit::Months, Unit::People, Unit::Times],
        _ => return None,
    };
    units.iter().find_map(|unit| factor_of(*unit, asked))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, field: Unit, asked: Unit, decimals: u8) -> Result<i64, EntryError> {
        quantity(text, field, asked, decimals)
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, asked, decimals, number) in [
            ("5000元", Unit::Yuan, 0, 5_000),
            ("¥5000", Unit::Yuan, 0, 5_000),
            ("1.5万", Unit::Yuan, 0, 15_000),
            ("1.5万元", Unit::Yuan, 2, 1_500_000),
            ("1万5千", Unit::Yuan, 0, 15_000),
            ("1.2w", Unit::Yuan, 0, 12_000),
            ("8k", Unit::Yuan, 0, 8_000),
            ("一万五千元", Unit::Yuan, 0, 15_000),
            ("5年", Unit::Years, 0, 5),
            ("六个月", Unit::Months, 0, 6),
            ("半年", Unit::Months, 0, 6),
            ("一年半", Unit::Months, 0, 18),
            ("十二个月", Unit::Months, 0, 12),
            ("3年2个月", Unit::Months, 0, 38),
            ("1.5年", Unit::Months, 0, 18),
            ("2024年", Unit::CalendarYear, 0, 2_024),
            ("85%", Unit::Percent, 0, 85),
            ("3个", Unit::People, 0, 3),
            ("三百二十小时", Unit::Hours, 0, 320),
            ("40 hours", Unit::Hours, 0, 40),
            ("-5", Unit::Times, 0, -5),
            ("2.50", Unit::Times, 1, 25),
        ] {
            let text: String = text.chars().filter(|letter| *letter != ' ').collect();
            assert_eq!(read(&text, asked, asked, decimals), Ok(number), "{text}");
        }
        assert_eq!(read("5", Unit::Years, Unit::Months, 0), Ok(60));
        assert_eq!(read("-5年", Unit::Years, Unit::Months, 0), Ok(-60));
        assert_eq!(read("6个月", Unit::Years, Unit::Months, 0), Ok(6));
        assert_eq!(
            read("9".repeat(40).as_str(), Unit::Yuan, Unit::Yuan, 0).map(|number| number > 0),
            Ok(true)
        );
    }

    #[test]
    fn what_is_no_number_is_said_to_be_none() {
        for text in [
            "",
            "元",
            "abc",
            "5天",
            "1.2.3",
            ".5",
            "5元6",
            "1万5",
            "二五",
            "半",
            "半5年",
            "5年半年半",
            "5-6",
            "万",
        ] {
            let read = read(text, Unit::Yuan, Unit::Yuan, 0);
            assert!(
                matches!(read, Err(EntryError::Digits | EntryError::Whole)),
                "{text}: {read:?}"
            );
        }
        assert_eq!(read("1.5", Unit::People, Unit::People, 0), Err(EntryError::Whole));
        assert_eq!(read("1.555", Unit::Times, Unit::Times, 2), Err(EntryError::Decimals(2)));
        assert_eq!(read("1.0000001", Unit::Times, Unit::Times, 2), Err(EntryError::Decimals(2)));
        assert_eq!(read("3.5", Unit::Years, Unit::Months, 0), Ok(42));
        assert_eq!(read("3.3", Unit::Years, Unit::Months, 0), Err(EntryError::Whole));
    }
}
