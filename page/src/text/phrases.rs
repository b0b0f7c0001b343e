//! Facts of the core, said in words.

use std::borrow::Cow;

use jifen::answers::{Value, unscaled};
use jifen::assess::{Need, State, Step, Way};
use jifen::points::{Points, Range};
use jifen::scheme::{Grade, Group, Kind, Language, Question, Scheme, Text, Unit};
use jiff::civil::Date;

use crate::text::messages::{Words, fill, words};
use crate::text::parse::grouped;

/// From here on months are said as years and months.
const TWO_YEARS: i64 = 24;

/// The language and its words, together with whose city the rules speak of.
#[derive(Clone, Copy)]
pub(crate) struct Say<'a> {
    pub(crate) scheme: &'a Scheme,
    pub(crate) language: Language,
    pub(crate) words: &'static Words,
}

impl<'a> Say<'a> {
    pub(crate) fn new(scheme: &'a Scheme, language: Language) -> Say<'a> {
        Say { scheme, language, words: words(language) }
    }

    /// Words of a rule file, with the city's name where they leave room for it.
    pub(crate) fn text<'t>(&self, text: &'t Text) -> Cow<'t, str> {
        let text = text.read(self.language);
        if text.contains("{city}") {
            text.replace("{city}", self.scheme.city.name.read(self.language)).into()
        } else {
            text.into()
        }
    }

    /// A question as the beginning of a statement: without its question mark.
    pub(crate) fn topic(&self, question: &Question) -> String {
        let ask = self.text(&question.ask);
        ask.trim_end_matches(['?', '？', '.', '。', ' ']).to_owned()
    }

    /// A number of some unit.
    pub(crate) fn number(&self, number: i64, unit: Unit, decimals: u8) -> String {
        if unit == Unit::Months && number >= TWO_YEARS {
            let years = self.counted((number / 12).to_string(), self.words.unit_years);
            if number % 12 == 0 {
                return years;
            }
            let months = self.counted((number % 12).to_string(), self.words.unit_months);
            return [years, months].join(" ");
        }
        let text = unscaled(number, decimals);
        match unit {
            Unit::CalendarYear => text,
            Unit::Yuan => self.counted(grouped(&text), self.words.unit_yuan),
            _ => self.counted(text, self.unit(unit)),
        }
    }

    /// The word of a unit; it may need filling.
    pub(crate) fn unit(&self, unit: Unit) -> &'static str {
        match unit {
            Unit::Months => self.words.unit_months,
            Unit::Years => self.words.unit_years,
            Unit::Days => self.words.unit_days,
            Unit::CalendarYear => self.words.unit_calendar_year,
            Unit::Yuan => self.words.unit_yuan,
            Unit::People => self.words.unit_people,
            Unit::Percent => self.words.unit_percent,
            Unit::Times => self.words.unit_times,
            Unit::Hours => self.words.unit_hours,
            Unit::Millilitres => self.words.unit_millilitres,
        }
    }

    fn counted(&self, number: String, unit: &str) -> String {
        let unit = fill(unit, &[&number]);
        if unit == "%" { number + &unit } else { [number, unit].join(" ") }
    }

    /// An answer.
    pub(crate) fn value(&self, question: &Question, value: &Value) -> String {
        match (value, &question.kind) {
            (Value::Flag(true), _) => self.words.yes.to_owned(),
            (Value::Flag(false), _) => self.words.no.to_owned(),
            (Value::Option(id), Kind::Choice(choices)) => {
                let choice = choices.iter().find(|choice| choice.id == *id);
                choice.map_or(String::new(), |choice| self.text(&choice.name).into_owned())
            }
            (Value::Number(0), Kind::Number { min: 0, .. }) => self.words.none.to_owned(),
            (Value::Number(number), Kind::Number { unit, decimals, .. }) => {
                self.number(*number, *unit, *decimals)
            }
            (Value::Date(date), _) => day(*date, self.words),
            (Value::Dates(dates), _) if dates.is_empty() => self.words.none.to_owned(),
            (Value::Dates(dates), _) => {
                let days: Vec<String> = dates.iter().map(|date| day(*date, self.words)).collect();
                let count = dates.len().to_string();
                fill(self.words.records_count, &[&count, &days.join(self.words.comma)])
            }
            _ => String::new(),
        }
    }

    /// Points with their unit.
    pub(crate) fn points(&self, points: Points) -> String {
        fill(self.words.points, &[&figure(points)])
    }

    /// What an indicator's points may be, without a unit.
    pub(crate) fn range(&self, range: Range) -> String {
        match range.certain() {
            Some(points) => figure(points),
            None => fill(self.words.between, &[&figure(range.low), &figure(range.high)]),
        }
    }

    /// The changes of a way, as one sentence.
    pub(crate) fn way(&self, way: &Way) -> String {
        let steps = way.steps.iter().filter_map(|step| self.step(step));
        steps.collect::<Vec<_>>().join(self.words.separator)
    }

    /// A change.
    pub(crate) fn step(&self, step: &Step) -> Option<String> {
        let question = self.scheme.questions.get(step.question)?;
        let topic = self.topic(question);
        Some(match (&step.need, &question.kind) {
            (Need::Flag(flag), _) => {
                let answer = if *flag { self.words.yes } else { self.words.no };
                fill(self.words.way_set, &[&topic, answer])
            }
            (Need::OneOf(options), Kind::Choice(choices)) => {
                // The first is the nearest.
                let nearest = choices.get(*options.first()?)?;
                fill(self.words.way_set, &[&topic, &self.text(&nearest.name)])
            }
            (Need::Number { from, to }, Kind::Number { unit, decimals, .. }) => {
                let number = |number| self.number(number, *unit, *decimals);
                if to > from {
                    let parts = [topic.as_str(), &number(to - from), &number(*to)];
                    fill(self.words.way_more, &parts)
                } else {
                    fill(self.words.way_less, &[&topic, &number(*to)])
                }
            }
            (Need::Day(until), _) => fill(self.words.way_wait, &[&day(*until, self.words)]),
            _ => return None,
        })
    }

    /// How a condition stands.
    pub(crate) fn state(&self, state: State) -> &'static str {
        match state {
            State::Met => self.words.met,
            State::Unmet => self.words.unmet,
            State::Unknown => self.words.unknown,
            State::NotApplicable => self.words.not_applicable,
        }
    }

    /// How well something was checked.
    pub(crate) fn grade(&self, grade: Grade) -> &'static str {
        match grade {
            Grade::Official => self.words.official,
            Grade::TwoSources => self.words.two_sources,
            Grade::OneSource => self.words.one_source,
            Grade::Derived => self.words.derived,
            Grade::Conflicting => self.words.conflicting,
        }
    }

    /// The heading of a group.
    pub(crate) fn group(&self, group: Group) -> &'static str {
        match group {
            Group::Base => self.words.base,
            Group::Bonus => self.words.bonus,
            Group::Deduction => self.words.deduction,
        }
    }
}

/// A day, as the language writes it.
pub(crate) fn day(date: Date, words: &Words) -> String {
    let (year, day) = (date.year().to_string(), date.day().to_string());
    fill(words.date, &[&year, month_name(date.month(), words), &day])
}

/// A month, 1 to 12, as the language writes it.
pub(crate) fn month_name(month: i8, words: &Words) -> &'static str {
    words.months.split(' ').nth(month.unsigned_abs().into()).unwrap_or_default()
}

/// Points as a figure, with a true minus sign.
pub(crate) fn figure(points: Points) -> String {
    points.to_string().replace('-', "−")
}

/// Points gained, with their sign.
pub(crate) fn gain(points: Points) -> String {
    if points > Points::ZERO { format!("+{}", figure(points)) } else { figure(points) }
}
