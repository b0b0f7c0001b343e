//! The program, started as a person would.

#![allow(dead_code, reason = "each suite needs some of it")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// The rules folder of the project.
pub(crate) const RULES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../rules");

/// The program over the rules of the project, ready to start.
pub(crate) fn program(arguments: &[&str]) -> Command {
    program_over(Path::new(RULES), arguments)
}

fn program_over(rules: &Path, arguments: &[&str]) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_jifen"));
    program.arg("--rules").arg(rules).args(arguments);
    program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    program
}

/// Runs the program over the rules of the project.
pub(crate) fn jifen(arguments: &[&str], input: &str) -> Output {
    jifen_over(Path::new(RULES), arguments, input)
}

/// Runs the program over other rules.
pub(crate) fn jifen_over(rules: &Path, arguments: &[&str], input: &str) -> Output {
    let mut child = program_over(rules, arguments).spawn().expect("the program starts");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("input");
    child.wait_with_output().expect("the program ends")
}

/// A copy of the rules of the project, to be broken.
pub(crate) fn copy_of_rules() -> TempDir {
    let copy = TempDir::new().expect("a temporary folder");
    copy_into(Path::new(RULES), copy.path());
    copy
}

fn copy_into(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy_into(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}
