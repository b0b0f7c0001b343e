//! Points: tables without gaps, overlaps and unreachable rows; rates and caps that can be.

use super::formula::FormulaLint;
use crate::key_path::KeyPath;
use jifen::assess::Bounds;
use jifen::points::Points;
use jifen::scheme::{Amount, AnswerKind, OptionRow, Predicate, Ref, Score, StepRow, TestRow};

/// The lint of one indicator's formula.
pub(super) struct ScoreLint<'f, 'a> {
    pub(super) formula: &'f mut FormulaLint<'a>,
    /// The cap around the formula.
    pub(super) cap: Option<Points>,
    /// Whether it may only take points away.
    pub(super) deduction: bool,
}

impl ScoreLint<'_, '_> {
    /// Lints a formula and everything inside.
    pub(super) fn score(&mut self, place: &KeyPath, score: &Score) {
        match score {
            Score::Fixed(points) => self.points(&place.key("fixed"), *points),
            Score::Options { of, rows } => self.options(&place.key("options"), of, rows),
            Score::Steps { of, rows } => self.steps(&place.key("steps"), of, rows),
            Score::Rows { rows, otherwise } => self.rows(&place.key("rows"), rows, *otherwise),
            Score::Each { of, each, points, from, .. } => {
                let place = place.key("each");
                self.formula.amount(&place.key("of"), of);
                self.points(&place.key("points"), *points);
                if *each < 1 || *from < 0 {
                    self.formula.findings.refuse(
                        &place,
                        format!("points for every {each} from {from} on"),
                        "a rate needs at least one unit and a start not below zero",
                        "correct `each` or `from`",
                    );
                }
            }
            Score::Sum(scores) => self.several(&place.key("sum"), scores),
            Score::Highest(scores) => self.several(&place.key("highest"), scores),
            Score::Either(scores) => {
                self.formula.readings(&place.key("either"), scores);
                self.several(&place.key("either"), scores);
            }
            Score::EachPiece { of, each, points, limit } => {
                self.pieces(&place.key("each-piece"), of, *each, *points, limit.as_ref());
            }
            Score::Unknown { low, high } => self.unknown(&place.key("unknown"), *low, *high),
            Score::Cited { of, .. } => self.score(&place.key("cited").key("of"), of),
            Score::Capped { of, cap } => {
                let outer = self.cap;
                self.cap = Some(outer.map_or(*cap, |outer| outer.min(*cap)));
                self.score(&place.key("capped").key("of"), of);
                self.cap = outer;
            }
            Score::When { test, then } => {
                self.formula.test(&place.key("when").key("test"), test);
                self.score(&place.key("when").key("then"), then);
            }
        }
    }

    fn pieces(
        &mut self,
        place: &KeyPath,
        of: &Ref,
        each: i64,
        points: Points,
        limit: Option<&Amount>,
    ) {
        let question = of.position().map(|position| &self.formula.scheme.questions[position]);
        if question.is_some_and(|of| !matches!(of.kind, AnswerKind::MonthCounts { .. })) {
            self.formula.wrong_kind(place, of, "a question for month counts");
        }
        if let Some(limit) = limit {
            self.formula.amount(&place.key("limit"), limit);
        }
        self.points(&place.key("points"), points);
        if each < 1 || points < Points::ZERO {
            self.formula.findings.refuse(
                place,
                format!("{points} points for every {each} months of a piece"),
                "a rate needs at least one month, and pieces take nothing away",
                "correct `each` or `points`",
            );
        }
    }

    fn unknown(&mut self, place: &KeyPath, low: Points, high: Option<Points>) {
        if high.is_some_and(|high| high <= low) {
            self.formula.findings.refuse(
                place,
                format!("unknown points from {low} on that end there or before"),
                "nothing would be open",
                "let `high` be above `low`, leave it out, or write the points as `fixed`",
            );
        }
        let highest = high.unwrap_or(Points::UNBOUNDED);
        self.points(place, self.cap.map_or(highest, |cap| highest.min(cap.max(low))));
    }

    fn several(&mut self, place: &KeyPath, scores: &[Score]) {
        self.formula.not_empty(place, scores.len());
        for (index, score) in scores.iter().enumerate() {
            self.score(&place.at(index), score);
        }
    }

