//! What the total is held against; past rounds of a ranking with the person's place between them.

use jifen::assess::Standing;
use jifen::scheme::{Cutoff, Grade};

use super::citation::citation;
use super::{beside, mark, part};
use crate::app::say::{Say, figure};
use crate::app::sheet::Sheet;
use crate::app::view::View;
use crate::app::words::fill;

pub(super) fn line(sheet: &mut Sheet, view: &View, say: &Say<'_>) {
    let line = &view.scheme.line;
    let cutoffs = line.ranking.as_ref().map_or(&[][..], |ranking| &ranking.cutoffs);
    part(sheet, "line", say.words.rules_line, |sheet| {
        sheet.tag("div", "inside", |sheet| {
            let name = say.text(&line.name);
            match line.threshold {
                Some(points) => {
                    sheet.line("p", "", &[&name, say.words.colon, &say.points(points)].concat());
                }
                None => sheet.line("p", "", &name),
            }
            if !cutoffs.is_empty() {
                sheet.tag("ol", "rounds", |sheet| rounds(sheet, view, cutoffs, say));
            }
            citation(sheet, say, &line.cite);
        });
    });
}

/// The rounds, the latest first, as the rungs of a ladder on which the person stands.
fn rounds(sheet: &mut Sheet, view: &View, cutoffs: &[Cutoff], say: &Say<'_>) {
    let shown = view.shown();
    let reached = shown.standings.iter().take_while(|one| one.reached == Some(true)).count();
    let here = |sheet: &mut Sheet| {
        let points = shown.ranked.unwrap_or(shown.total);
        let beside = beside(points, mark(&view.scheme, say).as_ref(), say.words);
        let points = [&figure(points.low), " ", &beside].concat();
        sheet.tag("li", "here", |sheet| {
            sheet.fixed("id", "place");
            sheet.text(&fill(say.words.you, &[&points]));
        });
    };
    if reached == cutoffs.len() {
        here(sheet);
    }
    let rounds = cutoffs.iter().zip(&shown.standings).enumerate();
    for (place, (cutoff, standing)) in rounds.rev() {
        round(sheet, cutoff, standing, say);
        if place == reached {
            here(sheet);
        }
    }
}

fn round(sheet: &mut Sheet, cutoff: &Cutoff, standing: &Standing, say: &Say<'_>) {
    let (class, sign, word) = match standing.reached {
        Some(true) => ("met", "✓ ", say.words.reached),
        Some(false) => ("unmet", "✕ ", say.words.not_reached),
        None => ("unknown", "○ ", say.words.undecided),
    };
    sheet.tag("li", class, |sheet| {
        sheet.set("data-round", &cutoff.round);
        sheet.line("span", "", &cutoff.round);
        sheet.text(" ");
        sheet.line("b", "", &figure(cutoff.points));
        sheet.text(" ");
        sheet.tag("span", "word", |sheet| {
            sheet.tag("span", "", |sheet| {
                sheet.fixed("aria-hidden", "true");
                sheet.text(sign);
            });
            sheet.text(word);
        });
        let remark = remark(cutoff, say);
        if !remark.is_empty() {
            sheet.text(" ");
            sheet.line("span", "quiet", &remark);
        }
        if !cutoff.cite.readings.is_empty() {
            sheet.tag("ul", "quiet", |sheet| {
                for reading in &cutoff.cite.readings {
                    sheet.line("li", "", &say.text(reading));
                }
            });
        }
    });
}

/// What is weak about a past cut-off, or what to know of it; nothing where it is well checked.
pub(crate) fn remark(cutoff: &Cutoff, say: &Say<'_>) -> String {
    let cite = &cutoff.cite;
    let strong = matches!(cite.grade, Grade::Official | Grade::TwoSources);
    let grade = (!strong).then(|| say.grade(cite.grade).to_owned());
    let note =
        cite.note.as_ref().map(|note| say.text(note).trim_end_matches(['。', '.']).to_owned());
    grade.into_iter().chain(note).collect::<Vec<_>>().join(say.words.separator)
}
