//! Facts about a person that a scheme asks for.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::visit::{Reference, visit};
use super::{Change, LeadTime, Multiple, Predicate, Ref, RoundEnds, Text};

/// One fact about the person. Questions ask for facts, never for a city's category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Question {
    /// Stable id: answers, links and files are kept under it.
    pub id: String,
    /// The question; `{city}` stands for the name of the scheme's city.
    pub ask: Text,
    /// What counts and what does not, in a sentence or two.
    #[serde(default)]
    pub help: Option<Text>,
    /// A short noun for the fact, used where a sentence names it: `参保年限`, `insured time`. No question mark, no
    /// full stop; in English in lower case unless it is a name.
    pub noun: Text,
    /// What an answer looks like.
    pub kind: AnswerKind,
    /// Whether one answer serves every city.
    pub scope: Scope,
    /// How the fact can change, and so what kind of act changes it.
    pub changes: Change,
    /// How long it takes until the change can be so; said of a change by effort and of no other, unless every option
    /// says its own.
    #[serde(default)]
    pub lead: Option<LeadTime>,
    /// Only asked when this holds. A question that is not asked counts as nothing: no, zero, no option, no date.
    /// It may name only questions that the scheme lists before this one.
    #[serde(default)]
    pub when: Option<Predicate>,
    /// What an unanswered question is taken to say, where there is one sensible answer.
    #[serde(default)]
    pub presume: Option<Presumption>,
    /// What its months reach or exceed, where they are counted at a multiple of a dated figure.
    #[serde(default)]
    pub multiple: Option<Multiple>,
    /// Positions of the questions that its guard rests on, in order.
    #[serde(skip)]
    pub uses: Vec<usize>,
    /// Whether its guard also rests on the day of the assessment.
    #[serde(skip)]
    pub today: bool,
    /// Whether it decides if another question is asked.
    #[serde(skip)]
    pub guards: bool,
    /// Whether its months are counted up to the end of a month, so that they grow with the calendar's months.
    #[serde(skip)]
    pub calendar_months: bool,
}

