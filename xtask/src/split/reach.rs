//! Which functions and data come later: what only the functions lead to that the page calls late.

use super::program::{Datum, Function, Program};
use anyhow::{Result, ensure};
use rustc_demangle::demangle;
use std::collections::BTreeSet;

/// What the last part of a function's path is from which on everything comes later.
const LATER: &str = "later";

/// What is reached from somewhere.
#[derive(Default)]
struct Reached {
    functions: BTreeSet<Function>,
    data: BTreeSet<Datum>,
}

/// What comes later.
pub(super) struct Later {
    /// The functions that are called late: where the first part leads to the later one.
    pub(super) entries: BTreeSet<Function>,
    /// All functions, those included.
    pub(super) functions: BTreeSet<Function>,
    pub(super) data: BTreeSet<Datum>,
}

impl Later {
    /// Finds it.
    ///
    /// # Errors
    /// When no function is named so.
    pub(super) fn find(program: &Program<'_>) -> Result<Self> {
        let entries: BTreeSet<Function> = program
            .names
            .iter()
            .filter(|(_, name)| format!("{:#}", demangle(name)).rsplit("::").next() == Some(LATER))
            .map(|(function, _)| *function)
            .collect();
        ensure!(!entries.is_empty(), "No function is named `{LATER}`: nothing comes later.");

        let mut first = Reached::default();
        // What the browser knows, and what wasm-bindgen runs.
        let mut roots: Vec<Function> = program.exported().chain(program.start).collect();
        roots.extend(
            (0..)
                .zip(&program.types)
                .map(|(function, _)| function)
                .filter(|function| program.is_replaced(*function)),
        );
        // Whatever is in the table without a reason that is known.
        let mut referred: BTreeSet<Function> = BTreeSet::new();
        for references in program.functions.values().chain(program.data.values()) {
            referred.extend(&references.functions);
        }
        roots.extend(program.table.values().filter(|function| !referred.contains(function)));
        if let Some(unknown) = program.data.get(&None) {
            roots.extend(&unknown.functions);
            first.follow_data(program, unknown.data.iter().copied().collect(), &entries);
        }
        first.follow(program, roots, &entries);

        let mut all = Reached::default();
        all.follow(program, entries.iter().copied().collect(), &BTreeSet::new());
        let data = all.data.difference(&first.data).copied().collect();
        let functions = all.functions.difference(&first.functions).copied();
        Ok(Self { functions: functions.collect(), entries, data })
    }
}

impl Reached {
    /// Adds what functions lead to, but nothing beyond some of them.
    fn follow(&mut self, program: &Program<'_>, from: Vec<Function>, beyond: &BTreeSet<Function>) {
        let mut open = from;
        while let Some(function) = open.pop() {
            if beyond.contains(&function) || !self.functions.insert(function) {
                continue;
            }
            if let Some(references) = program.functions.get(&function) {
                open.extend(&references.functions);
                let data = references.data.iter().copied().collect();
                open.extend(self.data_functions(program, data));
            }
        }
    }

    fn follow_data(
        &mut self,
        program: &Program<'_>,
        from: Vec<Datum>,
        beyond: &BTreeSet<Function>,
    ) {
        let functions = self.data_functions(program, from);
        self.follow(program, functions, beyond);
    }

    /// Adds what data leads to, and returns the functions it names.
    fn data_functions(&mut self, program: &Program<'_>, from: Vec<Datum>) -> Vec<Function> {
        let (mut open, mut functions) = (from, Vec::new());
        while let Some(datum) = open.pop() {
            if !self.data.insert(datum) {
                continue;
            }
            if let Some(references) = program.data.get(&Some(datum)) {
                open.extend(&references.data);
                functions.extend(&references.functions);
            }
        }
        functions
    }
}
