//! How much the months of a history count, and what speaks against it.

use jiff::civil::Date;

use super::months::Held;
use super::reckoning::Reckoning;
use crate::answers::{Answers, Value};
use crate::assess::uncertain::{Interval, Truth};
use crate::scheme::{AnswerKind, Count, Scheme};

/// Returns whether nothing that was given speaks against what a history says of a question: months that leave out those of
/// another count rest on that count, so that it must not have been given otherwise.
pub(super) fn stands(
    scheme: &Scheme,
    answers: &Answers,
    position: usize,
    reckoning: &Reckoning<'_>,
    on: Date,
) -> bool {
    let mut left_out = Vec::new();
    reckoning.follows.months.note_left_out(&mut left_out);
    scheme.following().all(|(other, follows)| {
        let question = &scheme.questions[other];
        let Some(given) = answers.get(&question.id) else { return true };
        let concerned = other != position
            && follows.months.histories().iter().any(|history| left_out.contains(history));
        let said = || {
            let reckoning =
                Reckoning::of(scheme, answers, question.multiple.as_ref(), follows, on)?;
            reckoning.value(&question.kind)
        };
        // A history that says nothing of it goes with none.
        !concerned || said().or_else(|| Value::none(&question.kind)).as_ref() == Some(given)
    })
}

impl Reckoning<'_> {
    /// Returns the answer, where it is certain.
    pub(crate) fn value(&self, kind: &AnswerKind) -> Option<Value> {
        if let Count::Pieces = self.follows.count {
            let pieces = self.pieces();
            let AnswerKind::MonthCounts { max, .. } = kind else { return None };
            let counts = pieces.iter().map(|piece| Some(count(piece).certain()?.min(*max)));
            return counts.collect::<Option<Vec<i64>>>().map(Value::month_counts);
        }
        let certain = self.number().certain()?;
        match kind {
            AnswerKind::YesNo => Some(Value::Flag(certain != 0)),
            AnswerKind::Number { min, max, .. } => Some(Value::Number(certain.clamp(*min, *max))),
            _ => None,
        }
    }

    /// Returns what the answer may be, as numbers; of month counts, all pieces together, of yes and no, 1 and 0.
    pub(crate) fn range(&self, kind: &AnswerKind) -> Interval {
        match kind {
            AnswerKind::Number { min, max, .. } => {
                self.number().each(|number| number.clamp(*min, *max))
            }
            AnswerKind::MonthCounts { max, .. } => {
                let pieces = self.pieces();
                let counts =
                    pieces.iter().map(|piece| count(piece).each(|months| months.min(*max)));
                counts.fold(Interval::exactly(0), |sum, piece| sum.join(piece, i64::saturating_add))
            }
            _ => self.number(),
        }
    }

    /// Returns how much it counts; of yes and no, 1 and 0.
    pub(super) fn number(&self) -> Interval {
        let months = || self.held(&self.follows.months);
        let number = match self.follows.count {
            Count::Months | Count::Pieces => count(&months()),
            Count::Years => count(&months()).each(|months| months / 12),
            Count::LongestRun => longest_run(&months()),
            Count::GoOn => {
                let goes = self.surely_goes_on(&self.follows.months);
                return Interval {
                    low: i64::from(goes == Truth::Yes),
                    high: i64::from(goes != Truth::No),
                };
            }
        };
        match self.follows.at_least {
            Some(least) => number.each(|number| i64::from(number >= i64::from(least))),
            None => number,
        }
    }
}

/// Returns how many months are in a set.
pub(super) fn count(held: &Held) -> Interval {
    let of = |truth| held.iter().filter(|held| **held == truth).count() as i64;
    let low = of(Truth::Yes);
    Interval { low, high: low + of(Truth::Open) }
}

fn longest_run(held: &Held) -> Interval {
    let longest = |counts: &dyn Fn(Truth) -> bool| {
        let runs = held.split(|held| !counts(*held)).map(<[Truth]>::len);
        runs.max().unwrap_or(0) as i64
    };
    Interval { low: longest(&|held| held == Truth::Yes), high: longest(&|held| held != Truth::No) }
}
