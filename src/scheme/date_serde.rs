//! Calendar days in rule files and packs: `2026-01-31` for people, three small numbers in a pack. A pack's reader then
//! needs no date parser, which would take a quarter of the page's program.

use jiff::civil::Date;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

type Parts = (i16, i8, i8);

pub(super) fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() {
        day.serialize(serializer)
    } else {
        parts(*day).serialize(serializer)
    }
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    if deserializer.is_human_readable() {
        Date::deserialize(deserializer)
    } else {
        day(Parts::deserialize(deserializer)?)
    }
}

/// Reads and writes a day that may be missing.
pub(super) mod optional {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(
        day: &Option<Date>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            day.serialize(serializer)
        } else {
            day.map(parts).serialize(serializer)
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Date>, D::Error> {
        if deserializer.is_human_readable() {
            Option::deserialize(deserializer)
        } else {
            Option::<Parts>::deserialize(deserializer)?.map(day).transpose()
        }
    }
}

/// Reads and writes a list of days.
pub(super) mod list {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(
        days: &[Date],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            days.serialize(serializer)
        } else {
            serializer.collect_seq(days.iter().map(|day| parts(*day)))
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Date>, D::Error> {
        if deserializer.is_human_readable() {
            Vec::deserialize(deserializer)
        } else {
            Vec::<Parts>::deserialize(deserializer)?.into_iter().map(day).collect()
        }
    }
}

fn parts(day: Date) -> Parts {
    (day.year(), day.month(), day.day())
}

fn day<E: Error>((year, month, day): Parts) -> Result<Date, E> {
    Date::new(year, month, day).map_err(|_| E::custom("no such day"))
}
