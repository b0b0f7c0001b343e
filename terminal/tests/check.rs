//! `check` as a person and a machine see it, and what happens when nobody reads on.

mod program;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use program::{copy_of_rules, jifen, program};
use tempfile::TempDir;

/// The rules with one thing changed.
fn broken(file: &str, before: &str, after: &str) -> TempDir {
    let copy = copy_of_rules();
    change(&copy.path().join(file), before, after);
    copy
}

fn change(file: &Path, before: &str, after: &str) {
    let text = fs::read_to_string(file).expect("the file");
    assert!(text.contains(before), "no `{before}`");
    fs::write(file, text.replacen(before, after, 1)).expect("the changed file");
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn a_fault_shows_its_line_with_what_is_marked() {
    let copy = broken("shanghai/scheme.toml", "from = 45, points = 27", "from = 45, points = 29");
    let folder = copy.path().display().to_string();
    let output = jifen(&["check", &folder], "");
    assert_eq!(output.status.code(), Some(1));
    let printed = text(&output.stdout);
    let lines: Vec<&str> = printed.lines().collect();
    let at = lines.iter().position(|line| line.contains("--> ")).expect("a place");
    assert_eq!(lines[at - 1], "fault: the row from 45 gives the same as the row before it");
    let line: usize = {
        let rules = fs::read_to_string(copy.path().join("shanghai/scheme.toml")).expect("the file");
        1 + rules.lines().position(|line| line.contains("from = 45, points = 29")).expect("it")
    };
    assert!(lines[at].ends_with(&format!("{folder}/shanghai/scheme.toml:{line}:5")), "{printed}");
    let (source, mark) = (lines[at + 2], lines[at + 3]);
    let (start, end) = (mark.find('^').expect("a mark"), mark.rfind('^').expect("a mark"));
    assert_eq!(&source[start..=end], "{ from = 45, points = 29 }");
    assert!(printed.contains("= why: a row that changes nothing hides a slip\n"), "{printed}");
    assert!(printed.contains("= do: delete it, or correct its points\n"), "{printed}");
    assert!(printed.ends_with(" faults\n"), "{printed}");
    assert!(!printed.contains('\u{1b}'), "no colours where no terminal shows them");
}

#[test]
fn rules_that_cannot_be_read_whole_are_one_fault_and_one_note() {
    let copy = broken("questions.toml", "id = \"education\"\nask", "id = \"education\"\naks");
    let output = jifen(&["check", &copy.path().display().to_string()], "");
    let printed = text(&output.stdout);
    assert_eq!(printed.matches("--> ").count(), 1, "{printed}");
    assert_eq!(printed.matches("note: ").count(), 1, "{printed}");
    assert!(printed.contains("cases were not run") && printed.contains("shanghai"), "{printed}");
}

#[test]
fn a_workflow_gets_a_line_for_each_fault() {
    let copy = broken("shanghai/scheme.toml", "from = 45, points = 27", "from = 45, points = 29");
    let folder = copy.path().display().to_string();
    let output = jifen(&["check", &folder, "--format", "github"], "");
    assert_eq!(output.status.code(), Some(1));
    let printed = text(&output.stdout);
    let commands: Vec<&str> = printed.lines().filter(|line| line.starts_with("::error ")).collect();
    assert!(commands[0].starts_with(&format!("::error file={folder}/shanghai/scheme.toml,line=")));
    assert!(commands[0].contains(",col=5,title=the row from 45 "), "{printed}");
    assert!(commands[0].ends_with(
        "::why: a row that changes nothing hides a slip%0Ado: delete it, or correct its points"
    ));
}

/// A pipe whose reader has gone before anything is written.
#[test]
fn nothing_panics_when_nobody_reads() {
    let copy = broken("shanghai/scheme.toml", "from = 45, points = 27", "from = 45, points = 29");
    let folder = copy.path().display().to_string();
    let person = "{\"birth-date\": \"1990-01-01\"}\n".repeat(200);
    let day = "2026-11-24";
    let address = "v=1&s=shanghai&education=bachelor&d=20261124-0123456789abcdef";
    for (arguments, input, code) in [
        (&["schema", "cases"][..], "", 0),
        (&["schemes"], "", 0),
        (&["questions", "shanghai"], "", 0),
        (&["assess", "shanghai", "--on", day], &person, 0),
        (&["forecast", "shanghai", "--on", day], &person[..200], 0),
        (&["advise", "shanghai", "--on", day], &person[..60], 0),
        (&["verify", address], "", 1),
        (&["check", &folder], "", 1),
        (&["check", &folder, "--format", "github"], "", 1),
    ] {
        let mut child = program(arguments).spawn().expect("the program starts");
        drop(child.stdout.take());
        // A program that has nobody to write to need not read to the end.
        let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
        let mut printed = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut printed).expect("UTF-8");
        let status = child.wait().expect("the program ends");
        assert_eq!(printed, "", "{arguments:?}");
        assert_eq!(status.code(), Some(code), "{arguments:?}");
    }
}

/// The same as a person does it.
#[cfg(unix)]
#[test]
fn the_first_line_can_be_read_alone() {
    for command in ["schema cases", "questions shanghai"] {
        let program = env!("CARGO_BIN_EXE_jifen");
        let line = format!("{program} --rules {} {command} | head -1", program::RULES);
        let output = Command::new("sh").args(["-c", &line]).output().expect("a shell");
        assert_eq!(text(&output.stderr), "", "{command}");
        assert_eq!(text(&output.stdout).lines().count(), 1, "{command}");
    }
}

#[test]
fn a_change_is_checked_at_once() {
    let copy = copy_of_rules();
    let mut child = program(&["check", &copy.path().display().to_string(), "--watch"])
        .stderr(Stdio::inherit())
        .spawn()
        .expect("the program starts");
    let reader = BufReader::new(child.stdout.take().expect("a pipe"));
    let (send, lines) = mpsc::channel();
    thread::spawn(move || {
        reader.lines().map_while(Result::ok).try_for_each(|line| send.send(line))
    });
    let summary = || loop {
        let line = lines.recv_timeout(Duration::from_secs(60)).expect("a check");
        if line.contains(" cases, ") {
            return line;
        }
    };
    assert!(summary().ends_with(", 0 faults"));
    let file = copy.path().join("shanghai/scheme.toml");
    change(&file, "from = 45, points = 27", "from = 45, points = 29");
    assert!(!summary().ends_with(", 0 faults"));
    change(&file, "from = 45, points = 29", "from = 45, points = 27");
    assert!(summary().ends_with(", 0 faults"));
    child.kill().expect("it was still watching");
    child.wait().expect("it has ended");
}
