//! Residence-permit points of Chinese cities: what you have, what you lack, and the clause that says so.
//!
//! The rules of a city are data: a [`scheme::Scheme`], read from a pack. What a person tells is kept as
//! [`answers::Answers`]; a question without an answer is open. [`assess::assess`] holds answers against a scheme on a day.
//! It reads no clock, touches no browser and panics on no input, and open answers make ranges, so that nothing it says can
//! be taken back by a later answer.
//!
//! ```no_run
//! use jifen::answers::{Answers, Plain};
//! use jifen::assess::{Verdict, assess};
//! use jifen::outlook::advise;
//! use jifen::scheme::Scheme;
//! use jiff::civil::date;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let scheme = Scheme::from_pack(&std::fs::read("shanghai.pack")?)?;
//! let on = date(2026, 11, 24);
//! let given = [("education".to_owned(), Plain::Text("bachelor".to_owned()))];
//! let answers = Answers::read(&scheme, given, on).map_err(|errors| format!("{errors:?}"))?;
//! let assessment = assess(&scheme, &answers, on);
//! println!("{} to {}", assessment.total.low, assessment.total.high);
//! if assessment.verdict != Verdict::Pass {
//!     println!("{:?}", advise(&scheme, &answers, on).suggestions);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Each module uses only those above it in this table:
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`points`] | exact points in hundredths, and ranges of them |
//! | [`scheme`] | what a rule file may say; packs; binding of references |
//! | [`glossary`] | where words that are explained stand in a text |
//! | [`records`] | what pasted text says of months, for the person to confirm |
//! | [`answers`] | what a person told, and whether it fits its question |
//! | [`assess`] | facts → formulas → conditions, total, verdict, fixes |
//! | [`outlook`] | what comes next: projection, forecast, advice, working days, calendar files |
//! | [`compare`] | schemes beside each other |
//! | [`diff`] | two editions side by side, and what a change of editions does to a person |
//! | [`examine`] | what a guide says to one person |
//! | [`link`] | answers ⇄ the fragment of an address, and a file |
//! | [`digest`] | a number for rules, answers and day, printed on paper |
//! | [`report`] | results with ids and clauses, for JSON |

pub mod answers;
pub mod assess;
pub mod compare;
pub mod diff;
pub mod digest;
pub mod examine;
pub mod glossary;
pub mod link;
mod order;
pub mod outlook;
pub mod points;
pub mod records;
pub mod report;
pub mod scheme;
