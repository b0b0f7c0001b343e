//! What stands in the table of a formula: cases and points, or a rate, each number with what it counts.

use jifen::answers::{scale, unscaled};
use jifen::points::Points;
use jifen::scheme::{Amount, AnswerKind, Day, Score, Unit};

use crate::text::messages::format;
use crate::text::phrases::Phrases;

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
pub(super) enum ScoreTable {
    /// Rows of a case and its points; the last one may stand for "none of them", as in a hit.
    Rows(Vec<(String, Points)>),
    /// Points for so many of something.
    Rate { each: String, points: Points, once: Option<String> },
    /// A test that the formula after it depends on.
    Test,
}

/// Returns the table of a leaf.
pub(super) fn score_table(leaf: &Score, phrases: &Phrases<'_>) -> ScoreTable {
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
                Some(word) if one.is_some_and(Measure::is_whole) => {
                    format(messages.for_each_whole, &[&word])
                }
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

impl Measure {
    /// Returns one of it, in the smallest steps.
    fn one(self) -> i64 {
        match self {
            Measure::Unit(_, decimals) => scale(decimals),
            Measure::Age => 1,
        }
    }

    /// Returns whether there is no part of one: a record is there or not.
    fn is_whole(self) -> bool {
        matches!(self, Measure::Unit(Unit::Times | Unit::People, _))
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
        for case in ["43 岁及以下", "56 至 60 岁", "44 岁", "每满 1 年", "每次"] {
            assert!(cases.iter().any(|other| other == case), "{case} is not among {cases:#?}");
        }
        let cases = counted(Language::En);
        for case in [
            "43 years or less",
            "56 to 60 years",
            "44 years",
            "For each full year",
            "For each time",
        ] {
            assert!(cases.iter().any(|other| other == case), "{case} is not among {cases:#?}");
        }
    }
}
