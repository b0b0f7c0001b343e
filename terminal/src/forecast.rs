//! `forecast`: answers in, what the coming ten years bring out, a line each.

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use jifen::report;
use jiff::civil::Date;

use crate::lines::lines;
use crate::output::Output;
use crate::rules::{self, editions_of};

pub(super) fn run(
    output: &mut Output,
    folder: &Path,
    id: &str,
    edition: Option<&str>,
    on: Date,
    pause: &[String],
) -> anyhow::Result<ExitCode> {
    let editions = editions_of(folder, id)?;
    let scheme = match edition {
        Some(edition) => rules::edition(&editions, edition)?,
        None => editions.on(on),
    };
    let mut paused = Vec::new();
    for question in pause {
        match scheme.question(question) {
            Some(position) => paused.push(position),
            None => bail!("`{id}` asks no `{question}`; `questions {id}` lists what it asks"),
        }
    }
    lines(output, scheme, on, |answers, output| {
        let report = report::forecast_by_editions(&editions, scheme, answers, on, &paused);
        serde_json::to_writer(output, &report)
    })
}
