//! What follows from a history: answers to questions that were not given by hand.
//!
//! A month counts once it is over: what goes on lasts up to the month before that of the day, and a window of last months is
//! of those that are over. Where a base or a figure is not known, the months leave the answer open.

mod counts;
mod months;
mod notes;
mod reckoning;
mod told;

use std::borrow::Cow;

use jiff::civil::Date;

use super::uncertain::Truth;
use crate::answers::{Answers, Value};
use crate::scheme::{AnswerKind, Count, Follows, Month, Months, Scheme};
use counts::stands;
pub use notes::{HistoryNote, history_notes};
pub(crate) use reckoning::{Reckoning, round};
use told::are_told;
pub(crate) use told::{Told, told};

/// What a history says of a question, and how that came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The position of the question.
    pub question: usize,
    /// What the answer is at least.
    pub low: i64,
    /// What it is at most; the same unless something of the history is not known.
    pub high: i64,
    /// The answer, where it is certain.
    pub value: Option<Value>,
    /// Whether that, or how much it is at least and at most, is what counts while nothing is given by hand.
    pub counts: bool,
    /// The last month that was looked at, and the first where only the last so many count.
    pub span: (Option<Month>, Month),
    /// The months that count, from the first to the last of each stretch.
    pub counted: Vec<[Month; 2]>,
    /// The months whose base does not reach the figure, and by how many yuan.
    pub short: Vec<([Month; 2], i64)>,
    /// The months whose base, or whose figure, is not known.
    pub open: Vec<[Month; 2]>,
}

/// Returns the answers with those added that follow from a history and were not given by hand.
pub fn completed<'a>(scheme: &Scheme, answers: &'a Answers, on: Date) -> Cow<'a, Answers> {
    let mut completed = Cow::Borrowed(answers);
    if !are_told(answers) {
        return completed;
    }
    for (position, follows) in scheme.following() {
        let question = &scheme.questions[position];
        if answers.get(&question.id).is_some() {
            continue;
        }
        let value = certain(scheme, answers, position, follows, on);
        if value.is_some() {
            completed.to_mut().set(&question.id, value);
        }
    }
    completed
}

/// Returns what the histories among the answers say of the questions that follow from them, whether or not these were
/// answered by hand.
pub fn figures(scheme: &Scheme, answers: &Answers, on: Date) -> Vec<Figure> {
    let figures = scheme.following().filter_map(|(position, follows)| {
        let question = &scheme.questions[position];
        let reckoning = Reckoning::of(scheme, answers, question.multiple.as_ref(), follows, on)?;
        let mut figure = reckoning.figure(position, &question.kind);
        figure.value = figure.value.filter(|_| holds(scheme, answers, position, &reckoning, on));
        let told = || reckoning.told(&question.kind, question.calendar_months, on).is_some();
        figure.counts =
            figure.value.is_some() || told() && stands(scheme, answers, position, &reckoning, on);
        Some(figure)
    });
    figures.collect()
}

/// Returns the months that surely are among some, up to the present one, stretch by stretch; none where no history is
/// answered that has them.
pub(crate) fn stretches(
    scheme: &Scheme,
    answers: &Answers,
    months: &Months,
    on: Date,
) -> Vec<[Month; 2]> {
    let follows = Follows {
        questions: Vec::new(),
        months: months.clone(),
        count: Count::Months,
        last: None,
        until: None,
        ahead: false,
        present: true,
        if_named: false,
        at_least: None,
    };
    let reckoning = Reckoning::of(scheme, answers, None, &follows, on);
    reckoning.map_or(Vec::new(), |one| one.stretches(&one.held(&follows.months), Truth::Yes))
}

/// Returns what a history says of a question, where that is certain.
fn certain(
    scheme: &Scheme,
    answers: &Answers,
    position: usize,
    follows: &Follows,
    on: Date,
) -> Option<Value> {
    let question = &scheme.questions[position];
    let reckoning = Reckoning::of(scheme, answers, question.multiple.as_ref(), follows, on)?;
    let value = reckoning.value(&question.kind);
    value.filter(|_| holds(scheme, answers, position, &reckoning, on))
}

/// Returns whether what a history says of a question is its answer: nothing else that was given speaks against it. Months up
/// to the present one, of which a rule takes off those since an earlier day, have to go on, and to have done so since that day.
fn holds(
    scheme: &Scheme,
    answers: &Answers,
    position: usize,
    reckoning: &Reckoning<'_>,
    on: Date,
) -> bool {
    let taken_off = scheme.questions[position].calendar_months;
    (!taken_off || reckoning.grows() && reckoning.since_counting_day(on))
        && stands(scheme, answers, position, reckoning, on)
}

impl Reckoning<'_> {
    fn figure(&self, question: usize, kind: &AnswerKind) -> Figure {
        let held = self.held(&self.follows.months);
        let number = self.number();
        Figure {
            question,
            low: number.low,
            high: number.high,
            value: self.value(kind),
            counts: false,
            span: self.span(),
            counted: self.stretches(&held, Truth::Yes),
            short: self.short(),
            open: self.stretches(&held, Truth::Open),
        }
    }
}
