//! What a cell can be: a month, months from one to another, a day, a number.

use crate::scheme::Month;

/// What a cell says of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time {
    /// A month.
    Month(Month),
    /// Months from one to another, never backwards.
    Months(Month, Month),
    /// A day, by its month and its number from 0 to 99.
    Day(Month, u32),
    /// A month that no year has.
    NoSuchMonth,
    /// Two months, of which the second is earlier.
    Backwards,
    /// From a month until today, whenever that was.
    NoEnd,
}

/// What is written at a number or a month to mark it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// `*`: paid later than due.
    pub(super) late: bool,
    /// `&`: put off.
    pub(super) deferred: bool,
}

/// Takes the marks off a cell.
pub(super) fn unmarked(cell: &str) -> (&str, Marks) {
    let is_mark = |character: char| matches!(character, '*' | '#' | '&' | ' ');
    let rest = cell.trim_matches(is_mark);
    let marks = |mark: char| rest.len() < cell.len() && cell.contains(mark);
    (rest, Marks { late: marks('*'), deferred: marks('&') })
}

/// Returns whether a cell says nothing: empty, or drawn as a line.
pub(super) fn is_blank(cell: &str) -> bool {
    cell.chars().all(|character| matches!(character, '-' | '/' | '\\' | ' ' | '_' | '~'))
}

/// Reads a cell that is nothing but a month, months or a day.
pub(super) fn time(cell: &str) -> Option<Time> {
    let (first, rest) = point(unmarked(cell).0)?;
    let rest = rest.trim_start();
    let is_clock = |character: char| matches!(character, '0'..='9' | ':' | '.');
    if rest.is_empty() || first.day.is_some() && rest.contains(':') && rest.chars().all(is_clock) {
        return Some(first.time());
    }
    let after = rest.trim_start_matches(['-', '~', '至', '到', ' ']);
    if after.len() == rest.len() {
        return None;
    }
    if matches!(after, "今" | "现在" | "目前") {
        return Some(Time::NoEnd);
    }
    let (last, rest) = point(after).or_else(|| first.later_in_year(after))?;
    rest.trim().is_empty().then(|| match (first.month(), last.month()) {
        (Some(from), Some(to)) if from <= to => Time::Months(from, to),
        (Some(_), Some(_)) => Time::Backwards,
        _ => Time::NoSuchMonth,
    })
}

/// Returns whether a cell is nothing but a year.
pub(super) fn is_year(cell: &str) -> bool {
    year(cell.trim_end_matches("度")).is_some()
}

/// Returns the first and the last month of a cell that is nothing but a year of the calendar; one that begins in July is
/// called 年度.
pub(super) fn year(cell: &str) -> Option<(Month, Month)> {
    let (year, count, rest) = figures(unmarked(cell).0.trim_end_matches('年'), 4);
    let is_year = count == 4 && rest.is_empty() && (1900..2100).contains(&year);
    Month::new(year, 1).zip(Month::new(year, 12)).filter(|_| is_year)
}

/// Returns the month of a cell that is one month, or a day.
pub(super) fn month_of(cell: &str) -> Option<Month> {
    match time(cell)? {
        Time::Month(month) | Time::Day(month, _) => Some(month),
        _ => None,
    }
}

/// Reads the month that a text begins with; returns what follows, too.
pub(super) fn month_at(text: &str) -> Option<(Month, &str)> {
    let (point, rest) = point(text)?;
    point.month().map(|month| (month, rest))
}

/// A month or a day as written.
struct Point {
    year: u32,
    number: u32,
    day: Option<u32>,
}

impl Point {
    fn month(&self) -> Option<Month> {
        Month::new(self.year, self.number)
    }

    fn time(&self) -> Time {
        match (self.month(), self.day) {
            (Some(month), Some(day)) => Time::Day(month, day),
            (Some(month), None) => Time::Month(month),
            (None, _) => Time::NoSuchMonth,
        }
    }

    /// Reads the second of two months of one year, such as the 12 of `2023年1-12月`.
    fn later_in_year<'a>(&self, text: &'a str) -> Option<(Point, &'a str)> {
        let (number, rest) = number_of_month(text)?;
        let rest = rest.strip_prefix('月').unwrap_or(rest);
        Some((Point { year: self.year, number, day: None }, rest))
    }
}

