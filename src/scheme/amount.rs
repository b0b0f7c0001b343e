//! Days and amounts that rules compute from answers.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Ref;
use super::visit::{Reference, visit};

/// A calendar day that a rule counts from or to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Day {
    /// The day of the assessment.
    On,
    /// The date that answers a question.
    Answer(Ref),
    /// A day written in the rule.
    Fixed(
        #[serde(with = "super::date_serde")]
        #[schemars(with = "String")]
        Date,
    ),
    /// A day in a year that the person names, such as 31 December of the year before the round.
    InYear {
        /// A question whose answer is a calendar year.
        year: Ref,
        /// Years added to the answer.
        #[serde(default)]
        plus: i16,
        /// Month, 1 to 12.
        month: i8,
        /// Day of the month, 1 to 31.
        day: i8,
    },
    /// Some years before another day.
    Before {
        /// The other day.
        day: Box<Day>,
        /// How many years before, 0 to 100.
        years: i16,
    },
    /// The last day of the month before that of another day.
    EndOfMonthBefore(Box<Day>),
    /// The day up to which the filing counts that is open on the day of the assessment or comes next; the scheme says in
    /// `filing` when that is.
    CountingDay,
}

/// A whole number that a rule computes from answers. Never negative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Amount {
    /// The answer to a number question, in its smallest step.
    Number(Ref),
    /// A number written in the rule.
    Fixed(i64),
    /// Full months from one day to another; none where the second is not later.
    Months {
        /// First day.
        from: Day,
        /// Last day.
        to: Day,
    },
    /// Years from one day to another, such as an age.
    Years {
        /// First day, such as the birth date.
        from: Day,
        /// Last day.
        to: Day,
        /// Whether a year that has begun counts as a year.
        #[serde(default)]
        begun: bool,
    },
    /// The months that an answer had counted at the end of an earlier month: the answer counts up to the end of the
    /// month of the assessment, and the months since are taken off.
    MonthsBy {
        /// A number question that counts months; its answer then grows on the first of each month.
        of: Ref,
        /// A day in that earlier month. One after the assessment takes nothing off.
        day: Day,
    },
    /// How many records fall between two days, both included.
    Records {
        /// A question answered by dates.
        of: Ref,
        /// First day that counts.
        from: Day,
        /// Last day that counts.
        to: Day,
    },
    /// Amounts added up.
    Sum(Vec<Amount>),
    /// The smallest of several amounts.
    Lowest(Vec<Amount>),
    /// The largest of several amounts.
    Highest(Vec<Amount>),
    /// One amount less another; zero where the second is larger.
    Minus {
        /// What is reduced.
        of: Box<Amount>,
        /// By how much.
        less: Box<Amount>,
    },
    /// A part of an amount, rounded down.
    Share {
        /// The whole.
        of: Box<Amount>,
        /// A question answered in percent.
        percent: Ref,
    },
    /// What is left over when an amount is divided.
    Remainder {
        /// What is divided.
        of: Box<Amount>,
        /// By how much, at least 1.
        each: i64,
    },
    /// An amount times a fixed number, such as several insurances paid in the same months.
    Times {
        /// What is multiplied.
        of: Box<Amount>,
        /// How many times, at least 1.
        by: i64,
    },
}

visit!(Day, |day, visitor| match day {
    Day::On | Day::CountingDay => visitor(Reference::Today),
    Day::Fixed(_) => {}
    Day::Answer(question) | Day::InYear { year: question, .. } => {
        visitor(Reference::Question(question));
    }
    Day::Before { day, .. } | Day::EndOfMonthBefore(day) => day.visit(visitor),
});

visit!(Amount, |amount, visitor| match amount {
    Amount::Fixed(_) => {}
    Amount::Number(question) => visitor(Reference::Question(question)),
    Amount::Months { from, to } | Amount::Years { from, to, .. } => {
        from.visit(visitor);
        to.visit(visitor);
    }
    Amount::MonthsBy { of, day } => {
        visitor(Reference::CalendarMonths(of));
        visitor(Reference::Question(of));
        visitor(Reference::Today);
        day.visit(visitor);
    }
    Amount::Records { of, from, to } => {
        visitor(Reference::Question(of));
        from.visit(visitor);
        to.visit(visitor);
    }
    Amount::Sum(amounts) | Amount::Lowest(amounts) | Amount::Highest(amounts) => {
        amounts.visit(visitor);
    }
    Amount::Minus { of, less } => {
        of.visit(visitor);
        less.visit(visitor);
    }
    Amount::Share { of, percent } => {
        of.visit(visitor);
        visitor(Reference::Question(percent));
    }
    Amount::Remainder { of, .. } | Amount::Times { of, .. } => of.visit(visitor),
});
