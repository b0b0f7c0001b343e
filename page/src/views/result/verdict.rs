//! The verdict in one sentence. Never more hopeful than the core: points alone are not a pass.

use jifen::assess::{ConditionState, Verdict};
use jifen::points::Points;
use jifen::scheme::Cutoff;

use crate::state::assessed::Assessed;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, figure};
use crate::text::target::NamedTarget;

/// Returns the verdict in one sentence.
pub(crate) fn headline(assessed: &Assessed, phrases: &Phrases<'_>) -> String {
    let (assessment, messages) = (&assessed.assessment, phrases.messages);
    let total = assessment.total;
    let target = phrases.target();
    let line = target.as_ref().map_or(total.low, |target| target.points);
    let done = assessment.open.is_empty();
    match assessment.verdict {
        Verdict::Pass if done => format(messages.pass, &[&figure(total.low), &figure(line)]),
        Verdict::Pass => format(messages.pass_early, &[&figure(line)]),
        Verdict::Short => {
            let parts = [figure(total.high), figure(line - total.high)];
            let sentence =
                if total.certain().is_some() { messages.short } else { messages.short_early };
            format(sentence, &[&parts[0], &parts[1]])
        }
        Verdict::Ineligible => {
            let states = assessed.scheme.conditions.iter().zip(&assessment.conditions);
            let unmet = states.filter(|(_, result)| result.state == ConditionState::Unmet);
            if unmet.clone().any(|(condition, _)| condition.veto) {
                messages.vetoed.to_owned()
            } else {
                format(messages.ineligible, &[&unmet.count().to_string()])
            }
        }
        Verdict::Undecided => match target {
            Some(target) if assessed.scheme.line.threshold.is_some() => {
                undecided(assessed, &target, phrases)
            }
            _ => ranked(assessed, phrases),
        },
    }
}

/// Returns how points stand against a fixed line, while something is still open.
fn undecided(assessed: &Assessed, target: &NamedTarget, phrases: &Phrases<'_>) -> String {
    let (assessment, messages) = (&assessed.assessment, phrases.messages);
    if assessment.total.low >= target.points {
        let conditions = assessment.conditions.iter();
        let open =
            conditions.filter(|condition| condition.state == ConditionState::Unknown).count();
        if open > 0 {
            return format(messages.enough_conditions_open, &[&open.to_string()]);
        }
        if assessment.standings.is_empty() {
            return format(messages.reached_then_rank, &[&figure(target.points)]);
        }
        return ranked(assessed, phrases);
    }
    if assessment.open.is_empty() {
        return messages.sources_open.to_owned();
    }
    let shown = assessed.shown().total;
    if shown.low >= target.points {
        return format(messages.enough_undeducted, &[&figure(target.points)]);
    }
    let left = assessment.open.len().to_string();
    format(messages.lacks_now, &[&figure(target.points - shown.low), &left])
}

/// Returns how points stand against the latest cut-off of a ranking.
fn ranked(assessed: &Assessed, phrases: &Phrases<'_>) -> String {
    let rounds = assessed.scheme.line.cutoffs();
    let Some((standing, round)) = assessed.assessment.standings.last().zip(rounds.last()) else {
        return phrases.text(&assessed.scheme.line.name).into_owned();
    };
    let total = assessed.assessment.ranked.unwrap_or(assessed.assessment.total);
    beside_cutoff(round, standing.reached, total.high, phrases)
}

/// Returns how points of at most `highest` stand beside a past cut-off; `reached` is `None` while that is open.
pub(crate) fn beside_cutoff(
    cutoff: &Cutoff,
    reached: Option<bool>,
    highest: Points,
    phrases: &Phrases<'_>,
) -> String {
    let (messages, points) = (phrases.messages, figure(cutoff.points));
    match reached {
        Some(true) => format(messages.ranked_above, &[&cutoff.round, &points]),
        Some(false) => {
            let lacking = figure(cutoff.points - highest);
            format(messages.ranked_below, &[&cutoff.round, &points, &lacking])
        }
        None => format(messages.ranked_open, &[&cutoff.round, &points]),
    }
}
