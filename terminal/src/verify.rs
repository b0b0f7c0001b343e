//! `verify`: whether a printed sheet says what its answers give under these rules.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, bail};
use jifen::assess::assess;
use jifen::digest::digest;
use jifen::link::{COMPARE, Link, LinkProblem, read_digest, written_digest};
use jiff::civil::Date;

use crate::output::Output;
use crate::rules::editions_of;

pub(super) fn run(
    output: &mut Output,
    rules: &Path,
    address: &str,
    code: Option<&str>,
    on: Option<Date>,
) -> anyhow::Result<ExitCode> {
    verify(output, rules, address, code, on).or_else(|error| {
        // The exit code says as much to somebody who does not listen.
        let _ = writeln!(io::stderr(), "{error:#}");
        Ok(ExitCode::from(2))
    })
}

fn verify(
    output: &mut Output,
    rules: &Path,
    address: &str,
    code: Option<&str>,
    on: Option<Date>,
) -> anyhow::Result<ExitCode> {
    let fragment = address.split_once('#').map_or(address, |(_, fragment)| fragment);
    let (mut link, mut problems) = Link::read(fragment);
    let given = match code {
        Some(code) => Some(read_digest(code).with_context(|| {
            format!(
                "the code has to be the 16 digits 0-9 and a-f of the sheet, not `{}`",
                cut(code)
            )
        })?),
        None => link.seal.map(|seal| seal.digest),
    };
    let on = on.or(link.seal.map(|seal| seal.on));
    let (Some(given), Some(on)) = (given, on) else {
        bail!(
            "the address carries no check code; give the code and the day that the sheet shows, \
             with --code and --on"
        );
    };
    let Some(id) = link.scheme.take().filter(|id| id != COMPARE) else {
        bail!("the address names no scheme; give the part after `#`, which has `s=` in it");
    };
    let editions = editions_of(rules, &id)?;
    let named = link.edition.as_deref().and_then(|edition| editions.get(edition));
    let scheme = named.unwrap_or_else(|| editions.on(on));
    let (answers, unused) = link.profile.answers(scheme, on);
    problems.extend(unused);
    let computed = digest(scheme, &answers, on).context("the rules cannot be packed")?;
    let total = assess(scheme, &answers, on);
    let verdict = serde_json::to_value(total.verdict)?;
    let (low, high) = (total.total.low, total.total.high);
    let total = if low == high { low.to_string() } else { format!("{low} to {high}") };

    let same = computed == given;
    if same {
        writeln!(output, "same: the digest is that of these answers under these rules on {on}")?;
    } else {
        writeln!(
            output,
            "different: these answers under these rules on {on} have the digest {}, not {}; \
             an answer, the day or the rules differ",
            written_digest(computed),
            written_digest(given)
        )?;
    }
    writeln!(output, "scheme {id}, edition {}", scheme.edition.id)?;
    writeln!(output, "total {total}, verdict {}", verdict.as_str().unwrap_or_default())?;
    if let Some(edition) = link.edition.filter(|edition| *edition != scheme.edition.id) {
        writeln!(output, "note: the address was written for edition {edition}")?;
    }
    for problem in problems {
        writeln!(output, "note: {}", described(&problem))?;
    }
    writeln!(output, "This says what the answers lead to, not that they are true.")?;
    Ok(if same { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What of an address could not be used, in a sentence.
fn described(problem: &LinkProblem) -> String {
    match problem {
        LinkProblem::TooLong => "the address is too long; only its beginning was read".to_owned(),
        LinkProblem::OtherVersion(version) => {
            format!("the address was written by version `{version}` of the page")
        }
        LinkProblem::UnknownScheme(scheme) => format!("there is no scheme `{scheme}`"),
        LinkProblem::UnknownRule(rule) => format!("the scheme has no rule `{rule}`"),
        LinkProblem::OtherEdition(edition) => {
            format!("the address was written for edition {edition}")
        }
        LinkProblem::Cut => "the file ends before it is finished".to_owned(),
        LinkProblem::CutShort { lost } => {
            format!("the end of the address is missing, and {lost} answers with it")
        }
        LinkProblem::Altered => "the address is not as it was written".to_owned(),
        LinkProblem::Unmarked => {
            "the address has no mark by which it would show that it is whole".to_owned()
        }
        LinkProblem::Misplaced => "`#` had become `%23`".to_owned(),
        LinkProblem::Unreadable(part) => {
            format!("`{part}` says nothing, or says something for the second time")
        }
        LinkProblem::NotAsked(question) => format!("the scheme asks no `{question}`"),
        LinkProblem::Unfit { question, given } => {
            format!("`{given}` does not fit the question `{question}`")
        }
    }
}

/// Returns as much of an argument as a message can show.
fn cut(given: &str) -> String {
    given.chars().take(40).collect()
}
