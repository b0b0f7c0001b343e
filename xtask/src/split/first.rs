//! Writes the first part: the linked program without what comes later.

use super::program::{Function, Program};
use super::reach::Later;
use super::shared::{STACK, Shared, TABLE, name, types, written};
use anyhow::{Context, Result, bail, ensure};
use std::borrow::Cow;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, DataSection, ExportKind, ExportSection, FunctionSection,
    InstructionSink, Module, RawSection, TableSection,
};
use wasmparser::{Parser, Payload};

/// Writes the first part.
///
/// # Errors
/// When the program has what no linked program has.
pub(super) fn write(
    wasm: &[u8],
    program: &Program<'_>,
    later: &Later,
    shared: &Shared,
) -> Result<Vec<u8>> {
    let mut first = First { program, later, shared, added: Vec::new(), module: Module::new() };
    first.add_exported();
    for payload in Parser::new(0).parse_all(wasm) {
        first.take(wasm, payload?)?;
    }
    Ok(first.module.finish())
}

/// A function that the linked program does not have.
enum Added {
    /// Reads the end of the stack.
    Read,
    /// Writes it.
    Write,
    /// Calls another one. wasm-bindgen puts other functions in the place of some: it looks for them where they are called,
    /// not where they are exported.
    Call(Function),
}

struct First<'a> {
    program: &'a Program<'a>,
    later: &'a Later,
    shared: &'a Shared,
    added: Vec<(String, Added)>,
    module: Module,
}

impl First<'_> {
    fn add_exported(&mut self) {
        self.added.push((name(0), Added::Read));
        self.added.push((name(1), Added::Write));
        for (function, place) in &self.shared.called {
            if self.program.is_replaced(*function) {
                self.added.push((name(*place), Added::Call(*function)));
            }
        }
    }

    fn take(&mut self, wasm: &[u8], payload: Payload<'_>) -> Result<()> {
        match payload {
            Payload::TypeSection(_) => {
                self.module.section(&types(self.program)?);
            }
            Payload::FunctionSection(_) => self.functions(),
            Payload::TableSection(tables) => {
                let mut section = TableSection::new();
                ensure!(tables.count() == 1, "a program with more than one table");
                for table in tables {
                    let mut kind = RoundtripReencoder.table_type(table?.ty)?;
                    kind.minimum = u64::from(self.shared.table);
                    kind.maximum = Some(kind.minimum);
                    section.table(kind);
                }
                self.module.section(&section);
            }
            Payload::ExportSection(_) => self.exports()?,
            Payload::CodeSectionStart { .. } => self.code()?,
            Payload::CodeSectionEntry(_) => {}
            Payload::DataSection(_) => self.data()?,
            Payload::CustomSection(custom) => {
                if custom.name() != "linking" && !custom.name().starts_with("reloc.") {
                    let (name, data) = (custom.name().into(), Cow::Borrowed(custom.data()));
                    self.module.section(&CustomSection { name, data });
                }
            }
            Payload::Version { .. } | Payload::End(_) => {}
            other => match other.as_section() {
                Some((id, range)) => {
                    let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
                    let data = wasm.get(range).context("a section beyond the end")?;
                    self.module.section(&RawSection { id, data });
                }
                None => bail!("a part of a program that is not known: {other:?}"),
            },
        }
        Ok(())
    }

    fn functions(&mut self) {
        let mut section = FunctionSection::new();
        let types = &self.program.types;
        for kind in &types[self.program.imported.len()..] {
            section.function(*kind);
        }
        for (_, added) in &self.added {
            section.function(match added {
                Added::Read => self.program.type_count,
                Added::Write => self.program.type_count + 1,
                Added::Call(function) => types[*function as usize],
            });
        }
        self.module.section(&section);
    }

    fn exports(&mut self) -> Result<()> {
        let mut section = ExportSection::new();
        for export in &self.program.exports {
            let kind = RoundtripReencoder.export_kind(export.kind)?;
            section.export(export.name, kind, export.index);
        }
        section.export(TABLE, ExportKind::Table, 0);
        for (function, place) in &self.shared.called {
            if !self.program.is_replaced(*function) {
                section.export(&name(*place), ExportKind::Func, *function);
            }
        }
        for ((name, _), function) in self.added.iter().zip(self.program.types.len()..) {
            section.export(name, ExportKind::Func, u32::try_from(function)?);
        }
        self.module.section(&section);
        Ok(())
    }

    fn code(&mut self) -> Result<()> {
        let mut section = CodeSection::new();
        for (function, body) in (0..).skip(self.program.imported.len()).zip(&self.program.bodies) {
            if let Some(place) = self.shared.places.get(&function) {
                section.function(&self.call(function, |code| {
                    let type_index = self.program.types[function as usize];
                    code.i32_const(place.cast_signed()).call_indirect(0, type_index);
                })?);
            } else if self.later.functions.contains(&function) {
                // In the table until the later part puts its own in its place.
                section.function(&written(|code| {
                    code.unreachable();
                }));
            } else {
                RoundtripReencoder.parse_function_body(&mut section, body.clone())?;
            }
        }
        for (_, added) in &self.added {
            section.function(&match added {
                Added::Read => written(|code| {
                    code.global_get(STACK);
                }),
                Added::Write => written(|code| {
                    code.local_get(0).global_set(STACK);
                }),
                Added::Call(function) => self.call(*function, |code| {
                    code.call(*function);
                })?,
            });
        }
        self.module.section(&section);
        Ok(())
    }

    /// A function that passes on what it is given.
    fn call(
        &self,
        function: Function,
        on: impl FnOnce(&mut InstructionSink<'_>),
    ) -> Result<wasm_encoder::Function> {
        let kind = self.program.types[function as usize] as usize;
        let parameters = self.program.parameters.get(kind);
        let parameters = *parameters.context("a function of a type that is not there")?;
        Ok(written(|code| {
            for parameter in 0..parameters {
                code.local_get(parameter);
            }
            on(code);
        }))
    }

    /// All data, with nothing where later data goes.
    fn data(&mut self) -> Result<()> {
        let mut section = DataSection::new();
        for (position, segment) in self.program.segments.iter().enumerate() {
            let mut data = segment.data.to_vec();
            for datum in &self.later.data {
                let piece = &self.program.pieces[*datum];
                if piece.segment == position {
                    data[piece.bytes.clone()].fill(0);
                }
            }
            let address = self.program.address(position)?;
            section.active(0, &ConstExpr::i32_const(address.cast_signed()), data);
        }
        self.module.section(&section);
        Ok(())
    }
}
