//! Every number that decides anything, a step larger.

use serde_json::{Number, Value as Json};

use super::scheme_value::SchemeValue;
use super::subject::Subject;
use crate::cases::CaseRun;
use crate::findings::Findings;
use crate::key_path::{KeyPath, KeyStep};
use crate::read::SchemeSource;
use crate::{coverage, lint};
use jifen::scheme::Scheme;

/// The parts of a scheme whose numbers decide.
const PARTS: [&str; 7] =
    ["filing", "condition", "indicator", "together", "line", "floor", "notice"];

/// Whether a number may change without anything being wrong: past cut-offs and what a table gives in all are told, not
/// computed with, and what
/// comes after a month or a day is up to the calendar.
fn is_left_out(place: &KeyPath) -> bool {
    let is = |step: &KeyStep, name: &str| matches!(step, KeyStep::Key(key) if key == name);
    let calendar = place.steps.last().is_some_and(|key| is(key, "month") || is(key, "day"));
    calendar || place.steps.iter().any(|step| is(step, "cutoffs") || is(step, "table-total"))
}

/// Reports every number of the file that could be a step larger without a case, a lint or the coverage noticing.
pub(super) fn check(subject: &Subject<'_>, value: &mut SchemeValue, findings: &mut Findings<'_>) {
    let mut places = Vec::new();
    value.walk(&PARTS, &mut |place, value| {
        // A number that is only presumed has no place at which to hold it.
        if value.is_number() && subject.read.source.holds(place) && !is_left_out(place) {
            places.push(place.clone());
        }
    });
    for place in &places {
        let Some((before, after)) = value.get(place).and_then(step) else { continue };
        let Some(scheme) = value.with(place, Json::Number(after.clone())) else { continue };
        if !is_noticed(subject, scheme, place) {
            let name = name(place);
            findings.refuse(
                place,
                format!("{name}{before} could be {after}, and every case would come out the same"),
                "a number that no example holds can be mistyped unnoticed",
                "add a case to cases.toml that comes out differently: one that lies exactly on this number, and whose \
                 total, points or conditions say so",
            );
        }
    }
}

/// A number, and the next larger one of its kind.
fn step(value: &Json) -> Option<(Number, Number)> {
    let Json::Number(before) = value else { return None };
    let after = match before.as_i64() {
        Some(whole) => Number::from(whole.checked_add(1)?),
        None => Number::from_f64(before.as_f64()? + 1.0)?,
    };
    Some((before.clone(), after))
}

/// The key of a number, as the file writes it before its value.
fn name(place: &KeyPath) -> String {
    match place.steps.last() {
        Some(KeyStep::Key(key)) => format!("`{key}` = "),
        _ => String::new(),
    }
}

fn is_noticed(subject: &Subject<'_>, scheme: Scheme, place: &KeyPath) -> bool {
    let Subject { read, shared, guide, runs } = *subject;
    let differs = |run: &&CaseRun<'_>| !run.holds_by(&scheme, guide);
    // Those that the rule concerns notice first.
    let (near, far): (Vec<_>, Vec<_>) = runs.iter().partition(|run| concerns(run, place));
    if near.iter().any(differs) || far.iter().any(differs) {
        return true;
    }
    let reruns: Vec<_> = runs.iter().map(|run| run.again(&scheme, guide)).collect();
    let changed = SchemeSource { scheme, ..read.clone() };
    let mut faults = Vec::new();
    lint::scheme(&changed, shared, &mut faults);
    coverage::check(&changed, &reruns.iter().collect::<Vec<_>>(), &mut faults);
    !faults.is_empty()
}

/// Whether the part of the scheme that holds a place gave the person any points.
fn concerns(run: &CaseRun<'_>, place: &KeyPath) -> bool {
    let [KeyStep::Key(list), KeyStep::Index(position), ..] = &place.steps[..] else { return true };
    let indicators = &run.assessment.indicators;
    list != "indicator"
        || indicators.get(*position).is_some_and(|result| {
            result.points.certain().is_none_or(|points| points.hundredths() != 0)
        })
}
