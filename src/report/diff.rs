//! What one edition has otherwise than another, with ids and clauses.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::lists::{self, EditionSummary};
use super::parts::{Clause, Day};
use crate::assess::{ConditionState, Verdict};
use crate::diff::{self, Addend, Change, Effect, Ends, Part};
use crate::points::{Points, PointsRange};
use crate::scheme::{EditionKind, Scheme, Text};

/// What one edition of a scheme has otherwise than another.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "DiffReport")]
#[serde(rename_all = "camelCase")]
pub struct DiffReport<'a> {
    /// The scheme's id.
    scheme: &'a str,
    from: EditionSummary<'a>,
    to: EditionSummary<'a>,
    /// Whether one of the two is a draft: all of it is then what would be, if it were adopted.
    supposed: bool,
    /// Everything that is not the same in both, in the order of the file.
    changes: Vec<ChangeReport<'a>>,
    /// What it does to the person, where answers were given.
    #[serde(skip_serializing_if = "Option::is_none")]
    effect: Option<EffectReport<'a>>,
}

/// A part that is not the same in both editions.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "EditionChange")]
#[serde(rename_all = "camelCase")]
struct ChangeReport<'a> {
    part: &'static str,
    /// Its id; the line and the floor have none.
    id: Option<&'a str>,
    name: Option<&'a Text>,
    change: ChangeKind,
    /// What the first edition says; `null` where it lacks the part.
    before: Option<SaidReport<'a>>,
    /// What the second says.
    after: Option<SaidReport<'a>>,
    /// The clause that made the change, where one is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    clause: Option<Clause<'a>>,
    /// What the source says of its going.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a Text>,
}

/// What became of a part.
#[derive(Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum ChangeKind {
    Added,
    Removed,
    Changed,
    /// It says the same, and only rests on another clause or other sources.
    Clause,
}

/// What an edition says of a part.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "EditionSaid")]
#[serde(rename_all = "camelCase")]
struct SaidReport<'a> {
    /// In words.
    #[serde(skip_serializing_if = "Option::is_none")]
    wants: Option<&'a Text>,
    /// The line's threshold, the floor, or the most that an indicator gives, where there is such.
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<Points>,
}

/// What a change of editions does to a person.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "DiffEffect")]
#[serde(rename_all = "camelCase")]
struct EffectReport<'a> {
    #[schemars(with = "Day")]
    on: Date,
    before: OutcomeReport,
    after: OutcomeReport,
    /// What adds otherwise to the total; together the difference of the totals, at both ends.
    points: Vec<PointsReport<'a>>,
    /// Conditions that stand otherwise; `null` where an edition lacks one.
    conditions: Vec<StateReport<'a>>,
}

/// How a person comes out by one edition.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "EditionOutcome")]
#[serde(rename_all = "camelCase")]
struct OutcomeReport {
    total: PointsRange,
    verdict: Verdict,
}

/// What something adds to the total by both editions.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "EditionPoints")]
#[serde(rename_all = "camelCase")]
struct PointsReport<'a> {
    /// `indicator`, `together` or `floor`.
    part: &'static str,
    id: Option<&'a str>,
    before: EndsReport,
    after: EndsReport,
}

/// What something adds to the lowest and to the highest total.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "EditionEnds")]
struct EndsReport {
    low: Points,
    high: Points,
}

/// How a condition stands by both editions.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "EditionState")]
#[serde(rename_all = "camelCase")]
struct StateReport<'a> {
    id: &'a str,
    before: Option<ConditionState>,
    after: Option<ConditionState>,
}

/// Writes what one edition has otherwise than another, and what that does to a person where there is an effect.
pub fn diff<'a>(
    from: &'a Scheme,
    to: &'a Scheme,
    effect: Option<&'a Effect<'a>>,
) -> DiffReport<'a> {
    let draft = |scheme: &Scheme| scheme.edition.kind == EditionKind::Draft;
    DiffReport {
        scheme: &to.id,
        from: lists::edition(from),
        to: lists::edition(to),
        supposed: draft(from) || draft(to),
        changes: diff::changes(from, to).into_iter().map(|it| change(to, it)).collect(),
        effect: effect.map(self::effect),
    }
}

fn change<'a>(to: &'a Scheme, change: Change<'a>) -> ChangeReport<'a> {
    let cite = change.cite();
    ChangeReport {
        part: change.part().map_or("", Part::key),
        id: change.id,
        name: change.part().and_then(Part::name),
        change: match (&change.before, &change.after) {
            (None, _) => ChangeKind::Added,
            (_, None) => ChangeKind::Removed,
            _ if change.is_of_clause_only() => ChangeKind::Clause,
            _ => ChangeKind::Changed,
        },
        before: change.before.map(said),
        after: change.after.map(said),
        clause: cite.map(|cite| Clause::of(to, cite)),
        why: change.removed.map(|removed| &removed.why),
    }
}

fn said(part: Part<'_>) -> SaidReport<'_> {
    SaidReport {
        wants: part.rule(),
        points: match part {
            Part::Line(line) => line.threshold,
            Part::Floor(floor) => Some(floor.points),
            Part::Indicator(indicator) => indicator.cap,
            _ => None,
        },
    }
}

fn effect<'a>(effect: &'a Effect<'a>) -> EffectReport<'a> {
    let ends = |ends: Ends| EndsReport { low: ends.low, high: ends.high };
    EffectReport {
        on: effect.after.on,
        before: OutcomeReport { total: effect.before.total, verdict: effect.before.verdict },
        after: OutcomeReport { total: effect.after.total, verdict: effect.after.verdict },
        points: (effect.points.iter())
            .map(|change| {
                let (part, id) = match change.addend {
                    Addend::Indicator(indicator) => ("indicator", Some(indicator.id.as_str())),
                    Addend::Combination(together) => ("together", Some(together.id.as_str())),
                    Addend::Floor => ("floor", None),
                };
                PointsReport { part, id, before: ends(change.before), after: ends(change.after) }
            })
            .collect(),
        conditions: (effect.states.iter())
            .map(|change| StateReport {
                id: &change.condition.id,
                before: change.before,
                after: change.after,
            })
            .collect(),
    }
}
