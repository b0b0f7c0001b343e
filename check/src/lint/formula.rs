//! Tests, amounts and days: that they name questions of the right kind and numbers that can be.

use crate::findings::Findings;
use crate::key_path::KeyPath;
use jiff::civil::Date;

use jifen::scheme::{Amount, AnswerKind, Day, Predicate, Ref, Scheme, Unit};

/// The lint of everything that formulas are made of.
pub(super) struct FormulaLint<'a> {
    pub(super) scheme: &'a Scheme,
    pub(super) findings: Findings<'a>,
}

impl FormulaLint<'_> {
    /// Lints the length of a list that something is taken from.
    pub(super) fn not_empty(&mut self, place: &KeyPath, count: usize) {
        if count == 0 || count > 60 {
            self.findings.refuse(
                place,
                format!("a list of {count}"),
                "nothing, or more than can be told apart, would be counted",
                "list between 1 and 60",
            );
        }
    }

    /// Lints a test and everything inside.
    pub(super) fn test(&mut self, place: &KeyPath, test: &Predicate) {
        match test {
            Predicate::Yes(question) => self.kind(place, question, "a yes-no question", |kind| {
                matches!(kind, AnswerKind::YesNo)
            }),
            Predicate::OneOf { question, options } => {
                let place = place.key("one-of");
                self.kind(&place, question, "a choice", |kind| {
                    matches!(kind, AnswerKind::Choice(_))
                });
                self.not_empty(&place.key("options"), options.len());
            }
            Predicate::AtLeast { of, .. } => self.amount(&place.key("at-least").key("of"), of),
            Predicate::AtMost { of, .. } => self.amount(&place.key("at-most").key("of"), of),
            Predicate::NotBefore { day, earliest } => {
                let place = place.key("not-before");
                self.day(&place.key("day"), day);
                self.day(&place.key("earliest"), earliest);
            }
            Predicate::All(tests) => self.tests(&place.key("all"), tests),
            Predicate::Any(tests) => self.tests(&place.key("any"), tests),
            Predicate::Not(test) => self.test(&place.key("not"), test),
            Predicate::Either(tests) => {
                self.readings(&place.key("either"), tests);
                self.tests(&place.key("either"), tests);
            }
        }
    }

    /// Lints that what sources leave open has several readings, no two of them the same.
    pub(super) fn readings<T: PartialEq>(&mut self, place: &KeyPath, readings: &[T]) {
        let twice = readings.iter().enumerate().any(|(index, one)| readings[..index].contains(one));
        if readings.len() < 2 || twice {
            self.findings.refuse(
                place,
                "`either` with fewer than two different readings".to_owned(),
                "a single reading leaves nothing open",
                "list each reading once, or write the one there is without `either`",
            );
        }
    }

    fn tests(&mut self, place: &KeyPath, tests: &[Predicate]) {
        self.not_empty(place, tests.len());
        for (index, test) in tests.iter().enumerate() {
            self.test(&place.at(index), test);
        }
    }

    /// Lints an amount and everything inside.
    pub(super) fn amount(&mut self, place: &KeyPath, amount: &Amount) {
        let number = |kind: &AnswerKind| kind.unit().is_some();
        match amount {
            Amount::Number(question) => self.kind(place, question, "a number", number),
            Amount::Fixed(value) => {
                if *value < 0 {
                    self.findings.refuse(
                        place,
                        format!("the amount {value}"),
                        "amounts are never negative",
                        "correct it",
                    );
                }
            }
            Amount::Months { from, to } | Amount::Years { from, to, .. } => {
                self.day(place, from);
                self.day(place, to);
            }
            Amount::MonthsBy { of, day } => {
                self.kind(place, of, "a number of months", |kind| {
                    matches!(kind, AnswerKind::Number { unit: Unit::Months, decimals: 0, .. })
                });
                self.day(place, day);
            }
            Amount::Records { of, from, to } => {
                self.kind(place, of, "a question for records", |kind| {
                    matches!(kind, AnswerKind::Dates { .. })
                });
                self.day(place, from);
                self.day(place, to);
            }
            Amount::Sum(amounts) | Amount::Lowest(amounts) | Amount::Highest(amounts) => {
                self.not_empty(place, amounts.len());
                for amount in amounts {
                    self.amount(place, amount);
                }
            }
            Amount::Minus { of, less } => {
                self.amount(place, of);
                self.amount(place, less);
            }
            Amount::Share { of, percent } => {
                self.amount(place, of);
                self.kind(place, percent, "a number", number);
            }
            Amount::Remainder { of, each: by } | Amount::Times { of, by } => {
                self.amount(place, of);
                if *by < 1 {
                    self.findings.refuse(
                        place,
                        format!("a division or product by {by}"),
                        "it needs at least 1",
                        "correct it",
                    );
                }
            }
        }
    }

    fn day(&mut self, place: &KeyPath, day: &Day) {
        match day {
            Day::On | Day::Fixed(_) => {}
            Day::CountingDay => {
                if self.scheme.filing.is_none() {
                    self.findings.refuse(
                        place,
                        "a counting day without a filing".to_owned(),
                        "nothing says up to which day an application counts",
                        "add [filing] with its windows, or name another day",
                    );
                }
            }
            Day::EndOfMonthBefore(day) => self.day(place, day),
            Day::Answer(question) => {
                self.kind(place, question, "a date", |kind| {
                    matches!(kind, AnswerKind::Date { .. })
                });
            }
            Day::InYear { year, month, day, .. } => {
                self.kind(place, year, "a number", |kind| {
                    matches!(kind, AnswerKind::Number { .. })
                });
                // No such day is what is asked, in a year with a 29 February.
                if Date::new(2024, *month, *day).is_err() {
                    self.findings.refuse(
                        place,
                        format!("month {month}, day {day}"),
                        "there is no such day",
                        "correct it",
                    );
                }
            }
            Day::Before { day, years } => {
                self.day(place, day);
                if !(0..=100).contains(years) {
                    self.findings.refuse(
                        place,
                        format!("{years} years before"),
                        "windows have 0 to 100 years",
                        "correct it",
                    );
                }
            }
        }
    }

    fn kind(
        &mut self,
        place: &KeyPath,
        question: &Ref,
        wanted: &str,
        fits: impl Fn(&AnswerKind) -> bool,
    ) {
        let asked = question.position().map(|position| &self.scheme.questions[position]);
        if asked.is_some_and(|asked| !fits(&asked.kind)) {
            self.wrong_kind(place, question, wanted);
        }
    }

    /// Reports a question whose answers are of another kind than the formula wants.
    pub(super) fn wrong_kind(&mut self, place: &KeyPath, question: &Ref, wanted: &str) {
        self.findings.refuse(
            place,
            format!("`{}` is not {wanted}", question.id()),
            "its answer can never fit here",
            "name another question, or change its kind",
        );
    }
}
