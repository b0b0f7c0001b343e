//! Takes the page's program apart: what the first screen needs, and what comes later.
//!
//! A function that is named `later` begins what comes later: its own code, and whatever code and data nothing else leads to,
//! goes into a second program that shares memory and table with the first one. Where it was, the first part calls through a
//! place of the table that the later part fills; the page calls no such function before that part is there
//! (page/src/device/later.rs). Nothing of this is written in the page's code: what leads where is read from the references
//! that the linker leaves (`--emit-relocs`), before wasm-bindgen and `wasm-opt` see the first part.

mod first;
mod later;
mod program;
mod reach;
mod shared;

use anyhow::Result;
use program::Program;
use reach::Later;
use shared::Shared;
use std::collections::BTreeSet;

/// The two parts of a program.
pub(crate) struct Parts {
    /// What wasm-bindgen goes on with.
    pub(crate) first: Vec<u8>,
    /// What is instantiated with the exports of the first as its module `first`.
    pub(crate) later: Vec<u8>,
}

/// Finds the functions that come later, by their numbers in the linked program.
///
/// # Errors
/// As [`split`].
pub(crate) fn later_functions(wasm: &[u8]) -> Result<BTreeSet<u32>> {
    Ok(Later::find(&Program::read(wasm)?)?.functions)
}

/// Takes a linked program apart.
///
/// # Errors
/// When it was linked without references, or names no function `later`.
pub(crate) fn split(wasm: &[u8]) -> Result<Parts> {
    let program = Program::read(wasm)?;
    let later = Later::find(&program)?;
    let shared = Shared::between(&program, &later)?;
    Ok(Parts {
        first: first::write(wasm, &program, &later, &shared)?,
        later: later::write(&program, &later, &shared)?,
    })
}

#[cfg(test)]
mod tests;
