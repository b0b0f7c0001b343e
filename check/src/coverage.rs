//! Whether the cases reach every row of every table, both sides of every test, and every state of a condition.

use super::Fault;
use super::cases::CaseRun;
use super::inherited::Inherited;
use super::key_path::KeyPath;
use super::read::{GuideSource, SchemeSource};
use jifen::assess::{ConditionState, TableHit, completed};
use jifen::examine::{Examination, Finding};
use jifen::scheme::{Group, Keep, OptionRow, PathSegment, Ref, Score, StepRow, TestRow};

/// Something that no case reaches: its place, and what it is.
pub(super) type Missed = (KeyPath, String);

/// Reports everything that no case reaches.
pub(super) fn check(read: &SchemeSource, runs: &[&CaseRun<'_>], faults: &mut Vec<Fault>) {
    for (place, what) in missed(read, runs) {
        faults.push(read.source.fault(
            &place,
            format!("no case reaches {what}"),
            "a rule that no example has tried is a guess",
            "add a case that reaches it",
        ));
    }
}

/// Returns everything that no case reaches.
pub(super) fn missed(read: &SchemeSource, runs: &[&CaseRun<'_>]) -> Vec<Missed> {
    let scheme = &read.scheme;
    let mut missed = Vec::new();
    let mut miss = |place: &KeyPath, what: String| missed.push((place.clone(), what));
    for (position, indicator) in scheme.indicators.iter().enumerate() {
        let results = || runs.iter().map(|run| &run.assessment.indicators[position]);
        let place = read.places.of("indicator", position);
        let leaves = indicator.score.leaves().into_iter().zip(indicator.score.leaf_paths());
        for (number, (leaf, path)) in leaves.enumerate() {
            let reached = |row: usize| {
                let hits = results().filter_map(|result| result.hits.get(number));
                hits.filter(|hit| hit.live).filter_map(TableHit::row).any(|reached| reached == row)
            };
            let place = path.iter().fold(place.key("score"), |place, segment| match segment {
                PathSegment::Key(key) => place.key(key),
                PathSegment::Index(index) => place.at(*index),
            });
            for (row, (place, name)) in rows(leaf, &place, indicator.group).iter().enumerate() {
                if !reached(row) {
                    miss(place, format!("{name} of `{}`", indicator.id));
                }
            }
        }
        if let Some(cap) = indicator.cap
            && !results().any(|result| result.points.certain() == Some(cap))
        {
            miss(&place.key("cap"), format!("the cap of `{}`", indicator.id));
        }
    }
    for (position, condition) in scheme.conditions.iter().enumerate() {
        let mut states = vec![(ConditionState::Met, "met"), (ConditionState::Unmet, "unmet")];
        states.extend(
            condition
                .applies
                .is_some()
                .then_some((ConditionState::NotApplicable, "not applicable")),
        );
        for (state, name) in states {
            // Where a reading asks for nothing, nobody fails the condition: it is left open instead.
            let open = state == ConditionState::Unmet && condition.needs.leaves_open();
            let reached = |run: &&CaseRun<'_>| {
                let found = run.assessment.conditions[position].state;
                found == state || open && found == ConditionState::Unknown
            };
            if !runs.iter().any(reached) {
                let place = read.places.of("condition", position);
                miss(&place, format!("the condition `{}` {name}", condition.id));
            }
        }
    }
    for (position, notice) in
        scheme.notices.iter().enumerate().filter(|(_, notice)| notice.when.is_some())
    {
        let shown = |run: &&&CaseRun<'_>| run.assessment.notices.contains(&position);
        let count = runs.iter().filter(shown).count();
        if count == 0 || count == runs.len() {
            let side = if count == 0 { "shown" } else { "not shown" };
            let place = read.places.of("notice", position);
            miss(&place, format!("the notice `{}` {side}", notice.id));
        }
    }
    for (position, follows) in scheme.follows.iter().enumerate() {
        let questions = follows.questions.iter().map(Ref::id);
        let reached = |run: &&CaseRun<'_>| {
            let completed = completed(scheme, &run.answers, run.assessment.on);
            let mut by_history = questions.clone().filter(|id| run.answers.get(id).is_none());
            by_history.any(|id| completed.get(id).is_some())
        };
        if !runs.iter().any(reached) {
            let named = follows.questions.first().map_or("nothing", Ref::id);
            let place = read.places.of("follows", position);
            miss(&place, format!("`{named}` as it follows from a history"));
        }
    }
    for (position, together) in scheme.combinations.iter().enumerate() {
        for member in together.indicators.iter().filter(|_| together.keep == Keep::Highest) {
            let Some(indicator) = member.position() else { continue };
            let wins = |run: &&CaseRun<'_>| {
                let result = &run.assessment.indicators[indicator];
                let points = result.points.certain();
                result.counted == Some(true)
                    && points.is_some_and(|points| points.hundredths() != 0)
            };
            if !runs.iter().any(wins) {
                let place = read.places.of("together", position);
                miss(
                    &place,
                    format!("`{}` as the one that counts in `{}`", member.id(), together.id),
                );
            }
        }
    }
    let inherited = read.whole.as_ref().and_then(|whole| Inherited::between(whole, scheme));
    missed.retain(|(place, _)| inherited.as_ref().is_none_or(|inherited| !inherited.holds(place)));
    missed
}

