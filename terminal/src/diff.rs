//! `diff`: what one edition has otherwise than another and, with answers, what that does to the person.

use std::collections::BTreeMap;
use std::io::{BufRead, Write};
use std::path::Path;
use std::process::ExitCode;

use jifen::answers::{Answers, Plain};
use jifen::assess::{ConditionState, assess};
use jifen::diff::{Addend, Change, Effect, Ends, Part, changes, effect};
use jifen::points::PointsRange;
use jifen::report;
use jifen::scheme::{EditionKind, Scheme};
use jiff::civil::Date;
use serde_json::{Value as Json, json};

use crate::output::Output;
use crate::rules::{edition, editions_of};

/// What the floor is called, which has no name of its own.
const FLOOR: &str = "the least that the total can be";

/// What is asked for.
pub(super) struct Question<'a> {
    pub(super) scheme: &'a str,
    pub(super) from: &'a str,
    pub(super) to: &'a str,
    /// The day of the answers on standard input; without one, none are read.
    pub(super) on: Option<Date>,
    pub(super) json: bool,
}

pub(super) fn run(
    output: &mut Output,
    rules: &Path,
    question: &Question<'_>,
) -> anyhow::Result<ExitCode> {
    let editions = editions_of(rules, question.scheme)?;
    let (from, to) = (edition(&editions, question.from)?, edition(&editions, question.to)?);
    let Some(on) = question.on else {
        write(output, question, from, to, None)?;
        return Ok(ExitCode::SUCCESS);
    };
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        match answers(from, to, &line, on) {
            Ok((one, other)) => {
                let (before, after) = (assess(from, &one, on), assess(to, &other, on));
                let effect = effect((from, &before), (to, &after));
                write(output, question, from, to, Some(&effect))?;
            }
            Err(error) => {
                serde_json::to_writer(&mut *output, &json!({ "error": error }))?;
                writeln!(output)?;
            }
        }
        if output.is_closed() {
            break;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads a line of answers for both editions. What one of them does not ask, or asks otherwise, is open to it; what
/// neither can take is an error.
fn answers(from: &Scheme, to: &Scheme, line: &str, on: Date) -> Result<(Answers, Answers), String> {
    let plain: BTreeMap<String, Plain> = serde_json::from_str(line).map_err(|error| {
        format!("not a JSON object of answers: {error}; write {{\"question\": value, …}}")
    })?;
    let (mut one, mut other) = (Answers::default(), Answers::default());
    for (id, answer) in plain {
        let given = || [(id.clone(), answer.clone())];
        let read = [(from, &mut one), (to, &mut other)].map(|(scheme, answers)| {
            Answers::read(scheme, given(), on).map(|read| {
                read.iter().for_each(|(id, value)| answers.set(id, Some(value.clone())));
            })
        });
        if let [Err(_), Err(errors)] = read {
            return Err(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "));
        }
    }
    Ok((one, other))
}

fn write(
    output: &mut Output,
    question: &Question<'_>,
    from: &Scheme,
    to: &Scheme,
    effect: Option<&Effect<'_>>,
) -> anyhow::Result<()> {
    if question.json {
        serde_json::to_writer(&mut *output, &report::diff(from, to, effect))?;
        return Ok(writeln!(output)?);
    }
    let (of_clause, changes): (Vec<_>, Vec<_>) =
        changes(from, to).into_iter().partition(Change::is_of_clause_only);
    let (beside, changes): (Vec<_>, Vec<_>) =
        changes.into_iter().partition(Change::is_beside_the_rules);
    let supposed = [from, to].iter().any(|it| it.edition.kind == EditionKind::Draft);
    writeln!(
        output,
        "{}\nFrom “{}” to “{}”{}: {} of the rules changed, {} of the form and the notices; {} are the same by another clause \
         or other sources",
        to.name.en,
        from.edition.name.en,
        to.edition.name.en,
        if supposed { ", if the draft were adopted" } else { "" },
        changes.len(),
        beside.len(),
        of_clause.len(),
    )?;
    if let Some(effect) = effect {
        write_effect(output, effect)?;
    }
    for change in &changes {
        write_change(output, to, change)?;
    }
    if !beside.is_empty() {
        writeln!(output, "\nIn the form and the notices:")?;
    }
    for change in &beside {
        write_change(output, to, change)?;
    }
    if !of_clause.is_empty() {
        writeln!(output, "\nThe same as before, by another clause or other sources:")?;
    }
    for change in &of_clause {
        write_head(output, change)?;
        write_clause(output, to, change)?;
    }
    writeln!(output)?;
    Ok(())
}

fn write_change(output: &mut Output, to: &Scheme, change: &Change<'_>) -> anyhow::Result<()> {
    write_head(output, change)?;
    if change.after.is_none() {
        // What it said is said in the edition before; that it is gone is enough here.
        if let Some(removed) = change.removed {
            writeln!(output, "  {}", removed.why.en)?;
        }
        return write_clause(output, to, change);
    }
    if let Some(lacked) = change.lacked {
        writeln!(output, "  before: {}", lacked.why.en)?;
    }
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for (part, leaves) in [(change.before, &mut before), (change.after, &mut after)] {
        if let Some(part) = part {
            collect(&serde_json::to_value(part)?, String::new(), leaves);
        }
    }
    for (place, value) in before.iter().filter(|leaf| !after.contains(leaf)) {
        writeln!(output, "  - {place} {value}")?;
    }
    for (place, value) in after.iter().filter(|leaf| !before.contains(leaf)) {
        writeln!(output, "  + {place} {value}")?;
    }
    write_clause(output, to, change)
}

fn write_head(output: &mut Output, change: &Change<'_>) -> anyhow::Result<()> {
    let key = change.part().map(Part::key);
    let name = change.part().and_then(Part::name).map_or(FLOOR, |name| name.en.as_str());
    let head: Vec<&str> = [key, change.id, Some(name)].into_iter().flatten().collect();
    let gone = if change.after.is_none() { " (gone)" } else { "" };
    Ok(writeln!(output, "\n{}{gone}", head.join(" "))?)
}

fn write_clause(output: &mut Output, to: &Scheme, change: &Change<'_>) -> anyhow::Result<()> {
    if let Some(cite) = change.cite() {
        let document = cite.document.position().and_then(|position| to.documents.get(position));
        let title = document.map_or(cite.document.id(), |document| document.title.en.as_str());
        let article = cite.article.as_ref().map(|article| format!(", {}", article.en));
        writeln!(output, "  by {title}{}", article.unwrap_or_default())?;
    }
    Ok(())
}

/// The plain values inside a part, each with the way to it. Chinese words stand beside the English ones, which are enough
/// here; what a rule rests on stands below.
fn collect(json: &Json, place: String, leaves: &mut Vec<(String, String)>) {
    match json {
        Json::Object(map) => {
            for (key, value) in map.iter().filter(|(key, _)| *key != "zh" && *key != "cite") {
                let step = if key == "en" { String::new() } else { format!(".{key}") };
                collect(value, format!("{place}{step}"), leaves);
            }
        }
        Json::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                collect(value, format!("{place}[{index}]"), leaves);
            }
        }
        Json::Null => {}
        plain => leaves.push((place.trim_start_matches('.').to_owned(), plain.to_string())),
    }
}

fn write_effect(output: &mut Output, effect: &Effect<'_>) -> anyhow::Result<()> {
    let (before, after) = (effect.before, effect.after);
    writeln!(
        output,
        "on {}: total {} → {}, verdict {} → {}",
        after.on,
        range(before.total),
        range(after.total),
        before.verdict.as_str(),
        after.verdict.as_str()
    )?;
    for change in &effect.points {
        let name = match change.addend {
            Addend::Indicator(indicator) => indicator.name.en.as_str(),
            Addend::Combination(together) => together.rule.en.as_str(),
            Addend::Floor => FLOOR,
        };
        writeln!(output, "  {} → {}  {name}", ends(change.before), ends(change.after))?;
    }
    for change in &effect.states {
        let state =
            |state: Option<ConditionState>| state.map_or("not there", |state| state.as_str());
        let (before, after) = (state(change.before), state(change.after));
        writeln!(output, "  {before} → {after}  {}", change.condition.name.en)?;
    }
    Ok(())
}

fn range(range: PointsRange) -> String {
    ends(Ends { low: range.low, high: range.high })
}

fn ends(ends: Ends) -> String {
    let Ends { low, high } = ends;
    if low == high { low.to_string() } else { format!("{low} to {high}") }
}
