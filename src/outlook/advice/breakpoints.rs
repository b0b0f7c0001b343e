//! The numbers at which something changes: derived from every formula, test and guard that names the question.

use super::context::{Context, LONGEST};
use crate::answers::{bounds, scale};
use crate::assess::{Fact, Facts};
use crate::points::Points;
use crate::scheme::{Amount, Predicate, Score, Unit};

/// Of a scale with many marks: the next ones, then wider and wider. The search narrows down what lies between.
const MARKS: [i64; 16] = [0, 1, 2, 3, 4, 5, 7, 9, 11, 14, 19, 29, 49, 99, 199, 399];

/// Returns the answers above `from`, in order, at which a question changes something.
pub(super) fn breakpoints(
    context: &Context<'_>,
    facts: &Facts<'_>,
    question: usize,
    from: i64,
) -> Vec<i64> {
    let scheme = context.scheme;
    let kind = &scheme.questions[question].kind;
    let (Some((_, max)), Some((unit, decimals))) = (bounds(kind), kind.unit()) else {
        return Vec::new();
    };
    let longest = match unit {
        Unit::Months => Some(LONGEST),
        Unit::Years => Some(LONGEST / 12),
        _ => None,
    };
    let reachable = longest.map(|most| from.saturating_add(most.saturating_mul(scale(decimals))));
    let max = reachable.map_or(max, |most| most.min(max));
    if max <= from {
        return Vec::new();
    }
    let mut walk = Walk { facts: facts.clone(), question, from, max, found: Vec::new() };
    for indicator in scheme.indicators.iter().filter(|rule| rule.uses.contains(&question)) {
        walk.score(&indicator.score, indicator.cap);
    }
    for condition in scheme.conditions.iter().filter(|rule| rule.uses.contains(&question)) {
        condition.applies.iter().for_each(|test| walk.test(test));
        walk.test(&condition.needs);
    }
    for other in scheme.questions.iter().filter(|other| other.uses.contains(&question)) {
        other.when.iter().for_each(|test| walk.test(test));
    }
    // What is counted is counted whole.
    let whole = walk.found.into_iter().map(|number| context.whole(question, number));
    let mut whole: Vec<i64> = whole.map(|number| number.min(max)).collect();
    whole.dedup();
    whole
}

struct Walk<'a> {
    facts: Facts<'a>,
    question: usize,
    from: i64,
    max: i64,
    found: Vec<i64>,
}

impl Walk<'_> {
    fn score(&mut self, score: &Score, cap: Option<Points>) {
        match score {
            Score::Fixed(_) | Score::Options { .. } => {}
            Score::Steps { of, rows } => {
                for row in rows {
                    self.mark(of, row.from);
                }
            }
            Score::Rows { rows, .. } => rows.iter().for_each(|row| self.test(&row.when)),
            Score::Each { of, each, points, from, .. } if *points > Points::ZERO => {
                self.rate(of, *each, *points, *from, cap);
            }
            Score::EachPiece { of, each, points, .. } if *points > Points::ZERO => {
                self.rate(&Amount::Number(of.clone()), *each, *points, 0, cap);
            }
            Score::Each { .. } | Score::EachPiece { .. } | Score::Unknown { .. } => {}
            Score::Cited { of, .. } => self.score(of, cap),
            Score::Sum(scores) | Score::Highest(scores) | Score::Either(scores) => {
                scores.iter().for_each(|score| self.score(score, cap));
            }
            Score::Capped { of, cap: own } => {
                self.score(of, Some(cap.map_or(*own, |cap| cap.min(*own))));
            }
            Score::When { test, then } => {
                self.test(test);
                self.score(then, cap);
            }
        }
    }

    /// Marks where a rate gives more points.
    fn rate(&mut self, of: &Amount, each: i64, points: Points, from: i64, cap: Option<Points>) {
        let each = each.max(1);
        let (now, most) = (self.amount(of, self.from), self.amount(of, self.max));
        let next = (now / each).saturating_add(1).max(from.saturating_add(each - 1) / each);
        let most = cap.map_or(most / each, |cap| {
            let enough = cap.hundredths().saturating_add(points.hundredths() - 1);
            (most / each).min(enough / points.hundredths())
        });
        if next <= most {
            for mark in
                MARKS.iter().map(|mark| next.saturating_add(*mark)).filter(|mark| *mark < most)
            {
                self.mark(of, mark.saturating_mul(each));
            }
            self.mark(of, most.saturating_mul(each));
        }
    }

    fn test(&mut self, test: &Predicate) {
        match test {
            Predicate::AtLeast { of, value } => self.mark(of, *value),
            Predicate::AtMost { of, value } => self.mark(of, value.saturating_add(1)),
            Predicate::All(tests) | Predicate::Any(tests) | Predicate::Either(tests) => {
                tests.iter().for_each(|test| self.test(test))
            }
            Predicate::Not(test) => self.test(test),
            Predicate::Yes(_) | Predicate::OneOf { .. } | Predicate::NotBefore { .. } => {}
        }
    }

    /// Finds the smallest answer with which an amount reaches a mark. Amounts rise with their parts, or fall.
    fn mark(&mut self, amount: &Amount, mark: i64) {
        let (mut below, mut above) = (self.from, self.max);
        if self.amount(amount, below) >= mark || self.amount(amount, above) < mark {
            return;
        }
        if let Amount::Number(_) = amount {
            above = mark;
            below = mark - 1;
        }
        while above.saturating_sub(below) > 1 {
            let middle = below.midpoint(above);
            if self.amount(amount, middle) >= mark {
                above = middle;
            } else {
                below = middle;
            }
        }
        if let Err(index) = self.found.binary_search(&above) {
            self.found.insert(index, above);
        }
    }

    /// Returns what an amount surely is with another answer.
    fn amount(&mut self, amount: &Amount, answer: i64) -> i64 {
        self.facts.put(self.question, Fact::Number(answer));
        self.facts.amount(amount).low
    }
}
