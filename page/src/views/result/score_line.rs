//! What the total is held against; past rounds of a ranking with the person's place between them.

use jifen::assess::Standing;
use jifen::scheme::{Cutoff, Grade};

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::assessed::Assessed;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, figure};
use crate::text::target::beside_low;
use crate::widgets::citation::{citation, floor};
use crate::widgets::labelled::subsection;

/// Writes the line of the scheme.
pub(super) fn score_line(markup: &mut Markup, assessed: &Assessed, phrases: &Phrases<'_>) {
    let line = &assessed.scheme.line;
    let cutoffs = line.cutoffs();
    subsection(markup, "line", phrases.messages.line_heading, |markup| {
        write_html!(markup,
            div(class = "inside") {
                p { (phrases.line()) }
                if !cutoffs.is_empty() {
                    ol(class = "rounds") { { rounds(markup, assessed, cutoffs, phrases); } }
                }
                { citation(markup, phrases, &line.cite); }
                { floor(markup, phrases); }
            }
        );
    });
}

/// Writes the rounds, the latest first, as the rungs of a ladder on which the person stands.
fn rounds(markup: &mut Markup, assessed: &Assessed, cutoffs: &[Cutoff], phrases: &Phrases<'_>) {
    let shown = assessed.shown();
    // Lines that other rules set stand below, and no place is found among them.
    let reached = |standing: &&Standing| !standing.comparable || standing.reached == Some(true);
    let reached = shown.standings.iter().take_while(reached).count();
    let here = |markup: &mut Markup| {
        let points = shown.ranked.unwrap_or(shown.total);
        let beside = beside_low(
            points,
            phrases.target().as_ref(),
            assessed.undeducted.is_some(),
            phrases.messages,
        );
        let points = [&figure(points.low), " ", &beside].concat();
        let here = format(phrases.messages.you, &[&points]);
        write_html!(markup, li(class = "here", id = "place") { (here) });
    };
    if reached == cutoffs.len() {
        here(markup);
    }
    let rounds = cutoffs.iter().zip(&shown.standings).enumerate();
    for (position, (cutoff, standing)) in rounds.rev() {
        round(markup, cutoff, standing, phrases);
        if position == reached {
            here(markup);
        }
    }
}

fn round(markup: &mut Markup, cutoff: &Cutoff, standing: &Standing, phrases: &Phrases<'_>) {
    let (class, sign, word) = match standing.reached {
        _ if !standing.comparable => ("other-rules", "", phrases.messages.other_rules),
        Some(true) => ("met", "✓ ", phrases.messages.reached),
        Some(false) => ("unmet", "✕ ", phrases.messages.not_reached),
        None => ("unknown", "○ ", phrases.messages.undecided),
    };
    let remark = remark(cutoff, phrases);
    write_html!(markup,
        li(class = class, data-round = &cutoff.round) {
            span { (cutoff.round) }
            (" ")
            b { (figure(cutoff.points)) }
            (" ")
            span(class = "word") {
                span(aria-hidden = "true") { (sign) }
                (word)
            }
            // The note of a line that other rules set says so again.
            if !remark.is_empty() && standing.comparable {
                (" ")
                span(class = "quiet") { (remark) }
            }
            if !cutoff.cite.readings.is_empty() {
                ul(class = "quiet") {
                    for reading in &cutoff.cite.readings {
                        li { (phrases.text(reading)) }
                    }
                }
            }
        }
    );
}

/// Returns what is weak about a past cut-off, or what to know of it; nothing where it is well checked.
pub(crate) fn remark(cutoff: &Cutoff, phrases: &Phrases<'_>) -> String {
    let cite = &cutoff.cite;
    let strong = matches!(cite.grade, Grade::Official | Grade::TwoSources);
    let grade = (!strong).then(|| phrases.grade(cite.grade).to_owned());
    let note =
        cite.note.as_ref().map(|note| phrases.text(note).trim_end_matches(['。', '.']).to_owned());
    grade.into_iter().chain(note).collect::<Vec<_>>().join(phrases.messages.separator)
}
