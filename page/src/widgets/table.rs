//! A formula as tables, with the row that holds for this person marked.

use jifen::assess::TableHit;
use jifen::points::Points;
use jifen::scheme::{Amount, AnswerKind, Score, Unit};

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, figure};

/// One table, rate or test of a formula.
enum ScoreTable {
    /// Rows of a case and its points; the last one may stand for "none of them", as in a hit.
    Rows(Vec<(String, Points)>),
    /// Points for so many of something.
    Rate { each: String, points: Points, once: Option<String> },
    /// A test that the formula after it depends on.
    Test,
}

/// Returns the table of a leaf.
fn score_table(leaf: &Score, phrases: &Phrases<'_>) -> ScoreTable {
    match leaf {
        Score::Options { of, rows } => {
            let kind = of.position().and_then(|position| phrases.scheme.questions.get(position));
            let name = |option: &jifen::scheme::Ref| match kind.map(|question| &question.kind) {
                Some(AnswerKind::Choice(choices)) => {
                    let choice = option.position().and_then(|position| choices.get(position));
                    choice.map_or(String::new(), |choice| phrases.text(&choice.name).into_owned())
                }
                _ => String::new(),
            };
            ScoreTable::Rows(rows.iter().map(|row| (name(&row.option), row.points)).collect())
        }
        Score::Steps { of, rows } => {
            let count = |number| amount(of, number, phrases);
            let mut list: Vec<_> = rows
                .iter()
                .enumerate()
                .map(|(position, row)| {
                    let label = match rows.get(position + 1).map(|next| next.from - 1) {
                        None => format(phrases.messages.from_on, &[&count(row.from)]),
                        Some(last) if row.from == 0 && last > 0 => {
                            format(phrases.messages.at_most_this, &[&count(last)])
                        }
                        Some(last) if last == row.from => count(row.from),
                        Some(last) => {
                            format(phrases.messages.between, &[&count(row.from), &count(last)])
                        }
                    };
                    (label, row.points)
                })
                .collect();
            if let Some(first) = rows.first().filter(|first| first.from > 0) {
                list.push((format(phrases.messages.below, &[&count(first.from)]), Points::ZERO));
            }
            ScoreTable::Rows(list)
        }
        Score::Rows { rows, otherwise } => {
            let rows = rows.iter().map(|row| (phrases.text(&row.name).into_owned(), row.points));
            let rest = (phrases.messages.other.to_owned(), *otherwise);
            ScoreTable::Rows(rows.chain([rest]).collect())
        }
        Score::Each { of, each, points, from, prorated } => {
            let messages = phrases.messages;
            let sentence = if *prorated { messages.for_each_part } else { messages.for_each };
            let count = |number| amount(of, number, phrases);
            ScoreTable::Rate {
                each: format(sentence, &[&count(*each)]),
                points: *points,
                once: (*from > 0).then(|| format(messages.once_at, &[&count(*from)])),
            }
        }
        Score::EachPiece { each, points, .. } => {
            let each = phrases.number(*each, Unit::Months, 0);
            let each = format(phrases.messages.for_each_piece, &[&each]);
            ScoreTable::Rate { each, points: *points, once: None }
        }
        // A formula without a table of its own is no leaf.
        Score::When { .. }
        | Score::Fixed(_)
        | Score::Sum(_)
        | Score::Highest(_)
        | Score::Capped { .. }
        | Score::Unknown { .. }
        | Score::Cited { .. }
        | Score::Either(_) => ScoreTable::Test,
    }
}

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
                write_html!(markup, p(class = "rate") { (rate) });
            }
            ScoreTable::Test => {}
        }
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

/// Returns a number of what an amount counts.
fn amount(of: &Amount, number: i64, phrases: &Phrases<'_>) -> String {
    match unit(of, phrases) {
        Some((unit, decimals)) => phrases.number(number, unit, decimals),
        None => number.to_string(),
    }
}

/// Returns the unit of what an amount counts, where it has one: a number of years since a day, such as an age, is best
/// said bare.
fn unit(of: &Amount, phrases: &Phrases<'_>) -> Option<(Unit, u8)> {
    match of {
        Amount::Number(question) => phrases.scheme.questions.get(question.position()?)?.kind.unit(),
        Amount::Months { .. } | Amount::MonthsBy { .. } => Some((Unit::Months, 0)),
        Amount::Records { .. } => Some((Unit::Times, 0)),
        Amount::Fixed(_) | Amount::Years { .. } => None,
        Amount::Sum(parts) | Amount::Lowest(parts) | Amount::Highest(parts) => {
            parts.iter().find_map(|part| unit(part, phrases))
        }
        Amount::Minus { of, .. }
        | Amount::Share { of, .. }
        | Amount::Remainder { of, .. }
        | Amount::Times { of, .. } => unit(of, phrases),
    }
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
