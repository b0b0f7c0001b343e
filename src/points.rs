//! Exact points. Nothing here or above ever counts points in floating point.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg};

use schemars::JsonSchema;
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Points, exact to the hundredth. Arithmetic saturates, so no rule file and no answer can overflow it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points {
    hundredths: i64,
}

impl Points {
    /// No points.
    pub const ZERO: Points = Points { hundredths: 0 };

    /// More points than anybody can say. Whatever is added to it or taken from it, it stays so.
    pub const UNBOUNDED: Points = Points { hundredths: i64::MAX };

    /// Makes points of a whole number of them.
    pub const fn whole(points: i64) -> Points {
        Points { hundredths: points.saturating_mul(100) }
    }

    /// Makes points of hundredths of a point.
    pub const fn from_hundredths(hundredths: i64) -> Points {
        Points { hundredths }
    }

    /// Returns the points in hundredths of a point.
    pub const fn hundredths(self) -> i64 {
        self.hundredths
    }

    /// Returns whether nobody can say how many these are, [`Points::UNBOUNDED`] or as many below zero.
    pub const fn is_unbounded(self) -> bool {
        self.hundredths == i64::MAX || self.hundredths <= -i64::MAX
    }

    /// Returns these points `count` times.
    pub const fn times(self, count: i64) -> Points {
        Points { hundredths: self.hundredths.saturating_mul(count) }
    }

    /// Makes points of a decimal number such as `10.5`: `None` where it has more than two decimals or is out of range.
    pub fn from_decimal(value: f64) -> Option<Points> {
        let hundredths = value * 100.0;
        let rounded = hundredths.round();
        let exact = (hundredths - rounded).abs() < 1e-6 && rounded.abs() < 9e15;
        exact.then_some(Points { hundredths: rounded as i64 })
    }
}

impl Add for Points {
    type Output = Points;

    fn add(self, other: Points) -> Points {
        match (self.is_unbounded(), other.is_unbounded()) {
            (true, _) => self,
            (false, true) => other,
            _ => Points { hundredths: self.hundredths.saturating_add(other.hundredths) },
        }
    }
}

impl Neg for Points {
    type Output = Points;

    fn neg(self) -> Points {
        Points { hundredths: self.hundredths.saturating_neg() }
    }
}

impl std::ops::Sub for Points {
    type Output = Points;

    fn sub(self, other: Points) -> Points {
        self + -other
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Points>>(points: I) -> Points {
        points.fold(Points::ZERO, Add::add)
    }
}

/// Writes points as a person does: no decimals where there are none, else as many as are needed.
impl fmt::Display for Points {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_unbounded() {
            return formatter.write_str(if self.hundredths < 0 { "-∞" } else { "∞" });
        }
        let sign = if self.hundredths < 0 { "-" } else { "" };
        let magnitude = self.hundredths.unsigned_abs();
        let (whole, rest) = (magnitude / 100, magnitude % 100);
        match rest {
            0 => write!(formatter, "{sign}{whole}"),
            rest if rest % 10 == 0 => write!(formatter, "{sign}{whole}.{}", rest / 10),
            rest => write!(formatter, "{sign}{whole}.{rest:02}"),
        }
    }
}

/// Writes a number in JSON and TOML, none where nobody can say how many; hundredths in a pack.
impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() && self.is_unbounded() {
            serializer.serialize_none()
        } else if !serializer.is_human_readable() || self.hundredths % 100 == 0 {
            let whole = if serializer.is_human_readable() { 100 } else { 1 };
            serializer.serialize_i64(self.hundredths / whole)
        } else {
            serializer.serialize_f64(self.hundredths as f64 / 100.0)
        }
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Points, D::Error> {
        struct Number;

        impl Visitor<'_> for Number {
            type Value = Points;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("points with at most two decimals")
            }

            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Points, E> {
                Ok(Points::whole(value))
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Points, E> {
                i64::try_from(value).map(Points::whole).map_err(E::custom)
            }

            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Points, E> {
                Points::from_decimal(value)
                    .ok_or_else(|| E::custom("points have at most two decimals"))
            }
        }

        if deserializer.is_human_readable() {
            deserializer.deserialize_any(Number)
        } else {
            i64::deserialize(deserializer).map(Points::from_hundredths)
        }
    }
}

