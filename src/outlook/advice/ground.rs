//! What a search stands on: the facts now and on later days, and what each question can change.

use jiff::civil::Date;

use crate::answers::{Answers, scale};
use crate::assess::{Evaluation, Fact, Facts, Tally, Truth, bit, calendar, state};
use crate::outlook::projection::{Elapsed, Projection};
use crate::points::PointsRange;
use crate::scheme::{AnswerKind, Change, Scheme, Unit};

/// The longest wait that is looked at, in months.
pub(super) const LONGEST: i64 = 120;

/// Answers that differ from those given, by the position of the question.
pub(super) type Values = Vec<(usize, Fact<'static>)>;

/// The indicators and conditions that a change can touch, as bits of their positions.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Touch {
    pub(super) indicators: u64,
    pub(super) conditions: u64,
}

impl Touch {
    pub(super) const ALL: Touch = Touch { indicators: u64::MAX, conditions: u64::MAX };

    pub(super) fn and(self, other: Touch) -> Touch {
        Touch {
            indicators: self.indicators | other.indicators,
            conditions: self.conditions | other.conditions,
        }
    }

    pub(super) fn meets(self, other: Touch) -> bool {
        self.indicators & other.indicators != 0 || self.conditions & other.conditions != 0
    }
}

/// How indicators and conditions come out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// Points of each indicator.
    pub(super) points: Vec<PointsRange>,
    /// The conditions that stand in nobody's way, as bits.
    pub(super) holds: u64,
}

/// A scheme, a person and a day.
pub(super) struct Ground<'a> {
    pub(super) scheme: &'a Scheme,
    pub(super) on: Date,
    /// The facts on that day.
    pub(super) now: Facts<'a>,
    /// How the indicators that the line counts add up.
    pub(super) tally: Tally,
    /// Every condition, as bits.
    pub(super) all: u64,
    /// What each question can change, through the questions it guards as well.
    pub(super) touches: Vec<Touch>,
    /// What may change with nothing but time.
    pub(super) moves: Touch,
    /// What grows by itself.
    course: Projection<'a>,
    /// The time that counts by the end of each month waited.
    passed: Vec<Elapsed>,
}