impl Question {
    /// Returns the ids of its options; none for other kinds.
    pub fn option_ids(&self) -> Vec<String> {
        match &self.kind {
            AnswerKind::Choice(choices) | AnswerKind::Periods { kinds: choices, .. } => {
                choices.iter().map(|choice| choice.id.clone()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Returns whether it names a round that stays what it is while time passes, such as the year a child starts school.
    pub fn is_staying_round(&self) -> bool {
        self.presume.is_some() && !self.is_round()
    }

    /// Returns whether it counts time, which passes at its own pace: months, years, or rounds that come by themselves.
    pub fn counts_time(&self) -> bool {
        match self.kind.unit() {
            Some((Unit::Months | Unit::Years, _)) => true,
            Some((Unit::Times, _)) => self.changes == Change::Time,
            _ => false,
        }
    }

    /// Returns how long a change of its answer takes, to the option at a position where it is a choice.
    pub fn lead_to(&self, option: Option<usize>) -> Option<&LeadTime> {
        let own = match (&self.kind, option) {
            (AnswerKind::Choice(choices), Some(option)) => {
                choices.get(option).and_then(|choice| choice.lead.as_ref())
            }
            _ => None,
        };
        own.or(self.lead.as_ref())
    }

    /// Returns whether it names the scheme's round: a calendar year that changes with time.
    pub fn is_round(&self) -> bool {
        self.changes == Change::Time
            && matches!(self.kind, AnswerKind::Number { unit: Unit::CalendarYear, .. })
    }
}

/// What an unanswered question is taken to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case", deny_unknown_fields)]
pub enum Presumption {
    /// The coming round of a yearly procedure: this year up to the last day on which it is filed, then the next year.
    /// Nothing is presumed where the last day of that round is not known and none is given for such years.
    ComingRound {
        /// Until when rounds are filed.
        filed_until: RoundEnds,
    },
}

impl Presumption {
    /// Returns whether a round is presumed by what was so in other years, because its own last day of filing is not known.
    pub fn is_supposed(&self, round: i64) -> bool {
        let Presumption::ComingRound { filed_until } = self;
        i16::try_from(round).is_ok_and(|year| filed_until.is_supposed(year))
    }
}

/// What an answer looks like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum AnswerKind {
    /// Yes or no.
    YesNo,
    /// One of several options, from least to most where they have an order.
    Choice(Vec<Choice>),
    /// A number.
    Number {
        /// What is counted.
        unit: Unit,
        /// The smallest answer, in units.
        min: i64,
        /// The largest answer, in units.
        max: i64,
        /// Decimals an answer may have, 0 to 4. The value is then kept in the smallest step: 2 decimals, hundredths.
        #[serde(default)]
        decimals: u8,
        /// What an answer can sensibly be set to: advice names whole multiples of it, in units, 1 where it is not
        /// given.
        #[serde(default = "one")]
        step: i64,
    },
    /// A calendar date.
    Date {
        /// The earliest answer.
        #[schemars(with = "String")]
        #[serde(with = "super::date_serde")]
        min: Date,
        /// The latest answer; without one, the day of the assessment.
        #[serde(default)]
        #[schemars(with = "Option<String>")]
        #[serde(with = "super::date_serde::optional")]
        max: Option<Date>,
    },
    /// The dates of records of one sort; an empty list means that there are none.
    Dates {
        /// The most records an answer may hold, 1 to 20.
        most: u8,
    },
    /// Month counts, a piece each: the months in each of several homes. The last one is the one that goes on.
    MonthCounts {
        /// The most pieces an answer may hold, 1 to 20.
        most: u8,
        /// The most months of a piece, 1 to 600.
        max: i64,
    },
    /// A history: periods with their months, from which the answers to other questions follow. Nothing is scored by it
    /// itself, so it is never open; a month that no period holds is one in which nothing was.
    Periods {
        /// The most periods an answer may hold, 1 to 40.
        most: u8,
        /// What a period may be, the usual kind first.
        kinds: Vec<Choice>,
        /// Whether the base of its months is asked for.
        #[serde(default)]
        base: bool,
        /// Whether a person has records of it, lists of payments, that can be pasted. Months that these say were paid late
        /// are of the kind `arrears`, those whose base was raised later of the kind `topped-up`, where there are such.
        #[serde(default)]
        records: bool,
    },
}

impl AnswerKind {
    /// Returns the kinds of periods it takes; none where it takes no periods.
    pub fn period_kinds(&self) -> &[Choice] {
        match self {
            AnswerKind::Periods { kinds, .. } => kinds,
            _ => &[],
        }
    }

    /// Returns what an answer counts, and how many decimals it may have; `None` for what counts nothing.
    pub fn unit(&self) -> Option<(Unit, u8)> {
        match self {
            AnswerKind::Number { unit, decimals, .. } => Some((*unit, *decimals)),
            AnswerKind::MonthCounts { .. } => Some((Unit::Months, 0)),
            _ => None,
        }
    }
}

/// The step of a number that names none.
fn one() -> i64 {
    1
}

/// One option of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Choice {
    /// Stable id, unique in its question.
    pub id: String,
    /// What the person reads.
    pub name: Text,
    /// How long it takes to get here, where options differ from what their question says.
    #[serde(default)]
    pub lead: Option<LeadTime>,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Months; the page asks for years and months where there can be many.
    Months,
    /// Whole years.
    Years,
    /// Days.
    Days,
    /// A calendar year.
    CalendarYear,
    /// Yuan.
    Yuan,
    /// People.
    People,
    /// Percent.
    Percent,
    /// Times, items, pieces.
    Times,
    /// Hours.
    Hours,
    /// Millilitres.
    Millilitres,
}

/// Whether one answer serves every city.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Answered once, used by every city.
    Person,
    /// Asked in each city.
    City,
}

/// A heading of the form with its questions in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Section {
    /// Stable id.
    pub id: String,
    /// The heading.
    pub name: Text,
    /// One line under the heading.
    #[serde(default)]
    pub help: Option<Text>,
    /// Its questions. Every question the scheme uses stands in exactly one section.
    pub questions: Vec<Ref>,
    /// Questions of the section whose answers are usually the same, such as the months of five insurances: the form
    /// offers to give the answer of the first to the others that are open. All of one kind, and asked of everybody.
    #[serde(default)]
    pub alike: Vec<Ref>,
}

visit!(Question, |question, visitor| {
    let Question { when, multiple, .. } = question;
    when.visit(visitor);
    multiple.visit(visitor);
});

visit!(Section, |section, visitor| {
    let Section { questions, alike, .. } = section;
    for question in questions {
        visitor(Reference::Question(question));
    }
    for question in alike {
        visitor(Reference::Question(question));
    }
});
