//! What histories say of the questions that follow from them, and how that came about.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::Figure;
use crate::scheme::{Month, Scheme};

/// How the answer to a question was counted from histories.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Followed")]
#[serde(rename_all = "camelCase")]
pub(super) struct FollowedReport<'a> {
    /// The question's id.
    question: &'a str,
    /// The ids of the histories.
    histories: Vec<&'a str>,
    /// What it is at least; of yes and no, 1 and 0.
    low: i64,
    /// What it is at most; the same unless a base, a figure or an end is not known.
    high: i64,
    /// Whether it counts while nothing is given by hand: other answers may speak against it.
    counts: bool,
    /// The first month that was looked at, where only the last so many count.
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<Month>,
    /// The last month that was looked at.
    last: Month,
    /// The months that count, from the first to the last of each stretch.
    counted: Vec<[Month; 2]>,
    /// The months whose base does not reach the figure.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    short: Vec<ShortReport>,
    /// The months of which it is not known whether they count.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    open: Vec<[Month; 2]>,
}

/// Months whose base does not reach the figure.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Short")]
struct ShortReport {
    /// The first and the last month.
    months: [Month; 2],
    /// What is missing in each, in yuan.
    yuan: i64,
}

/// Tells how a figure came about.
pub(super) fn followed(scheme: &Scheme, figure: Figure) -> Option<FollowedReport<'_>> {
    let follows = scheme.follows_of(figure.question)?;
    let histories = follows.months.histories().into_iter();
    let id = |position: usize| scheme.questions.get(position).map(|one| one.id.as_str());
    let short = figure.short.into_iter().map(|(months, yuan)| ShortReport { months, yuan });
    Some(FollowedReport {
        question: id(figure.question)?,
        histories: histories.filter_map(id).collect(),
        low: figure.low,
        high: figure.high,
        counts: figure.counts,
        first: figure.span.0,
        last: figure.span.1,
        counted: figure.counted,
        short: short.collect(),
        open: figure.open,
    })
}