fn point(text: &str) -> Option<(Point, &str)> {
    let (year, count, rest) = figures(text, 4);
    if count != 4 || !(1900..2100).contains(&year) {
        return None;
    }
    let trimmed = rest.trim_start();
    if let Some(rest) = trimmed.strip_prefix('年') {
        let (number, rest) = number_of_month(rest.trim_start())?;
        let Some(rest) = rest.trim_start().strip_prefix('月') else {
            return Some((Point { year, number, day: None }, rest));
        };
        let rest = rest.strip_prefix('份').unwrap_or(rest);
        let day = number_of_month(rest.trim_start());
        let day = day.and_then(|(day, rest)| Some((day, rest.strip_prefix(['日', '号'])?)));
        let (day, rest) = day.map_or((None, rest), |(day, rest)| (Some(day), rest));
        return Some((Point { year, number, day }, rest));
    }
    if let Some(rest) = trimmed.strip_prefix(['-', '.', '/']) {
        let separator = trimmed.chars().next()?;
        let (number, rest) = number_of_month(rest)?;
        // Only a point makes a number of it: 2034.50 yuan.
        if separator == '.' && !(1..=12).contains(&number) {
            return None;
        }
        let day = rest.strip_prefix(separator).and_then(number_of_month);
        let (day, rest) = match day {
            Some((day, rest)) => (Some(day), rest),
            None => (None, rest.strip_prefix('月').unwrap_or(rest)),
        };
        return Some((Point { year, number, day }, rest));
    }
    let (number, count, rest) = figures(rest, 4);
    if figures(rest, 1).1 > 0 {
        return None;
    }
    match count {
        2 => Some((Point { year, number, day: None }, rest)),
        4 if (1..=1231).contains(&number) => {
            Some((Point { year, number: number / 100, day: Some(number % 100) }, rest))
        }
        _ => None,
    }
}

/// Reads one or two figures that no third follows.
fn number_of_month(text: &str) -> Option<(u32, &str)> {
    let (number, count, rest) = figures(text, 2);
    (count > 0 && figures(rest, 1).1 == 0).then_some((number, rest))
}

/// Reads figures, so many at most; returns how many there were, and what follows. Letters that a scanner takes for
/// figures are those.
fn figures(text: &str, most: usize) -> (u32, usize, &str) {
    let mut value = 0;
    let mut count = 0;
    for byte in text.bytes().take(most) {
        let figure = match byte {
            b'0'..=b'9' => byte - b'0',
            b'O' | b'o' => 0,
            b'I' | b'l' => 1,
            _ => break,
        };
        value = value * 10 + u32::from(figure);
        count += 1;
    }
    (value, count, &text[count..])
}

/// Reads a cell that is nothing but a number of yuan, or a plain number; returns it in hundredths. Numbers of ten
/// million and more are none: they are somebody's number, not an amount.
pub(super) fn number(cell: &str) -> Option<i64> {
    let text = unmarked(cell).0;
    let text = text.trim_start_matches('¥').trim_end_matches('元').trim();
    let (negative, text) = match text.strip_prefix('-') {
        Some(text) => (true, text),
        None => (false, text),
    };
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let mut value = 0_i64;
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if first.is_empty() || first.len() > 7 || !plain(first) || !plain(part) {
        return None;
    }
    value += first.parse::<i64>().ok()?;
    for group in groups {
        if group.len() != 3 || !plain(group) || first.len() > 3 {
            return None;
        }
        value = value * 1000 + group.parse::<i64>().ok()?;
        if value >= 10_000_000 {
            return None;
        }
    }
    let hundredths = part.bytes().chain(*b"00").take(2);
    let value = hundredths.fold(value, |value, digit| value * 10 + i64::from(digit - b'0'));
    let up = part.as_bytes().get(2).is_some_and(|digit| *digit >= b'5');
    let value = value + i64::from(up);
    Some(if negative { -value } else { value })
}

/// Reads a cell that is nothing but a whole number of some hundreds at most, such as a count of months.
pub(super) fn count(cell: &str) -> Option<u32> {
    let text = unmarked(cell).0;
    let text = text.strip_suffix("个月").or(text.strip_suffix('月')).unwrap_or(text).trim_end();
    let plain = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}
