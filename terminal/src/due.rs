//! `due`: what of the rules somebody has to look at, a line each.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use jifen_check::Due;
use jiff::civil::Date;

use crate::output::Output;

pub(super) fn run(
    output: &mut Output,
    rules: &Path,
    on: Date,
    within: u16,
    json: bool,
) -> anyhow::Result<ExitCode> {
    let found = jifen_check::due(rules, on, within)?;
    if json {
        output.json(&found)?;
        return Ok(ExitCode::SUCCESS);
    }
    for due in &found {
        let Due { urgency, day, file, line, subject, what, help } = due;
        let day = day.map_or_else(|| "-".to_owned(), |day| day.to_string());
        let file = file.display();
        let urgency = urgency.word();
        writeln!(output, "{urgency:<13} {day:<10} {file}:{line} {subject}: {what}; {help}")?;
    }
    Ok(ExitCode::SUCCESS)
}
