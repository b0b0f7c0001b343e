//! The total, the gauge and the verdict: always in sight.

use super::gauge::gauge;
use super::verdict::headline;
use super::{beside, mark, shown_total};
use crate::app::say::{Say, figure};
use crate::app::sheet::Sheet;
use crate::app::view::View;
use crate::app::words::fill;

pub(super) fn summary(sheet: &mut Sheet, view: &View, say: &Say<'_>) {
    let words = say.words;
    let (total, real) = (shown_total(view), view.assessment.total);
    let mark = mark(&view.scheme, say);
    sheet.tag("div", "summary", |sheet| {
        sheet.fixed("id", "summary");
        sheet.set("data-total-low", &real.low.to_string());
        sheet.set("data-total-high", &real.high.to_string());
        sheet.tag("p", "total", |sheet| {
            sheet.line("strong", "", &figure(total.low));
            sheet.text(" ");
            sheet.line("span", "", &beside(total, mark.as_ref(), words));
            if let Some(mark) = &mark {
                sheet.text(" ");
                sheet.line("span", "line", &[&mark.name, " ", &figure(mark.points)].concat());
            }
        });
        if let Some(mark) = &mark {
            gauge(sheet, "gauge", Some(total), mark, say);
        }
        sheet.tag("p", "headline", |sheet| {
            sheet.fixed("id", "headline");
            sheet.text(&headline(view, say));
        });
        sheet.line("p", "quiet", &beneath(view, say));
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
