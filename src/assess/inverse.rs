//! The smallest change of the answers that meets a condition or gives an indicator more points.
//!
//! Formulas are inverted to candidates; each candidate is then tried on the rule itself, so that what is promised
//! here is what the rule gives.

use jiff::civil::Date;

use super::evaluate::Evaluation;
use super::facts::{Fact, Facts};
use super::fix::{Fix, FixStep, Need};
use super::uncertain::Truth;
use super::{calendar, rounds};
use crate::answers::number_bounds;
use crate::order;
use crate::points::Points;
use crate::scheme::{Amount, AnswerKind, Day, Indicator, Predicate, Question, Ref, Scheme, Score};

/// Turns formulas and tests around, and tries on a scheme and its facts what comes out.
pub(crate) struct Inverter<'a> {
    pub(crate) scheme: &'a Scheme,
    pub(crate) facts: &'a Facts<'a>,
}

impl Inverter<'_> {
    /// Returns the smallest change that makes a test hold.
    pub(super) fn to_meet(&self, test: &Predicate) -> Option<Fix> {
        let steps = self.steps(test, true)?;
        let (values, on) = self.values(&steps)?;
        let holds = self.facts.with(&values, on).holds(test) == Truth::Yes;
        holds.then_some(Fix { steps, gain: Points::ZERO })
    }

    /// Returns the smallest change that gives an indicator more than `points`.
    pub(super) fn to_gain(&self, indicator: &Indicator, points: Points) -> Option<Fix> {
        let mut candidates = Vec::new();
        self.candidates(&indicator.score, &mut candidates);
        candidates.into_iter().find_map(|steps| {
            let (values, on) = self.values(&steps)?;
            let facts = self.facts.with(&values, on);
            // What the change leaves open is not promised.
            let sure = Evaluation::new(&facts).points(indicator).low;
            (sure > points).then(|| Fix { steps, gain: sure - points })
        })
    }

    /// Finds changes that may give a formula more, the smallest first.
    fn candidates(&self, score: &Score, found: &mut Vec<Vec<FixStep>>) {
        match score {
            Score::Fixed(_) => {}
            Score::Options { of, rows } => {
                let now = self.points(score);
                let better = rows.iter().filter(|row| row.points > now);
                let better = order::by_key(better, |row| row.points);
                let options = better.into_iter().filter_map(|row| row.option.position());
                found.extend(options.filter_map(|option| self.choose(of, vec![option])));
            }
            Score::Steps { of, rows } => {
                let now = self.points(score);
                let amount = self.facts.amount(of).low;
                let above = rows.iter().find(|row| row.from > amount && row.points > now);
                found.extend(above.and_then(|row| self.reach(of, row.from)));
                let below = rows
                    .windows(2)
                    .rev()
                    .find(|pair| pair[1].from <= amount && pair[0].points > now);
                found.extend(below.and_then(|pair| self.fall(of, pair[1].from - 1)));
            }
            Score::Rows { rows, .. } => {
                let now = self.points(score);
                let better = rows.iter().filter(|row| row.points > now);
                let better = order::by_key(better, |row| row.points);
                found.extend(better.into_iter().filter_map(|row| self.steps(&row.when, true)));
            }
            Score::Each { of, each, points, from, prorated } => {
                let amount = self.facts.amount(of).low;
                let each = if *prorated { 1 } else { (*each).max(1) };
                if *points > Points::ZERO {
                    let next = (amount / each).saturating_add(1).saturating_mul(each);
                    found.extend(self.reach(of, next.max(*from)));
                } else {
                    found.extend(self.fall(of, (amount / each * each).saturating_sub(1)));
                }
            }
            Score::EachPiece { of, .. } => {
                let amount = Amount::Number(of.clone());
                let next = self.facts.amount(&amount).low.saturating_add(1);
                found.extend(self.reach(&amount, next));
            }
            Score::Unknown { .. } => {}
            Score::Cited { of, .. } => self.candidates(of, found),
            Score::Sum(scores) | Score::Highest(scores) => {
                for score in scores {
                    self.candidates(score, found);
                }
            }
            Score::Either(scores) => {
                if let Some(first) = scores.first() {
                    self.candidates(first, found);
                }
            }
            Score::Capped { of, .. } => self.candidates(of, found),
            Score::When { test, then } => {
                if self.facts.holds(test) == Truth::Yes {
                    self.candidates(then, found);
                } else {
                    found.extend(self.steps(test, true));
                }
            }
        }
    }

    fn points(&self, score: &Score) -> Points {
        Evaluation::new(self.facts).score(score, true).low.rounded()
    }

    /// Returns changes that make a test hold, or not hold; none where it already is so.
    pub(crate) fn steps(&self, test: &Predicate, wanted: bool) -> Option<Vec<FixStep>> {
        let now = self.facts.holds(test);
        if now == if wanted { Truth::Yes } else { Truth::No } {
            return Some(Vec::new());
        }
        match (test, wanted) {
            (Predicate::Yes(question), _) => self.step(question, Need::Flag(wanted)),
            (Predicate::OneOf { question, options }, true) => {
                let options = options.iter().filter_map(Ref::position).collect();
                self.choose(question, options)
            }
            (Predicate::OneOf { question, options }, false) => {
                let count = match &self.question(question)?.1.kind {
                    AnswerKind::Choice(choices) => choices.len(),
                    _ => 0,
                };
                let refused: Vec<_> = options.iter().filter_map(Ref::position).collect();
                self.choose(
                    question,
                    (0..count).filter(|option| !refused.contains(option)).collect(),
                )
            }
            (Predicate::AtLeast { of, value }, true) => self.reach(of, *value),
            (Predicate::AtLeast { of, value }, false) => self.fall(of, value.saturating_sub(1)),
            (Predicate::AtMost { of, value }, true) => self.fall(of, *value),
            (Predicate::AtMost { of, value }, false) => self.reach(of, value.saturating_add(1)),
            (Predicate::NotBefore { day: Day::On, earliest }, true) => {
                self.wait(earliest, self.facts.days(earliest)?.latest)
            }
            (Predicate::NotBefore { .. }, _) => None,
            (Predicate::All(tests) | Predicate::Either(tests), true)
            | (Predicate::Any(tests) | Predicate::Either(tests), false) => {
                let mut steps = Vec::new();
                for test in tests {
                    steps.extend(self.steps(test, wanted)?);
                }
                Some(steps)
            }
            (Predicate::All(tests), false) | (Predicate::Any(tests), true) => {
                tests.iter().filter_map(|test| self.steps(test, wanted)).min_by_key(Vec::len)
            }
            (Predicate::Not(test), _) => self.steps(test, !wanted),
        }
    }

    /// Returns changes that raise an amount to at least `target`.
    fn reach(&self, amount: &Amount, target: i64) -> Option<Vec<FixStep>> {
        match amount {
            Amount::Number(question) => {
                let from = self.facts.amount(amount).low;
                self.step(question, Need::Number { from, to: target })
            }
            Amount::Months { from, to } => {
                let start = self.facts.days(from)?.latest;
                self.wait(from, self.first_day_counting(to, calendar::months_full(start, target))?)
            }
            Amount::Years { from, to, begun: false } => {
                let start = self.facts.days(from)?.latest;
                self.wait(from, self.first_day_counting(to, calendar::years_full(start, target))?)
            }
            Amount::MonthsBy { of, day } => {
                let from = self.facts.amount(&Amount::Number(of.clone())).low;
                let to = target.saturating_add(self.facts.months_since(day).high);
                self.step(of, Need::Number { from, to })
            }
            Amount::Sum(parts) => {
                let missing = target.saturating_sub(self.facts.amount(amount).low);
                parts.iter().find_map(|part| {
                    self.reach(part, self.facts.amount(part).low.saturating_add(missing))
                })
            }
            Amount::Minus { of, less } => {
                self.reach(of, target.saturating_add(self.facts.amount(less).low))
            }
            Amount::Times { of, by } => {
                let by = (*by).max(1);
                self.reach(of, target.saturating_add(by - 1) / by)
            }
            _ => None,
        }
    }

    /// Returns changes that lower an amount to at most `target`.
    fn fall(&self, amount: &Amount, target: i64) -> Option<Vec<FixStep>> {
        match amount {
            Amount::Number(question) => {
                let from = self.facts.amount(amount).low;
                self.step(question, Need::Number { from, to: target })
            }
            // A record stops counting the day after the window has moved past it.
            Amount::Records { of, from: Day::Before { day, years }, to } => {
                let (Day::On, Day::On) = (&**day, to) else { return None };
                let Some(Fact::Dates(dates)) = self.facts.known(of.position()?) else {
                    return None;
                };
                let first =
                    self.facts.days(&Day::Before { day: day.clone(), years: *years })?.earliest;
                let counted = dates.iter().filter(|date| **date >= first).count();
                let leaving = counted.checked_sub(usize::try_from(target).ok()?)?.checked_sub(1)?;
                let inside = dates.iter().filter(|date| **date >= first).copied();
                let inside = order::by_key(inside, |date| *date);
                let last = calendar::later_by_years(*inside.get(leaving)?, i64::from(*years));
                let until = last.tomorrow().ok()?;
                Some(vec![FixStep { question: of.position()?, need: Need::Day(until) }])
            }
            _ => None,
        }
    }

    /// Returns the first day on which a day of reckoning is this one or later, where it moves with the day of the
    /// assessment.
    fn first_day_counting(&self, reckoned: &Day, day: Date) -> Option<Date> {
        match reckoned {
            Day::On => Some(day),
            Day::EndOfMonthBefore(of) => {
                let end = calendar::end_of_month_before(calendar::later_by_months(day, 1));
                self.first_day_counting(of, end.tomorrow().ok()?)
            }
            Day::CountingDay => rounds::first_day_counting(self.facts.filing?, self.facts.on, day),
            _ => None,
        }
    }

    fn wait(&self, day: &Day, until: Date) -> Option<Vec<FixStep>> {
        let Day::Answer(question) = day else { return None };
        (until > self.facts.on)
            .then_some(vec![FixStep { question: question.position()?, need: Need::Day(until) }])
    }

    fn choose(&self, question: &Ref, options: Vec<usize>) -> Option<Vec<FixStep>> {
        if options.is_empty() { None } else { self.step(question, Need::OneOf(options)) }
    }

    fn step(&self, question: &Ref, need: Need) -> Option<Vec<FixStep>> {
        let (position, asked) = self.question(question)?;
        asked.changes.can_be_advised().then_some(vec![FixStep { question: position, need }])
    }

    fn question(&self, question: &Ref) -> Option<(usize, &Question)> {
        let position = question.position()?;
        Some((position, self.scheme.questions.get(position)?))
    }

    /// Returns the answers and the day that some changes bring: `None` where a question does not take its new answer.
    fn values(&self, steps: &[FixStep]) -> Option<(Vec<(usize, Fact<'static>)>, Date)> {
        let mut on = self.facts.on;
        let mut values = Vec::with_capacity(steps.len());
        for FixStep { question, need } in steps {
            let kind = &self.scheme.questions.get(*question)?.kind;
            let value = match (need, kind) {
                (Need::Day(day), _) => {
                    on = on.max(*day);
                    continue;
                }
                (Need::Flag(flag), AnswerKind::YesNo) => Fact::Flag(*flag),
                (Need::OneOf(options), AnswerKind::Choice(choices)) => {
                    Fact::Option(*options.first().filter(|option| **option < choices.len())?)
                }
                (Need::Number { to, .. }, AnswerKind::Number { min, max, decimals, .. }) => {
                    let (low, high) = number_bounds(*min, *max, *decimals);
                    Fact::Number(*Some(to).filter(|to| (low..=high).contains(*to))?)
                }
                (Need::Number { to, .. }, AnswerKind::MonthCounts { .. }) => Fact::Number(*to),
                _ => return None,
            };
            values.push((*question, value));
        }
        Some((values, on))
    }
}