impl<'a> Ground<'a> {
    /// Of answers on a day. `None` for a scheme that is too large for bits; none is.
    pub(super) fn of(
        scheme: &'a Scheme,
        answers: &'a Answers,
        on: Date,
        tally: Tally,
    ) -> Option<Ground<'a>> {
        if scheme.indicators.len() > 64 || scheme.conditions.len() > 64 {
            return None;
        }
        let now = Facts::new(scheme, answers, on);
        let course = Projection::of(scheme, answers, on, &[]);
        let all = (0..scheme.conditions.len()).fold(0, |all, one| all | bit(one));
        let passed = (0..=LONGEST).map(|months| course.passed(day(on, months))).collect();
        let (touches, moves) = touches(scheme, &now, &course);
        Some(Ground { scheme, on, now, tally, all, touches, moves, course, passed })
    }

    /// The day on which so many full months are over.
    pub(super) fn day(&self, months: i64) -> Date {
        day(self.on, months)
    }

    /// The facts after so many months of going on as now.
    pub(super) fn later(&self, months: i64) -> Facts<'a> {
        let passed = usize::try_from(months).ok().and_then(|months| self.passed.get(months));
        let grown = |(position, number): &(usize, i64)| {
            let question = self.scheme.questions.get(*position)?;
            Some((*position, Fact::Number(passed?.grown(question, *number))))
        };
        let values: Values = self.course.moving.iter().filter_map(grown).collect();
        self.now.with(&values, self.day(months))
    }

    /// Reads again what a change touches.
    pub(super) fn read(&self, facts: &Facts<'_>, touch: Touch, reading: &mut Reading) {
        reading.points.resize(self.scheme.indicators.len(), PointsRange::ZERO);
        let mut evaluation = Evaluation::new(facts);
        for (position, indicator) in self.scheme.indicators.iter().enumerate() {
            if touch.indicators & bit(position) != 0 {
                evaluation.hits.clear();
                reading.points[position] = evaluation.points(indicator);
            }
        }
        for (position, condition) in self.scheme.conditions.iter().enumerate() {
            if touch.conditions & bit(position) != 0 {
                reading.holds &= !bit(position);
                if state(condition, facts).holds() {
                    reading.holds |= bit(position);
                }
            }
        }
    }

    pub(super) fn read_all(&self, facts: &Facts<'_>) -> Reading {
        let mut reading = Reading::default();
        self.read(facts, Touch::ALL, &mut reading);
        reading
    }

    /// What some changes touch.
    pub(super) fn touch(&self, values: &[(usize, Fact<'_>)]) -> Touch {
        values.iter().fold(Touch::default(), |all, (question, _)| all.and(self.touches[*question]))
    }

    /// The total that the line counts.
    pub(super) fn total(&self, reading: &Reading) -> PointsRange {
        self.tally.total(|one| reading.points[one])
    }

    /// Whether an answer grows by itself from now on.
    pub(super) fn moves(&self, question: usize) -> bool {
        grows(&self.course, question)
    }

    /// Whether an answer counts time, which passes at its own pace.
    pub(super) fn counts_time(&self, question: usize) -> bool {
        let question = &self.scheme.questions[question];
        match question.kind {
            AnswerKind::Number { unit: Unit::Months | Unit::Years, .. } => true,
            AnswerKind::Number { unit: Unit::Times, .. } => question.changes == Change::Time,
            _ => false,
        }
    }

    /// The number that a question starts from: its answer, also one that is not asked for now, or the least.
    pub(super) fn start(&self, question: usize) -> i64 {
        match (self.now.given(question), &self.scheme.questions[question].kind) {
            (Some(Fact::Number(number)), _) => number,
            (_, AnswerKind::Number { min, decimals, .. }) => min.saturating_mul(scale(*decimals)),
            _ => 0,
        }
    }

    /// The months that changes take: those of the slowest. `None` where they take too long.
    pub(super) fn months(&self, values: &[(usize, Fact<'_>)]) -> Option<i64> {
        values.iter().try_fold(0, |most: i64, (question, value)| {
            let Fact::Number(to) = value else { return Some(most) };
            Some(most.max(self.months_to(*question, *to)?))
        })
    }

    fn months_to(&self, question: usize, to: i64) -> Option<i64> {
        let AnswerKind::Number { unit, decimals, .. } = self.scheme.questions[question].kind else {
            return Some(0);
        };
        let missing = to.saturating_sub(self.start(question));
        if missing <= 0 || !self.counts_time(question) {
            return Some(0);
        }
        let scale = scale(decimals);
        let missing = missing.saturating_add(scale - 1) / scale;
        let enough = |passed: &Elapsed| match unit {
            Unit::Months => passed.months >= missing,
            _ => passed.years >= missing,
        };
        self.passed.iter().position(enough).and_then(|months| i64::try_from(months).ok())
    }
}

/// The day on which so many months are full: the day after the last of a month that lacks the day.
fn day(on: Date, months: i64) -> Date {
    let day = calendar::later_by_months(on, months);
    if day.day() < on.day() { day.tomorrow().unwrap_or(day) } else { day }
}

fn grows(course: &Projection<'_>, question: usize) -> bool {
    course.moving.iter().any(|(moving, _)| *moving == question)
}

/// What each question touches, and what moves by itself. A guard names only questions before its own.
fn touches(scheme: &Scheme, now: &Facts<'_>, course: &Projection<'_>) -> (Vec<Touch>, Touch) {
    let count = scheme.questions.len();
    let mut touches = vec![Touch::default(); count];
    for (position, indicator) in scheme.indicators.iter().enumerate() {
        for question in &indicator.uses {
            touches[*question].indicators |= bit(position);
        }
    }
    for (position, condition) in scheme.conditions.iter().enumerate() {
        for question in &condition.uses {
            touches[*question].conditions |= bit(position);
        }
    }
    for position in (0..count).rev() {
        for guard in &scheme.questions[position].uses {
            touches[*guard] = touches[*guard].and(touches[position]);
        }
    }
    let mut moves = Touch::default();
    for (position, question) in scheme.questions.iter().enumerate() {
        let dated =
            matches!(question.kind, AnswerKind::Date { .. }) && now.given(position).is_none();
        if question.today || question.presume.is_some() || dated || grows(course, position) {
            moves = moves.and(touches[position]);
        }
    }
    for (position, indicator) in scheme.indicators.iter().enumerate() {
        moves.indicators |= if indicator.today { bit(position) } else { 0 };
    }
    for (position, condition) in scheme.conditions.iter().enumerate() {
        moves.conditions |= if condition.today { bit(position) } else { 0 };
    }
    (touches, moves)
}

/// Whether a question is asked only after some changes.
pub(super) fn opened(before: &Facts<'_>, after: &Facts<'_>, question: usize) -> bool {
    before.asked(question) == Truth::No && after.asked(question) != Truth::No
}