impl JsonSchema for Points {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Points".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number", "multipleOf": 0.01 })
    }
}

/// Everything a value may still turn out to be: from `low` to `high`, both included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Range<T> {
    /// At least this much.
    pub low: T,
    /// At most this much.
    pub high: T,
}

/// Everything points may still turn out to be.
pub type PointsRange = Range<Points>;

impl PointsRange {
    /// Nothing, for certain.
    pub const ZERO: PointsRange = Range { low: Points::ZERO, high: Points::ZERO };
}

impl<T: Copy + Ord> Range<T> {
    /// Makes the range of a value that is certain.
    pub const fn exactly(value: T) -> Range<T> {
        Range { low: value, high: value }
    }

    /// Returns the value, where it is certain.
    pub fn certain(self) -> Option<T> {
        (self.low == self.high).then_some(self.low)
    }

    /// Returns whether it may still turn out to be `value`.
    pub fn contains(self, value: T) -> bool {
        self.low <= value && value <= self.high
    }

    /// Returns the smallest range around both.
    pub fn or(self, other: Range<T>) -> Range<T> {
        Range { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// Returns what lies in both, which have something in common.
    pub fn and(self, other: Range<T>) -> Range<T> {
        Range { low: self.low.max(other.low), high: self.high.min(other.high) }
    }

    /// Returns the range of the higher of both.
    pub fn highest(self, other: Range<T>) -> Range<T> {
        Range { low: self.low.max(other.low), high: self.high.max(other.high) }
    }

    /// Returns the range with nothing above `cap`.
    pub fn capped(self, cap: T) -> Range<T> {
        Range { low: self.low.min(cap), high: self.high.min(cap) }
    }

    /// Returns the range with nothing below `floor`.
    pub fn floored(self, floor: T) -> Range<T> {
        Range { low: self.low.max(floor), high: self.high.max(floor) }
    }
}

impl<T: Add<Output = T>> Add for Range<T> {
    type Output = Range<T>;

    fn add(self, other: Range<T>) -> Range<T> {
        Range { low: self.low + other.low, high: self.high + other.high }
    }
}

impl<T: Default + Add<Output = T>> Sum for Range<T> {
    fn sum<I: Iterator<Item = Range<T>>>(ranges: I) -> Range<T> {
        ranges.fold(Range::default(), Add::add)
    }
}

impl JsonSchema for PointsRange {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PointsRange".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let points = generator.subschema_for::<Points>();
        let mut low = points.clone();
        low.insert("description".to_owned(), "At least this much.".into());
        schemars::json_schema!({
            "description": "Everything points may still turn out to be: from `low` to `high`, both included.",
            "type": "object",
            "properties": {
                "low": low,
                "high": {
                    "anyOf": [points, { "type": "null" }],
                    "description": "At most this much; `null` where nobody can say how much.",
                },
            },
            "required": ["low", "high"],
            "additionalProperties": false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_can_say_stays_so() {
        let sum = Points::whole(5) + Points::UNBOUNDED - Points::whole(50);
        assert_eq!((sum, -sum < Points::ZERO), (Points::UNBOUNDED, true));
        assert_eq!((Points::whole(90) - sum).to_string(), "-∞");
    }

    #[test]
    fn points_read_as_a_person_writes_them() {
        let written = |hundredths| Points::from_hundredths(hundredths).to_string();
        assert_eq!(
            [12000, 9713, 1050, -5000, -29, 7].map(written),
            ["120", "97.13", "10.5", "-50", "-0.29", "0.07"]
        );
    }

    #[test]
    fn three_decimals_are_refused() {
        assert_eq!(Points::from_decimal(10.125), None);
    }
}