    fn points(&mut self, place: &KeyPath, points: Points) {
        if self.deduction && points > Points::ZERO {
            self.formula.findings.refuse(
                place,
                format!("{points} points in this group"),
                "deductions only take points away",
                "correct the sign or the group",
            );
        }
        if let Some(cap) = self.cap
            && points > cap
        {
            self.formula.findings.refuse(
                place,
                format!("{points} points under a cap of {cap}"),
                "a row above its cap can never be earned",
                "correct the row or the cap",
            );
        }
    }

    fn options(&mut self, place: &KeyPath, of: &Ref, rows: &[OptionRow]) {
        let question = of.position().map(|position| &self.formula.scheme.questions[position]);
        let Some(question) = question else { return };
        let AnswerKind::Choice(choices) = &question.kind else {
            self.formula.wrong_kind(place, of, "a choice");
            return;
        };
        for (index, row) in rows.iter().enumerate() {
            self.points(&place.key("rows").at(index), row.points);
            if rows[..index].iter().any(|other| other.option == row.option) {
                self.formula.findings.refuse(
                    &place.key("rows").at(index),
                    format!("a second row for `{}`", row.option.id()),
                    "rows overlap: an option has one number of points",
                    "delete one of them",
                );
            }
        }
        for choice in choices {
            if !rows.iter().any(|row| row.option.id() == choice.id) {
                self.formula.findings.refuse(
                    place,
                    format!("no row for the option `{}` of `{}`", choice.id, question.id),
                    "a gap: the person who chooses it would get nothing without a rule saying so",
                    "add a row, with 0 points where the rule gives none",
                );
            }
        }
    }

    fn steps(&mut self, place: &KeyPath, of: &Amount, rows: &[StepRow]) {
        self.formula.amount(&place.key("of"), of);
        self.formula.not_empty(&place.key("rows"), rows.len());
        let (low, high) = Bounds::of(self.formula.scheme).amount(of);
        for (index, row) in rows.iter().enumerate() {
            let here = place.key("rows").at(index);
            self.points(&here, row.points);
            if let Some(before) = index.checked_sub(1).map(|before| &rows[before]) {
                if row.from <= before.from {
                    self.formula.findings.refuse(
                        &here,
                        format!(
                            "the row from {} comes after the row from {}",
                            row.from, before.from
                        ),
                        "rows overlap: an amount would have two numbers of points",
                        "let `from` rise from row to row",
                    );
                } else if row.points == before.points {
                    self.formula.findings.refuse(
                        &here,
                        format!("the row from {} gives the same as the row before it", row.from),
                        "a row that changes nothing hides a slip",
                        "delete it, or correct its points",
                    );
                }
            }
            if row.from > high {
                self.formula.findings.refuse(
                    &here,
                    format!(
                        "the row from {} can never be reached: the amount ends at {high}",
                        row.from
                    ),
                    "a row that no answer reaches hides a slip",
                    "correct the row, or the range of its question",
                );
            }
        }
        if let Some(first) = rows.first()
            && first.from > low
        {
            self.formula.findings.refuse(
                &place.key("rows").at(0),
                format!("the first row starts at {}, but the amount can be {low}", first.from),
                "a gap: the person below would get nothing without a rule saying so",
                "start the first row at the smallest amount, with 0 points where the rule gives none",
            );
        }
    }

    fn rows(&mut self, place: &KeyPath, rows: &[TestRow], otherwise: Points) {
        self.points(&place.key("otherwise"), otherwise);
        self.formula.not_empty(&place.key("rows"), rows.len());
        for (index, row) in rows.iter().enumerate() {
            let here = place.key("rows").at(index);
            self.points(&here, row.points);
            self.formula.test(&here.key("when"), &row.when);
        }
        let tests: Vec<&Predicate> = rows.iter().map(|row| &row.when).collect();
        for index in Bounds::of(self.formula.scheme).unreachable(&tests) {
            self.formula.findings.refuse(
                &place.key("rows").at(index),
                format!(
                    "the row `{}` can never be reached: a row before it always holds",
                    rows[index].name.en
                ),
                "the first row that holds counts",
                "put the narrower row first, or delete this one",
            );
        }
    }
}
