//! How an answer goes on that follows from a history: it is counted again on the later day.

use jiff::civil::Date;

use super::count::Elapsed;
use crate::answers::Answers;
use crate::assess::{Fact, Facts, Reckoning, Truth, round};
use crate::scheme::{AnswerKind, Question, Scheme};

/// An answer that follows from a history.
pub(super) struct Followed<'a> {
    /// The position of its question.
    pub(super) question: usize,
    /// Whether it is, or may be, asked on the first day; later it may be all the same.
    asked: bool,
    /// Whether the history leaves it open on the first day.
    told: bool,
    kind: &'a AnswerKind,
    reckoning: Reckoning<'a>,
    /// Whether the person goes on with it.
    goes: Truth,
    on: Date,
    /// The round that is counted up to on the first day.
    round: Option<i64>,
    /// Whether that moves with time.
    moves: bool,
}

impl<'a> Followed<'a> {
    /// Finds the answers that are as the histories say, and of those that they leave open the numbers that they limit; an
    /// answer that differs goes on as if there were no history.
    pub(super) fn all(
        scheme: &'a Scheme,
        answers: &'a Answers,
        facts: &Facts<'_>,
        on: Date,
        paused: &[usize],
    ) -> Vec<Followed<'a>> {
        let round = round(scheme, answers, on);
        let moves = scheme.questions.iter().any(Question::is_round);
        let positions = 0..scheme.questions.len();
        let followed = positions.filter_map(|position| {
            let question = &scheme.questions[position];
            let follows = scheme.follows_of(position)?;
            let given = answers.get(&question.id);
            let reckoning =
                Reckoning::of(scheme, answers, question.multiple.as_ref(), follows, on)?;
            let growth = scheme.growth_of(position);
            let goes = match growth.and_then(|growth| growth.only_while.as_ref()) {
                _ if paused.contains(&position) => Truth::No,
                Some(test) => facts.holds(test),
                None => Truth::Yes,
            };
            // Who may have stopped, or not, may also stop later.
            let told = matches!(question.kind, AnswerKind::Number { .. })
                && facts.told(position).is_some_and(|told| told.later().is_none())
                && !reckoning.ends_in_doubt();
            let same = given.is_some() && reckoning.value(&question.kind).as_ref() == given;
            let kind = &question.kind;
            let asked = facts.asked(position) != Truth::No;
            (same || told).then_some(Followed {
                question: position,
                asked,
                told,
                kind,
                reckoning,
                goes,
                on,
                round,
                moves,
            })
        });
        followed.collect()
    }

    /// Returns what it may be once some time has passed.
    pub(super) fn after(&self, elapsed: Elapsed) -> Fact<'static> {
        let mut going = self.reckoning.clone();
        let day = elapsed.day.unwrap_or(self.on);
        // A day of reckoning that is known on the first day is known later.
        let years = if self.moves { elapsed.years } else { 0 };
        let _known = going.move_to(day, self.round.map(|round| round + years));
        let goes = going.range(self.kind);
        going.stop(self.on);
        let stops = going.range(self.kind);
        let range = match self.goes {
            Truth::Yes => goes,
            Truth::No => stops,
            Truth::Open => goes.or(stops),
        };
        match self.kind {
            // Whether something goes on does not change while all goes on as now.
            AnswerKind::YesNo => Fact::Flag(range.low != 0),
            _ if range.low == range.high => Fact::Number(range.low),
            _ => Fact::Between(range.low, range.high),
        }
    }

    /// Returns whether it grows, or may.
    pub(super) fn grows(&self) -> bool {
        let counts = !matches!(self.kind, AnswerKind::YesNo);
        self.asked && counts && self.goes != Truth::No && self.reckoning.grows()
    }

    /// Returns whether it may be another with time.
    pub(super) fn moves(&self) -> bool {
        self.reckoning.moves()
    }

    /// Returns whether it may be one of several with time.
    pub(super) fn is_uncertain(&self) -> bool {
        self.asked && !self.told && (self.goes == Truth::Open || self.reckoning.is_of_figures())
    }
}
