//! `forecast`: answers in, what the coming ten years bring out, a line each.

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use jifen::outlook;
use jifen::report;
use jiff::civil::Date;

use crate::lines::lines;
use crate::output::Output;
use crate::rules::load_one;

pub(super) fn run(
    output: &mut Output,
    rules: &Path,
    id: &str,
    edition: Option<&str>,
    on: Date,
    pause: &[String],
) -> anyhow::Result<ExitCode> {
    let scheme = load_one(rules, id, edition, on)?;
    let mut paused = Vec::new();
    for question in pause {
        match scheme.question(question) {
            Some(position) => paused.push(position),
            None => bail!("`{id}` asks no `{question}`; `questions {id}` lists what it asks"),
        }
    }
    lines(output, &scheme, on, |answers, output| {
        let going_on = outlook::going_on(&scheme, answers, on);
        let forecast = outlook::forecast(&scheme, answers, on, &paused);
        serde_json::to_writer(output, &report::forecast(&scheme, &forecast, &going_on, &paused))
    })
}
