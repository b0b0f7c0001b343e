//! What a part says when what it rests on is left aside: two parts that say the same so differ in their sources only.

use super::part::{Part, said};
use crate::scheme::{Citation, Grade, Line, Ref, Score};

/// Returns whether two parts say the same but for what they rest on.
pub(super) fn same(one: Part<'_>, other: Part<'_>) -> bool {
    substance(one) == substance(other)
}

/// Returns what a part says without its citations: its bytes in a pack.
fn substance(part: Part<'_>) -> Option<Vec<u8>> {
    macro_rules! uncited {
        ($part:path, $of:expr) => {{
            let mut of = $of.clone();
            of.cite = none();
            said(Some($part(&of)))
        }};
    }
    match part {
        Part::Line(line) => said(Some(Part::Line(&without_citations(line)))),
        Part::Floor(floor) => uncited!(Part::Floor, floor),
        Part::Condition(condition) => uncited!(Part::Condition, condition),
        Part::Indicator(indicator) => {
            let mut indicator = indicator.clone();
            strip(&mut indicator.score);
            uncited!(Part::Indicator, indicator)
        }
        Part::Combination(together) => uncited!(Part::Combination, together),
        Part::Notice(notice) => uncited!(Part::Notice, notice),
        Part::Parameter(parameter) => {
            let mut parameter = parameter.clone();
            for value in &mut parameter.values {
                value.cite = none();
                value.limits.iter_mut().for_each(|limits| limits.cite = none());
            }
            uncited!(Part::Parameter, parameter)
        }
        Part::Question(_) | Part::LeftOut(_) => said(Some(part)),
    }
}

fn without_citations(line: &Line) -> Line {
    let mut line = line.clone();
    line.cite = none();
    if let Some(total) = &mut line.table_total {
        total.cite = none();
    }
    for cutoff in line.ranking.iter_mut().flat_map(|ranking| &mut ranking.cutoffs) {
        cutoff.cite = none();
    }
    line
}

/// Takes the citations out of a formula.
fn strip(score: &mut Score) {
    match score {
        Score::Cited { of, .. } => {
            strip(of);
            *score = (**of).clone();
        }
        Score::Options { rows, .. } => rows.iter_mut().for_each(|row| row.cite = None),
        Score::Steps { rows, .. } => rows.iter_mut().for_each(|row| row.cite = None),
        Score::Rows { rows, .. } => rows.iter_mut().for_each(|row| row.cite = None),
        Score::Sum(scores) | Score::Highest(scores) | Score::Either(scores) => {
            scores.iter_mut().for_each(strip);
        }
        Score::Capped { of, .. } => strip(of),
        Score::When { then, .. } => strip(then),
        Score::Fixed(_) | Score::Each { .. } | Score::EachPiece { .. } | Score::Unknown { .. } => {}
    }
}

/// A citation that says nothing.
fn none() -> Citation {
    Citation {
        document: Ref::from(String::new()),
        article: None,
        grade: Grade::Derived,
        sources: Vec::new(),
        note: None,
        readings: Vec::new(),
    }
}
