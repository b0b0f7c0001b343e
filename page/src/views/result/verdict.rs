//! The verdict in one sentence. Never more hopeful than the core: points alone are not a pass.

use jifen::assess::{State, Verdict};

use crate::state::assessed::View;
use crate::text::messages::fill;
use crate::text::phrases::{Say, figure};
use crate::views::result::{Mark, mark, shown_total};

/// The verdict's stable name.
pub(crate) fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "pass",
        Verdict::Short => "short",
        Verdict::Ineligible => "ineligible",
        Verdict::Undecided => "undecided",
    }
}

/// The verdict in one sentence.
pub(crate) fn headline(view: &View, say: &Say<'_>) -> String {
    let (assessment, words) = (&view.assessment, say.words);
    let total = assessment.total;
    let line = mark(&view.scheme, say).map_or(total.low, |mark| mark.points);
    let done = assessment.open.is_empty();
    match assessment.verdict {
        Verdict::Pass if done => fill(words.pass, &[&figure(total.low), &figure(line)]),
        Verdict::Pass => fill(words.pass_early, &[&figure(line)]),
        Verdict::Short => {
            let parts = [figure(total.high), figure(line - total.high)];
            let sentence = if total.certain().is_some() { words.short } else { words.short_early };
            fill(sentence, &[&parts[0], &parts[1]])
        }
        Verdict::Ineligible => {
            let states = view.scheme.conditions.iter().zip(&assessment.conditions);
            let unmet = states.filter(|(_, result)| result.state == State::Unmet);
            if unmet.clone().any(|(condition, _)| condition.veto) {
                words.vetoed.to_owned()
            } else {
                fill(words.ineligible, &[&unmet.count().to_string()])
            }
        }
        Verdict::Undecided => match mark(&view.scheme, say) {
            Some(mark) if view.scheme.line.threshold.is_some() => undecided(view, &mark, say),
            _ => ranked(view, say),
        },
    }
}

/// Held against a fixed line, while something is still open.
fn undecided(view: &View, mark: &Mark, say: &Say<'_>) -> String {
    let (assessment, words) = (&view.assessment, say.words);
    if assessment.total.low >= mark.points {
        let open = assessment.conditions.iter().filter(|one| one.state == State::Unknown).count();
        if open > 0 {
            return fill(words.enough_conditions_open, &[&open.to_string()]);
        }
        if assessment.standings.is_empty() {
            return fill(words.reached_then_rank, &[&figure(mark.points)]);
        }
        return ranked(view, say);
    }
    if assessment.open.is_empty() {
        return words.sources_open.to_owned();
    }
    let shown = shown_total(view);
    if shown.low >= mark.points {
        return fill(words.enough_undeducted, &[&figure(mark.points)]);
    }
    let left = assessment.open.len().to_string();
    fill(words.lacks_now, &[&figure(mark.points - shown.low), &left])
}

/// Held against the latest cut-off of a ranking.
fn ranked(view: &View, say: &Say<'_>) -> String {
    let words = say.words;
    let rounds = view.scheme.line.ranking.as_ref().map_or(&[][..], |ranking| &ranking.cutoffs);
    let Some((standing, round)) = view.assessment.standings.last().zip(rounds.last()) else {
        return say.text(&view.scheme.line.name).into_owned();
    };
    let cutoff = figure(standing.cutoff);
    let total = view.assessment.ranked.unwrap_or(view.assessment.total);
    match standing.reached {
        Some(true) => fill(words.ranked_above, &[&round.round, &cutoff]),
        Some(false) => {
            let lack = figure(standing.cutoff - total.high);
            fill(words.ranked_below, &[&round.round, &cutoff, &lack])
        }
        None => fill(words.ranked_open, &[&round.round, &cutoff]),
    }
}
