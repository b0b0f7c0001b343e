//! What advice consists of.

use jiff::civil::Date;

use crate::assess::{FixStep, Verdict};
use crate::points::{Points, PointsRange};

/// What a person can do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advice {
    /// Points missing to the threshold, where the scheme has one; open answers count as little as they can.
    pub missing: Option<Points>,
    /// Points missing to each past cut-off, at their positions.
    pub distances: Vec<Points>,
    /// What is in the person's own hands first, then the soonest, then the smallest. None for a person who passes.
    pub suggestions: Vec<Suggestion>,
}

/// What a suggestion achieves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuggestionKind {
    /// It reaches this line, the threshold or a past cut-off, with every condition met.
    Reaches(Points),
    /// It meets the condition at this position; more is needed to reach the line.
    MeetsCondition(usize),
    /// It gains points and is not enough.
    Closer,
}

/// One or two changes, and what they achieve. Everything here holds whatever the open answers are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What it achieves.
    pub kind: SuggestionKind,
    /// The answers to change: two, one, or none where waiting alone does it.
    pub steps: Vec<FixStep>,
    /// What these changes bring along: answers that make their questions be asked, and answers to questions that
    /// are asked because of them, such as the insurance base that a title demands.
    pub accompanying: Vec<FixStep>,
    /// Whether going on as now until the day is a change of its own, beside what the steps take.
    pub waits: bool,
    /// The first day on which it can be so.
    pub day: Date,
    /// Months from now to that day, the last one begun where only a date has to pass. Effort that counts no time is taken to need none.
    pub months: i64,
    /// The verdict on that day.
    pub verdict: Verdict,
    /// The total on that day.
    pub total: PointsRange,
    /// What the total surely gains.
    pub gain: Points,
    /// The indicators that bring more or less to the total.
    pub shifts: Vec<Shift>,
    /// Positions of the conditions that hold then and do not now.
    pub meets: Vec<usize>,
    /// Positions of the conditions that do not surely hold then.
    pub lacks: Vec<usize>,
    /// Positions of the questions that are newly asked and still open then.
    pub opens: Vec<usize>,
    /// Positions of the past cut-offs that the points reach then and do not now.
    pub reaches: Vec<usize>,
}

/// What an indicator brings to the total, now and then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The position of the indicator.
    pub indicator: usize,
    /// Now.
    pub before: PointsRange,
    /// Then.
    pub after: PointsRange,
}
