//! Writes the later part, which brings its own functions and data and shares everything else with the first one.

use super::program::{Function, Program};
use super::reach::Later;
use super::shared::{ACCESSES, MEMORY, MODULE, STACK, Shared, TABLE, access, name, types};
use anyhow::{Context, Result};
use std::borrow::Cow;
use std::collections::BTreeMap;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, FunctionSection,
    ImportSection, Instruction, MemoryType, Module, NameMap, NameSection, RefType, TableType,
};
use wasmparser::Operator;

/// Writes the later part.
///
/// # Errors
/// When the program has what no linked program has.
pub(super) fn write(program: &Program<'_>, later: &Later, shared: &Shared) -> Result<Vec<u8>> {
    let imported = ACCESSES + u32::try_from(shared.called.len())?;
    let own = later.functions.iter().copied().zip(imported..);
    let functions: BTreeMap<Function, u32> =
        shared.called.iter().map(|(function, place)| (*function, *place)).chain(own).collect();
    let mut module = Module::new();
    module.section(&types(program)?);
    module.section(&imports(program, shared));
    let mut section = FunctionSection::new();
    for function in &later.functions {
        section.function(program.types[*function as usize]);
    }
    module.section(&section);
    module.section(&table(program, later, shared, &functions));
    module.section(&code(program, later, &functions)?);
    module.section(&data(program, later)?);
    let mut names = NameMap::new();
    for function in &later.functions {
        if let Some(name) = program.names.get(function) {
            names.append(functions[function], name);
        }
    }
    let mut section = NameSection::new();
    section.functions(&names);
    module.section(&section);
    Ok(module.finish())
}

fn imports(program: &Program<'_>, shared: &Shared) -> ImportSection {
    let mut section = ImportSection::new();
    // Of whatever size the first part has made them.
    let memory = MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    };
    section.import(MODULE, MEMORY, EntityType::Memory(memory));
    let table = TableType {
        element_type: RefType::FUNCREF,
        minimum: u64::from(shared.table),
        maximum: None,
        table64: false,
        shared: false,
    };
    section.import(MODULE, TABLE, EntityType::Table(table));
    for place in 0..ACCESSES {
        section.import(MODULE, &name(place), EntityType::Function(program.type_count + place));
    }
    for (function, place) in &shared.called {
        let kind = program.types[*function as usize];
        section.import(MODULE, &name(*place), EntityType::Function(kind));
    }
    section
}

/// Puts functions where the first part looks for them.
fn table(
    program: &Program<'_>,
    later: &Later,
    shared: &Shared,
    functions: &BTreeMap<Function, u32>,
) -> ElementSection {
    let own = program.table.iter().filter(|(_, function)| later.functions.contains(function));
    let mut places: BTreeMap<u32, u32> =
        own.map(|(place, function)| (*place, functions[function])).collect();
    places.extend(shared.places.iter().map(|(function, place)| (*place, functions[function])));
    let places = places.into_iter().map(|(place, function)| (place, [function]));
    let mut section = ElementSection::new();
    for (first, run) in runs(places) {
        let first = ConstExpr::i32_const(first.cast_signed());
        section.active(None, &first, Elements::Functions(Cow::Owned(run)));
    }
    section
}

fn code(
    program: &Program<'_>,
    later: &Later,
    functions: &BTreeMap<Function, u32>,
) -> Result<CodeSection> {
    let mut section = CodeSection::new();
    let mut moved = Moved { functions };
    let first = program.imported.len();
    for function in &later.functions {
        let body = program.bodies.get(*function as usize - first).context("no body")?;
        moved.parse_function_body(&mut section, body.clone())?;
    }
    Ok(section)
}

fn data(program: &Program<'_>, later: &Later) -> Result<DataSection> {
    let mut pieces = Vec::new();
    for datum in &later.data {
        let piece = &program.pieces[*datum];
        // What is nothing but zeros has no segment.
        let Some(segment) = program.segments.get(piece.segment) else { continue };
        let bytes = segment.data.get(piece.bytes.clone());
        let bytes = bytes.context("data beyond the end of its segment")?;
        let address = program.address(piece.segment)? + u32::try_from(piece.bytes.start)?;
        pieces.push((address, bytes));
    }
    let mut section = DataSection::new();
    for (address, bytes) in runs(pieces) {
        section.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes);
    }
    Ok(section)
}

/// Joins what stands beside each other, in order, so that it is placed in one go.
fn runs<T: Copy>(pieces: impl IntoIterator<Item = (u32, impl AsRef<[T]>)>) -> Vec<(u32, Vec<T>)> {
    let mut runs: Vec<(u32, Vec<T>)> = Vec::new();
    for (at, piece) in pieces {
        match runs.last_mut() {
            Some((first, run)) if *first as usize + run.len() == at as usize => {
                run.extend(piece.as_ref());
            }
            _ => runs.push((at, piece.as_ref().to_vec())),
        }
    }
    runs
}

/// Gives functions the numbers that they have in the later part.
struct Moved<'a> {
    functions: &'a BTreeMap<Function, u32>,
}

impl Reencode for Moved<'_> {
    type Error = Stray;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Stray>> {
        self.functions.get(&function).copied().ok_or(Error::UserError(Stray(function)))
    }

    fn instruction<'a>(&mut self, operator: Operator<'a>) -> Result<Instruction<'a>, Error<Stray>> {
        match operator {
            Operator::GlobalGet { global_index: STACK } => Ok(access(true)),
            Operator::GlobalSet { global_index: STACK } => Ok(access(false)),
            other => wasm_encoder::reencode::utils::instruction(self, other),
        }
    }

    fn global_index(&mut self, global: u32) -> Result<u32, Error<Stray>> {
        Err(Error::UserError(Stray(global)))
    }
}

/// A function or a global that the later part does not know.
#[derive(Debug)]
struct Stray(u32);

impl std::fmt::Display for Stray {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "number {} is neither in the later part nor shared with it", self.0)
    }
}

impl std::error::Error for Stray {}
