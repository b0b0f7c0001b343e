//! `review`: a worksheet of a scheme's rules, and what a filled one changes in them.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, bail};
use jifen_check::{Reviewed, apply_worksheet, worksheet};
use jiff::civil::Date;

use crate::output::Output;

pub(super) fn run(
    output: &mut Output,
    rules: &Path,
    scheme: &str,
    edition: Option<&str>,
    apply: Option<(&Path, Date)>,
) -> anyhow::Result<ExitCode> {
    if [Some(scheme), edition].into_iter().flatten().any(|id| !is_id(id)) {
        bail!("`{scheme}` is no id of a scheme, or its edition none of an edition");
    }
    let file = match edition {
        None => format!("{scheme}/scheme.toml"),
        Some(edition) => format!("{scheme}/editions/{edition}.toml"),
    };
    let Some((filled, on)) = apply else {
        output.write_all(worksheet(rules, &file)?.as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    };
    let text = if filled == Path::new("-") {
        io::read_to_string(io::stdin())
    } else {
        fs::read_to_string(filled)
    };
    let text = text.with_context(|| {
        format!("{} cannot be read; save the worksheet as UTF-8 text", filled.display())
    })?;
    let Reviewed { corrected, raised, whole, notes } = apply_worksheet(rules, &file, &text, on)?;
    for note in notes {
        writeln!(output, "note: {note}")?;
    }
    let day = if whole { "the day was written" } else { "some lines are left, so `checked` stays" };
    writeln!(
        output,
        "{file}: {corrected} values corrected, {raised} grades raised to official; {day}; now run `check`"
    )?;
    Ok(ExitCode::SUCCESS)
}

/// Whether a name leads to no other folder.
fn is_id(name: &str) -> bool {
    name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}
