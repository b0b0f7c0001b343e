//! Advice: the nearest ways to the line, found by trying every change a person can make and every pair of them.
//!
//! Nothing is written by hand: a number is tried where a formula, a test or a guard changes, a wait ends where time
//! changes something, and every suggestion is tried on the rules on the day on which it can be so.
//!
//! One road: [`moves`] lists what a person can change, [`search`] tries the moves alone, in pairs and with a wait,
//! [`selection`] chooses of what reaches a goal, and a [`proposal`] is made as small as it can be before it becomes a
//! suggestion.

mod breakpoints;
mod context;
mod moves;
mod proposal;
mod search;
mod selection;
mod suggestion;

use jiff::civil::Date;

use crate::answers::Answers;
use crate::assess::{ConditionState, Facts, Summary, Tally, Verdict};
use crate::points::Points;
use crate::scheme::Scheme;
use context::Context;
use selection::Selection;
pub use suggestion::{Advice, Shift, Suggestion, SuggestionKind};

/// Returns the nearest ways to the line, from these answers on this day.
pub fn advise(scheme: &Scheme, answers: &Answers, on: Date) -> Advice {
    let now = Summary::of(scheme, &Facts::new(scheme, answers, on), &mut |_| ());
    let total = now.total.low;
    let ranked = now.ranked.map_or(total, |ranked| ranked.low);
    let cutoffs = scheme.line.cutoffs();
    let missing = |sure: Points, line: Points| (line - sure).max(Points::ZERO);
    let mut advice = Advice {
        missing: scheme.line.threshold.map(|line| missing(total, line)),
        distances: cutoffs.iter().map(|cutoff| missing(ranked, cutoff.points)).collect(),
        suggestions: Vec::new(),
    };
    if now.verdict == Verdict::Pass {
        return advice;
    }
    let eligible = now.conditions.iter().all(|state| state.holds());
    let threshold = scheme.line.threshold.filter(|line| !eligible || total < *line);
    let (lines, groups) = match (threshold, &scheme.line.ranking) {
        (Some(line), _) => (vec![line], &[][..]),
        // An old line is no goal: nobody is admitted by it any more.
        (None, Some(ranking)) => {
            let latest = scheme.line.latest().map(|(_, cutoff)| cutoff.points);
            let far = latest.filter(|line| !eligible || ranked < *line);
            (far.into_iter().collect(), &ranking.groups[..])
        }
        (None, None) => (Vec::new(), &[][..]),
    };
    let tally = Tally::of(scheme, groups);
    if let Some(context) = Context::of(scheme, answers, on, tally) {
        let states = now.conditions.iter().enumerate();
        let unmet = states.filter(|(_, state)| **state == ConditionState::Unmet);
        let unmet: Vec<usize> = unmet.map(|(condition, _)| condition).collect();
        let selection = Selection::of(&context, &lines, &unmet);
        advice.suggestions = selection.suggestions(&context);
    }
    advice
}
