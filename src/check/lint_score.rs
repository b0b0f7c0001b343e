//! What a formula may say and still be wrong.

use super::Fault;
use super::sheet::{Place, Sheet};
use crate::assess::Bounds;
use crate::points::Points;
use crate::scheme::{Amount, Day, Kind, OptionRow, Ref, Scheme, Score, StepRow, Test, TestRow};

/// The lint of one indicator's formula.
pub(super) struct ScoreLint<'a> {
    pub(super) scheme: &'a Scheme,
    pub(super) sheet: &'a Sheet,
    pub(super) faults: &'a mut Vec<Fault>,
    /// The cap around the formula.
    pub(super) cap: Option<Points>,
    /// Whether it may only take points away.
    pub(super) deduction: bool,
}

impl ScoreLint<'_> {
    fn refuse(&mut self, place: &Place, what: String, why: &str, mend: &str) {
        self.faults.push(self.sheet.fault(place, what, why, mend));
    }

    /// Lints a formula and everything inside.
    pub(super) fn score(&mut self, place: &Place, score: &Score) {
        match score {
            Score::Fixed(points) => self.points(&place.key("fixed"), *points),
            Score::Options { of, rows } => self.options(&place.key("options"), of, rows),
            Score::Steps { of, rows } => self.steps(&place.key("steps"), of, rows),
            Score::Rows { rows, otherwise } => self.rows(&place.key("rows"), rows, *otherwise),
            Score::Each { of, each, points, from, .. } => {
                let place = place.key("each");
                self.amount(&place.key("of"), of);
                self.points(&place.key("points"), *points);
                if *each < 1 || *from < 0 {
                    self.refuse(
                        &place,
                        format!("points for every {each} from {from} on"),
                        "a rate needs at least one unit and a start not below zero",
                        "correct `each` or `from`",
                    );
                }
            }
            Score::Sum(scores) => self.several(&place.key("sum"), scores),
            Score::Highest(scores) => self.several(&place.key("highest"), scores),
            Score::Either(scores) => self.several(&place.key("either"), scores),
            Score::Capped { of, cap } => {
                let outer = self.cap;
                self.cap = Some(outer.map_or(*cap, |outer| outer.min(*cap)));
                self.score(&place.key("capped").key("of"), of);
                self.cap = outer;
            }
            Score::When { test, then } => {
                self.test(&place.key("when").key("test"), test);
                self.score(&place.key("when").key("then"), then);
            }
        }
    }

    fn several(&mut self, place: &Place, scores: &[Score]) {
        self.not_empty(place, scores.len());
        for (index, score) in scores.iter().enumerate() {
            self.score(&place.at(index), score);
        }
    }

    fn not_empty(&mut self, place: &Place, count: usize) {
        if count == 0 || count > 60 {
            self.refuse(
                place,
                format!("a list of {count}"),
                "nothing, or more than can be told apart, would be counted",
                "list between 1 and 60",
            );
        }
    }

    fn points(&mut self, place: &Place, points: Points) {
        if self.deduction && points > Points::ZERO {
            self.refuse(
                place,
                format!("{points} points in this group"),
                "deductions only take points away",
                "correct the sign or the group",
            );
        }
        if let Some(cap) = self.cap
            && points > cap
        {
            self.refuse(
                place,
                format!("{points} points under a cap of {cap}"),
                "a row above its cap can never be earned",
                "correct the row or the cap",
            );
        }
    }

    fn options(&mut self, place: &Place, of: &Ref, rows: &[OptionRow]) {
        let question = of.position().map(|position| &self.scheme.questions[position]);
        let Some(question) = question else { return };
        let Kind::Choice(choices) = &question.kind else {
            self.wrong_kind(place, of, "a choice");
            return;
        };
        for (index, row) in rows.iter().enumerate() {
            self.points(&place.key("rows").at(index), row.points);
            if rows[..index].iter().any(|other| other.option == row.option) {
                self.refuse(
                    &place.key("rows").at(index),
                    format!("a second row for `{}`", row.option.id()),
                    "rows overlap: an option has one number of points",
                    "delete one of them",
                );
            }
        }
        for choice in choices {
            if !rows.iter().any(|row| row.option.id() == choice.id) {
                self.refuse(
                    place,
                    format!("no row for the option `{}` of `{}`", choice.id, question.id),
                    "a gap: the person who chooses it would get nothing without a rule saying so",
                    "add a row, with 0 points where the rule gives none",
                );
            }
        }
    }

    fn steps(&mut self, place: &Place, of: &Amount, rows: &[StepRow]) {
        self.amount(&place.key("of"), of);
        self.not_empty(&place.key("rows"), rows.len());
        let (low, high) = Bounds::of(self.scheme).amount(of);
        for (index, row) in rows.iter().enumerate() {
            let here = place.key("rows").at(index);
            self.points(&here, row.points);
            if let Some(before) = index.checked_sub(1).map(|before| &rows[before]) {
                if row.from <= before.from {
                    self.refuse(
                        &here,
                        format!(
                            "the row from {} comes after the row from {}",
                            row.from, before.from
                        ),
                        "rows overlap: an amount would have two numbers of points",
                        "let `from` rise from row to row",
                    );
                } else if row.points == before.points {
                    self.refuse(
                        &here,
                        format!("the row from {} gives the same as the row before it", row.from),
                        "a row that changes nothing hides a slip",
                        "delete it, or correct its points",
                    );
                }
            }
            if row.from > high {
                self.refuse(
                    &here,
                    format!(
                        "the row from {} can never be reached: the amount ends at {high}",
                        row.from
                    ),
                    "a row that no answer reaches hides a slip",
                    "correct the row, or the range of its question",
                );
            }
        }
        if let Some(first) = rows.first()
            && first.from > low
        {
            self.refuse(
                &place.key("rows").at(0),
                format!("the first row starts at {}, but the amount can be {low}", first.from),
                "a gap: the person below would get nothing without a rule saying so",
                "start the first row at the smallest amount, with 0 points where the rule gives none",
            );
        }
    }

    fn rows(&mut self, place: &Place, rows: &[TestRow], otherwise: Points) {
        self.points(&place.key("otherwise"), otherwise);
        self.not_empty(&place.key("rows"), rows.len());
        for (index, row) in rows.iter().enumerate() {
            let here = place.key("rows").at(index);
            self.points(&here, row.points);
            self.test(&here.key("when"), &row.when);
        }
        let tests: Vec<&Test> = rows.iter().map(|row| &row.when).collect();
        for index in Bounds::of(self.scheme).unreachable(&tests) {
            self.refuse(
                &place.key("rows").at(index),
                format!(
                    "the row `{}` can never be reached: a row before it always holds",
                    rows[index].name.en
                ),
                "the first row that holds counts",
                "put the narrower row first, or delete this one",
            );
        }
    }

    /// Lints a test and everything inside.
    pub(super) fn test(&mut self, place: &Place, test: &Test) {
        match test {
            Test::Yes(question) => {
                self.kind(place, question, "a yes-no question", |kind| matches!(kind, Kind::YesNo))
            }
            Test::OneOf { question, options } => {
                let place = place.key("one-of");
                self.kind(&place, question, "a choice", |kind| matches!(kind, Kind::Choice(_)));
                self.not_empty(&place.key("options"), options.len());
            }
            Test::AtLeast { of, .. } => self.amount(&place.key("at-least").key("of"), of),
            Test::AtMost { of, .. } => self.amount(&place.key("at-most").key("of"), of),
            Test::NotBefore { day, earliest } => {
                let place = place.key("not-before");
                self.day(&place.key("day"), day);
                self.day(&place.key("earliest"), earliest);
            }
            Test::All(tests) => self.tests(&place.key("all"), tests),
            Test::Any(tests) => self.tests(&place.key("any"), tests),
            Test::Not(test) => self.test(&place.key("not"), test),
        }
    }

    fn tests(&mut self, place: &Place, tests: &[Test]) {
        self.not_empty(place, tests.len());
        for (index, test) in tests.iter().enumerate() {
            self.test(&place.at(index), test);
        }
    }

    fn amount(&mut self, place: &Place, amount: &Amount) {
        let number = |kind: &Kind| matches!(kind, Kind::Number { .. });
        match amount {
            Amount::Number(question) => self.kind(place, question, "a number", number),
            Amount::Fixed(value) => {
                if *value < 0 {
                    self.refuse(
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
            Amount::Records { of, from, to } => {
                self.kind(place, of, "a question for records", |kind| {
                    matches!(kind, Kind::Dates { .. })
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
                    self.refuse(
                        place,
                        format!("a division or product by {by}"),
                        "it needs at least 1",
                        "correct it",
                    );
                }
            }
        }
    }

    fn day(&mut self, place: &Place, day: &Day) {
        match day {
            Day::On | Day::Fixed(_) => {}
            Day::Answer(question) => {
                self.kind(place, question, "a date", |kind| matches!(kind, Kind::Date { .. }));
            }
            Day::InYear { year, month, day, .. } => {
                self.kind(place, year, "a number", |kind| matches!(kind, Kind::Number { .. }));
                if !(1..=12).contains(month) || !(1..=31).contains(day) {
                    self.refuse(
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
                    self.refuse(
                        place,
                        format!("{years} years before"),
                        "windows have 0 to 100 years",
                        "correct it",
                    );
                }
            }
        }
    }

    fn kind(&mut self, place: &Place, question: &Ref, wanted: &str, fits: impl Fn(&Kind) -> bool) {
        let asked = question.position().map(|position| &self.scheme.questions[position]);
        if asked.is_some_and(|asked| !fits(&asked.kind)) {
            self.wrong_kind(place, question, wanted);
        }
    }

    fn wrong_kind(&mut self, place: &Place, question: &Ref, wanted: &str) {
        self.refuse(
            place,
            format!("`{}` is not {wanted}", question.id()),
            "its answer can never fit here",
            "name another question, or change its kind",
        );
    }
}
