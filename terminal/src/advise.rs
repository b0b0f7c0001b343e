//! `advise`: answers in, the nearest ways to the line out, a line each.

use std::path::Path;
use std::process::ExitCode;

use jifen::assess::completed;
use jifen::outlook::advise;
use jifen::report;
use jiff::civil::Date;

use crate::lines::lines;
use crate::output::Output;
use crate::rules::load_one;

pub(super) fn run(
    output: &mut Output,
    rules: &Path,
    scheme: &str,
    edition: Option<&str>,
    on: Date,
) -> anyhow::Result<ExitCode> {
    let scheme = load_one(rules, scheme, edition, on)?;
    lines(output, &scheme, on, |answers, output| {
        let answers = &*completed(&scheme, answers, on);
        let advice = advise(&scheme, answers, on);
        serde_json::to_writer(output, &report::advice(&scheme, answers, on, &advice))
    })
}
