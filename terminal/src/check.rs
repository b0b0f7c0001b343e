//! `check`: everything that is wrong with the rules.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use clap::ValueEnum;
use jifen_check::{Checked, Depth, check_with};

use crate::faults;
use crate::output::Output;

/// How faults are written.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Format {
    /// For people: the line, what is marked in it, what, why, what to do
    Text,
    /// For GitHub's workflows, which show each fault at its line
    Github,
}

/// Checks the rules once, and writes every fault.
pub(super) fn run(
    output: &mut Output,
    rules: &Path,
    depth: Depth,
    format: Format,
) -> anyhow::Result<ExitCode> {
    let Checked { schemes, cases, not_run, faults, .. } =
        check_with(rules, depth).with_context(|| {
            format!("the rules folder {} cannot be read; name another one", rules.display())
        })?;
    match format {
        Format::Text => faults::write_text(output, &faults)?,
        Format::Github => faults::write_github(output, &faults)?,
    }
    if !not_run.is_empty() {
        let count: usize = not_run.iter().map(|left_out| left_out.cases).sum();
        let schemes: Vec<&str> = not_run.iter().map(|left_out| left_out.scheme.as_str()).collect();
        let schemes = schemes.join(", ");
        let note = match format {
            Format::Text => "note: ",
            Format::Github => "::notice::",
        };
        writeln!(
            output,
            "{note}{count} cases were not run, because their rules cannot be read whole ({schemes}); \
             the faults above come first\n"
        )?;
    }
    writeln!(output, "{} schemes, {cases} cases, {} faults", schemes.len(), faults.len())?;
    output.flush()?;
    Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
