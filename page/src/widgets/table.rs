//! A formula as tables, with the row that holds for this person marked.

use std::borrow::Cow;

use jifen::assess::TableHit;
use jifen::points::Points;
use jifen::scheme::{Citation, Score};

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::phrases::{Phrases, figure};
use crate::widgets::labelled::labelled;
use crate::widgets::score_table::{ScoreTable, score_table};

/// Returns the names of the rows that surely hold and give points.
pub(crate) fn scoring_rows(score: &Score, hits: &[TableHit], phrases: &Phrases<'_>) -> Vec<String> {
    let leaves = score.leaves().into_iter().zip(hits).filter(|(_, hit)| hit.live);
    let rows = leaves.filter_map(|(leaf, hit)| match score_table(leaf, phrases) {
        ScoreTable::Rows(rows) => {
            let (name, points) = rows.into_iter().nth(hit.row()?)?;
            (points != Points::ZERO).then_some(name)
        }
        ScoreTable::Rate { .. } | ScoreTable::Test => None,
    });
    rows.collect()
}

/// Writes the tables of a formula, with the rows that hold marked where hits are given.
pub(crate) fn tables(markup: &mut Markup, score: &Score, hits: &[TableHit], phrases: &Phrases<'_>) {
    let mut said = Vec::new();
    for (index, leaf) in score.leaves().iter().enumerate() {
        let hit = hits.get(index).filter(|hit| hit.live);
        match score_table(leaf, phrases) {
            ScoreTable::Rows(rows) => {
                rows_table(markup, &rows, hit.and_then(TableHit::row), phrases)
            }
            ScoreTable::Rate { each, points, once } => {
                let mut rate = [&each, phrases.messages.colon, &phrases.points(points)].concat();
                if let Some(once) = once {
                    rate = [rate.as_str(), &once].join(phrases.messages.separator);
                }
                // One rate may count for several things; it is said once.
                if !said.contains(&rate) {
                    write_html!(markup, p(class = "rate") { (rate) });
                    said.push(rate);
                }
            }
            ScoreTable::Test => {}
        }
    }
    evidence(markup, score, phrases);
}

/// Writes what rows and parts of a formula rest on, where that is not what the whole rests on.
fn evidence(markup: &mut Markup, score: &Score, phrases: &Phrases<'_>) {
    let whole = phrases.messages.clause;
    let mut cited: Vec<(Cow<'_, str>, &Citation)> = Vec::new();
    for leaf in score.leaves() {
        let own = match leaf {
            Score::Options { rows, .. } => rows.iter().map(|row| row.cite.as_ref()).collect(),
            Score::Steps { rows, .. } => rows.iter().map(|row| row.cite.as_ref()).collect(),
            Score::Rows { rows, .. } => rows.iter().map(|row| row.cite.as_ref()).collect(),
            _ => Vec::new(),
        };
        if own.iter().all(Option::is_none) {
            continue;
        }
        if let ScoreTable::Rows(rows) = score_table(leaf, phrases) {
            let named = rows.into_iter().zip(own);
            cited.extend(named.filter_map(|((name, _), cite)| Some((name.into(), cite?))));
        }
    }
    parts_cited(score, &mut |cite| cited.push((whole.into(), cite)));
    for (name, cite) in &cited {
        labelled(markup, "p", "quiet", phrases.messages, [name, &phrases.evidence(cite)]);
    }
}

/// Shows the citations of a formula's parts to `see`.
fn parts_cited<'a>(score: &'a Score, see: &mut impl FnMut(&'a Citation)) {
    if let Score::Cited { cite, .. } = score {
        see(cite);
    }
    for part in score.parts() {
        parts_cited(part, see);
    }
}

/// Writes one table; `holds` is the position of the row that holds for this person.
fn rows_table(
    markup: &mut Markup,
    rows: &[(String, Points)],
    holds: Option<usize>,
    phrases: &Phrases<'_>,
) {
    let messages = phrases.messages;
    write_html!(markup,
        table {
            thead {
                tr { { column_heads(markup, &[messages.column_case, messages.column_points]); } }
            }
            tbody {
                for (position, (name, points)) in rows.iter().enumerate() {
                    let here = holds == Some(position);
                    tr(class = if here { "here" } else { "" }) {
                        th(scope = "row") {
                            (name)
                            if here {
                                em { (messages.row_holds) }
                            }
                        }
                        td { (figure(*points)) }
                    }
                }
            }
        }
    );
}

/// Writes the heads of a table's columns.
pub(crate) fn column_heads(markup: &mut Markup, names: &[&str]) {
    write_html!(markup,
        for name in names {
            th(scope = "col") { (name) }
        }
    );
}

/// Writes the head of a table's row.
pub(crate) fn row_head(markup: &mut Markup, name: &str) {
    write_html!(markup, th(scope = "row") { (name) });
}
