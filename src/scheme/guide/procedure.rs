//! How an application goes, for everyone: channels, steps, rounds, statuses, terms.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::scheme::{Basis, MonthDay, Ref, Text};

/// The way a channel is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
    /// Whether the rule moves a last day that is not worked to the last working day before it.
    #[serde(default)]
    pub to_working_day: bool,
}

/// What the office's system shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Status {
    /// Stable id, unique in the guide.
    pub id: String,
    /// The word shown.
    pub name: Text,
    /// Other words for it that a person may type.
    #[serde(default)]
    pub also: Vec<String>,
    /// What it means.
    pub text: Text,
    /// What to do then.
    pub next: Text,
    /// Where it comes from.
    pub basis: Basis,
}

/// Days that follow from a day that the person names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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

/// The way from one day to another, back where negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
