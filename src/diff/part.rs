//! A part of a scheme, whatever its sort.

use serde::Serialize;

use crate::scheme::{
    Citation, Combination, Condition, Floor, Indicator, LeftOut, Line, Notice, Parameter, Question,
    Text,
};

/// A part of a scheme that an edition can have otherwise.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(untagged)]
pub enum Part<'a> {
    /// What the total is held against.
    Line(&'a Line),
    /// What the total never falls below.
    Floor(&'a Floor),
    /// A condition.
    Condition(&'a Condition),
    /// An indicator.
    Indicator(&'a Indicator),
    /// A rule that counts several indicators together.
    Combination(&'a Combination),
    /// A series of figures.
    Parameter(&'a Parameter),
    /// A question.
    Question(&'a Question),
    /// A notice.
    Notice(&'a Notice),
    /// A part of the official table that is left out.
    LeftOut(&'a LeftOut),
}

impl<'a> Part<'a> {
    /// Returns what it is called: its name, the question, what the rule says. The floor has no words of its own.
    pub fn name(self) -> Option<&'a Text> {
        match self {
            Part::Line(line) => Some(&line.name),
            Part::Floor(_) => None,
            Part::Condition(condition) => Some(&condition.name),
            Part::Indicator(indicator) => Some(&indicator.name),
            Part::Combination(together) => Some(&together.rule),
            Part::Parameter(parameter) => Some(&parameter.name),
            Part::Question(question) => Some(&question.ask),
            Part::Notice(notice) => Some(&notice.name),
            Part::LeftOut(left_out) => Some(&left_out.name),
        }
    }

    /// Returns what it says beside its name, in a sentence.
    pub fn rule(self) -> Option<&'a Text> {
        match self {
            Part::Line(_) | Part::Floor(_) | Part::Combination(_) => None,
            Part::Condition(condition) => Some(&condition.rule),
            Part::Indicator(indicator) => Some(&indicator.rule),
            Part::Parameter(parameter) => Some(&parameter.note),
            Part::Question(question) => question.help.as_ref(),
            Part::Notice(notice) => Some(&notice.text),
            Part::LeftOut(left_out) => Some(&left_out.why),
        }
    }

    /// Returns the clause it rests on. Questions, and what is left out, rest on those of the rules around them.
    pub fn cite(self) -> Option<&'a Citation> {
        match self {
            Part::Line(line) => Some(&line.cite),
            Part::Condition(condition) => Some(&condition.cite),
            Part::Indicator(indicator) => Some(&indicator.cite),
            Part::Combination(together) => Some(&together.cite),
            Part::Notice(notice) => Some(&notice.cite),
            Part::Floor(floor) => Some(&floor.cite),
            Part::Parameter(parameter) => Some(&parameter.cite),
            Part::Question(_) | Part::LeftOut(_) => None,
        }
    }

    /// Returns the key of its list in a rule file.
    pub fn key(self) -> &'static str {
        match self {
            Part::Line(_) => "line",
            Part::Floor(_) => "floor",
            Part::Condition(_) => "condition",
            Part::Indicator(_) => "indicator",
            Part::Combination(_) => "together",
            Part::Parameter(_) => "parameter",
            Part::Question(_) => "question",
            Part::Notice(_) => "notice",
            Part::LeftOut(_) => "left-out",
        }
    }
}

/// Returns what a part says, wherever its scheme holds what it names: its bytes in a pack.
pub(super) fn said(part: Option<Part<'_>>) -> Option<Vec<u8>> {
    part.and_then(|part| postcard::to_allocvec(&part).ok())
}
