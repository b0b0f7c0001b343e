//! What advice consists of.

use jiff::civil::Date;

use super::deciding::Deciding;
use crate::assess::{FixStep, Verdict};
use crate::points::{Points, PointsRange};

/// What can be concluded for a person; nothing is concluded from an answer that is still open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conclusion {
    /// The line is reached and every condition met, whatever is still open. There is nothing to advise.
    Enough,
    /// A suggestion reaches the line, whatever is still open.
    Ways,
    /// No suggestion is sure to reach the line, and open answers could change that: [`Advice::deciding`] says which.
    Open,
    /// Everything that could matter is answered, and no one or two changes within ten years reach the line.
    NoWay,
    /// There is no line that alone decides: a ranking does, or nobody knows. Suggestions say where more points are.
    More,
}

impl Conclusion {
    /// Returns its name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Conclusion::Enough => "enough",
            Conclusion::Ways => "ways",
            Conclusion::Open => "open",
            Conclusion::NoWay => "no-way",
            Conclusion::More => "more",
        }
    }
}

/// What kind of act a suggestion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    /// Looking something up: it is so already or it is not.
    LookUp,
    /// Doing something.
    Do,
    /// Nothing but time, while the person goes on as now.
    Wait,
}

impl Act {
    /// Returns its name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Act::LookUp => "look-up",
            Act::Do => "do",
            Act::Wait => "wait",
        }
    }
}

/// What a person can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What can be concluded.
    pub conclusion: Conclusion,
    /// The open questions that can still move something, those that decide first.
    pub deciding: Vec<Deciding>,
    /// Positions of the questions that would give points and that nobody plans, such as awards: they are asked, their
    /// answer is not the best one, and no suggestion names them.
    pub unplanned: Vec<usize>,
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
    /// It reaches this line with every condition met: the threshold, or the latest cut-off of a ranking, which is a
    /// mark on the way and no pass.
    Reaches(Points),
    /// It meets the condition at this position; more is needed to reach the line.
    MeetsCondition(usize),
    /// It gains points and is not enough.
    Closer,
}

/// One or two changes, perhaps with a wait, and what they achieve. Everything here holds whatever the open answers are.
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
    /// What kind of act it is.
    pub act: Act,
    /// The first day on which it can be so, as far as is known: the months that it counts and the lead times that
    /// sources state are in it.
    pub day: Date,
    /// Months from now to that day, the last one begun where only a date has to pass.
    pub months: i64,
    /// Whether the day is only the earliest: how long one of the steps takes was not found.
    pub lead_unknown: bool,
    /// Whether that day lies after the end of the edition, so that other rules may hold by then.
    pub after_edition: bool,
    /// The last day of the round that the person means, where that day lies after it: the round does not move.
    pub after_round: Option<Date>,
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
