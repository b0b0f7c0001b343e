//! The total, the gauge and the verdict: always in sight.

use crate::elements::markup::Markup;
use crate::state::assessed::Assessed;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, figure};
use crate::views::result::verdict::headline;
use crate::views::result::{beside, mark, shown_total};
use crate::widgets::gauge::gauge;

pub(super) fn summary(markup: &mut Markup, assessed: &Assessed, phrases: &Phrases<'_>) {
    let messages = phrases.messages;
    let (total, real) = (shown_total(assessed), assessed.assessment.total);
    let mark = mark(&assessed.scheme, phrases);
    markup.element("div", "summary", |markup| {
        markup.static_attr("id", "summary");
        markup.attr("data-total-low", &real.low.to_string());
        markup.attr("data-total-high", &real.high.to_string());
        markup.element("p", "total", |markup| {
            markup.text_element("strong", "", &figure(total.low));
            markup.text(" ");
            markup.text_element("span", "", &beside(total, mark.as_ref(), messages));
            if let Some(mark) = &mark {
                markup.text(" ");
                markup.text_element(
                    "span",
                    "line",
                    &[&mark.name, " ", &figure(mark.points)].concat(),
                );
            }
        });
        if let Some(mark) = &mark {
            gauge(markup, "gauge", Some(total), mark, phrases);
        }
        markup.element("p", "headline", |markup| {
            markup.static_attr("id", "headline");
            markup.text(&headline(assessed, phrases));
        });
        markup.text_element("p", "quiet", &beneath(assessed, phrases));
    });
}

/// What to know beside the verdict.
pub(crate) fn beneath(assessed: &Assessed, phrases: &Phrases<'_>) -> String {
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
