//! A formula as tables, with the row that holds for this person marked.

use jifen::assess::TableHit;
use jifen::points::Points;
use jifen::scheme::{Amount, AnswerKind, Score, Unit};

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, figure};

/// One table, rate or test of a formula. They come in the order in which the core numbers its leaves.
enum Table {
    /// Rows of a case and its points; the last one may stand for "none of them", as in a leaf.
    Rows(Vec<(String, Points)>),
    /// Points for so many of something.
    Rate { each: String, points: Points, once: Option<String> },
    /// A test that the formula after it depends on.
    Test,
}

/// Returns a formula's tables.
fn tables_of(score: &Score, phrases: &Phrases<'_>) -> Vec<Table> {
    let mut tables = Vec::new();
    collect(score, phrases, &mut tables);
    tables
}

fn collect(score: &Score, phrases: &Phrases<'_>, tables: &mut Vec<Table>) {
    match score {
        Score::Fixed(_) => {}
        Score::Options { of, rows } => {
            let kind = of.position().and_then(|position| phrases.scheme.questions.get(position));
            let name = |option: &jifen::scheme::Ref| match kind.map(|question| &question.kind) {
                Some(AnswerKind::Choice(choices)) => {
                    let choice = option.position().and_then(|position| choices.get(position));
                    choice.map_or(String::new(), |choice| phrases.text(&choice.name).into_owned())
                }
                _ => String::new(),
            };
            tables.push(Table::Rows(
                rows.iter().map(|row| (name(&row.option), row.points)).collect(),
            ));
        }
        Score::Steps { of, rows } => {
            let count = |number| amount(of, number, phrases);
            let mut list: Vec<_> = rows
                .iter()
                .enumerate()
                .map(|(place, row)| {
                    let label = match rows.get(place + 1).map(|next| next.from - 1) {
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
            tables.push(Table::Rows(list));
        }
        Score::Rows { rows, otherwise } => {
            let rows = rows.iter().map(|row| (phrases.text(&row.name).into_owned(), row.points));
            let rest = (phrases.messages.other.to_owned(), *otherwise);
            tables.push(Table::Rows(rows.chain([rest]).collect()));
        }
        Score::Each { of, each, points, from, prorated } => {
            let messages = phrases.messages;
            let sentence = if *prorated { messages.for_each_part } else { messages.for_each };
            let count = |number| amount(of, number, phrases);
            tables.push(Table::Rate {
                each: format(sentence, &[&count(*each)]),
                points: *points,
                once: (*from > 0).then(|| format(messages.once_at, &[&count(*from)])),
            });
        }
        Score::Sum(scores) | Score::Highest(scores) | Score::Either(scores) => {
            for score in scores {
                collect(score, phrases, tables);
            }
        }
        Score::Capped { of, .. } => collect(of, phrases, tables),
        Score::When { then, .. } => {
            tables.push(Table::Test);
            collect(then, phrases, tables);
        }
    }
}

/// Returns the rows that surely hold and give points, by name.
pub(crate) fn matched(score: &Score, leaves: &[TableHit], phrases: &Phrases<'_>) -> Vec<String> {
    let tables = tables_of(score, phrases).into_iter().zip(leaves);
    let rows = tables.filter_map(|(table, leaf)| match table {
        Table::Rows(rows) if leaf.live => {
            let (name, points) = rows.into_iter().nth(leaf.row()?)?;
            (points != Points::ZERO).then_some(name)
        }
        _ => None,
    });
    rows.collect()
}

/// Writes a formula's tables, with what holds marked where leaves are given.
pub(crate) fn tables(
    markup: &mut Markup,
    score: &Score,
    leaves: &[TableHit],
    phrases: &Phrases<'_>,
) {
    for (place, table) in tables_of(score, phrases).iter().enumerate() {
        let leaf = leaves.get(place).filter(|leaf| leaf.live);
        match table {
            Table::Rows(rows) => one(markup, rows, leaf.and_then(TableHit::row), phrases),
            Table::Rate { each, points, once } => {
                let mut rate = [each, phrases.messages.colon, &phrases.points(*points)].concat();
                if let Some(once) = once {
                    rate = [rate.as_str(), once].join(phrases.messages.separator);
                }
                write_html!(markup, p(class = "rate") { (rate) });
            }
            Table::Test => {}
        }
    }
}

fn one(
    markup: &mut Markup,
    rows: &[(String, Points)],
    holds: Option<usize>,
    phrases: &Phrases<'_>,
) {
    let messages = phrases.messages;
    write_html!(markup,
        table {
            thead {
                tr { { markup.column_heads(&[messages.column_case, messages.column_points]); } }
            }
            tbody {
                for (place, (name, points)) in rows.iter().enumerate() {
                    let here = holds == Some(place);
                    tr(class = if here { "here" } else { "" }) {
                        th(scope = "row") {
                            (name)
                            if here {
                                em { (messages.matched) }
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

/// Returns what an amount counts, where that has a unit: a number of years since a day, such as an age, is best said bare.
fn unit(of: &Amount, phrases: &Phrases<'_>) -> Option<(Unit, u8)> {
    match of {
        Amount::Number(question) => {
            match phrases.scheme.questions.get(question.position()?)?.kind {
                AnswerKind::Number { unit, decimals, .. } => Some((unit, decimals)),
                _ => None,
            }
        }
        Amount::Months { .. } => Some((Unit::Months, 0)),
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
