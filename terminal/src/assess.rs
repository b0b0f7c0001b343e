//! `assess`: answers in, assessments out, a line each.

use std::path::Path;
use std::process::ExitCode;

use jifen::assess::{assess, completed};
use jifen::report::report;
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
        let assessment = assess(&scheme, answers, on);
        serde_json::to_writer(output, &report(&scheme, answers, &assessment))
    })
}
