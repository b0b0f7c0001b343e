//! What follows from facts: the days, amounts and tests of a rule, as far as they are certain.

use jiff::civil::Date;

use super::facts::{Fact, Facts, bit};
use super::pieces::Pieces;
use super::uncertain::{Days, Interval, Truth};
use super::{calendar, rounds};
use crate::answers::{number_bounds, scale};
use crate::scheme::{Amount, AnswerKind, Day, Predicate, Ref};

impl Facts<'_> {
    /// Returns which options of a choice may still be the answer: their positions as bits, and whether it may be none.
    pub(crate) fn options(&self, question: &Ref) -> (u64, bool) {
        let Some(slot) = self.slot(question) else { return (0, true) };
        let AnswerKind::Choice(choices) = &slot.question.kind else { return (0, true) };
        let options = match slot.value {
            Some(Fact::Option(position)) => bit(position),
            _ => (0..choices.len()).map(bit).fold(0, |all, bit| all | bit),
        };
        (options, slot.asked == Truth::Open)
    }

    /// Returns what is known of the pieces that answer a question for month counts.
    pub(super) fn pieces(&self, question: &Ref) -> Pieces<'_> {
        let Some(slot) = self.slot(question) else { return Pieces::NONE };
        let certain = slot.asked == Truth::Yes;
        match (slot.value, &slot.question.kind) {
            (Some(Fact::MonthCounts { before, last: (low, high) }), _) => {
                Pieces::Known { before, last: Interval { low, high }, certain }
            }
            (_, AnswerKind::MonthCounts { most, max }) => match slot.told {
                Some(told) => Pieces::Told { months: told.number, most: told.pieces, certain },
                None => Pieces::Open { most: i64::from(*most), max: *max },
            },
            _ => Pieces::NONE,
        }
    }

    fn number(&self, question: &Ref) -> Interval {
        let Some(slot) = self.slot(question) else { return Interval::exactly(0) };
        let interval = match (slot.value, slot.presumed, &slot.question.kind) {
            (Some(Fact::Number(number)), ..) => Interval::exactly(number),
            (Some(Fact::Between(low, high)), ..) => Interval { low, high },
            (.., AnswerKind::MonthCounts { .. }) => self.pieces(question).months(),
            (_, Some(presumed), AnswerKind::Number { .. }) => Interval::exactly(presumed),
            (_, None, AnswerKind::Number { min, max, decimals, .. }) => {
                let (low, high) = number_bounds(*min, *max, *decimals);
                slot.told.map_or(Interval { low, high }, |told| told.number)
            }
            _ => Interval::exactly(0),
        };
        if slot.asked == Truth::Open { interval.or_zero() } else { interval }
    }

    /// Returns how much there is of a number by a day: without the months since, or as a history tells it.
    fn number_by(&self, question: &Ref, day: &Day) -> Interval {
        let slot = self.slot(question);
        let told = slot.filter(|slot| slot.value.is_none() && *day == Day::CountingDay);
        match told.and_then(|slot| Some((slot.asked, slot.told?.counted?))) {
            Some((Truth::Open, counted)) => counted.or_zero(),
            Some((_, counted)) => counted,
            None => {
                let (answer, since) = (self.number(question), self.months_since(day));
                Interval {
                    low: answer.low.saturating_sub(since.high).max(0),
                    high: answer.high.saturating_sub(since.low).max(0),
                }
            }
        }
    }

    /// Returns the days a day may be; `None` where there is none.
    pub(crate) fn days(&self, day: &Day) -> Option<Days> {
        let certain = |day| Days { earliest: day, latest: day, lacking: false };
        match day {
            Day::On => Some(certain(self.on)),
            Day::Fixed(day) => Some(certain(*day)),
            Day::Answer(question) => {
                let slot = self.slot(question)?;
                let lacking = slot.asked == Truth::Open;
                match (slot.value, &slot.question.kind) {
                    (Some(Fact::Date(date)), _) => Some(Days { lacking, ..certain(date) }),
                    (_, AnswerKind::Date { min, max }) => {
                        let latest = max.unwrap_or(self.on).max(*min);
                        Some(Days { earliest: *min, latest, lacking })
                    }
                    _ => None,
                }
            }
            Day::InYear { year, plus, month, day } => {
                let slot = self.slot(year)?;
                let years = self.number(year);
                let day = |year: i64| {
                    calendar::in_year(year.saturating_add(i64::from(*plus)), *month, *day)
                };
                let lacking = slot.asked == Truth::Open;
                Some(Days { earliest: day(years.low), latest: day(years.high), lacking })
            }
            Day::CountingDay => {
                self.filing.and_then(|filing| rounds::counting_day(filing, self.on)).map(certain)
            }
            Day::EndOfMonthBefore(day) => {
                let days = self.days(day)?;
                let [earliest, latest] =
                    [days.earliest, days.latest].map(calendar::end_of_month_before);
                Some(Days { earliest, latest, ..days })
            }
            Day::Before { day, years } => {
                let days = self.days(day)?;
                let back = |day| calendar::later_by_years(day, -i64::from(*years));
                Some(Days { earliest: back(days.earliest), latest: back(days.latest), ..days })
            }
        }
    }

    /// Returns what an amount may be.
    pub(crate) fn amount(&self, amount: &Amount) -> Interval {
        match amount {
            Amount::Number(question) => self.number(question),
            Amount::Fixed(value) => Interval::exactly(*value),
            Amount::Months { from, to } => self.between(from, to, calendar::full_months),
            Amount::Years { from, to, begun } => {
                self.between(from, to, |from, to| calendar::years(from, to, *begun))
            }
            Amount::MonthsBy { of, day } => self.number_by(of, day),
            Amount::Records { of, from, to } => self.records(of, from, to),
            Amount::Sum(amounts) => amounts
                .iter()
                .map(|amount| self.amount(amount))
                .fold(Interval::exactly(0), |sum, amount| sum.join(amount, i64::saturating_add)),
            Amount::Lowest(amounts) => self.reduce(amounts, i64::min),
            Amount::Highest(amounts) => self.reduce(amounts, i64::max),
            Amount::Minus { of, less } => {
                let (of, less) = (self.amount(of), self.amount(less));
                Interval {
                    low: of.low.saturating_sub(less.high).max(0),
                    high: of.high.saturating_sub(less.low).max(0),
                }
            }
            Amount::Share { of, percent } => {
                let decimals = self.slot(percent).map_or(0, |slot| match slot.question.kind {
                    AnswerKind::Number { decimals, .. } => decimals,
                    _ => 0,
                });
                let whole = i128::from(scale(decimals)) * 100;
                let share = |of: i64, percent: i64| {
                    let share = i128::from(of) * i128::from(percent) / whole;
                    i64::try_from(share).unwrap_or(i64::MAX)
                };
                self.amount(of).join(self.number(percent), share)
            }
            Amount::Remainder { of, each } => {
                let (of, each) = (self.amount(of), (*each).max(1));
                if of.low / each == of.high / each {
                    of.each(|value| value % each)
                } else {
                    Interval { low: 0, high: each - 1 }
                }
            }
            Amount::Times { of, by } => {
                self.amount(of).each(|value| value.saturating_mul((*by).max(0)))
            }
        }
    }

    fn reduce(&self, amounts: &[Amount], pick: impl Fn(i64, i64) -> i64) -> Interval {
        let intervals = amounts.iter().map(|amount| self.amount(amount));
        intervals.reduce(|picked, other| picked.join(other, &pick)).unwrap_or(Interval::exactly(0))
    }

    fn between(&self, from: &Day, to: &Day, count: impl Fn(Date, Date) -> i64) -> Interval {
        let (Some(from), Some(to)) = (self.days(from), self.days(to)) else {
            return Interval::exactly(0);
        };
        let interval = Interval {
            low: count(from.latest, to.earliest),
            high: count(from.earliest, to.latest),
        };
        if from.lacking || to.lacking { interval.or_zero() } else { interval }
    }

    /// Returns the months of the calendar that have begun since the month of a day.
    pub(super) fn months_since(&self, day: &Day) -> Interval {
        self.between(day, &Day::On, calendar::months_begun)
    }

    fn records(&self, of: &Ref, from: &Day, to: &Day) -> Interval {
        let Some(slot) = self.slot(of) else { return Interval::exactly(0) };
        let (Some(from), Some(to)) = (self.days(from), self.days(to)) else {
            return Interval::exactly(0);
        };
        let interval = match (slot.value, &slot.question.kind) {
            (Some(Fact::Dates(dates)), _) => {
                let count = |first: Date, last: Date| {
                    dates.iter().filter(|date| first <= **date && **date <= last).count() as i64
                };
                let high = count(from.earliest, to.latest);
                let low =
                    if from.lacking || to.lacking { 0 } else { count(from.latest, to.earliest) };
                Interval { low, high }
            }
            (_, AnswerKind::Dates { most }) => Interval { low: 0, high: i64::from(*most) },
            _ => Interval::exactly(0),
        };
        if slot.asked == Truth::Open { interval.or_zero() } else { interval }
    }

    /// Returns whether a test holds.
    pub(crate) fn holds(&self, test: &Predicate) -> Truth {
        match test {
            Predicate::Yes(question) => match self.slot(question) {
                None => Truth::No,
                Some(slot) => match slot.value {
                    Some(Fact::Flag(flag)) => Truth::of(flag).and(slot.asked),
                    _ => Truth::Open,
                },
            },
            Predicate::OneOf { question, options } => {
                let wanted = options.iter().filter_map(Ref::position).map(bit);
                let wanted = wanted.fold(0, |all, bit| all | bit);
                let (possible, none) = self.options(question);
                Truth::sure(
                    possible != 0 && possible & !wanted == 0 && !none,
                    possible & wanted == 0,
                )
            }
            Predicate::AtLeast { of, value } => {
                let of = self.amount(of);
                Truth::sure(of.low >= *value, of.high < *value)
            }
            Predicate::AtMost { of, value } => {
                let of = self.amount(of);
                Truth::sure(of.high <= *value, of.low > *value)
            }
            Predicate::NotBefore { day, earliest } => match (self.days(day), self.days(earliest)) {
                (Some(day), Some(earliest)) => Truth::sure(
                    day.earliest >= earliest.latest && !day.lacking && !earliest.lacking,
                    day.latest < earliest.earliest,
                ),
                _ => Truth::No,
            },
            Predicate::All(tests) => {
                tests.iter().fold(Truth::Yes, |all, test| all.and(self.holds(test)))
            }
            Predicate::Any(tests) => {
                tests.iter().fold(Truth::Yes, |none, test| none.and(self.holds(test).not())).not()
            }
            Predicate::Not(test) => self.holds(test).not(),
            Predicate::Either(tests) => {
                let readings = tests.iter().map(|test| self.holds(test));
                readings.reduce(Truth::or_open).unwrap_or(Truth::Open)
            }
        }
    }
}
