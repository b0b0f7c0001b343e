//! Values as a person writes them into a cell, and as a rule file writes them.

use jifen::points::Points;
use jiff::civil::Date;
use jiff::fmt::strtime;

/// What sort of value stands somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Points, to the hundredth.
    Points,
    /// A whole number.
    Count,
    /// Yes or no.
    YesNo,
    /// A day.
    Day,
    /// A text, such as a document's number.
    Text,
}

impl Kind {
    /// What a cell has to hold.
    pub(super) fn wanted(self) -> &'static str {
        match self {
            Kind::Points => "points with two decimals at most",
            Kind::Count => "a whole number",
            Kind::YesNo => "true or false",
            Kind::Day => "a day such as 2026-12-31",
            Kind::Text => "a text",
        }
    }

    /// Whether a text is such a value.
    pub(super) fn reads(self, text: &str) -> bool {
        self.literal(text).is_some()
    }

    /// Returns a cell as the rule file writes such a value; `None` where it is none.
    pub(super) fn literal(self, cell: &str) -> Option<String> {
        match self {
            Kind::Points => {
                let points: Points = serde_json::from_str(plus_less(cell)).ok()?;
                Some(points.to_string())
            }
            Kind::Count => {
                // A spreadsheet may show a whole number with decimals.
                let whole = plus_less(cell).strip_suffix(".0").unwrap_or(plus_less(cell));
                whole.parse::<i64>().ok().map(|count| count.to_string())
            }
            Kind::YesNo => {
                cell.to_ascii_lowercase().parse::<bool>().ok().map(|yes| yes.to_string())
            }
            Kind::Day => day(cell).map(|day| quoted(&day.to_string())),
            Kind::Text => (!cell.is_empty()).then(|| quoted(cell)),
        }
    }

    /// Whether two cells say the same.
    pub(super) fn same(self, cell: &str, other: &str) -> bool {
        cell == other
            || self.literal(cell).is_some_and(|literal| Some(literal) == self.literal(other))
    }
}

/// A number without the sign that says nothing.
fn plus_less(cell: &str) -> &str {
    cell.strip_prefix('+').unwrap_or(cell)
}

/// Reads a day as rule files write it, or as spreadsheets do when they take it for one.
fn day(cell: &str) -> Option<Date> {
    let well_formed = |day: &Date| day.to_string().len() == 10;
    let parsed = cell.parse::<Date>().ok().filter(|_| cell.len() == 10);
    parsed.or_else(|| strtime::parse("%Y/%m/%d", cell).ok()?.to_date().ok()).filter(well_formed)
}

/// Returns a text as TOML writes it.
pub(super) fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}
