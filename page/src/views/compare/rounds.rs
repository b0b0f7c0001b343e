//! The past rounds of a ranking that a card names, the newest first.

use jifen::compare::Compared;
use jifen::scheme::Cutoff;

use crate::state::assessed::Assessed;
use crate::text::phrases::Phrases;
use crate::views::result::score_line::remark;
use crate::views::result::verdict::beside_cutoff;

/// Returns the latest past cut-off and, where that is not reached, the newest that is; each with whether it is reached,
/// which may be open.
fn rounds<'a>(
    assessed: &'a Assessed,
    compared: &Compared,
) -> impl Iterator<Item = (&'a Cutoff, Option<bool>)> {
    let (points, cutoffs) = (compared.points, assessed.scheme.line.cutoffs());
    let reached = move |cutoff: &Cutoff| match points {
        points if points.low >= cutoff.points => Some(true),
        points => (points.high < cutoff.points).then_some(false),
    };
    let mut comparable = cutoffs.iter().rev().filter(|cutoff| !cutoff.other_rules);
    let latest = comparable.next().map(|cutoff| (cutoff, reached(cutoff)));
    let missed = latest.is_some_and(|(_, reached)| reached != Some(true));
    let newest = comparable.filter(move |_| missed).map(move |cutoff| (cutoff, reached(cutoff)));
    let newest = newest.filter(|(_, reached)| *reached == Some(true)).take(1);
    latest.into_iter().chain(newest)
}

/// Returns where the points of a card stand beside past cut-offs.
pub(super) fn ranked(assessed: &Assessed, compared: &Compared, phrases: &Phrases<'_>) -> String {
    let sentences = rounds(assessed, compared)
        .map(|(cutoff, reached)| beside_cutoff(cutoff, reached, compared.points, phrases));
    let stop = [phrases.messages.stop, phrases.messages.space].concat();
    sentences.collect::<Vec<_>>().join(&stop)
}

/// Returns what is weak about the cut-offs that a card names.
pub(super) fn remarks(assessed: &Assessed, compared: &Compared, phrases: &Phrases<'_>) -> String {
    let mut remarks = String::new();
    for (cutoff, _) in rounds(assessed, compared) {
        let remark = remark(cutoff, phrases);
        if !remark.is_empty() {
            let messages = phrases.messages;
            remarks +=
                &[&cutoff.round, messages.colon, &remark, messages.stop, messages.space].concat();
        }
    }
    remarks
}
