//! A formula as tables, with the row that holds for this person marked.

use jifen::assess::Leaf;
use jifen::points::Points;
use jifen::scheme::{Amount, Kind, Score, Unit};

use crate::elements::markup::Markup;
use crate::text::messages::fill;
use crate::text::phrases::{Say, figure};

/// One table, rate or test of a formula. They come in the order in which the core numbers its leaves.
pub(crate) enum Table {
    /// Rows of a case and its points; the last one may stand for "none of them", as in a leaf.
    Rows(Vec<(String, Points)>),
    /// Points for so many of something.
    Rate { each: String, points: Points, once: Option<String> },
    /// A test that the formula after it depends on.
    Test,
}

/// A formula's sheets.
pub(crate) fn sheets(score: &Score, say: &Say<'_>) -> Vec<Table> {
    let mut sheets = Vec::new();
    collect(score, say, &mut sheets);
    sheets
}

fn collect(score: &Score, say: &Say<'_>, sheets: &mut Vec<Table>) {
    match score {
        Score::Fixed(_) => {}
        Score::Options { of, rows } => {
            let kind = of.position().and_then(|position| say.scheme.questions.get(position));
            let name = |option: &jifen::scheme::Ref| match kind.map(|question| &question.kind) {
                Some(Kind::Choice(choices)) => {
                    let choice = option.position().and_then(|position| choices.get(position));
                    choice.map_or(String::new(), |choice| say.text(&choice.name).into_owned())
                }
                _ => String::new(),
            };
            sheets.push(Table::Rows(
                rows.iter().map(|row| (name(&row.option), row.points)).collect(),
            ));
        }
        Score::Steps { of, rows } => {
            let count = |number| amount(of, number, say);
            let mut list: Vec<_> = rows
                .iter()
                .enumerate()
                .map(|(place, row)| {
                    let label = match rows.get(place + 1).map(|next| next.from - 1) {
                        None => fill(say.words.from_on, &[&count(row.from)]),
                        Some(last) if row.from == 0 && last > 0 => {
                            fill(say.words.at_most_this, &[&count(last)])
                        }
                        Some(last) if last == row.from => count(row.from),
                        Some(last) => fill(say.words.between, &[&count(row.from), &count(last)]),
                    };
                    (label, row.points)
                })
                .collect();
            if let Some(first) = rows.first().filter(|first| first.from > 0) {
                list.push((fill(say.words.below, &[&count(first.from)]), Points::ZERO));
            }
            sheets.push(Table::Rows(list));
        }
        Score::Rows { rows, otherwise } => {
            let rows = rows.iter().map(|row| (say.text(&row.name).into_owned(), row.points));
            let rest = (say.words.other.to_owned(), *otherwise);
            sheets.push(Table::Rows(rows.chain([rest]).collect()));
        }
        Score::Each { of, each, points, from, prorated } => {
            let words = say.words;
            let sentence = if *prorated { words.for_each_part } else { words.for_each };
            let count = |number| amount(of, number, say);
            sheets.push(Table::Rate {
                each: fill(sentence, &[&count(*each)]),
                points: *points,
                once: (*from > 0).then(|| fill(words.once_at, &[&count(*from)])),
            });
        }
        Score::Sum(scores) | Score::Highest(scores) | Score::Either(scores) => {
            for score in scores {
                collect(score, say, sheets);
            }
        }
        Score::Capped { of, .. } => collect(of, say, sheets),
        Score::When { then, .. } => {
            sheets.push(Table::Test);
            collect(then, say, sheets);
        }
    }
}

/// The rows that surely hold and give points, by name.
pub(crate) fn matched(score: &Score, leaves: &[Leaf], say: &Say<'_>) -> Vec<String> {
    let sheets = sheets(score, say).into_iter().zip(leaves);
    let rows = sheets.filter_map(|(markup, leaf)| match markup {
        Table::Rows(rows) if leaf.live => {
            let (name, points) = rows.into_iter().nth(leaf.row()?)?;
            (points != Points::ZERO).then_some(name)
        }
        _ => None,
    });
    rows.collect()
}

/// A formula's tables, with what holds marked where leaves are given.
pub(crate) fn tables(markup: &mut Markup, score: &Score, leaves: &[Leaf], say: &Say<'_>) {
    for (place, table) in sheets(score, say).iter().enumerate() {
        let leaf = leaves.get(place).filter(|leaf| leaf.live);
        match table {
            Table::Rows(rows) => one(markup, rows, leaf.and_then(Leaf::row), say),
            Table::Rate { each, points, once } => {
                let mut rate = [each, say.words.colon, &say.points(*points)].concat();
                if let Some(once) = once {
                    rate = [rate.as_str(), once].join(say.words.separator);
                }
                markup.text_element("p", "rate", &rate);
            }
            Table::Test => {}
        }
    }
}

fn one(markup: &mut Markup, rows: &[(String, Points)], holds: Option<usize>, say: &Say<'_>) {
    let words = say.words;
    markup.element("table", "", |markup| {
        markup.element("thead", "", |markup| {
            markup.element("tr", "", |markup| {
                markup.column_heads(&[words.column_case, words.column_points]);
            });
        });
        markup.element("tbody", "", |markup| {
            for (place, (name, points)) in rows.iter().enumerate() {
                let here = holds == Some(place);
                markup.element("tr", if here { "here" } else { "" }, |markup| {
                    markup.element("th", "", |markup| {
                        markup.static_attr("scope", "row");
                        markup.text(name);
                        if here {
                            markup.text_element("em", "", words.matched);
                        }
                    });
                    markup.text_element("td", "", &figure(*points));
                });
            }
        });
    });
}

/// A number of what an amount counts.
fn amount(of: &Amount, number: i64, say: &Say<'_>) -> String {
    match unit(of, say) {
        Some((unit, decimals)) => say.number(number, unit, decimals),
        None => number.to_string(),
    }
}

/// What an amount counts, where that has a unit: a number of years since a day, such as an age, is best said bare.
fn unit(of: &Amount, say: &Say<'_>) -> Option<(Unit, u8)> {
    match of {
        Amount::Number(question) => match say.scheme.questions.get(question.position()?)?.kind {
            Kind::Number { unit, decimals, .. } => Some((unit, decimals)),
            _ => None,
        },
        Amount::Months { .. } => Some((Unit::Months, 0)),
        Amount::Records { .. } => Some((Unit::Times, 0)),
        Amount::Fixed(_) | Amount::Years { .. } => None,
        Amount::Sum(parts) | Amount::Lowest(parts) | Amount::Highest(parts) => {
            parts.iter().find_map(|part| unit(part, say))
        }
        Amount::Minus { of, .. }
        | Amount::Share { of, .. }
        | Amount::Remainder { of, .. }
        | Amount::Times { of, .. } => unit(of, say),
    }
}
