//! The total, the gauge and the verdict: always in sight.

use jifen::scheme::Group;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::assessed::Assessed;
use crate::state::progress::Progress;
use crate::text::messages::format;
use crate::text::phrases::Phrases;
use crate::views::result::continuing::{left, way_on};
use crate::views::result::verdict::headline;
use crate::views::result::without_rare::without_rare;
use crate::widgets::details::RenderContext;
use crate::widgets::gauge::{GaugeTone, gauge};
use crate::widgets::total::total;

/// Writes the summary.
pub(super) fn summary(markup: &mut Markup, context: &RenderContext<'_>, progress: &Progress) {
    let (assessed, phrases) = (context.assessed, &context.phrases);
    let (shown, sure) = (assessed.shown().total, assessed.assessment.total);
    let target = phrases.target();
    write_html!(markup,
        div(
            class = "summary", id = "summary", data-total-low = sure.low.to_string(),
            data-total-high = sure.high.to_string()
        ) {
            if assessed.counts_points() {
                { total(markup, "total", shown, target.as_ref(), assessed.undeducted.is_some(), phrases.messages); }
            }
            if let Some(target) = &target {
                { gauge(markup, "gauge", Some(shown), target, GaugeTone::of(assessed), phrases); }
            }
            p(class = "headline", id = "headline") { (headline(assessed, phrases)) }
            p(class = "summary-way") {
                span(class = "left", id = "left") { (left(progress, phrases)) }
                { way_on(markup, "continue-here", false, context.state, assessed, progress, context.ui); }
            }
        }
        if let Some(sentence) = without_rare(assessed, phrases) {
            p(class = "without-rare", id = "without-rare") { (sentence) }
        }
        // Not in sight all the time: it would leave no room for what it speaks of.
        p(class = "quiet summary-notes") { (sentences(assessed, None, phrases)) }
    );
}

/// Returns what to know beside the verdict, on paper.
pub(crate) fn notes(assessed: &Assessed, progress: &Progress, phrases: &Phrases<'_>) -> String {
    sentences(assessed, Some(progress), phrases)
}

/// Returns what is left out and could change the total, by name.
pub(crate) fn left_out(assessed: &Assessed, phrases: &Phrases<'_>) -> Vec<String> {
    let messages = phrases.messages;
    let parts = assessed.assessment.left_out_parts.iter();
    let parts: Vec<_> =
        parts.filter_map(|position| assessed.scheme.left_out.get(*position)).collect();
    let names = |sentence, deducts: bool| {
        let parts = parts.iter().filter(|one| (one.group == Group::Deduction) == deducts);
        let names: Vec<_> = parts.map(|one| phrases.text(&one.name)).collect();
        (!names.is_empty()).then(|| format(sentence, &[&names.join(messages.comma)]))
    };
    let could_add = names(messages.left_out_could_add, false);
    could_add.into_iter().chain(names(messages.left_out_could_take, true)).collect()
}

/// Returns what to know beside the verdict; with the progress, also how much is left to answer.
fn sentences(assessed: &Assessed, progress: Option<&Progress>, phrases: &Phrases<'_>) -> String {
    let (messages, assessment, line) =
        (phrases.messages, &assessed.assessment, &assessed.scheme.line);
    let mut sentences = Vec::new();
    if let Some((ranked, ranking)) = assessment.ranked.zip(line.ranking.as_ref()) {
        if !ranking.groups.is_empty() {
            sentences.push(format(messages.ranking_points, &[&phrases.range(ranked)]));
        }
        if let (None, [], Some(note)) = (line.threshold, &ranking.cutoffs[..], &line.cite.note) {
            sentences.push(phrases.text(note).into_owned());
        }
    }
    if assessed.undeducted.is_some() {
        sentences.push(messages.deductions_open.to_owned());
    }
    // The page says it in a line of its own.
    sentences.extend(progress.and_then(|_| without_rare(assessed, phrases)));
    sentences.extend(left_out(assessed, phrases));
    match (assessment.open.len(), assessment.total.certain()) {
        (0, None) => sentences.push(messages.sources_help.to_owned()),
        // The page says it beside the way on.
        _ => sentences.extend(progress.map(|progress| left(progress, phrases) + messages.stop)),
    }
    sentences.push(messages.estimate_only.to_owned());
    sentences.join(messages.space)
}
