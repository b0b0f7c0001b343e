//! What is known and what is still open: answers held against the scheme's questions on a day.

use jiff::civil::Date;

use super::history::{Told, told};
use super::rounds::presumed;
use super::uncertain::Truth;
use crate::answers::{Answers, Period, Value};
use crate::scheme::{AnswerKind, Filing, Question, Ref, Scheme};

/// An answer that fits its question, in the form that rules compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fact<'a> {
    Flag(bool),
    /// The position of the option.
    Option(usize),
    /// In the question's smallest step.
    Number(i64),
    /// A number that time leaves open: from the first to the second.
    Between(i64, i64),
    Date(Date),
    Dates(&'a [Date]),
    /// Month counts: all but the last, and the last, which may have grown, at least and at most.
    MonthCounts {
        before: &'a [i64],
        last: (i64, i64),
    },
    /// A history; what follows from it stands under other questions.
    Periods(&'a [Period]),
}

impl<'a> Fact<'a> {
    /// Takes an answer to a question on a day; one that does not fit is as good as none.
    fn of(value: &'a Value, question: &Question, on: Date) -> Option<Fact<'a>> {
        value.fits(question, on).ok()?;
        Some(match (value, &question.kind) {
            (Value::Option(id), AnswerKind::Choice(choices)) => {
                Fact::Option(choices.iter().position(|choice| choice.id == *id)?)
            }
            (Value::Option(_), _) => return None,
            (Value::Flag(flag), _) => Fact::Flag(*flag),
            (Value::Number(number), _) => Fact::Number(*number),
            (Value::Date(date), _) => Fact::Date(*date),
            (Value::Dates(dates), _) => Fact::Dates(dates),
            (Value::MonthCounts(counts), _) => {
                let (last, before) = counts.split_last().unwrap_or((&0, &[]));
                Fact::MonthCounts { before, last: (*last, *last) }
            }
            (Value::Periods(periods), _) => Fact::Periods(periods),
        })
    }
}

impl Fact<'_> {
    /// Returns the number, or how many months all pieces have together.
    pub(crate) fn number(self) -> Option<i64> {
        match self {
            Fact::Number(number) => Some(number),
            Fact::MonthCounts { before, last: (least, most) } if least == most => {
                Some(before.iter().fold(least, |sum, count| sum.saturating_add(*count)))
            }
            _ => None,
        }
    }
}

/// A question with what is known of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot<'a> {
    pub(super) question: &'a Question,
    pub(super) value: Option<Fact<'a>>,
    /// Whether the question is asked at all.
    pub(super) asked: Truth,
    /// What is presumed without an answer.
    pub(super) presumed: Option<i64>,
    /// What a history tells of it without an answer.
    pub(super) told: Option<Told>,
}

impl<'a> Slot<'a> {
    /// Returns a fact as the question takes it: a number of months is what its pieces have together, and the last one,
    /// which goes on, makes it up.
    fn taking(&self, value: Fact<'a>) -> Fact<'a> {
        let AnswerKind::MonthCounts { max, .. } = self.question.kind else { return value };
        let (low, high) = match value {
            Fact::Number(months) => (months, months),
            Fact::Between(low, high) => (low, high),
            value => return value,
        };
        let before = match self.value {
            Some(Fact::MonthCounts { before, .. }) => before,
            _ => &[],
        };
        let last = |months| Value::last_piece(before, months, max);
        Fact::MonthCounts { before, last: (last(low), last(high)) }
    }
}

/// Answers held against a scheme on a day.
#[derive(Clone, Debug)]
pub(crate) struct Facts<'a> {
    pub(crate) on: Date,
    /// When applications are taken, where that decides.
    pub(super) filing: Option<&'a Filing>,
    slots: Vec<Slot<'a>>,
}

