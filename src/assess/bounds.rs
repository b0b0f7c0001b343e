//! What rules can do at all, before anybody has answered.

use super::facts::Facts;
use super::summary::Summary;
use super::uncertain::Truth;
use crate::answers::{Answers, Value};
use crate::points::PointsRange;
use crate::scheme::{Amount, AnswerKind, Predicate, Reference, Scheme, Visit};

/// The most combinations of answers that are tried out.
const MOST: usize = 20_000;

/// A scheme without answers.
#[derive(Clone, Copy, Debug)]
pub struct Bounds<'a> {
    scheme: &'a Scheme,
}

impl<'a> Bounds<'a> {
    /// Takes a scheme on the day on which its edition was checked.
    pub fn of(scheme: &'a Scheme) -> Bounds<'a> {
        Bounds { scheme }
    }

    /// Returns the least and the most points that the indicators give together.
    pub fn total(self) -> PointsRange {
        let answers = Answers::default();
        let facts = Facts::new(self.scheme, &answers, self.scheme.edition.checked);
        Summary::of(self.scheme, &facts, &mut |_| ()).total
    }

    /// Returns the smallest and the largest that an amount can be.
    pub fn amount(self, amount: &Amount) -> (i64, i64) {
        let answers = Answers::default();
        let interval =
            Facts::new(self.scheme, &answers, self.scheme.edition.checked).amount(amount);
        (interval.low, interval.high)
    }

    /// Returns the indices of the tests that can never be the first that holds, by trying every combination of the
    /// options and yes-no answers they name. None where there are too many combinations to try.
    pub fn unreachable(self, tests: &[&Predicate]) -> Vec<usize> {
        let mut named: Vec<usize> = Vec::new();
        for test in tests {
            test.visit(&mut |reference| {
                if let Reference::Question(question) = reference {
                    named.extend(question.position().filter(|position| !named.contains(position)));
                }
            });
        }
        let choices: Vec<(usize, Vec<Value>)> = named
            .into_iter()
            .map(|position| (position, self.values(position)))
            .filter(|(_, values)| !values.is_empty())
            .collect();
        let combinations = choices.iter().try_fold(1_usize, |count, (_, values)| {
            count.checked_mul(values.len()).filter(|count| *count <= MOST)
        });
        let mut reached = vec![combinations.is_none(); tests.len()];
        for combination in 0..combinations.unwrap_or(0) {
            let mut rest = combination;
            let chosen = choices.iter().map(|(position, values)| {
                let value = values[rest % values.len()].clone();
                rest /= values.len();
                (self.scheme.questions[*position].id.clone(), value)
            });
            let answers: Answers = chosen.collect();
            let facts = Facts::new(self.scheme, &answers, self.scheme.edition.checked);
            for (index, test) in tests.iter().enumerate() {
                let holds = facts.holds(test);
                reached[index] |= holds != Truth::No;
                if holds == Truth::Yes {
                    break;
                }
            }
        }
        (0..tests.len()).filter(|index| !reached[*index]).collect()
    }

    fn values(self, position: usize) -> Vec<Value> {
        match &self.scheme.questions[position].kind {
            AnswerKind::YesNo => vec![Value::Flag(true), Value::Flag(false)],
            AnswerKind::Choice(choices) => {
                choices.iter().map(|choice| Value::Option(choice.id.clone())).collect()
            }
            _ => Vec::new(),
        }
    }
}
