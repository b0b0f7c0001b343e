//! Answers as other programs write them.

use std::fmt;

use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// A value as JSON, TOML or JavaScript gives it, before it is held against a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Plain {
    /// `null`: not answered.
    Nothing,
    /// `true` or `false`.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// A list of strings.
    List(Vec<String>),
    /// A list of numbers.
    Numbers(Vec<f64>),
}

/// A member of a list.
#[derive(Deserialize)]
#[serde(untagged)]
enum Member {
    Text(String),
    Number(f64),
}

impl<'de> Deserialize<'de> for Plain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Plain, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = Plain;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter
                    .write_str("true, false, a number, a string or a list of strings or numbers")
            }

            fn visit_bool<E: de::Error>(self, flag: bool) -> Result<Plain, E> {
                Ok(Plain::Flag(flag))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Plain, E> {
                Ok(Plain::Number(number as f64))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Plain, E> {
                Ok(Plain::Number(number as f64))
            }

            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Plain, E> {
                Ok(Plain::Number(number))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Plain, E> {
                Ok(Plain::Text(text.to_owned()))
            }

            fn visit_unit<E: de::Error>(self) -> Result<Plain, E> {
                Ok(Plain::Nothing)
            }

            fn visit_none<E: de::Error>(self) -> Result<Plain, E> {
                Ok(Plain::Nothing)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Plain, A::Error> {
                let (mut texts, mut numbers) = (Vec::new(), Vec::new());
                while let Some(member) = list.next_element()? {
                    match member {
                        Member::Text(text) => texts.push(text),
                        Member::Number(number) => numbers.push(number),
                    }
                }
                match (texts.is_empty(), numbers.is_empty()) {
                    (_, true) => Ok(Plain::List(texts)),
                    (true, _) => Ok(Plain::Numbers(numbers)),
                    _ => Err(de::Error::custom("a list holds strings or numbers, not both")),
                }
            }
        }

        deserializer.deserialize_any(Any)
    }
}
