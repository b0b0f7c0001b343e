//! The verdict in one sentence. Never more hopeful than the core: points alone are not a pass.

use jifen::assess::{ConditionState, Verdict};

use crate::state::assessed::Assessed;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, figure};
use crate::views::result::{Mark, mark, shown_total};

/// The verdict in one sentence.
pub(crate) fn headline(assessed: &Assessed, phrases: &Phrases<'_>) -> String {
    let (assessment, messages) = (&assessed.assessment, phrases.messages);
    let total = assessment.total;
    let line = mark(&assessed.scheme, phrases).map_or(total.low, |mark| mark.points);
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
        Verdict::Undecided => match mark(&assessed.scheme, phrases) {
            Some(mark) if assessed.scheme.line.threshold.is_some() => {
                undecided(assessed, &mark, phrases)
            }
            _ => ranked(assessed, phrases),
        },
    }
}

/// Held against a fixed line, while something is still open.
fn undecided(assessed: &Assessed, mark: &Mark, phrases: &Phrases<'_>) -> String {
    let (assessment, messages) = (&assessed.assessment, phrases.messages);
    if assessment.total.low >= mark.points {
        let open =
            assessment.conditions.iter().filter(|one| one.state == ConditionState::Unknown).count();
        if open > 0 {
            return format(messages.enough_conditions_open, &[&open.to_string()]);
        }
        if assessment.standings.is_empty() {
            return format(messages.reached_then_rank, &[&figure(mark.points)]);
        }
        return ranked(assessed, phrases);
    }
    if assessment.open.is_empty() {
        return messages.sources_open.to_owned();
    }
    let context = shown_total(assessed);
    if context.low >= mark.points {
        return format(messages.enough_undeducted, &[&figure(mark.points)]);
    }
    let left = assessment.open.len().to_string();
    format(messages.lacks_now, &[&figure(mark.points - context.low), &left])
}

/// Held against the latest cut-off of a ranking.
fn ranked(assessed: &Assessed, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    let rounds = assessed.scheme.line.cutoffs();
    let Some((standing, round)) = assessed.assessment.standings.last().zip(rounds.last()) else {
        return phrases.text(&assessed.scheme.line.name).into_owned();
    };
    let cutoff = figure(standing.cutoff);
    let total = assessed.assessment.ranked.unwrap_or(assessed.assessment.total);
    match standing.reached {
        Some(true) => format(messages.ranked_above, &[&round.round, &cutoff]),
        Some(false) => {
            let lack = figure(standing.cutoff - total.high);
            format(messages.ranked_below, &[&round.round, &cutoff, &lack])
        }
        None => format(messages.ranked_open, &[&round.round, &cutoff]),
    }
}
