//! Numbers in their smallest step, and as a person writes them.

use crate::scheme::AnswerKind;

/// Returns the smallest and the largest number a question takes, in its smallest step.
pub(crate) fn number_bounds(min: i64, max: i64, decimals: u8) -> (i64, i64) {
    let scale = scale(decimals);
    (min.saturating_mul(scale), max.saturating_mul(scale))
}

/// Returns the smallest and the largest number that an answer counts, in its smallest step; of month counts, that of
/// all pieces. `None` for what counts nothing.
pub(crate) fn bounds(kind: &AnswerKind) -> Option<(i64, i64)> {
    match kind {
        AnswerKind::Number { min, max, decimals, .. } => Some(number_bounds(*min, *max, *decimals)),
        AnswerKind::MonthCounts { most, max } => Some((0, max.saturating_mul((*most).into()))),
        _ => None,
    }
}

/// Returns how many of its smallest steps make one unit of a number: 100 with two decimals.
pub fn scale(decimals: u8) -> i64 {
    10_i64.pow(u32::from(decimals.min(4)))
}

/// Writes a number as a person does, from its smallest step.
pub fn unscaled(number: i64, decimals: u8) -> String {
    let scale = scale(decimals).unsigned_abs();
    let sign = if number < 0 { "-" } else { "" };
    let (whole, rest) = (number.unsigned_abs() / scale, number.unsigned_abs() % scale);
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    let rest = format!("{rest:0width$}", width = usize::from(decimals.min(4)));
    format!("{sign}{whole}.{}", rest.trim_end_matches('0'))
}

/// Sets the digits before the decimal point in groups of three.
pub fn grouped(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let (whole, rest) = digits.split_once('.').map_or((digits, None), |(a, b)| (a, Some(b)));
    let mut text = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(rest) = rest {
        text.push('.');
        text.push_str(rest);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{grouped, unscaled};

    #[test]
    fn numbers_are_written_from_their_smallest_step() {
        assert_eq!(unscaled(1234, 0), "1234");
        assert_eq!(unscaled(1230, 2), "12.3");
        assert_eq!(unscaled(1204, 2), "12.04");
        assert_eq!(unscaled(-50, 2), "-0.5");
        assert_eq!(unscaled(-1200, 2), "-12");
    }

    #[test]
    fn money_is_grouped() {
        assert_eq!(grouped("100000000"), "100,000,000");
        assert_eq!(grouped("-1234.5"), "-1,234.5");
        assert_eq!(grouped("999"), "999");
    }
}
