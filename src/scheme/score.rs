//! The closed set of formulas that give points. Closed, so that each can be bounded, inverted and linted.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::bind::{Bind, Found};
use super::{Amount, Citation, Predicate, Ref, Text};
use crate::points::Points;

/// A formula that gives points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Score {
    /// Points written in the rule.
    Fixed(Points),
    /// Points for each option of a choice. Every option has a row.
    Options {
        /// The choice.
        of: Ref,
        /// A row for each option.
        rows: Vec<OptionRow>,
    },
    /// Points by how large an amount is. A row holds from its `from` to the next row's.
    Steps {
        /// The amount.
        of: Amount,
        /// Rows with rising `from`.
        rows: Vec<StepRow>,
    },
    /// Points of the first row whose test holds.
    Rows {
        /// Rows, the first that holds counts.
        rows: Vec<TestRow>,
        /// Points where none holds.
        #[serde(default)]
        otherwise: Points,
    },
    /// Points for every so many of an amount.
    Each {
        /// The amount.
        of: Amount,
        /// How many earn the points once, at least 1.
        each: i64,
        /// The points earned.
        points: Points,
        /// Below this amount there are no points; from it on, all of the amount counts.
        #[serde(default)]
        from: i64,
        /// Part amounts earn part points, rounded half up to the hundredth; else only full ones count.
        #[serde(default)]
        prorated: bool,
    },
    /// Formulas added up.
    Sum(Vec<Score>),
    /// Only the highest of several formulas.
    Highest(Vec<Score>),
    /// A formula that never gives more than its cap.
    Capped {
        /// The formula.
        of: Box<Score>,
        /// The most it gives.
        cap: Points,
    },
    /// A formula that counts only when a test holds, else nothing.
    When {
        /// The test.
        test: Predicate,
        /// The formula.
        then: Box<Score>,
    },
    /// The sources leave open which of these formulas holds: the points stay a range, and no verdict rests on the better one.
    Either(Vec<Score>),
}

/// Points of an option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OptionRow {
    /// The option.
    pub option: Ref,
    /// Its points.
    pub points: Points,
    /// Where this row rests on other evidence than its indicator.
    #[serde(default)]
    pub cite: Option<Citation>,
}

/// Points from an amount on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StepRow {
    /// The smallest amount of the row.
    pub from: i64,
    /// Its points.
    pub points: Points,
    /// Where this row rests on other evidence than its indicator.
    #[serde(default)]
    pub cite: Option<Citation>,
}

/// Points where a test holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TestRow {
    /// The row as the rule names it.
    pub name: Text,
    /// When the row holds.
    pub when: Predicate,
    /// Its points.
    pub points: Points,
    /// Where this row rests on other evidence than its indicator.
    #[serde(default)]
    pub cite: Option<Citation>,
}

impl Bind for Score {
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>)) {
        match self {
            Score::Fixed(_) => {}
            Score::Options { of, rows } => {
                found(Found::Question(of));
                for row in rows {
                    found(Found::Option { question: of, option: &mut row.option });
                    row.cite.bind(found);
                }
            }
            Score::Steps { of, rows } => {
                of.bind(found);
                for row in rows {
                    row.cite.bind(found);
                }
            }
            Score::Rows { rows, .. } => {
                for row in rows {
                    row.when.bind(found);
                    row.cite.bind(found);
                }
            }
            Score::Each { of, .. } => of.bind(found),
            Score::Sum(scores) | Score::Highest(scores) | Score::Either(scores) => {
                scores.bind(found);
            }
            Score::Capped { of, .. } => of.bind(found),
            Score::When { test, then } => {
                test.bind(found);
                then.bind(found);
            }
        }
    }
}
