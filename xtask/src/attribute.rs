//! Which part of the code the program's bytes come from.

use crate::project::Project;
use crate::split;
use anyhow::{Context, Result};
use rustc_demangle::demangle;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// As many modules are listed.
const MODULES: usize = 60;

/// Prints the bytes of each crate and of the largest modules, as compiled and before `wasm-opt` makes them smaller: only there
/// have functions names. What comes later stands apart.
pub(crate) fn run(project: &Project) -> Result<()> {
    let program = project.target()?.join("wasm32-unknown-unknown/release/jifen-page.wasm");
    let wasm = fs::read(&program).with_context(|| {
        format!("{} is not there: run `cargo xtask build` first", program.display())
    })?;
    let mut program = Program::read(&wasm)?;
    program.later = split::later_functions(&wasm)?;
    println!("{:>9}  code, {} functions", program.code(), program.bodies.len());
    println!("{:>9}  data: words, tables", program.data);
    print_largest("crate", &program.by(1), usize::MAX);
    print_largest("module", &program.by(3), MODULES);
    Ok(())
}

fn print_largest(what: &str, parts: &BTreeMap<String, Sum>, most: usize) {
    let mut parts: Vec<_> = parts.iter().collect();
    parts.sort_by_key(|(name, sum)| (usize::MAX - sum.first - sum.later, name.as_str()));
    println!("\n{:>9} {:>9}  {what}", "first", "later");
    for (name, Sum { first, later }) in parts.into_iter().take(most) {
        println!("{first:>9} {later:>9}  {name}");
    }
}

/// Bytes of the first part and of the later one.
#[derive(Default)]
struct Sum {
    first: usize,
    later: usize,
}

/// What a program holds.
#[derive(Default)]
struct Program {
    imported: u32,
    /// The bytes of each function that is not imported.
    bodies: Vec<usize>,
    names: BTreeMap<u32, String>,
    data: usize,
    /// The functions that come later.
    later: BTreeSet<u32>,
}

impl Program {
    fn read(wasm: &[u8]) -> Result<Self> {
        let mut program = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        program.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => program.bodies.push(body.as_bytes().len()),
                Payload::DataSection(data) => program.data = length(&data.range()),
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(names) = section.as_known() {
                        for name in names {
                            if let Name::Function(functions) = name? {
                                for function in functions {
                                    let function = function?;
                                    let name = format!("{:#}", demangle(function.name));
                                    program.names.insert(function.index, name);
                                }
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(program)
    }

    fn code(&self) -> usize {
        self.bodies.iter().sum()
    }

    /// Adds functions up by so many parts of their path.
    fn by(&self, parts: usize) -> BTreeMap<String, Sum> {
        let mut sums: BTreeMap<String, Sum> = BTreeMap::new();
        for (position, bytes) in (self.imported..).zip(&self.bodies) {
            let name = self.names.get(&position).map_or("(no name)", String::as_str);
            let sum = sums.entry(path(name, parts)).or_default();
            let part = if self.later.contains(&position) { &mut sum.later } else { &mut sum.first };
            *part += bytes;
        }
        sums
    }
}

fn length(range: &Range<u64>) -> usize {
    usize::try_from(range.end - range.start).unwrap_or(usize::MAX)
}

/// Returns the first parts of the path of a function: of a method, those of the type or trait that it belongs to.
fn path(name: &str, parts: usize) -> String {
    let name = name.trim_start_matches(['<', '&', '*', '(', '[']);
    let name =
        ["mut ", "const ", "dyn "].iter().fold(name, |name, word| name.trim_start_matches(word));
    let end = name.find(['<', ' ', '>', ',', ')', '{']).unwrap_or(name.len());
    name[..end].trim_end_matches(':').split("::").take(parts).collect::<Vec<_>>().join("::")
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn functions_belong_to_where_they_are_written() {
        assert_eq!(path("jifen::outlook::advice::advise", 3), "jifen::outlook::advice");
        assert_eq!(path("<yew::virtual_dom::vnode::VNode as core::cmp::PartialEq>::eq", 1), "yew");
        assert_eq!(
            path("core::ptr::drop_in_place<alloc::string::String>", 3),
            "core::ptr::drop_in_place"
        );
        assert_eq!(path("memcpy", 1), "memcpy");
    }
}
