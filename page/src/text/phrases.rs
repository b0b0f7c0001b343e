//! Facts of the core, said in words.

use std::borrow::Cow;

use jifen::answers::{Period, Value, grouped, unscaled};
use jifen::assess::ConditionState;
use jifen::points::{Points, PointsRange};
use jifen::scheme::{
    AnswerKind, Citation, Grade, Group, GuidePart, Language, Question, Scheme, SourceKind, Text,
    Unit,
};
use jiff::civil::Date;

use crate::text::messages::{Messages, format, messages};
use crate::text::months::{self, month_name};

/// From here on months are said as years and months.
const TWO_YEARS: i64 = 24;

/// The language and its words, together with whose city the rules speak of.
#[derive(Clone, Copy)]
pub(crate) struct Phrases<'a> {
    pub(crate) scheme: &'a Scheme,
    pub(crate) language: Language,
    pub(crate) messages: &'static Messages,
}

impl<'a> Phrases<'a> {
    /// Returns the words in which a language speaks of a scheme.
    pub(crate) fn new(scheme: &'a Scheme, language: Language) -> Phrases<'a> {
        Phrases { scheme, language, messages: messages(language) }
    }

    /// Returns words of a rule file, with the city's name where they leave room for it.
    pub(crate) fn text<'t>(&self, text: &'t Text) -> Cow<'t, str> {
        let text = text.read(self.language);
        if text.contains("{city}") {
            text.replace("{city}", self.scheme.city.name.read(self.language)).into()
        } else {
            text.into()
        }
    }

    /// Returns what an unanswered question is taken to say, and why that is not certain.
    pub(crate) fn presumed(&self, question: &Question, number: i64) -> String {
        let AnswerKind::Number { unit, decimals, .. } = question.kind else { return String::new() };
        let supposed = question.presume.as_ref().is_some_and(|presume| presume.is_supposed(number));
        let sentence = if supposed { self.messages.supposed_round } else { self.messages.presumed };
        format(sentence, &[&self.number(number, unit, decimals)])
    }

    /// Returns the fact that a question asks for, as a sentence names it.
    pub(crate) fn noun(&self, question: &Question) -> String {
        self.text(&question.noun).into_owned()
    }

    /// Returns a number, in its smallest step of `decimals`, with its unit; two years and more of months as years and months.
    pub(crate) fn number(&self, number: i64, unit: Unit, decimals: u8) -> String {
        if unit == Unit::Months && number.abs() >= TWO_YEARS {
            let years = self.counted((number / 12).to_string(), Unit::Years);
            if number % 12 == 0 {
                return years;
            }
            let months = self.counted((number % 12).abs().to_string(), Unit::Months);
            return [years, months].join(" ");
        }
        let text = unscaled(number, decimals);
        match unit {
            Unit::CalendarYear => text,
            Unit::Percent => text + self.messages.unit_percent,
            Unit::Yuan => self.counted(grouped(&text), unit),
            _ => self.counted(text, unit),
        }
    }

    /// Returns a number that answers a question; where its noun speaks of months, as months however many.
    pub(super) fn number_of(
        &self,
        question: &Question,
        number: i64,
        unit: Unit,
        decimals: u8,
    ) -> String {
        let noun = self.text(&question.noun);
        match unit {
            Unit::Months if noun.contains("月数") || noun.contains("months") => {
                self.counted(unscaled(number, decimals), unit)
            }
            _ => self.number(number, unit, decimals),
        }
    }

    /// Returns the word of a unit, as it stands beside a number.
    pub(crate) fn unit(&self, unit: Unit, number: &str) -> String {
        let messages = self.messages;
        let plural = match unit {
            Unit::Months => messages.unit_months,
            Unit::Years => messages.unit_years,
            Unit::Days => messages.unit_days,
            Unit::People => messages.unit_people,
            Unit::Times => messages.unit_times,
            Unit::Hours => messages.unit_hours,
            Unit::CalendarYear => return messages.unit_calendar_year.to_owned(),
            Unit::Yuan => return messages.unit_yuan.to_owned(),
            Unit::Percent => return messages.unit_percent.to_owned(),
            Unit::Millilitres => return messages.unit_millilitres.to_owned(),
        };
        format(plural, &[number])
    }

    fn counted(&self, number: String, unit: Unit) -> String {
        let unit = self.unit(unit, &number);
        [number, unit].join(" ")
    }

    /// Returns an answer in words; empty where it does not fit the question.
    pub(crate) fn value(&self, question: &Question, value: &Value) -> String {
        match (value, &question.kind) {
            (Value::Flag(true), _) => self.messages.yes.to_owned(),
            (Value::Flag(false), _) => self.messages.no.to_owned(),
            (Value::Option(id), AnswerKind::Choice(choices)) => {
                let choice = choices.iter().find(|choice| choice.id == *id);
                choice.map_or(String::new(), |choice| self.text(&choice.name).into_owned())
            }
            (Value::Number(0), AnswerKind::Number { min: 0, .. }) => self.messages.none.to_owned(),
            (Value::Number(number), AnswerKind::Number { unit, decimals, .. }) => {
                self.number_of(question, *number, *unit, *decimals)
            }
            (Value::Date(date), _) => day(*date, self.messages),
            (Value::MonthCounts(counts), _) if counts.is_empty() => self.messages.none.to_owned(),
            (Value::MonthCounts(counts), _) => {
                let count = |count: &i64| self.number(*count, Unit::Months, 0);
                counts.iter().map(count).collect::<Vec<_>>().join(" + ")
            }
            (Value::Periods(periods), _) if periods.is_empty() => self.messages.none.to_owned(),
            (Value::Periods(periods), _) => {
                let periods = periods.iter().map(|period| self.period(question, period));
                periods.collect::<Vec<_>>().join(self.messages.separator)
            }
            (Value::Dates(dates), _) if dates.is_empty() => self.messages.none.to_owned(),
            (Value::Dates(dates), _) => {
                let days: Vec<String> =
                    dates.iter().map(|date| day(*date, self.messages)).collect();
                let count = dates.len().to_string();
                format(self.messages.records_count, &[&count, &days.join(self.messages.comma)])
            }
            _ => String::new(),
        }
    }

    /// Returns a period of a question: its months, its kind, and its base.
    pub(crate) fn period(&self, question: &Question, period: &Period) -> String {
        let kinds = question.kind.period_kinds();
        // Where there is one kind, its name says nothing.
        let mut kind = kinds.iter().filter(|kind| kinds.len() > 1 && kind.id == period.kind);
        let kind = kind.next().map(|kind| self.text(&kind.name).into_owned());
        let base = period.base.map(|base| months::base(base, self.language));
        let parts = [Some(months::named(period, self.language)), kind, base];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        parts.join(self.messages.clause_comma)
    }

    /// Returns points with their unit.
    pub(crate) fn points(&self, points: Points) -> String {
        format(self.messages.points, &[&figure(points)])
    }

    /// Returns what points may be, without a unit.
    pub(crate) fn range(&self, range: PointsRange) -> String {
        match range.certain() {
            Some(points) => figure(points),
            None if range.high.is_unbounded() => {
                format(self.messages.from_on, &[&figure(range.low)])
            }
            None => format(self.messages.between, &[&figure(range.low), &figure(range.high)]),
        }
    }

    /// Returns how a condition stands, in a word.
    pub(crate) fn state(&self, state: ConditionState) -> &'static str {
        match state {
            ConditionState::Met => self.messages.met,
            ConditionState::Unmet => self.messages.unmet,
            ConditionState::Unknown => self.messages.unknown,
            ConditionState::NotApplicable => self.messages.not_applicable,
        }
    }

    /// Returns how well something was checked.
    pub(crate) fn grade(&self, grade: Grade) -> &'static str {
        match grade {
            Grade::Official => self.messages.official,
            Grade::TwoSources => self.messages.two_sources,
            Grade::OneSource => self.messages.one_source,
            Grade::Derived => self.messages.derived,
            Grade::Conflicting => self.messages.conflicting,
        }
    }

    /// Returns the word for what a rule stands in: a clause that was read, or one that others restate.
    pub(crate) fn clause(&self, grade: Grade) -> &'static str {
        match grade {
            Grade::Official | Grade::Derived => self.messages.clause,
            Grade::TwoSources | Grade::OneSource | Grade::Conflicting => {
                self.messages.clause_reported
            }
        }
    }

    /// Returns who says so, or says so beside the official text: publisher, sort and date of each source; `None` where
    /// none is named.
    pub(crate) fn sources(&self, grade: Grade, ids: &[String]) -> Option<String> {
        let messages = self.messages;
        let sentence = match grade {
            Grade::Official => messages.sources_besides,
            _ => messages.sources,
        };
        let named = self.scheme.sources(ids).map(|source| {
            let (publisher, kind) = (self.text(&source.publisher), self.source_kind(source.kind));
            match &source.dated {
                Some(dated) => format(messages.source_of, &[&publisher, kind, dated]),
                None => format(messages.source_undated, &[&publisher, kind]),
            }
        });
        let named = named.collect::<Vec<_>>().join(messages.comma);
        (!named.is_empty()).then(|| format(sentence, &[&named]))
    }

    /// Returns how well something was checked, who says so, and what to know about it.
    pub(crate) fn evidence(&self, cite: &Citation) -> String {
        let grade = self.grade(cite.grade).to_owned();
        let sources = self.sources(cite.grade, &cite.sources);
        let note = cite.note.as_ref().map(|note| self.text(note).into_owned());
        let parts: Vec<String> = [Some(grade), sources, note].into_iter().flatten().collect();
        parts.join(&[self.messages.stop, self.messages.space].concat())
    }

    fn source_kind(&self, kind: SourceKind) -> &'static str {
        match kind {
            SourceKind::Official => self.messages.source_official,
            SourceKind::Copy => self.messages.source_copy,
            SourceKind::Data => self.messages.source_data,
            SourceKind::Press => self.messages.source_press,
            SourceKind::Site => self.messages.source_site,
            SourceKind::Agency => self.messages.source_agency,
            SourceKind::Program => self.messages.source_program,
            SourceKind::Notes => self.messages.source_notes,
        }
    }

    /// Returns the readings of sources that disagree, each after the words for what it is: the first is used, or `all`
    /// of them as a range.
    pub(crate) fn readings<'t>(
        &self,
        readings: &'t [Text],
        all: bool,
    ) -> impl Iterator<Item = (&'static str, Cow<'t, str>)> {
        let messages = self.messages;
        let [first, other] = match all {
            true => [messages.reading_open; 2],
            false => [messages.reading_used, messages.reading_other],
        };
        let labels = std::iter::once(first).chain(std::iter::repeat(other));
        labels.zip(readings.iter().map(|reading| self.text(reading)))
    }

    /// Returns the heading of a group.
    pub(crate) fn group(&self, group: Group) -> &'static str {
        match group {
            Group::Base => self.messages.base,
            Group::Bonus => self.messages.bonus,
            Group::Deduction => self.messages.deduction,
        }
    }

    /// Returns the heading of a part of the guide.
    pub(crate) fn guide_part(&self, part: GuidePart) -> &'static str {
        match part {
            GuidePart::Steps => self.messages.guide_steps,
            GuidePart::Channels => self.messages.guide_channels,
            GuidePart::Rounds => self.messages.guide_rounds,
            GuidePart::Materials => self.messages.guide_materials,
            GuidePart::Processing => self.messages.guide_processing,
            GuidePart::Statuses => self.messages.guide_statuses,
            GuidePart::Families => self.messages.guide_families,
            GuidePart::Result => self.messages.guide_result,
            GuidePart::Validity => self.messages.guide_validity,
            GuidePart::Renewal => self.messages.guide_renewal,
            GuidePart::Appeal => self.messages.guide_appeal,
        }
    }
}

/// Returns words as the beginning of a sentence: nouns of questions stand in the middle of others too.
pub(crate) fn begin(words: String) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) if first.is_ascii_lowercase() => {
            [first.to_ascii_uppercase().to_string().as_str(), letters.as_str()].concat()
        }
        _ => words,
    }
}

/// Returns a day, as the language writes it.
pub(crate) fn day(date: Date, messages: &Messages) -> String {
    let (year, day) = (date.year().to_string(), date.day().to_string());
    format(messages.date, &[&year, month_name(date.month(), messages), &day])
}

/// Returns points as a figure, with a true minus sign.
pub(crate) fn figure(points: Points) -> String {
    points.to_string().replace('-', "−")
}

/// Returns points gained, with their sign.
pub(crate) fn gain(points: Points) -> String {
    if points > Points::ZERO { format!("+{}", figure(points)) } else { figure(points) }
}
