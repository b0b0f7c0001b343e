//! Broken rules: each is found, at its line, and told in the words of the files.

mod across;
mod causes;
mod days;
mod evidence;
mod kinds;
mod thorough;
mod words;
mod words_explained;

use std::fs;
use std::path::{Path, PathBuf};

use jifen_check::{Checked, Depth, check_scheme, check_with};
use tempfile::TempDir;

use crate::rules::folder;

/// A copy of the rules, to be broken.
struct Copy {
    folder: TempDir,
}

impl Copy {
    fn new() -> Copy {
        let copy = Copy { folder: TempDir::new().expect("a temporary folder") };
        copy_into(folder(), copy.folder.path());
        copy
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).expect("the file")
    }

    /// Writes a file with one text in place of another.
    fn change(&self, file: &str, before: &str, after: &str) {
        let text = self.text(file);
        assert!(text.contains(before), "{file} holds no `{before}`");
        fs::write(self.path(file), text.replacen(before, after, 1)).expect("the changed file");
    }

    /// Writes something behind the end of a file.
    fn append(&self, file: &str, more: &str) {
        let text = self.text(file);
        fs::write(self.path(file), text + more).expect("the longer file");
    }

    /// What a scheme comes to, or everything. Every message is in the words of the files.
    fn checked(&self, scheme: Option<&str>, depth: Depth) -> Checked {
        let rules = self.folder.path();
        let checked = match scheme {
            Some(scheme) => check_scheme(rules, scheme, depth),
            None => check_with(rules, depth).expect("the copy can be read"),
        };
        for fault in &checked.faults {
            words::are_those_of_files(fault);
        }
        checked
    }

    /// The faults of a scheme, or of everything.
    fn faults(&self, scheme: Option<&str>) -> Vec<Found> {
        self.faults_to(scheme, Depth::Usual)
    }

    fn faults_to(&self, scheme: Option<&str>, depth: Depth) -> Vec<Found> {
        let rules = self.folder.path();
        self.checked(scheme, depth)
            .faults
            .into_iter()
            .map(|fault| {
                let file = fault.file.strip_prefix(rules).unwrap_or(&fault.file);
                (file.display().to_string(), fault.line, fault.what)
            })
            .collect()
    }
}

/// File, line, and what is wrong.
type Found = (String, usize, String);

pub(crate) fn copy_into(from: &Path, to: &Path) {
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

/// Replaces the text of one file and returns the faults.
fn faults_with(copy: &Copy, file: &str, text: &str) -> Vec<Found> {
    let path = copy.path(file);
    let before = fs::read_to_string(&path).expect("the file");
    fs::write(&path, text).expect("the changed file");
    let faults = copy.faults(file.split_once('/').map(|(scheme, _)| scheme));
    fs::write(&path, before).expect("the file as it was");
    faults
}

fn scheme_files() -> Vec<String> {
    let folders =
        fs::read_dir(folder()).expect("the rules").map(|entry| entry.expect("an entry").path());
    let names = folders.filter(|path| path.is_dir());
    names.map(|path| path.file_name().expect("a name").to_string_lossy().into_owned()).collect()
}

/// The line, from 1, on which a text begins.
fn line_of(text: &str, part: &str) -> usize {
    text[..text.find(part).expect("it is there")].matches('\n').count() + 1
}
