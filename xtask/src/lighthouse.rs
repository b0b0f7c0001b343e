//! What Lighthouse says of the built page. No test: its points for speed depend on the machine.

use crate::project::Project;
use crate::setup::{self, Tool};
use crate::tools::lighthouse;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fs;
use xshell::cmd;
use xtask::server::{Options, Server};

/// Where the result stands.
const SNAPSHOT: &str = "benches/lighthouse.txt";
const RUNS: usize = 3;
/// What is measured, by its name in Lighthouse, its name here and its unit.
const MEASURES: [(&str, &str, &str); 4] = [
    ("first-contentful-paint", "first contentful paint", "ms"),
    ("largest-contentful-paint", "largest contentful paint", "ms"),
    ("total-blocking-time", "total blocking time", "ms"),
    ("cumulative-layout-shift", "layout shift", ""),
];

/// Lets Lighthouse look at `dist/` several times, with its preset for phones, and writes the median.
pub(crate) fn run(project: &Project) -> Result<()> {
    let dist = project.dist();
    ensure!(
        dist.join("index.html").exists(),
        "There is no built page to look at: run `cargo xtask build` first."
    );
    let environment = setup::prepare(project, &[Tool::Chromium])?;
    let (script, flags) = lighthouse::prepare(project)?;
    let server = Server::start(&dist, Options { compressed: true, ..Options::default() })?;
    let (address, out) = (server.address(), project.root.join("target/lighthouse.json"));
    let mut runs = Vec::new();
    // The first look only lets the server compress the files.
    for _ in 0..=RUNS {
        let look = cmd!(
            project.shell,
            "node {script} {address} --quiet --output=json --output-path={out} --chrome-flags={flags}"
        );
        environment.apply(look)?.run().context("Lighthouse could not look at the page.")?;
        runs.push(serde_json::from_slice::<Value>(&fs::read(&out)?)?);
    }
    let snapshot = snapshot(&runs[1..])?;
    println!("{snapshot}");
    fs::write(project.root.join(SNAPSHOT), snapshot)?;
    Ok(())
}

/// Returns the text of the snapshot.
fn snapshot(runs: &[Value]) -> Result<String> {
    let first = runs.first().context("nothing was looked at")?;
    let version = first["lighthouseVersion"].as_str().unwrap_or_default();
    let mut lines = vec![
        "# Written by `cargo xtask lighthouse`; no test, since speed depends on the machine."
            .to_owned(),
        format!(
            "# Lighthouse {version}, its preset for phones; the median of {RUNS} runs; files in brotli."
        ),
    ];
    let categories = first["categories"].as_object().context("Lighthouse gives no categories")?;
    for (id, category) in categories {
        let score = median(runs, |run| run["categories"][id]["score"].as_f64());
        let title = category["title"].as_str().unwrap_or(id);
        lines.push(format!(
            "{:30}{:>8}",
            title.to_lowercase(),
            score.map_or_else(|| "–".into(), |score| format!("{:.0}", score * 100.0))
        ));
    }
    for (id, name, unit) in MEASURES {
        let value = median(runs, |run| run["audits"][id]["numericValue"].as_f64());
        let value = value.unwrap_or_default();
        let value = if unit.is_empty() { format!("{value:.3}") } else { format!("{value:.0}") };
        lines.push(format!("{name:30}{value:>8} {unit}").trim_end().to_owned());
    }
    for (id, category) in categories.iter().filter(|(id, _)| *id != "performance") {
        for failed in failed(first, category) {
            lines.push(format!("{id} fails: {failed}"));
        }
    }
    Ok(lines.join("\n") + "\n")
}

/// Returns the audits of a category that count and do not pass, by their ids.
fn failed<'a>(run: &Value, category: &'a Value) -> Vec<&'a str> {
    let audits = category["auditRefs"].as_array().into_iter().flatten();
    let counts = audits.filter(|audit| audit["weight"].as_f64().is_some_and(|weight| weight > 0.0));
    let ids = counts.filter_map(|audit| audit["id"].as_str());
    ids.filter(|id| run["audits"][id]["score"].as_f64().is_some_and(|score| score < 1.0)).collect()
}

fn median(runs: &[Value], value: impl Fn(&Value) -> Option<f64>) -> Option<f64> {
    let mut values: Vec<f64> = runs.iter().filter_map(value).collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}
