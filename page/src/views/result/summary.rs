//! The total, the gauge and the verdict: always in sight.

use crate::elements::markup::Markup;
use crate::state::assessed::View;
use crate::text::messages::fill;
use crate::text::phrases::{Say, figure};
use crate::views::result::verdict::headline;
use crate::views::result::{beside, mark, shown_total};
use crate::widgets::gauge::gauge;

pub(super) fn summary(markup: &mut Markup, view: &View, say: &Say<'_>) {
    let words = say.words;
    let (total, real) = (shown_total(view), view.assessment.total);
    let mark = mark(&view.scheme, say);
    markup.element("div", "summary", |markup| {
        markup.static_attr("id", "summary");
        markup.attr("data-total-low", &real.low.to_string());
        markup.attr("data-total-high", &real.high.to_string());
        markup.element("p", "total", |markup| {
            markup.text_element("strong", "", &figure(total.low));
            markup.text(" ");
            markup.text_element("span", "", &beside(total, mark.as_ref(), words));
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
            gauge(markup, "gauge", Some(total), mark, say);
        }
        markup.element("p", "headline", |markup| {
            markup.static_attr("id", "headline");
            markup.text(&headline(view, say));
        });
        markup.text_element("p", "quiet", &beneath(view, say));
    });
}

/// What to know beside the verdict.
pub(crate) fn beneath(view: &View, say: &Say<'_>) -> String {
    let (words, assessment, line) = (say.words, &view.assessment, &view.scheme.line);
    let left = assessment.open.len().to_string();
    let mut sentences = Vec::new();
    if let Some((ranked, ranking)) = assessment.ranked.zip(line.ranking.as_ref()) {
        if !ranking.groups.is_empty() {
            sentences.push(fill(words.ranking_points, &[&say.range(ranked)]));
        }
        if let (None, [], Some(note)) = (line.threshold, &ranking.cutoffs[..], &line.cite.note) {
            sentences.push(say.text(note).into_owned());
        }
    }
    if view.undeducted.is_some() {
        sentences.push(words.deductions_open.to_owned());
    }
    sentences.push(match (assessment.open.is_empty(), assessment.total.certain()) {
        (false, _) => fill(words.left, &[&left]) + words.stop,
        (true, None) => words.sources_help.to_owned(),
        (true, Some(_)) => [words.all_answered, words.stop].concat(),
    });
    sentences.push(words.estimate_only.to_owned());
    sentences.join(words.space)
}
