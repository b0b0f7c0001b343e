//! What the total is held against; past rounds of a ranking with the person's place between them.

use jifen::assess::Standing;
use jifen::scheme::{Cutoff, Grade};

use crate::elements::markup::Markup;
use crate::state::assessed::View;
use crate::text::messages::fill;
use crate::text::phrases::{Say, figure};
use crate::views::result::{beside, mark, part};
use crate::widgets::citation::citation;

pub(super) fn line(markup: &mut Markup, view: &View, say: &Say<'_>) {
    let line = &view.scheme.line;
    let cutoffs = line.ranking.as_ref().map_or(&[][..], |ranking| &ranking.cutoffs);
    part(markup, "line", say.words.rules_line, |markup| {
        markup.element("div", "inside", |markup| {
            let name = say.text(&line.name);
            match line.threshold {
                Some(points) => {
                    markup.text_element(
                        "p",
                        "",
                        &[&name, say.words.colon, &say.points(points)].concat(),
                    );
                }
                None => markup.text_element("p", "", &name),
            }
            if !cutoffs.is_empty() {
                markup.element("ol", "rounds", |markup| rounds(markup, view, cutoffs, say));
            }
            citation(markup, say, &line.cite);
        });
    });
}

/// The rounds, the latest first, as the rungs of a ladder on which the person stands.
fn rounds(markup: &mut Markup, view: &View, cutoffs: &[Cutoff], say: &Say<'_>) {
    let shown = view.shown();
    let reached = shown.standings.iter().take_while(|one| one.reached == Some(true)).count();
    let here = |markup: &mut Markup| {
        let points = shown.ranked.unwrap_or(shown.total);
        let beside = beside(points, mark(&view.scheme, say).as_ref(), say.words);
        let points = [&figure(points.low), " ", &beside].concat();
        markup.element("li", "here", |markup| {
            markup.static_attr("id", "place");
            markup.text(&fill(say.words.you, &[&points]));
        });
    };
    if reached == cutoffs.len() {
        here(markup);
    }
    let rounds = cutoffs.iter().zip(&shown.standings).enumerate();
    for (place, (cutoff, standing)) in rounds.rev() {
        round(markup, cutoff, standing, say);
        if place == reached {
            here(markup);
        }
    }
}

fn round(markup: &mut Markup, cutoff: &Cutoff, standing: &Standing, say: &Say<'_>) {
    let (class, sign, word) = match standing.reached {
        Some(true) => ("met", "✓ ", say.words.reached),
        Some(false) => ("unmet", "✕ ", say.words.not_reached),
        None => ("unknown", "○ ", say.words.undecided),
    };
    markup.element("li", class, |markup| {
        markup.attr("data-round", &cutoff.round);
        markup.text_element("span", "", &cutoff.round);
        markup.text(" ");
        markup.text_element("b", "", &figure(cutoff.points));
        markup.text(" ");
        markup.element("span", "word", |markup| {
            markup.element("span", "", |markup| {
                markup.static_attr("aria-hidden", "true");
                markup.text(sign);
            });
            markup.text(word);
        });
        let remark = remark(cutoff, say);
        if !remark.is_empty() {
            markup.text(" ");
            markup.text_element("span", "quiet", &remark);
        }
        if !cutoff.cite.readings.is_empty() {
            markup.element("ul", "quiet", |markup| {
                for reading in &cutoff.cite.readings {
                    markup.text_element("li", "", &say.text(reading));
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
