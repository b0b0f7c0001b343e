//! The rules as they stand: no fault, every case right, every row reached.

use std::path::Path;

use jifen::scheme::{Editions, Scheme};
use jifen_check::{Checked, check};

/// The rules folder of the project.
pub(crate) fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/rules"))
}

/// Every scheme of the project with all its editions.
pub(crate) fn editions() -> Vec<Editions> {
    check(folder()).expect("the rules can be read").editions
}

/// Every scheme of the project, in the edition that is written whole.
pub(crate) fn schemes() -> Vec<Scheme> {
    check(folder()).expect("the rules can be read").schemes
}

#[test]
fn every_rule_is_sound_and_every_case_comes_out() {
    let Checked { schemes, cases, faults, .. } = check(folder()).expect("the rules can be read");
    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    assert!(!schemes.is_empty() && cases > 100, "{} schemes, {cases} cases", schemes.len());
}
