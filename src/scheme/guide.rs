//! How to go about it: where to apply, in which steps, by when, what a status means, and what may have gone wrong.
//!
//! A guide belongs to a scheme and is kept in a file and a pack of its own, so that nobody waits for it who only
//! wants to know the points.

use serde::{Deserialize, Serialize};

use super::bind::{Bind, Found, Names};
use super::{Grade, Question, Ref, Scheme, Test, Text};

/// What a person needs to know to apply by a scheme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Guide {
    /// Official places to ask, apply and look up.
    #[serde(rename = "channel", default)]
    pub channels: Vec<Channel>,
    /// What to do, in order.
    #[serde(rename = "step", default)]
    pub steps: Vec<Passage>,
    /// Yearly procedures: what happens when.
    #[serde(rename = "round", default)]
    pub rounds: Vec<Round>,
    /// What the office's system shows, and what to do then.
    #[serde(rename = "status", default)]
    pub statuses: Vec<Status>,
    /// How long it takes.
    #[serde(default)]
    pub processing: Vec<Passage>,
    /// How to print or collect the result.
    #[serde(default)]
    pub result: Vec<Passage>,
    /// How long it holds.
    #[serde(default)]
    pub validity: Vec<Passage>,
    /// How to keep it.
    #[serde(default)]
    pub renewal: Vec<Passage>,
    /// What to do about a result that is wrong.
    #[serde(default)]
    pub appeal: Vec<Passage>,
    /// Days that other days follow from, asked for only to compute those.
    #[serde(rename = "question", default)]
    pub questions: Vec<Question>,
    /// The days that follow.
    #[serde(rename = "term", default)]
    pub terms: Vec<Term>,
    /// Reasons why an application fails, by what the person sees.
    #[serde(rename = "family", default)]
    pub families: Vec<Family>,
    /// Papers to bring.
    #[serde(rename = "paper", default)]
    pub papers: Vec<Paper>,
    /// Answers that do not go together.
    #[serde(rename = "clash", default)]
    pub clashes: Vec<Clash>,
    /// Parts of a guide that could not be established, and why.
    #[serde(rename = "unknown", default)]
    pub unknown: Vec<Unknown>,
}

/// What a statement of a guide rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Basis {
    /// How well it was checked.
    pub grade: Grade,
    /// The year, month or day of the source: `2025`, `2025-10`, `2025-06-13`.
    pub dated: String,
    /// What a reader must know about the source.
    #[serde(default)]
    pub note: Option<Text>,
    /// Where sources disagree: each reading; the first is the one used.
    #[serde(default)]
    pub readings: Vec<Text>,
}

/// The way a channel is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Medium {
    /// A site.
    Online,
    /// An app, or a small program inside one.
    App,
    /// A WeChat account.
    Wechat,
    /// A counter.
    Counter,
    /// A machine that prints.
    Machine,
    /// A telephone number.
    Phone,
    /// The employer's account.
    Employer,
}

/// An official place to ask, apply and look up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Channel {
    /// Stable id, unique in the guide.
    pub id: String,
    /// How it is used.
    pub medium: Medium,
    /// What it is called.
    pub name: Text,
    /// An official address; never a copy elsewhere.
    #[serde(default)]
    pub url: Option<String>,
    /// A telephone number, as it is dialled in the city.
    #[serde(default)]
    pub phone: Option<String>,
    /// What it is for, and how to find the right place in it.
    pub text: Text,
    /// Where it comes from.
    pub basis: Basis,
}

/// A step or a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Passage {
    /// Stable id, unique in the guide.
    pub id: String,
    /// The point in a few words.
    pub name: Text,
    /// The point in full.
    pub text: Text,
    /// Where it comes from.
    pub basis: Basis,
}

/// A stage of a yearly procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Round {
    /// Stable id, unique in the guide.
    pub id: String,
    /// The stage in a few words.
    pub name: Text,
    /// What happens and what to do.
    pub text: Text,
    /// When it was in known years, oldest first, or is every year.
    #[serde(default)]
    pub windows: Vec<Window>,
    /// Where it comes from.
    pub basis: Basis,
}

/// Days of a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Window {
    /// The year; without one, the rule sets these days for every year.
    #[serde(default)]
    pub year: Option<i16>,
    /// First day, where known.
    #[serde(default)]
    pub from: Option<MonthDay>,
    /// Last day, where known.
    #[serde(default)]
    pub to: Option<MonthDay>,
}

/// A day of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MonthDay {
    /// Month, 1 to 12.
    pub month: i8,
    /// Day of the month, 1 to 31.
    pub day: i8,
}

/// What the office's system shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Status {
    /// Stable id, unique in the guide.
    pub id: String,
    /// The word shown.
    pub name: Text,
    /// What it means.
    pub text: Text,
    /// What to do then.
    pub next: Text,
    /// Where it comes from.
    pub basis: Basis,
}

/// Days that follow from a day that the person names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Term {
    /// Stable id, unique in the guide.
    pub id: String,
    /// What happens, in a few words.
    pub name: Text,
    /// What to do, or what it means.
    pub text: Text,
    /// The question of the guide that names the day.
    pub after: Ref,
    /// From the day named to the first day.
    pub from: Offset,
    /// From the day named to the last day; without one, a single day.
    #[serde(default)]
    pub to: Option<Offset>,
    /// Where it comes from.
    pub basis: Basis,
}

