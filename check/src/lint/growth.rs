//! What a scheme says of how its counts grow.

use super::formula::FormulaLint;
use crate::Fault;
use crate::findings::Findings;
use crate::key_path::KeyPath;
use crate::read::{SchemeSource, SharedQuestions};
use jifen::scheme::{AnswerKind, Change, Growth, Question, Scheme, Unit};

/// The longest time, in months, of a count that is surely one of the last months: nobody asks for less of a life.
const LONGEST_WINDOW: i64 = 60;

/// Lints how the counts of a scheme grow.
pub(super) fn check(read: &SchemeSource, shared: &SharedQuestions, faults: &mut Vec<Fault>) {
    let scheme = &read.scheme;
    let mut seen: Vec<usize> = Vec::new();
    for (position, growth) in scheme.growths.iter().enumerate() {
        let place = read.places.of("growth", position);
        let findings = Findings { source: &read.source, faults };
        let mut lint = GrowthLint { scheme, growth, place, findings };
        lint.says_something();
        lint.questions(&mut seen);
        lint.only_while();
    }
    for (position, question) in scheme.questions.iter().enumerate() {
        let growth = scheme.growth_of(position);
        if is_window(question) && growth.is_none_or(|growth| growth.of_last.is_none()) {
            let (source, place) = read.question_place(shared, &question.id);
            faults.push(source.fault(
                &place.key("kind"),
                format!(
                    "`{}` counts within so few months that it can only be of the last",
                    question.id
                ),
                "such a window loses its oldest month as it gains one, and a forecast has to know",
                "name the question in a [[growth]] with `of-last`",
            ));
        }
    }
}

struct GrowthLint<'a> {
    scheme: &'a Scheme,
    growth: &'a Growth,
    place: KeyPath,
    findings: Findings<'a>,
}

impl GrowthLint<'_> {
    fn says_something(&mut self) {
        let Growth { questions, only_while, one_at_a_time, of_last } = self.growth;
        if questions.is_empty() || only_while.is_none() && !one_at_a_time && of_last.is_none() {
            self.findings.refuse(
                &self.place,
                "this says nothing of how a count grows".to_owned(),
                "without an entry a count grows by all the time that passes",
                "name questions, and say `only-while`, `one-at-a-time` or `of-last`",
            );
        }
        if *one_at_a_time && questions.len() != 2 {
            self.findings.refuse(
                &self.place.key("questions"),
                format!("`one-at-a-time` is said of {} questions", questions.len()),
                "how the time is shared is looked at for two counts",
                "name two questions",
            );
        }
    }

    fn questions(&mut self, seen: &mut Vec<usize>) {
        for position in self.growth.questions.iter().filter_map(|question| question.position()) {
            let question = &self.scheme.questions[position];
            let place = self.place.key("questions");
            if seen.contains(&position) {
                self.findings.refuse_id(
                    &place,
                    &question.id,
                    format!("how `{}` grows is said twice", question.id),
                    "a count grows in one way",
                    "name it in one [[growth]]",
                );
            }
            seen.push(position);
            if !grows(question) {
                self.findings.refuse_id(
                    &place,
                    &question.id,
                    format!("`{}` does not grow with time", question.id),
                    "months grow unless they never change, years and times where they change with time",
                    "take the question out of the [[growth]]",
                );
            }
            // A list of month counts is of a whole life: no month of it leaves a window.
            let largest = match question.kind {
                AnswerKind::Number { unit: Unit::Months, max, .. } => Some(max),
                _ => None,
            };
            if self.growth.of_last.is_some_and(|last| largest != Some(i64::from(last))) {
                self.findings.refuse_id(
                    &place,
                    &question.id,
                    format!("`{}` does not count up to the months of `of-last`", question.id),
                    "within so many months there are so many at most",
                    "let the largest answer and `of-last` be the same",
                );
            }
        }
    }

    fn only_while(&mut self) {
        let GrowthLint { scheme, growth, place, findings } = self;
        if let Some(test) = &growth.only_while {
            let findings = Findings { source: findings.source, faults: findings.faults };
            FormulaLint { scheme, findings }.test(&place.key("only-while"), test);
        }
    }
}

/// Whether the answer grows with time.
fn grows(question: &Question) -> bool {
    let Some((unit, _)) = question.kind.unit() else { return false };
    match (unit, question.changes) {
        (_, Change::Never) => false,
        (Unit::Months, _) => true,
        (unit, change) => matches!(unit, Unit::Years | Unit::Times) && change == Change::Time,
    }
}

/// Whether a count can only be one of the last months.
fn is_window(question: &Question) -> bool {
    matches!(question.kind, AnswerKind::Number { unit: Unit::Months, max, .. } if max <= LONGEST_WINDOW)
        && grows(question)
}
