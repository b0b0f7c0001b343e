//! What a search stands on: the facts now and on later days, and what each question can change.

use jiff::civil::Date;

use super::affected::Affected;
use crate::answers::{Answers, scale};
use crate::assess::{Evaluation, Fact, Facts, Tally, Truth, bit, calendar, state};
use crate::outlook::count::{Count, Elapsed};
use crate::outlook::projection::Projection;
use crate::points::PointsRange;
use crate::scheme::{AnswerKind, LeadTime, Scheme};

/// The longest wait that is looked at, in months.
pub(super) const LONGEST: i64 = 120;

/// Answers that differ from those given, by the position of the question.
pub(super) type Values = Vec<(usize, Fact<'static>)>;

/// How indicators and conditions come out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Snapshot {
    /// Points of each indicator.
    pub(super) points: Vec<PointsRange>,
    /// The conditions that stand in nobody's way, as bits.
    pub(super) holds: u64,
}

/// A scheme, a person and a day.
pub(super) struct Context<'a> {
    pub(super) scheme: &'a Scheme,
    pub(super) on: Date,
    /// The facts on that day.
    pub(super) now: Facts<'a>,
    /// How the indicators that the line counts add up.
    pub(super) tally: Tally,
    /// Every condition, as bits.
    pub(super) all: u64,
    /// What each question can change, through the questions it guards as well.
    pub(super) by_question: Vec<Affected>,
    /// What may change with nothing but time.
    pub(super) drifting: Affected,
    /// What grows by itself.
    projection: Projection<'a>,
    /// The time that counts by the end of each month waited.
    elapsed: Vec<Elapsed>,
}

