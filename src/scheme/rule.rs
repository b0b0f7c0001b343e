//! The rules of a scheme: conditions, indicators, how indicators are combined, and the line.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::visit::{Reference, visit};
use super::{Citation, Predicate, Ref, Score, Text};
use crate::points::{Points, PointsRange};

/// What must hold to apply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Condition {
    /// Stable id, unique in the scheme.
    pub id: String,
    /// The condition in a few words.
    pub name: Text,
    /// What the rule wants, in a sentence.
    pub rule: Text,
    /// Whether a failure ends the application whatever the points (一票否决).
    #[serde(default)]
    pub veto: bool,
    /// Only applies when this holds.
    #[serde(default)]
    pub applies: Option<Predicate>,
    /// What must hold.
    pub needs: Predicate,
    /// What to do when it is not met.
    pub cure: Text,
    /// Where it comes from.
    pub cite: Citation,
    /// Positions of the questions it rests on, in order.
    #[serde(skip)]
    pub uses: Vec<usize>,
    /// Whether it also rests on the day of the assessment.
    #[serde(skip)]
    pub today: bool,
}

/// A group of indicators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// 基础指标
    Base,
    /// 加分指标
    Bonus,
    /// 减分指标
    Deduction,
}

/// What the scheme scores.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Indicator {
    /// Stable id, unique in the scheme.
    pub id: String,
    /// Its group.
    pub group: Group,
    /// Its official name.
    pub name: Text,
    /// How it scores, in a sentence or two.
    pub rule: Text,
    /// The formula.
    pub score: Score,
    /// The most it gives, where the rule sets a cap.
    #[serde(default)]
    pub cap: Option<Points>,
    /// Where it comes from.
    pub cite: Citation,
    /// Positions of the questions it rests on, in order.
    #[serde(skip)]
    pub uses: Vec<usize>,
    /// Whether it also rests on the day of the assessment.
    #[serde(skip)]
    pub today: bool,
}

/// Indicators of which the rule does not simply count all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Combination {
    /// Stable id, unique in the scheme.
    pub id: String,
    /// What the rule says, in a sentence.
    pub rule: Text,
    /// The indicators. An indicator stands in at most one of these.
    pub indicators: Vec<Ref>,
    /// What of them counts.
    pub keep: Keep,
    /// Where it comes from.
    pub cite: Citation,
}

/// What counts of the indicators of a combination.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Keep {
    /// Only the highest; the first listed where several are equal.
    Highest,
    /// All, up to a shared cap.
    Capped(Points),
    /// All, but never less than this: the person may leave them out where they cost more than they bring.
    Floored(Points),
}

/// Something to know or to check that no formula decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Notice {
    /// Stable id, unique in the scheme.
    pub id: String,
    /// What to know, in a few words.
    pub name: Text,
    /// What is known, what is not, and where to ask.
    pub text: Text,
    /// How much it weighs.
    #[serde(default)]
    pub weight: Weight,
    /// Only shown when this holds or may still hold.
    #[serde(default)]
    pub when: Option<Predicate>,
    /// Where it comes from.
    pub cite: Citation,
}

/// How much a notice weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// Good to know.
    #[default]
    Note,
    /// Whoever does not know it takes the result for what it is not: it stands open, before everything else.
    Stop,
}

/// A part of the official table that this edition leaves out; the page says so where the part would stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LeftOut {
    /// Stable id, unique in the scheme.
    pub id: String,
    /// The group it belongs to.
    pub group: Group,
    /// What is left out.
    pub name: Text,
    /// Why.
    pub why: Text,
    /// The most it could add to the total, or take away where it is a deduction.
    pub up_to: UpTo,
    /// Only where this holds or may hold could it count.
    #[serde(default)]
    pub when: Option<Predicate>,
}

/// The most that something left out could bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum UpTo {
    /// These points; none where a question asks for what the left-out part would say.
    Points(Points),
    /// Nobody can say.
    Unknown,
}

impl LeftOut {
    /// Returns what it could bring where it counts: up to so many points, or down to so many.
    pub fn bound(&self) -> PointsRange {
        let most = match self.up_to {
            UpTo::Points(points) => points,
            UpTo::Unknown => Points::UNBOUNDED,
        };
        match self.group {
            Group::Base | Group::Bonus => PointsRange { low: Points::ZERO, high: most },
            Group::Deduction => PointsRange { low: -most, high: Points::ZERO },
        }
    }
}

/// What the total never falls below.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Floor {
    /// The least total.
    pub points: Points,
    /// Where it comes from.
    pub cite: Citation,
}

