//! Advice: the nearest ways to the line, found by trying every change a person can make and every pair of them.
//!
//! Nothing is written by hand: a number is tried where a formula, a test or a guard changes, a wait ends where time
//! changes something, and every suggestion is tried on the rules on the day on which it can be so.
//!
//! One road: [`moves`] lists what a person can change, [`search`] tries the moves alone, in pairs and with a wait,
//! [`selection`] chooses of what reaches a goal, and a [`proposal`] is made as small as it can be before it becomes a
//! suggestion.

mod affected;
mod breakpoints;
mod candidate;
mod context;
mod deciding;
mod moves;
mod proposal;
mod search;
mod selection;
mod suggestion;
mod waiting;

use jiff::civil::Date;

use crate::answers::Answers;
use crate::assess::{ConditionState, Facts, Summary, Tally, Truth, Verdict, completed};
use crate::outlook::slices::{at_once, no_pause};
use crate::points::Points;
use crate::scheme::{Change, Scheme, Validity};
use context::Context;
pub use deciding::{Deciding, deciding};
use selection::Selection;
pub use suggestion::{Act, Advice, Conclusion, Shift, Suggestion, SuggestionKind};

/// Returns the nearest ways to the line, from these answers on this day.
pub fn advise(scheme: &Scheme, answers: &Answers, on: Date) -> Advice {
    at_once(advise_in_slices(scheme, answers, on, &mut no_pause))
}

/// Returns the same as [`advise`], and pauses after every few trials.
pub async fn advise_in_slices(
    scheme: &Scheme,
    answers: &Answers,
    on: Date,
    pause: &mut impl AsyncFnMut(),
) -> Advice {
    let answers = &*completed(scheme, answers, on);
    let now = Summary::of(scheme, &Facts::new(scheme, answers, on), &mut |_| ());
    let total = now.total.low;
    let ranked = now.ranked.map_or(total, |ranked| ranked.low);
    let cutoffs = scheme.line.cutoffs();
    let missing = |sure: Points, line: Points| (line - sure).max(Points::ZERO);
    let mut advice = Advice {
        conclusion: Conclusion::Enough,
        deciding: Vec::new(),
        unplanned: Vec::new(),
        missing: scheme.line.threshold.map(|line| missing(total, line)),
        distances: cutoffs.iter().map(|cutoff| missing(ranked, cutoff.points)).collect(),
        suggestions: Vec::new(),
    };
    if now.verdict == Verdict::Pass {
        return advice;
    }
    let eligible = now.conditions.iter().all(|state| state.holds());
    let (line, groups) = match (scheme.line.threshold, &scheme.line.ranking) {
        (Some(line), _) => (Some(line).filter(|line| !eligible || total < *line), &[][..]),
        // An old line is no goal: nobody is admitted by it any more.
        (None, Some(ranking)) => {
            let latest = scheme.line.latest().map(|(_, cutoff)| cutoff.points);
            (latest.filter(|line| !eligible || ranked < *line), &ranking.groups[..])
        }
        (None, None) => (None, &[][..]),
    };
    let tally = Tally::of(scheme, groups);
    let Some(context) = Context::of(scheme, answers, on, tally) else {
        return Advice { conclusion: Conclusion::Open, ..advice };
    };
    let states = now.conditions.iter().enumerate();
    let unmet = states.filter(|(_, state)| **state == ConditionState::Unmet);
    let unmet: Vec<usize> = unmet.map(|(condition, _)| condition).collect();
    let selection = Selection::of(&context, line, &unmet, pause).await;
    advice.suggestions = selection.suggestions(&context);
    advice.deciding = deciding::of(&context, pause).await;
    advice.unplanned = unplanned(&context);
    let reaches = |one: &Suggestion| matches!(one.kind, SuggestionKind::Reaches(_));
    // Where a ranking decides, or rules that have ended or may have been repealed, reaching the line is not enough.
    let decides = scheme.line.ranking.is_none() && now.validity == Validity::InForce;
    advice.conclusion = match scheme.line.threshold.filter(|_| decides) {
        None => Conclusion::More,
        Some(_) if advice.suggestions.iter().any(reaches) => Conclusion::Ways,
        Some(_) if !advice.deciding.is_empty() => Conclusion::Open,
        Some(_) => Conclusion::NoWay,
    };
    advice
}

/// Returns the questions that are asked, change without being planned, and could still bring points.
fn unplanned(context: &Context<'_>) -> Vec<usize> {
    let scheme = context.scheme;
    let could = |question: &usize| {
        let affected = context.by_question[*question];
        scheme.questions[*question].changes == Change::Unplanned
            && context.now.asked(*question) == Truth::Yes
            && affected.indicators != 0
    };
    (0..scheme.questions.len()).filter(could).collect()
}