impl<'a> Context<'a> {
    /// Prepares a search from answers on a day. `None` for a scheme that has more conditions than bits; none has.
    pub(super) fn of(
        scheme: &'a Scheme,
        answers: &'a Answers,
        on: Date,
        tally: Tally,
    ) -> Option<Context<'a>> {
        if scheme.conditions.len() > 64 {
            return None;
        }
        let now = Facts::new(scheme, answers, on);
        let projection = Projection::of(scheme, answers, on, &[]);
        let all = (0..scheme.conditions.len()).fold(0, |all, condition| all | bit(condition));
        let elapsed = (0..=LONGEST).map(|months| projection.elapsed(day(on, months))).collect();
        let by_question = by_question(scheme);
        let drifting = drifting(scheme, &now, &projection, &by_question);
        Some(Context { scheme, on, now, tally, all, by_question, drifting, projection, elapsed })
    }

    /// Returns the day on which so many full months are over.
    pub(super) fn day(&self, months: i64) -> Date {
        day(self.on, months)
    }

    /// Returns the facts after so many months of going on as now.
    pub(super) fn later(&self, months: i64) -> Facts<'a> {
        let elapsed = usize::try_from(months).ok().and_then(|months| self.elapsed.get(months));
        let values = elapsed.map(|elapsed| self.projection.values(*elapsed)).unwrap_or_default();
        self.now.with(&values, self.day(months))
    }

    /// Returns the facts on a later day, of going on as now until then.
    pub(super) fn at(&self, day: Date) -> Facts<'a> {
        self.now.with(&self.projection.values(self.projection.elapsed(day)), day)
    }

    /// Takes a snapshot again of what a change affects.
    pub(super) fn update(&self, facts: &Facts<'_>, affected: Affected, snapshot: &mut Snapshot) {
        snapshot.points.resize(self.scheme.indicators.len(), PointsRange::ZERO);
        let mut evaluation = Evaluation::new(facts);
        for (position, indicator) in self.scheme.indicators.iter().enumerate() {
            if affected.touches(position) {
                evaluation.hits.clear();
                snapshot.points[position] = evaluation.points(indicator);
            }
        }
        for (position, condition) in self.scheme.conditions.iter().enumerate() {
            if affected.conditions & bit(position) != 0 {
                snapshot.holds &= !bit(position);
                if state(condition, facts).holds() {
                    snapshot.holds |= bit(position);
                }
            }
        }
    }

    pub(super) fn snapshot(&self, facts: &Facts<'_>) -> Snapshot {
        let mut snapshot = Snapshot::default();
        self.update(facts, Affected::ALL, &mut snapshot);
        snapshot
    }

    /// Returns what some changes affect.
    pub(super) fn affected(&self, values: &[(usize, Fact<'_>)]) -> Affected {
        let affected = values.iter().map(|(question, _)| self.by_question[*question]);
        affected.fold(Affected::default(), Affected::or)
    }

    /// Returns the total that the line counts.
    pub(super) fn total(&self, snapshot: &Snapshot) -> PointsRange {
        self.tally.total(|indicator| snapshot.points[indicator])
    }

    /// Returns the last day of the round that the person means, where it is for that round only.
    pub(super) fn last_of_round(&self) -> Option<Date> {
        self.projection.last_of_round(&self.now)
    }

    /// Returns whether an answer grows by itself from now on.
    pub(super) fn grows(&self, question: usize) -> bool {
        self.projection.grows(question)
    }

    /// Returns the number that a question starts from: its answer, also one that is not asked for now, or the least that
    /// it may be.
    pub(super) fn start(&self, question: usize) -> i64 {
        let given = self.now.given(question).and_then(Fact::number);
        let least = || self.now.told(question).map(|told| told.number.low);
        match (given.or_else(least), &self.scheme.questions[question].kind) {
            (Some(number), _) => number,
            (None, AnswerKind::Number { min, decimals, .. }) => {
                min.saturating_mul(scale(*decimals))
            }
            _ => 0,
        }
    }

    /// Returns how far an answer moves at once, in its smallest step: whole pieces of what is counted.
    pub(super) fn step(&self, question: usize) -> i64 {
        match self.scheme.questions[question].kind {
            AnswerKind::Number { step, decimals, .. } => {
                step.max(1).saturating_mul(scale(decimals))
            }
            _ => 1,
        }
    }

    /// Returns the next number that an answer can sensibly be set to, itself where it is one.
    pub(super) fn whole(&self, question: usize, number: i64) -> i64 {
        let step = self.step(question);
        number.saturating_add(step - 1).div_euclid(step).saturating_mul(step)
    }

    /// Returns the months that changes take: those of the slowest. `None` where they take too long.
    pub(super) fn months(&self, values: &[(usize, Fact<'_>)]) -> Option<i64> {
        values.iter().try_fold(0, |most: i64, (question, value)| {
            let counted = match value {
                Fact::Number(to) => self.months_to(*question, *to)?,
                _ => 0,
            };
            Some(most.max(counted).max(self.stated_lead(*question, value)))
        })
    }

    /// Returns the months that a source says a change takes at least; 0 where none does.
    fn stated_lead(&self, question: usize, value: &Fact<'_>) -> i64 {
        match self.lead(question, value) {
            Some(LeadTime::Stated(stated)) => i64::from(stated.months),
            Some(LeadTime::NotFound) | None => 0,
        }
    }

    /// Returns how long a change takes, as the rules say it.
    pub(super) fn lead(&self, question: usize, value: &Fact<'_>) -> Option<&'a LeadTime> {
        let option = match value {
            Fact::Option(option) => Some(*option),
            _ => None,
        };
        self.scheme.questions[question].lead_to(option)
    }

    /// Returns as much of a change as can be so within some months; `None` where that is nothing.
    pub(super) fn within(
        &self,
        question: usize,
        value: Fact<'static>,
        months: i64,
    ) -> Option<Fact<'static>> {
        if self.stated_lead(question, &value) > months {
            return None;
        }
        let asked = &self.scheme.questions[question];
        let Fact::Number(to) = value else { return Some(value) };
        if !asked.counts_time() {
            return Some(value);
        }
        let elapsed = usize::try_from(months).ok().and_then(|months| self.elapsed.get(months))?;
        let start = self.start(question);
        let sure = match Count::of(self.scheme, question, start)?.after(*elapsed) {
            Fact::Number(number) | Fact::Between(number, _) => number,
            _ => return None,
        };
        let step = self.step(question);
        let number = to.min(sure.div_euclid(step).saturating_mul(step));
        (number > start).then_some(Fact::Number(number))
    }

    fn months_to(&self, question: usize, to: i64) -> Option<i64> {
        let start = self.start(question);
        if to <= start || !self.scheme.questions[question].counts_time() {
            return Some(0);
        }
        let count = Count::of(self.scheme, question, start)?;
        let enough = |elapsed: &Elapsed| match self.projection.followed(question, *elapsed) {
            Some(Fact::Number(number) | Fact::Between(number, _)) => number >= to,
            _ => count.reaches(to, *elapsed),
        };
        self.elapsed.iter().position(enough).and_then(|months| i64::try_from(months).ok())
    }
}

/// Returns the day on which so many months are full: the day after the last of a month that lacks the day.
fn day(on: Date, months: i64) -> Date {
    let day = calendar::later_by_months(on, months);
    if day.day() < on.day() { day.tomorrow().unwrap_or(day) } else { day }
}

/// Finds what each question affects. A guard names only questions before its own.
fn by_question(scheme: &Scheme) -> Vec<Affected> {
    let count = scheme.questions.len();
    let mut affected = vec![Affected::default(); count];
    for (position, indicator) in scheme.indicators.iter().enumerate() {
        for question in &indicator.uses {
            affected[*question].add(position);
        }
    }
    for (position, condition) in scheme.conditions.iter().enumerate() {
        for question in &condition.uses {
            affected[*question].conditions |= bit(position);
        }
    }
    for position in (0..count).rev() {
        for guard in &scheme.questions[position].uses {
            affected[*guard] = affected[*guard].or(affected[position]);
        }
    }
    affected
}

/// Finds what may change with nothing but time.
fn drifting(
    scheme: &Scheme,
    now: &Facts<'_>,
    projection: &Projection<'_>,
    by_question: &[Affected],
) -> Affected {
    let mut drifting = Affected::default();
    for (position, question) in scheme.questions.iter().enumerate() {
        let dated =
            matches!(question.kind, AnswerKind::Date { .. }) && now.given(position).is_none();
        let presumed = question.presume.is_some();
        if question.today || presumed || dated || projection.moves(position) {
            drifting = drifting.or(by_question[position]);
        }
    }
    for (position, _) in scheme.indicators.iter().enumerate().filter(|(_, one)| one.today) {
        drifting.add(position);
    }
    for (position, condition) in scheme.conditions.iter().enumerate() {
        drifting.conditions |= if condition.today { bit(position) } else { 0 };
    }
    drifting
}

/// Returns whether a question is asked only after some changes.
pub(super) fn newly_asked(before: &Facts<'_>, after: &Facts<'_>, question: usize) -> bool {
    before.asked(question) == Truth::No && after.asked(question) != Truth::No
}