/// Steps from one day to another, back where negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Offset {
    /// Years.
    #[serde(default)]
    pub years: i16,
    /// Calendar days.
    #[serde(default)]
    pub days: i16,
    /// Working days, never negative.
    #[serde(default)]
    pub working_days: i16,
}

/// Reasons of one sort why an application fails.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Family {
    /// Stable id, unique in the guide.
    pub id: String,
    /// The sort in a few words.
    pub name: Text,
    /// What the person sees in the app or hears from the office.
    pub shows: Text,
    /// The reasons.
    pub causes: Vec<Cause>,
    /// Where it comes from.
    pub basis: Basis,
}

/// A reason why an application fails.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Cause {
    /// Stable id, unique in the guide.
    pub id: String,
    /// The reason in a few words.
    pub name: Text,
    /// What to do about it.
    pub cure: Text,
    /// What of the person's own answers decides whether it is the reason.
    #[serde(default)]
    pub decided_by: Option<Decider>,
}

/// What decides whether a cause applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Decider {
    /// It applies where the total does not reach the line.
    Line,
    /// It applies where this condition is not met.
    Condition(Ref),
    /// It applies where this holds.
    Test(Test),
}

/// A paper to bring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Paper {
    /// Stable id, unique in the guide.
    pub id: String,
    /// The paper.
    pub name: Text,
    /// What to see to: original, copy, where to get it.
    #[serde(default)]
    pub text: Option<Text>,
    /// Needed where one of these indicators is claimed.
    #[serde(default)]
    pub indicators: Vec<Ref>,
    /// Needed to show one of these conditions.
    #[serde(default)]
    pub conditions: Vec<Ref>,
    /// Only needed where this holds or may hold. A paper without anything it is for is needed by everyone.
    #[serde(default)]
    pub when: Option<Test>,
    /// Where it comes from.
    pub basis: Basis,
}

/// Answers that do not go together, as an examiner would see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Clash {
    /// Stable id, unique in the guide.
    pub id: String,
    /// What clashes, in a few words.
    pub name: Text,
    /// When it does.
    pub when: Test,
    /// Why it matters at the counter.
    pub why: Text,
    /// Which papers settle it.
    pub papers: Text,
    /// Where it comes from.
    pub basis: Basis,
}

/// A part of a guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Official places.
    Channels,
    /// What to do.
    Steps,
    /// Yearly procedures.
    Rounds,
    /// Words of the office's system.
    Statuses,
    /// How long it takes.
    Processing,
    /// How to print or collect the result.
    Result,
    /// How long it holds.
    Validity,
    /// How to keep it.
    Renewal,
    /// What to do about a wrong result.
    Appeal,
    /// Why an application fails.
    Families,
    /// Papers to bring.
    Papers,
}

/// A part of the guide that could not be established.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Unknown {
    /// The part.
    pub part: Part,
    /// What is missing, and why; or why there is no such thing here.
    pub why: Text,
}

impl Part {
    /// Every part, in the order of the page.
    pub const ALL: [Part; 11] = [
        Part::Steps,
        Part::Channels,
        Part::Rounds,
        Part::Papers,
        Part::Processing,
        Part::Statuses,
        Part::Families,
        Part::Result,
        Part::Validity,
        Part::Renewal,
        Part::Appeal,
    ];
}

impl Guide {
    /// Tells every reference where the scheme, or the guide itself, holds what it names.
    pub fn bind(&mut self, scheme: &Scheme) {
        for term in &mut self.terms {
            let questions = &self.questions;
            let place = questions.iter().position(|question| question.id == term.after.id());
            term.after.bind(place);
        }
        let names = Names::of(scheme);
        names.bind(&mut self.families);
        names.bind(&mut self.papers);
        names.bind(&mut self.clashes);
    }

    /// Whether the guide says anything of a part.
    #[must_use]
    pub fn has(&self, part: Part) -> bool {
        match part {
            Part::Channels => !self.channels.is_empty(),
            Part::Steps => !self.steps.is_empty(),
            Part::Rounds => !self.rounds.is_empty(),
            Part::Statuses => !self.statuses.is_empty(),
            Part::Processing => !self.processing.is_empty(),
            Part::Result => !self.result.is_empty(),
            Part::Validity => !self.validity.is_empty(),
            Part::Renewal => !self.renewal.is_empty(),
            Part::Appeal => !self.appeal.is_empty(),
            Part::Families => !self.families.is_empty(),
            Part::Papers => !self.papers.is_empty(),
        }
    }
}

impl Bind for Family {
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>)) {
        self.causes.bind(found);
    }
}

impl Bind for Cause {
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>)) {
        match &mut self.decided_by {
            Some(Decider::Condition(condition)) => found(Found::Condition(condition)),
            Some(Decider::Test(test)) => test.bind(found),
            Some(Decider::Line) | None => {}
        }
    }
}

impl Bind for Paper {
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>)) {
        for indicator in &mut self.indicators {
            found(Found::Indicator(indicator));
        }
        for condition in &mut self.conditions {
            found(Found::Condition(condition));
        }
        self.when.bind(found);
    }
}

impl Bind for Clash {
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>)) {
        self.when.bind(found);
    }
}
