//! `verify`: whether a printed sheet says what its answers give under these rules.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, bail};
use jifen::assess::assess;
use jifen::digest::digest;
use jifen::link::{COMPARE, Link, read_digest, written_digest};
use jiff::civil::Date;

pub(super) fn run(
    rules: &Path,
    address: &str,
    code: Option<&str>,
    on: Option<Date>,
) -> anyhow::Result<ExitCode> {
    verify(rules, address, code, on).or_else(|error| {
        eprintln!("{error:#}");
        Ok(ExitCode::from(2))
    })
}

fn verify(
    rules: &Path,
    address: &str,
    code: Option<&str>,
    on: Option<Date>,
) -> anyhow::Result<ExitCode> {
    let fragment = address.split_once('#').map_or(address, |(_, fragment)| fragment);
    let (mut link, mut troubles) = Link::read(fragment);
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
    let scheme = super::load_one(rules, &id)?;
    let (answers, told) = link.profile.answers(&scheme, on);
    troubles.extend(told);
    let computed = digest(&scheme, &answers, on).context("the rules cannot be packed")?;
    let total = assess(&scheme, &answers, on);
    let verdict = serde_json::to_value(total.verdict)?;
    let (low, high) = (total.total.low, total.total.high);
    let total = if low == high { low.to_string() } else { format!("{low} to {high}") };

    let same = computed == given;
    if same {
        println!("same: the digest is that of these answers under these rules on {on}");
    } else {
        println!(
            "different: these answers under these rules on {on} have the digest {}, not {}; \
             an answer, the day or the rules differ",
            written_digest(computed),
            written_digest(given)
        );
    }
    println!("scheme {id}, edition {}", scheme.edition.id);
    println!("total {total}, verdict {}", verdict.as_str().unwrap_or_default());
    if let Some(edition) = link.edition.filter(|edition| *edition != scheme.edition.id) {
        println!("note: the address was written for edition {edition}");
    }
    for trouble in troubles {
        println!("note: {trouble:?}");
    }
    println!("This says what the answers lead to, not that they are true.");
    Ok(if same { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// As much of an argument as a message can show.
fn cut(given: &str) -> String {
    given.chars().take(40).collect()
}