impl<'a> Facts<'a> {
    /// Holds answers against a scheme. A question's guard sees only the questions before it.
    pub(crate) fn new(scheme: &'a Scheme, answers: &'a Answers, on: Date) -> Facts<'a> {
        let slots = Vec::with_capacity(scheme.questions.len());
        let mut facts = Facts { on, filing: scheme.filing.as_ref(), slots };
        let told = told(scheme, answers, on);
        for (position, question) in scheme.questions.iter().enumerate() {
            let asked = question.when.as_ref().map_or(Truth::Yes, |when| facts.holds(when));
            let value = answers.get(&question.id).and_then(|value| Fact::of(value, question, on));
            let presumed = presumed(question, on);
            let told = told.iter().find(|(told, _)| *told == position).map(|(_, told)| *told);
            facts.slots.push(Slot { question, value, asked, presumed, told });
        }
        facts
    }

    /// Returns the same facts with some answers changed, on another day that is not earlier.
    pub(crate) fn with(&self, values: &[(usize, Fact<'a>)], on: Date) -> Facts<'a> {
        let mut facts = Facts { on, filing: self.filing, slots: self.slots.clone() };
        let mut decides = on != self.on;
        for slot in facts.slots.iter_mut().filter(|_| on != self.on) {
            slot.told = slot.told.and_then(Told::later);
        }
        for (position, value) in values {
            let slot = &mut facts.slots[*position];
            slot.value = Some(slot.taking(*value));
            decides |= slot.question.guards;
        }
        // Most changes neither ask nor spare the person another question.
        for position in (0..facts.slots.len()).filter(|_| decides) {
            let question = facts.slots[position].question;
            let asked = question.when.as_ref().map_or(Truth::Yes, |when| facts.holds(when));
            let presumed = presumed(question, on);
            facts.slots[position] = Slot { asked, presumed, ..facts.slots[position] };
        }
        facts
    }

    /// Returns whether a question is asked.
    pub(crate) fn asked(&self, position: usize) -> Truth {
        self.slots[position].asked
    }

    /// Returns whether a question is asked and neither answered nor presumed.
    pub(crate) fn open(&self, position: usize) -> bool {
        let slot = &self.slots[position];
        let history = matches!(slot.question.kind, AnswerKind::Periods { .. });
        slot.asked == Truth::Yes && slot.value.is_none() && slot.presumed.is_none() && !history
    }

    /// Returns the number presumed of a question that is not answered.
    pub(crate) fn presumed(&self, position: usize) -> Option<i64> {
        let slot = &self.slots[position];
        slot.presumed.filter(|_| slot.value.is_none() && slot.asked != Truth::No)
    }

    /// Returns the fitting answer to a question that is or may be asked.
    pub(crate) fn known(&self, position: usize) -> Option<Fact<'a>> {
        self.slots.get(position).filter(|slot| slot.asked != Truth::No)?.value
    }

    /// Returns the fitting answer to a question, also to one that is not asked.
    pub(crate) fn given(&self, position: usize) -> Option<Fact<'a>> {
        self.slots.get(position)?.value
    }

    /// Returns what a history tells of a question that is open and is or may be asked.
    pub(crate) fn told(&self, position: usize) -> Option<Told> {
        let slot = self.slots.get(position).filter(|slot| slot.asked != Truth::No)?;
        slot.told.filter(|_| slot.value.is_none())
    }

    /// Gives another answer to a question that decides nothing about other questions.
    pub(crate) fn put(&mut self, position: usize, value: Fact<'a>) {
        if let Some(slot) = self.slots.get_mut(position) {
            slot.value = Some(slot.taking(value));
        }
    }

    /// Returns the slot of a question, unless it is not asked, which counts as nothing.
    pub(super) fn slot(&self, question: &Ref) -> Option<Slot<'a>> {
        let slot = self.slots.get(question.position()?)?;
        (slot.asked != Truth::No).then_some(*slot)
    }
}

/// Returns the bit of a position; an option list has fewer than 64.
pub(crate) fn bit(position: usize) -> u64 {
    u32::try_from(position).ok().and_then(|position| 1_u64.checked_shl(position)).unwrap_or(0)
}
