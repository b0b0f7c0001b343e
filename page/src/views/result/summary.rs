//! The total, the gauge and the verdict: always in sight.

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::assessed::Assessed;
use crate::text::messages::format;
use crate::text::phrases::Phrases;
use crate::views::result::verdict::headline;
use crate::widgets::gauge::gauge;
use crate::widgets::total::total;

/// Writes the summary.
pub(super) fn summary(markup: &mut Markup, assessed: &Assessed, phrases: &Phrases<'_>) {
    let (shown, sure) = (assessed.shown().total, assessed.assessment.total);
    let target = phrases.target();
    write_html!(markup,
        div(
            class = "summary", id = "summary", data-total-low = sure.low.to_string(),
            data-total-high = sure.high.to_string()
        ) {
            { total(markup, "total", shown, target.as_ref(), phrases.messages); }
            if let Some(target) = &target {
                { gauge(markup, "gauge", Some(shown), target, phrases); }
            }
            p(class = "headline", id = "headline") { (headline(assessed, phrases)) }
            p(class = "quiet") { (notes(assessed, phrases)) }
        }
    );
}

/// Returns what to know beside the verdict.
pub(crate) fn notes(assessed: &Assessed, phrases: &Phrases<'_>) -> String {
    let (messages, assessment, line) =
        (phrases.messages, &assessed.assessment, &assessed.scheme.line);
    let left = assessment.open.len().to_string();
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
    sentences.push(match (assessment.open.is_empty(), assessment.total.certain()) {
        (false, _) => format(messages.left, &[&left]) + messages.stop,
        (true, None) => messages.sources_help.to_owned(),
        (true, Some(_)) => [messages.all_answered, messages.stop].concat(),
    });
    sentences.push(messages.estimate_only.to_owned());
    sentences.join(messages.space)
}
