//! Whether the cases reach every row of every table, both sides of every test, and every state of a condition.

use super::Fault;
use super::cases::CaseRun;
use super::key_path::KeyPath;
use super::read::{GuideSource, SchemeSource};
use jifen::assess::{ConditionState, TableHit};
use jifen::examine::{Examination, Finding};
use jifen::scheme::{Group, Indicator, Keep, Score};

/// A leaf of a formula: its rows by place and name.
struct Table {
    rows: Vec<(KeyPath, String)>,
}

/// Something that no case reaches: its place, and what it is.
pub(super) type Missed = (KeyPath, String);

/// Reports everything that no case reaches.
pub(super) fn check(read: &SchemeSource, runs: &[&CaseRun<'_>], faults: &mut Vec<Fault>) {
    for (place, what) in missed(read, runs) {
        faults.push(read.source.fault(
            &place,
            format!("no case reaches {what}"),
            "a rule that no example has tried is a guess",
            "add a case to cases.toml that reaches it",
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
        let mut tables = Vec::new();
        collect(&indicator.score, &place.key("score"), indicator, read, &mut tables);
        for (number, table) in tables.iter().enumerate() {
            let reached = |row: usize| {
                let leaves = results().filter_map(|result| result.leaves.get(number));
                leaves
                    .filter(|leaf| leaf.live)
                    .filter_map(TableHit::row)
                    .any(|reached| reached == row)
            };
            for (row, (place, name)) in table.rows.iter().enumerate() {
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
            let reached = |run: &&CaseRun<'_>| run.assessment.conditions[position].state == state;
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
    for (position, together) in scheme.together.iter().enumerate() {
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
        let count = examinations.iter().filter(|found| found.clashes.contains(&position)).count();
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

/// The leaves of a formula, in the order in which an assessment numbers them.
fn collect(
    score: &Score,
    place: &KeyPath,
    indicator: &Indicator,
    read: &SchemeSource,
    tables: &mut Vec<Table>,
) {
    match score {
        Score::Fixed(_) => {}
        Score::Options { rows, .. } => {
            let rows_place = place.key("options").key("rows");
            let row = |(index, row): (usize, &jifen::scheme::OptionRow)| {
                (rows_place.at(index), format!("the row for `{}`", row.option.id()))
            };
            tables.push(Table { rows: rows.iter().enumerate().map(row).collect() });
        }
        Score::Steps { rows, .. } => {
            let rows_place = place.key("steps").key("rows");
            let row = |(index, row): (usize, &jifen::scheme::StepRow)| {
                (rows_place.at(index), format!("the row from {}", row.from))
            };
            tables.push(Table { rows: rows.iter().enumerate().map(row).collect() });
        }
        Score::Rows { rows, .. } => {
            let rows_place = place.key("rows").key("rows");
            let row = |(index, row): (usize, &jifen::scheme::TestRow)| {
                (rows_place.at(index), format!("the row `{}`", row.name.en))
            };
            let mut rows: Vec<_> = rows.iter().enumerate().map(row).collect();
            rows.push((place.key("rows"), "the case that none of the rows holds".to_owned()));
            tables.push(Table { rows });
        }
        Score::Each { .. } => {
            let place = place.key("each");
            let kind = if indicator.group == Group::Deduction { "deduction" } else { "gain" };
            let rows =
                vec![(place.clone(), format!("no {kind}")), (place.clone(), format!("a {kind}"))];
            tables.push(Table { rows });
        }
        Score::Sum(scores) => several(scores, &place.key("sum"), indicator, read, tables),
        Score::Highest(scores) => several(scores, &place.key("highest"), indicator, read, tables),
        Score::Either(scores) => several(scores, &place.key("either"), indicator, read, tables),
        Score::Capped { of, .. } => {
            collect(of, &place.key("capped").key("of"), indicator, read, tables)
        }
        Score::When { then, .. } => {
            let place = place.key("when");
            let rows = vec![
                (place.key("test"), "the side where the test does not hold".to_owned()),
                (place.key("test"), "the side where the test holds".to_owned()),
            ];
            tables.push(Table { rows });
            collect(then, &place.key("then"), indicator, read, tables);
        }
    }
}

fn several(
    scores: &[Score],
    place: &KeyPath,
    indicator: &Indicator,
    read: &SchemeSource,
    tables: &mut Vec<Table>,
) {
    for (index, score) in scores.iter().enumerate() {
        collect(score, &place.at(index), indicator, read, tables);
    }
}
