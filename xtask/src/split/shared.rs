//! What the two parts of a program share, and under which names.

use super::program::{Function, Program};
use super::reach::Later;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{Instruction, InstructionSink, TypeSection, ValType};

/// The module that the later part imports everything from.
pub(super) const MODULE: &str = "first";
/// The memory, as the linker exports it.
pub(super) const MEMORY: &str = "memory";
/// The table of functions.
pub(super) const TABLE: &str = "table";
/// The global that the linker keeps the end of the stack in.
pub(super) const STACK: u32 = 0;

/// What the two parts share.
pub(super) struct Shared {
    /// The places of the table through which the first part calls the later one.
    pub(super) places: BTreeMap<Function, u32>,
    /// How many places the table has in all.
    pub(super) table: u32,
    /// The functions that the later part calls in the first, by where they stand among its imports.
    pub(super) called: BTreeMap<Function, u32>,
}

impl Shared {
    pub(super) fn between(program: &Program<'_>, later: &Later) -> Result<Self> {
        let size = program.table_size;
        let places = later.entries.iter().copied().zip(size..).collect();
        let mut called = BTreeMap::new();
        for function in &later.functions {
            let references =
                program.functions.get(function).context("a function without a body")?;
            for callee in references.called.difference(&later.functions) {
                called.insert(*callee, 0);
            }
        }
        for (place, at) in called.values_mut().zip(ACCESSES..) {
            *place = at;
        }
        Ok(Self { places, table: size + u32::try_from(later.entries.len())?, called })
    }
}

/// The types of the whole program, and of the functions that read and write the end of the stack: every part has all.
pub(super) fn types(program: &Program<'_>) -> Result<TypeSection> {
    let mut section = TypeSection::new();
    let types = program.type_section.clone().context("a program without functions")?;
    RoundtripReencoder.parse_type_section(&mut section, types)?;
    section.ty().function([], [ValType::I32]);
    section.ty().function([ValType::I32], []);
    Ok(section)
}

/// How many functions the later part imports to read and write the end of the stack: browsers before 2019 share no globals
/// that change.
pub(super) const ACCESSES: u32 = 2;

/// What takes the place of an instruction that reads or writes the end of the stack, in the later part.
pub(super) fn access(reads: bool) -> Instruction<'static> {
    Instruction::Call(u32::from(!reads))
}

/// The name under which the first part exports a function to the later one, by its place among the imports of that.
pub(super) fn name(place: u32) -> String {
    format!("f{place}")
}

/// A function without variables of its own.
pub(super) fn written(write: impl FnOnce(&mut InstructionSink<'_>)) -> wasm_encoder::Function {
    let mut function = wasm_encoder::Function::new([]);
    let mut code = function.instructions();
    write(&mut code);
    code.end();
    function
}
