//! Which change of a file asks for which step, while the page is being worked on.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::Path;

/// What a changed file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Change {
    /// The rules.
    Rules,
    /// What only the programs compile that write packs and documents.
    Writers,
    /// What those programs and the page are both made of.
    Core,
    /// The page's program; documents are drawn with parts of it.
    Page,
    /// What says which files the page has.
    Index,
    /// Styles and scripts.
    Assets,
}

/// A step of bringing the served page up to date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Writes packs, documents and first paint.
    Documents,
    /// Compiles the program, and puts the page together.
    Program,
    /// Copies styles and scripts.
    Assets,
    /// Lets open pages open anew.
    Reload,
}

impl Change {
    /// Every one: nothing is built yet.
    pub(crate) const ALL: [Self; 6] =
        [Self::Rules, Self::Writers, Self::Core, Self::Page, Self::Index, Self::Assets];

    /// Says what a file belongs to, by its path within the project; `None` where the page does not depend on it.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let names: Vec<&str> = path.iter().filter_map(OsStr::to_str).collect();
        let extension = path.extension().and_then(OsStr::to_str)?;
        // Editors write their own files beside the ones they edit.
        if names.last()?.starts_with(['.', '#']) {
            return None;
        }
        match (&names[..], extension) {
            (["rules", ..], "toml") => Some(Self::Rules),
            (["style", ..], "css") | (["web", ..], "js" | "svg" | "png" | "webmanifest") => {
                Some(Self::Assets)
            }
            (["index.html" | "Trunk.toml"], _) => Some(Self::Index),
            (["Cargo.toml" | "Cargo.lock"], _) | (["src" | ".cargo", ..], "rs" | "toml") => {
                Some(Self::Core)
            }
            (["page", "src", "documents", ..], "rs")
            | (["check" | "terminal", "src", ..], "rs")
            | (["check" | "terminal", "Cargo.toml"], _) => Some(Self::Writers),
            (["page", "src", ..], "rs") | (["page", "Cargo.toml"], _) => Some(Self::Page),
            _ => None,
        }
    }
}

/// Returns the steps that a set of changes asks for, in order.
pub(crate) fn steps(changes: &BTreeSet<Change>) -> Vec<Step> {
    let any = |kinds: &[Change]| kinds.iter().any(|kind| changes.contains(kind));
    let mut steps = Vec::new();
    // The page reads no packs of another format than its own, so these come before the program.
    let documents = any(&[Change::Rules, Change::Writers, Change::Core]);
    if documents {
        steps.push(Step::Documents);
    }
    if any(&[Change::Core, Change::Page, Change::Index]) {
        steps.push(Step::Program);
    }
    if any(&[Change::Assets]) {
        steps.push(Step::Assets);
    }
    if !steps.is_empty() {
        steps.push(Step::Reload);
    }
    // The first paint is drawn with the page as well, but nobody who changes the page waits for it.
    if any(&[Change::Page]) && !documents {
        steps.push(Step::Documents);
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps_of(paths: &[&str]) -> Vec<Step> {
        let changes = paths.iter().filter_map(|path| Change::of(Path::new(path)));
        steps(&changes.collect())
    }

    #[test]
    fn rules_build_no_program() {
        let written = [Step::Documents, Step::Reload];
        assert_eq!(steps_of(&["rules/somewhere/scheme.toml"]), written);
        assert_eq!(steps_of(&["rules/questions.toml"]), written);
        assert_eq!(steps_of(&["check/src/lint/form.rs", "terminal/src/export.rs"]), written);
        assert_eq!(steps_of(&["page/src/documents/reading.rs"]), written);
    }

    #[test]
    fn styles_and_scripts_are_only_copied() {
        let copied = [Step::Assets, Step::Reload];
        for path in ["style/tokens.css", "style/reading.css", "web/start.js", "web/icons/a.png"] {
            assert_eq!(steps_of(&[path]), copied, "{path}");
        }
    }

    #[test]
    fn the_page_is_seen_before_its_documents_are_drawn_anew() {
        let page = [Step::Program, Step::Reload, Step::Documents];
        assert_eq!(steps_of(&["page/src/views/page.rs"]), page);
        assert_eq!(steps_of(&["page/Cargo.toml"]), page);
        assert_eq!(steps_of(&["index.html"]), [Step::Program, Step::Reload]);
    }

    #[test]
    fn packs_of_a_new_core_are_there_before_the_program_that_reads_them() {
        let all = [Step::Documents, Step::Program, Step::Reload];
        assert_eq!(steps_of(&["src/scheme/mod.rs"]), all);
        assert_eq!(steps_of(&["page/src/views/page.rs", "src/points.rs"]), all);
        assert_eq!(steps_of(&["Cargo.lock"]), all);
        let several = ["rules/questions.toml", "page/src/main.rs", "style/tokens.css"];
        let every = [Step::Documents, Step::Program, Step::Assets, Step::Reload];
        assert_eq!(steps_of(&several), every);
        assert_eq!(steps(&Change::ALL.into()), every);
    }

    #[test]
    fn what_the_page_does_not_depend_on_asks_for_nothing() {
        let others = [
            "README.md",
            "sizes.txt",
            "rules/somewhere/.scheme.toml.swp",
            "rules/somewhere/.scheme.toml",
            "rules/somewhere/4913",
            "src/points.rs~",
            "tests/suite/main.rs",
            "xtask/src/main.rs",
            "browser/src/page.rs",
            "check/tests/a.rs",
            "page/tests/a.rs",
            "dist/index.html",
            "target/site/rules/all.pack",
        ];
        for path in others {
            assert_eq!(steps_of(&[path]), [], "{path}");
        }
    }
}
