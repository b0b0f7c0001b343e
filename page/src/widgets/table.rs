//! A formula as tables, with the row that holds for this person marked.

use std::borrow::Cow;

use jifen::answers::{scale, unscaled};
use jifen::assess::TableHit;
use jifen::points::Points;
use jifen::scheme::{Amount, AnswerKind, Citation, Day, Score, Unit};

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, figure};
use crate::widgets::labelled::labelled;

/// The shared question from whose answer ages are counted.
const BIRTH_DATE: &str = "birth-date";

/// What a number counts, as far as it is said.
#[derive(Clone, Copy, PartialEq)]
enum Measure {
    /// A unit, and the decimals of the number.
    Unit(Unit, u8),
    /// Years of age.
    Age,
}

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
            // Months may run into years on one side alone; other units are said once.
            let first = |number| match measure(of, phrases) {
                Some(Measure::Unit(Unit::Months, _)) => count(number),
                Some(Measure::Unit(_, decimals)) => unscaled(number, decimals),
                Some(Measure::Age) | None => number.to_string(),
            };
            let mut list: Vec<_> = rows
                .iter()
                .enumerate()
                .map(|(position, row)| {
                    let label = match rows.get(position + 1).map(|next| next.from - 1) {
                        None => format(phrases.messages.and_above, &[&count(row.from)]),
                        Some(last) if row.from == 0 && last > 0 => {
                            format(phrases.messages.at_most_this, &[&count(last)])
                        }
                        Some(last) if last == row.from => count(row.from),
                        Some(last) => {
                            format(phrases.messages.between, &[&first(row.from), &count(last)])
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
            let count = |number| amount(of, number, phrases);
            let one = measure(of, phrases).filter(|measure| *each == measure.one());
            let each = match one.map(|measure| measure.word(phrases)) {
                _ if *prorated => format(messages.for_each_part, &[&count(*each)]),
                Some(word) => format(messages.for_each_one, &[&word]),
                None => format(messages.for_each, &[&count(*each)]),
            };
            ScoreTable::Rate {
                each,
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

impl Measure {
    /// Returns one of it, in the smallest steps.
    fn one(self) -> i64 {
        match self {
            Measure::Unit(_, decimals) => scale(decimals),
            Measure::Age => 1,
        }
    }

    /// Returns the word beside one of it.
    fn word(self, phrases: &Phrases<'_>) -> String {
        match self {
            Measure::Unit(unit, _) => phrases.unit(unit, "1"),
            Measure::Age => phrases.unit(Unit::Years, "1"),
        }
    }
}

/// Returns a number of what an amount counts.
fn amount(of: &Amount, number: i64, phrases: &Phrases<'_>) -> String {
    match measure(of, phrases) {
        Some(Measure::Unit(unit, decimals)) => phrases.number(number, unit, decimals),
        Some(Measure::Age) => format(phrases.messages.age, &[&number.to_string()]),
        None => number.to_string(),
    }
}

/// Returns what an amount counts; `None` for bare numbers.
fn measure(of: &Amount, phrases: &Phrases<'_>) -> Option<Measure> {
    match of {
        Amount::Number(question) => {
            let (unit, decimals) =
                phrases.scheme.questions.get(question.position()?)?.kind.unit()?;
            Some(Measure::Unit(unit, decimals))
        }
        Amount::Months { .. } | Amount::MonthsBy { .. } => Some(Measure::Unit(Unit::Months, 0)),
        Amount::Records { .. } => Some(Measure::Unit(Unit::Times, 0)),
        Amount::Years { from: Day::Answer(question), .. } => {
            let question = phrases.scheme.questions.get(question.position()?)?;
            let age = question.id == BIRTH_DATE;
            Some(if age { Measure::Age } else { Measure::Unit(Unit::Years, 0) })
        }
        Amount::Years { .. } => Some(Measure::Unit(Unit::Years, 0)),
        Amount::Fixed(_) => None,
        Amount::Sum(parts) | Amount::Lowest(parts) | Amount::Highest(parts) => {
            parts.iter().find_map(|part| measure(part, phrases))
        }
        Amount::Minus { of, .. }
        | Amount::Share { of, .. }
        | Amount::Remainder { of, .. }
        | Amount::Times { of, .. } => measure(of, phrases),
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use jifen::scheme::Language;

    use super::*;

    /// The cases of the tables of every scheme, as far as they count something.
    fn counted(language: Language) -> Vec<String> {
        let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules");
        let checked = jifen_check::load(&rules).unwrap();
        let mut cases = Vec::new();
        for scheme in &checked.schemes {
            let phrases = Phrases::new(scheme, language);
            for leaf in scheme.indicators.iter().flat_map(|indicator| indicator.score.leaves()) {
                match (leaf, score_table(leaf, &phrases)) {
                    (Score::Steps { .. }, ScoreTable::Rows(rows)) => {
                        cases.extend(rows.into_iter().map(|(case, _)| case));
                    }
                    (_, ScoreTable::Rate { each, once, .. }) => {
                        cases.extend([each].into_iter().chain(once))
                    }
                    _ => {}
                }
            }
        }
        cases
    }

    #[test]
    fn every_number_of_a_table_has_its_unit() {
        let marks = ["及以下", "及以上", "不到", "每满", "每", "至", "满", "才算", "（按比例）"];
        let cases = counted(Language::Zh);
        for case in &cases {
            let bare = marks.iter().fold(case.clone(), |case, mark| case.replace(mark, ""));
            let unit =
                bare.trim_matches(|letter: char| letter.is_ascii_digit() || " ,.".contains(letter));
            assert!(!unit.is_empty(), "{case:?}");
            assert!(
                !["年 及", "岁 及", "月 及", "年 才", "月 才"]
                    .iter()
                    .any(|space| case.contains(space)),
                "{case:?}"
            );
        }
        for case in ["43 岁及以下", "56 至 60 岁", "44 岁", "每满 1 年"] {
            assert!(cases.iter().any(|other| other == case), "{case} is not among {cases:#?}");
        }
        let cases = counted(Language::En);
        for case in ["43 years or less", "56 to 60 years", "44 years", "For each full year"] {
            assert!(cases.iter().any(|other| other == case), "{case} is not among {cases:#?}");
        }
    }
}
