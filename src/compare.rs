//! Several schemes beside each other: what decides in each, and how close the person is.
//!
//! A ranking is not a threshold. Schemes with a fixed line, schemes that rank and schemes where a condition fails
//! stand in classes of their own, and only within a class does the missing share of the line order them.

use crate::answers::Answers;
use crate::assess::{Assessment, ConditionState, Verdict};
use crate::order;
use crate::points::{Points, PointsRange};
use crate::scheme::{Line, Scheme, Target, Validity};

/// What a scheme comes down to for a person, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// It is passed, whatever is still open.
    Passes,
    /// A fixed line decides, and what is still open decides whether it is reached.
    MayPass,
    /// A ranking decides, which no rule can foresee: never a pass.
    Ranks,
    /// Nothing that is still open can reach the fixed line.
    Short,
    /// A condition is not met.
    Unmet,
    /// Nothing is known that the scheme asks.
    Unasked,
    /// The rules have ended, may have been repealed or are not yet in force: nothing of what holds is said by them.
    Unreliable,
}

/// What the points are held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// The fixed line, which the total has to reach.
    Threshold(Points),
    /// The latest known cut-off of a ranking.
    Cutoff(Points),
    /// No line is known.
    Nothing,
}

impl Against {
    /// Returns the line's points, where one is known.
    pub fn points(self) -> Option<Points> {
        match self {
            Against::Threshold(points) | Against::Cutoff(points) => Some(points),
            Against::Nothing => None,
        }
    }
}

/// A scheme beside others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// What it comes down to.
    pub class: Class,
    /// What the points are held against: a threshold until it is surely reached, then the latest cut-off.
    pub against: Against,
    /// The points held against it: the total, or the points that rank.
    pub points: PointsRange,
    /// How much is missing, at least and at most, where a line is known.
    pub missing: Option<PointsRange>,
    /// The position of the highest past cut-off that is surely reached.
    pub above: Option<usize>,
    /// The position of the lowest past cut-off that is surely not reached.
    pub below: Option<usize>,
    /// How many conditions are met.
    pub met: usize,
    /// How many are not.
    pub unmet: usize,
    /// How many an open answer decides.
    pub open: usize,
    /// How close it is: the smaller, the closer.
    pub closeness: Closeness,
}

/// How close a person is to what a scheme grants; comparable between schemes of one class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Closeness {
    class: Class,
    /// Conditions that are not met; a veto is more than all of them.
    unmet: usize,
    /// How far on the way: a cut-off reached, one to reach, an entry reached, a line to reach, no line at all.
    stage: u8,
    /// The missing ten-thousandths of the line.
    share: i64,
}

/// Holds an assessment against its scheme's line. `shown` is the assessment whose points are shown, which may leave
/// deductions out that are not answered yet; the verdict never does.
pub fn compared(
    scheme: &Scheme,
    answers: &Answers,
    assessment: &Assessment,
    shown: &Assessment,
) -> Compared {
    let class = Class::of(scheme, answers, assessment);
    let (against, points) = held_against(&scheme.line, shown);
    let missing = against.points().map(|line| PointsRange {
        low: (line - points.high).max(Points::ZERO),
        high: (line - points.low).max(Points::ZERO),
    });
    let count = |state| assessment.conditions.iter().filter(|result| result.state == state).count();
    let cutoffs = scheme.line.cutoffs();
    let reached = |wanted| {
        let rounds = cutoffs.iter().zip(&shown.standings).enumerate();
        let rounds = rounds.filter(move |(_, (_, standing))| standing.reached == Some(wanted));
        rounds.map(|(position, (cutoff, _))| (position, cutoff.points))
    };
    Compared {
        class,
        against,
        points,
        missing,
        above: reached(true).max_by_key(|(_, points)| *points).map(|(position, _)| position),
        below: reached(false).min_by_key(|(_, points)| *points).map(|(position, _)| position),
        met: count(ConditionState::Met),
        unmet: count(ConditionState::Unmet),
        open: count(ConditionState::Unknown),
        closeness: Closeness::of(scheme, assessment, class, against, missing),
    }
}

impl Class {
    fn of(scheme: &Scheme, answers: &Answers, assessment: &Assessment) -> Class {
        if assessment.validity != Validity::InForce {
            return Class::Unreliable;
        }
        let mut asked = assessment.asked.iter().filter_map(|asked| scheme.questions.get(*asked));
        if asked.all(|question| answers.get(&question.id).is_none()) {
            return Class::Unasked;
        }
        match assessment.verdict {
            Verdict::Pass => Class::Passes,
            Verdict::Short => Class::Short,
            Verdict::Ineligible => Class::Unmet,
            Verdict::Undecided if scheme.line.ranking.is_some() => Class::Ranks,
            Verdict::Undecided => Class::MayPass,
        }
    }
}

/// Returns what the points are held against, and which points.
fn held_against(line: &Line, shown: &Assessment) -> (Against, PointsRange) {
    let ranked = shown.ranked.unwrap_or(shown.total);
    match (line.target(), line.latest()) {
        (Some(Target::Threshold(line)), latest) if shown.total.low < line || latest.is_none() => {
            (Against::Threshold(line), shown.total)
        }
        (_, Some((_, latest))) => (Against::Cutoff(latest.points), ranked),
        (_, None) => (Against::Nothing, ranked),
    }
}

impl Closeness {
    fn of(
        scheme: &Scheme,
        assessment: &Assessment,
        class: Class,
        against: Against,
        missing: Option<PointsRange>,
    ) -> Closeness {
        let mut veto = false;
        let mut unmet = 0;
        for (condition, result) in scheme.conditions.iter().zip(&assessment.conditions) {
            if result.state == ConditionState::Unmet {
                unmet += 1;
                veto |= condition.veto;
            }
        }
        if veto {
            unmet += assessment.conditions.len();
        }
        // Where nothing is known, nothing is close.
        if matches!(class, Class::Unasked | Class::Unreliable) {
            return Closeness { class, unmet, stage: 0, share: 0 };
        }
        let lacks = missing.map_or(Points::ZERO, |missing| match class {
            Class::Short => missing.low,
            _ => missing.high,
        });
        let stage = match (against, lacks == Points::ZERO) {
            (Against::Threshold(_), true) if scheme.line.ranking.is_some() => 2,
            (Against::Threshold(_), true) | (Against::Cutoff(_), true) => 0,
            (Against::Cutoff(_), false) => 1,
            (Against::Threshold(_), false) => 3,
            (Against::Nothing, _) => 4,
        };
        let share = against
            .points()
            .map_or(0, |line| lacks.hundredths().saturating_mul(10_000) / line.hundredths().max(1));
        Closeness { class, unmet, stage, share }
    }
}

/// Returns schemes with what they come down to, the closest first; equally close ones stay in their order.
pub fn in_order<T>(schemes: impl IntoIterator<Item = (T, Compared)>) -> Vec<(T, Compared)> {
    order::by_key(schemes, |(_, compared)| compared.closeness)
}