/// Reports clashes and causes of a guide that no case shows, or that every case shows.
pub(super) fn check_guide(read: &GuideSource, runs: &[&CaseRun<'_>], faults: &mut Vec<Fault>) {
    let examinations: Vec<_> = runs.iter().filter_map(|run| run.examination.as_ref()).collect();
    let mut hold = |place: KeyPath, name: String, count: usize| {
        let side = match count {
            0 => "applying",
            _ if count == examinations.len() => "not applying",
            _ => return,
        };
        faults.push(read.source.fault(
            &place,
            format!("no case reaches {name} {side}"),
            "a finding that no example has tried is a guess",
            "add a case to cases.toml that reaches it",
        ));
    };
    for (position, clash) in read.guide.clashes.iter().enumerate() {
        let found = |examination: &&&Examination| {
            examination.clashes.iter().any(|one| one.clash == position)
        };
        let count = examinations.iter().filter(found).count();
        let place = KeyPath::root().key("clash").at(position);
        hold(place, format!("the clash `{}`", clash.id), count);
    }
    for (position, family) in read.guide.families.iter().enumerate() {
        for (number, cause) in family.causes.iter().enumerate() {
            if cause.decided_by.is_none() {
                continue;
            }
            let found = |examination: &&&Examination| {
                let causes = examination.causes.get(position);
                let finding = causes.and_then(|causes| causes.get(number).copied().flatten());
                finding == Some(Finding::Applies)
            };
            let count = examinations.iter().filter(found).count();
            let place = KeyPath::root().key("family").at(position).key("causes").at(number);
            hold(place, format!("the cause `{}`", cause.id), count);
        }
    }
}

/// The rows of a leaf that stands at `place`.
fn rows(leaf: &Score, place: &KeyPath, group: Group) -> Vec<(KeyPath, String)> {
    let place = place.key(leaf.key());
    let at = |index| place.key("rows").at(index);
    match leaf {
        Score::Options { rows, .. } => {
            let row = |(index, row): (usize, &OptionRow)| {
                (at(index), format!("the row for `{}`", row.option.id()))
            };
            rows.iter().enumerate().map(row).collect()
        }
        Score::Steps { rows, .. } => {
            let row =
                |(index, row): (usize, &StepRow)| (at(index), format!("the row from {}", row.from));
            rows.iter().enumerate().map(row).collect()
        }
        Score::Rows { rows, .. } => {
            let row =
                |(index, row): (usize, &TestRow)| (at(index), format!("the row `{}`", row.name.en));
            let none = (place.clone(), "the case that none of the rows holds".to_owned());
            rows.iter().enumerate().map(row).chain([none]).collect()
        }
        Score::Each { .. } | Score::EachPiece { .. } => {
            let kind = if group == Group::Deduction { "deduction" } else { "gain" };
            [format!("no {kind}"), format!("a {kind}")].map(|row| (place.clone(), row)).into()
        }
        Score::When { .. } => {
            let sides = ["does not hold", "holds"];
            sides.map(|side| (place.key("test"), format!("the side where the test {side}"))).into()
        }
        // These are no leaves.
        Score::Fixed(_)
        | Score::Unknown { .. }
        | Score::Cited { .. }
        | Score::Sum(_)
        | Score::Highest(_)
        | Score::Capped { .. }
        | Score::Either(_) => Vec::new(),
    }
}
