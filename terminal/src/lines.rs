//! Answers from standard input, a line each. A bad line is answered by an error and the rest go on.

use std::collections::BTreeMap;
use std::io::{BufRead, Write};
use std::process::ExitCode;

use jifen::answers::{Answers, Plain};
use jifen::scheme::Scheme;
use jiff::civil::Date;
use serde_json::json;

use crate::output::Output;

/// Reads answers from standard input, a line each, and writes what they lead to.
pub(super) fn lines(
    output: &mut Output,
    scheme: &Scheme,
    on: Date,
    answer: impl Fn(&Answers, &mut dyn Write) -> serde_json::Result<()>,
) -> anyhow::Result<ExitCode> {
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        match answers(scheme, &line, on) {
            Ok(answers) => answer(&answers, output)?,
            Err(error) => serde_json::to_writer(&mut *output, &json!({ "error": error }))?,
        }
        writeln!(output)?;
        if output.is_closed() {
            break;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Returns the answers of a line, or one message with everything that is wrong with it.
fn answers(scheme: &Scheme, line: &str, on: Date) -> Result<Answers, String> {
    let plain: BTreeMap<String, Plain> = serde_json::from_str(line).map_err(|error| {
        format!("not a JSON object of answers: {error}; write {{\"question\": value, …}}")
    })?;
    Answers::read(scheme, plain, on)
        .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
}