/// What the total is held against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Line {
    /// What the line is called.
    pub name: Text,
    /// A fixed threshold for the total.
    #[serde(default)]
    pub threshold: Option<Points>,
    /// A ranking that decides after the threshold, or instead of one.
    #[serde(default)]
    pub ranking: Option<Ranking>,
    /// What the official table gives at most, with the parts that are left out here, where a source says it.
    #[serde(default)]
    pub table_total: Option<TableTotal>,
    /// Where it comes from.
    pub cite: Citation,
}

/// What an official table gives at most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TableTotal {
    /// The points.
    pub points: Points,
    /// Where it comes from.
    pub cite: Citation,
}

/// A ranking by points, decided each round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Ranking {
    /// The groups whose points rank; all where empty.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// Past cut-offs, oldest first.
    #[serde(default)]
    pub cutoffs: Vec<Cutoff>,
}

/// The lowest points admitted in a past round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Cutoff {
    /// The round, such as its year.
    pub round: String,
    /// The lowest points admitted.
    pub points: Points,
    /// Whether other rules set them, so that no points of these rules can be held against them.
    #[serde(default)]
    pub other_rules: bool,
    /// Where it comes from.
    pub cite: Citation,
}

/// What points have to reach, as far as anybody can know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// The threshold that the rule sets for the total.
    Threshold(Points),
    /// The latest known cut-off of a ranking without a threshold: what was enough then, not what will be.
    Cutoff(&'a Cutoff),
}

impl Target<'_> {
    /// Returns the points to reach.
    pub fn points(self) -> Points {
        match self {
            Target::Threshold(points) => points,
            Target::Cutoff(cutoff) => cutoff.points,
        }
    }
}

impl Line {
    /// Returns the past cut-offs, oldest first; none where nothing is ranked.
    pub fn cutoffs(&self) -> &[Cutoff] {
        self.ranking.as_ref().map_or(&[], |ranking| &ranking.cutoffs)
    }

    /// Returns the past cut-offs that points by these rules can be held against, oldest first, each with its position
    /// among all of them.
    pub fn comparable(&self) -> impl DoubleEndedIterator<Item = (usize, &Cutoff)> {
        self.cutoffs().iter().enumerate().filter(|(_, cutoff)| !cutoff.other_rules)
    }

    /// Returns the latest of these.
    pub fn latest(&self) -> Option<(usize, &Cutoff)> {
        self.comparable().next_back()
    }

    /// Returns the threshold or, without one, the latest cut-off, where one is known.
    pub fn target(&self) -> Option<Target<'_>> {
        match self.threshold {
            Some(points) => Some(Target::Threshold(points)),
            None => self.latest().map(|(_, cutoff)| Target::Cutoff(cutoff)),
        }
    }
}

impl Combination {
    /// Returns the positions of its indicators, in their order.
    pub fn members(&self) -> impl Iterator<Item = usize> {
        self.indicators.iter().filter_map(Ref::position)
    }
}

visit!(Condition, |condition, visitor| {
    let Condition { applies, needs, cite, .. } = condition;
    applies.visit(visitor);
    needs.visit(visitor);
    cite.visit(visitor);
});

visit!(Indicator, |indicator, visitor| {
    let Indicator { score, cite, .. } = indicator;
    score.visit(visitor);
    cite.visit(visitor);
});

visit!(Combination, |combination, visitor| {
    let Combination { indicators, cite, .. } = combination;
    for indicator in indicators {
        visitor(Reference::Indicator(indicator));
    }
    cite.visit(visitor);
});

visit!(Notice, |notice, visitor| {
    let Notice { when, cite, .. } = notice;
    when.visit(visitor);
    cite.visit(visitor);
});

visit!(LeftOut, |left_out, visitor| {
    let LeftOut { when, .. } = left_out;
    when.visit(visitor);
});

visit!(Floor, |floor, visitor| {
    let Floor { cite, .. } = floor;
    cite.visit(visitor);
});

visit!(Line, |line, visitor| {
    let Line { ranking, table_total, cite, .. } = line;
    cite.visit(visitor);
    ranking.visit(visitor);
    table_total.visit(visitor);
});

visit!(TableTotal, |total, visitor| {
    let TableTotal { cite, .. } = total;
    cite.visit(visitor);
});

visit!(Ranking, |ranking, visitor| {
    let Ranking { cutoffs, .. } = ranking;
    cutoffs.visit(visitor);
});

visit!(Cutoff, |cutoff, visitor| {
    let Cutoff { cite, .. } = cutoff;
    cite.visit(visitor);
});
