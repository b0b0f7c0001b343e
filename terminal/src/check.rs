//! `check`: everything that is wrong with the rules.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use jifen_check::{Checked, check};

pub(super) fn run(rules: &Path) -> anyhow::Result<ExitCode> {
    let Checked { schemes, cases, faults, .. } = check(rules).with_context(|| {
        format!("the rules folder {} cannot be read; name another one", rules.display())
    })?;
    for fault in &faults {
        println!("{fault}\n");
    }
    println!("{} schemes, {cases} cases, {} faults", schemes.len(), faults.len());
    Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
