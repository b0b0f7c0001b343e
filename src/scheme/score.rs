//! The closed set of formulas that give points. Closed, so that each can be bounded, inverted and linted.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::visit::{Reference, visit};
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
    /// Points of every piece of a list of month counts, each piece rounded half up to the hundredth by itself.
    EachPiece {
        /// A question answered by a list of month counts.
        of: Ref,
        /// How many months earn the points once, at least 1.
        each: i64,
        /// The points earned, none below zero.
        points: Points,
        /// The most months that count in all, where the rule has a limit.
        #[serde(default)]
        limit: Option<Amount>,
    },
    /// The rule gives points here and the facts do not say how many: the points stay a range.
    Unknown {
        /// The least it gives.
        #[serde(default)]
        low: Points,
        /// The most it gives; without it, nobody can say.
        #[serde(default)]
        high: Option<Points>,
    },
    /// A formula that rests on other evidence than its indicator.
    Cited {
        /// The formula.
        of: Box<Score>,
        /// Where it comes from.
        cite: Citation,
    },
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

/// A segment of the path to something in a rule file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathSegment {
    /// To what stands under a key.
    Key(&'static str),
    /// To an item of a list, from 0.
    Index(usize),
}

impl Score {
    /// Returns the key under which a rule file writes such a formula.
    pub fn key(&self) -> &'static str {
        match self {
            Score::Fixed(_) => "fixed",
            Score::Options { .. } => "options",
            Score::Steps { .. } => "steps",
            Score::Rows { .. } => "rows",
            Score::Each { .. } => "each",
            Score::Sum(_) => "sum",
            Score::Highest(_) => "highest",
            Score::Capped { .. } => "capped",
            Score::When { .. } => "when",
            Score::Either(_) => "either",
            Score::EachPiece { .. } => "each-piece",
            Score::Unknown { .. } => "unknown",
            Score::Cited { .. } => "cited",
        }
    }

    /// Returns the formulas that this one is made of, in the order of the rule file.
    pub fn parts(&self) -> &[Score] {
        match self {
            Score::Sum(parts) | Score::Highest(parts) | Score::Either(parts) => parts,
            Score::Capped { of: part, .. }
            | Score::When { then: part, .. }
            | Score::Cited { of: part, .. } => std::slice::from_ref(part),
            Score::Fixed(_)
            | Score::EachPiece { .. }
            | Score::Unknown { .. }
            | Score::Options { .. }
            | Score::Steps { .. }
            | Score::Rows { .. }
            | Score::Each { .. } => &[],
        }
    }

    /// Returns whether the formula itself holds a table, a rate or a test.
    fn is_leaf(&self) -> bool {
        match self {
            Score::Options { .. }
            | Score::Steps { .. }
            | Score::Rows { .. }
            | Score::Each { .. }
            | Score::EachPiece { .. }
            | Score::When { .. } => true,
            Score::Fixed(_)
            | Score::Unknown { .. }
            | Score::Sum(_)
            | Score::Highest(_)
            | Score::Capped { .. }
            | Score::Cited { .. }
            | Score::Either(_) => false,
        }
    }

    /// Returns the formulas that hold a table, a rate or a test, in the one order in which an assessment numbers them,
    /// whatever the answers: a formula comes before its parts.
    pub fn leaves(&self) -> Vec<&Score> {
        let mut leaves = Vec::new();
        self.collect_leaves(&mut leaves);
        leaves
    }

    /// Returns whether the points are a range although everything is answered: sources or facts leave it open.
    pub fn leaves_open(&self) -> bool {
        let unsettled = match self {
            Score::Either(_) | Score::Unknown { .. } => true,
            Score::Rows { rows, .. } => rows.iter().any(|row| row.when.leaves_open()),
            Score::When { test, .. } => test.leaves_open(),
            _ => false,
        };
        unsettled || self.parts().iter().any(Score::leaves_open)
    }

    fn collect_leaves<'a>(&'a self, leaves: &mut Vec<&'a Score>) {
        leaves.extend(self.is_leaf().then_some(self));
        for part in self.parts() {
            part.collect_leaves(leaves);
        }
    }

    /// Returns the path to each of the leaves: the keys and list positions that lead to it, as the rule file writes
    /// them.
    pub fn leaf_paths(&self) -> Vec<Vec<PathSegment>> {
        let itself = self.is_leaf().then(Vec::new);
        let in_parts = self.parts().iter().enumerate().flat_map(|(index, part)| {
            let last = match self {
                Score::Capped { .. } | Score::Cited { .. } => PathSegment::Key("of"),
                Score::When { .. } => PathSegment::Key("then"),
                _ => PathSegment::Index(index),
            };
            let path = [PathSegment::Key(self.key()), last];
            part.leaf_paths().into_iter().map(move |rest| [&path[..], &rest].concat())
        });
        itself.into_iter().chain(in_parts).collect()
    }
}

visit!(Score, |score, visitor| match score {
    Score::Fixed(_) | Score::Unknown { .. } => {}
    Score::EachPiece { of, limit, .. } => {
        visitor(Reference::Question(of));
        limit.visit(visitor);
    }
    Score::Cited { of, cite } => {
        of.visit(visitor);
        cite.visit(visitor);
    }
    Score::Options { of, rows } => {
        visitor(Reference::Question(of));
        for OptionRow { option, cite, .. } in rows {
            visitor(Reference::Option { question: of, option });
            cite.visit(visitor);
        }
    }
    Score::Steps { of, rows } => {
        of.visit(visitor);
        for StepRow { cite, .. } in rows {
            cite.visit(visitor);
        }
    }
    Score::Rows { rows, .. } => {
        for TestRow { when, cite, .. } in rows {
            when.visit(visitor);
            cite.visit(visitor);
        }
    }
    Score::Each { of, .. } => of.visit(visitor),
    Score::Sum(scores) | Score::Highest(scores) | Score::Either(scores) => scores.visit(visitor),
    Score::Capped { of, .. } => of.visit(visitor),
    Score::When { test, then } => {
        test.visit(visitor);
        then.visit(visitor);
    }
});
