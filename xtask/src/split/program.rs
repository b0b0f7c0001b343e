//! A linked program, read far enough to know what refers to what.

use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use wasmparser::{
    Data, DataKind, ElementItems, ElementKind, Export, ExternalKind, FunctionBody, KnownCustom,
    Linking, Name, Operator, Parser, Payload, RelocationEntry, RelocationType, SymbolInfo, TypeRef,
    TypeSectionReader,
};

/// A function by its index, imported ones first.
pub(super) type Function = u32;
/// A piece of data by its place among all of them.
pub(super) type Datum = usize;

/// What a function or a piece of data refers to.
#[derive(Default)]
pub(super) struct References {
    /// The functions that it calls by name.
    pub(super) called: BTreeSet<Function>,
    /// These, and those whose place in the table it knows.
    pub(super) functions: BTreeSet<Function>,
    pub(super) data: BTreeSet<Datum>,
}

/// Bytes of a segment of data that belong together: those of one symbol, or of several that share some.
pub(super) struct Piece {
    pub(super) segment: usize,
    /// Within the segment.
    pub(super) bytes: Range<usize>,
}

/// A linked program.
#[derive(Default)]
pub(super) struct Program<'a> {
    /// The types of functions.
    pub(super) type_section: Option<TypeSectionReader<'a>>,
    /// How many of them there are.
    pub(super) type_count: u32,
    /// How many parameters each of them has.
    pub(super) parameters: Vec<u32>,
    /// The type of each function, imported ones first.
    pub(super) types: Vec<u32>,
    /// Module and name of each imported function.
    pub(super) imported: Vec<(&'a str, &'a str)>,
    /// The functions that are not imported.
    pub(super) bodies: Vec<FunctionBody<'a>>,
    pub(super) names: BTreeMap<Function, &'a str>,
    pub(super) exports: Vec<Export<'a>>,
    pub(super) start: Option<Function>,
    /// How many places the table of functions has.
    pub(super) table_size: u32,
    /// Which function stands at each of them.
    pub(super) table: BTreeMap<u32, Function>,
    pub(super) segments: Vec<Data<'a>>,
    pub(super) pieces: Vec<Piece>,
    /// What each function refers to.
    pub(super) functions: BTreeMap<Function, References>,
    /// What each piece of data refers to, and under `None` what lies in none.
    pub(super) data: BTreeMap<Option<Datum>, References>,
    symbols: Vec<SymbolInfo<'a>>,
    /// References by the number of the section that they stand in.
    relocations: Vec<(u32, Vec<RelocationEntry>)>,
    /// The number of the section with the code, and where its content begins.
    code: (u32, usize),
    /// The same of the data.
    data_section: (u32, usize),
}

impl<'a> Program<'a> {
    /// Reads a program that was linked with `--emit-relocs`.
    ///
    /// # Errors
    /// When it is none.
    pub(super) fn read(wasm: &'a [u8]) -> Result<Self> {
        let mut program = Self::default();
        let mut section = 0;
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload?;
            let counts = payload.as_section().is_some();
            program.take(payload, section)?;
            section += u32::from(counts);
        }
        if program.relocations.is_empty() {
            bail!("The program was linked without `--emit-relocs`: page/build.rs asks for it.");
        }
        program.refer()?;
        Ok(program)
    }

    fn take(&mut self, payload: Payload<'a>, section: u32) -> Result<()> {
        match payload {
            Payload::TypeSection(types) => {
                self.type_section = Some(types.clone());
                for kind in types.into_iter_err_on_gc_types() {
                    self.parameters.push(u32::try_from(kind?.params().len())?);
                }
                self.type_count = u32::try_from(self.parameters.len())?;
            }
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let import = import?;
                    if let TypeRef::Func(kind) = import.ty {
                        self.types.push(kind);
                        self.imported.push((import.module, import.name));
                    }
                }
            }
            Payload::FunctionSection(types) => {
                for kind in types {
                    self.types.push(kind?);
                }
            }
            Payload::ExportSection(exports) => {
                self.exports = exports.into_iter().collect::<Result<_, _>>()?;
            }
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::TableSection(tables) => {
                for table in tables {
                    self.table_size = u32::try_from(table?.ty.initial)?;
                }
            }
            Payload::ElementSection(elements) => {
                for element in elements {
                    let element = element?;
                    let (ElementKind::Active { offset_expr, .. }, ElementItems::Functions(items)) =
                        (element.kind, element.items)
                    else {
                        bail!("The table of functions is filled in a way that is not known.");
                    };
                    let first = constant(&offset_expr)?;
                    for (place, function) in (first..).zip(items) {
                        self.table.insert(place, function?);
                    }
                }
            }
            Payload::CodeSectionStart { unchecked_range, .. } => {
                self.code = (section, to_usize(unchecked_range.start)?);
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::DataSection(data) => {
                self.data_section = (section, to_usize(data.range().start)?);
                self.segments = data.into_iter().collect::<Result<_, _>>()?;
            }
            Payload::CustomSection(custom) => match custom.as_known() {
                KnownCustom::Name(names) => {
                    for name in names {
                        if let Name::Function(functions) = name? {
                            for function in functions {
                                let function = function?;
                                self.names.insert(function.index, function.name);
                            }
                        }
                    }
                }
                KnownCustom::Linking(linking) => {
                    for part in linking.subsections() {
                        if let Linking::SymbolTable(symbols) = part? {
                            self.symbols = symbols.into_iter().collect::<Result<_, _>>()?;
                        }
                    }
                }
                KnownCustom::Reloc(relocations) => {
                    let entries = relocations.entries().into_iter().collect::<Result<_, _>>()?;
                    self.relocations.push((relocations.section_index(), entries));
                }
                _ => {}
            },
            _ => {}
        }
        Ok(())
    }

    /// Finds out what refers to what.
    fn refer(&mut self) -> Result<()> {
        let first = u32::try_from(self.imported.len())?;
        for (function, body) in (first..).zip(&self.bodies) {
            let references = self.functions.entry(function).or_default();
            for operator in body.get_operators_reader()? {
                if let Operator::Call { function_index } = operator? {
                    references.called.insert(function_index);
                    references.functions.insert(function_index);
                }
            }
        }
        self.gather_pieces();
        for (section, entries) in std::mem::take(&mut self.relocations) {
            if section == self.code.0 {
                self.refer_from_code(&entries)?;
            } else if section == self.data_section.0 {
                self.refer_from_data(&entries)?;
            }
        }
        Ok(())
    }

    /// Joins symbols that share bytes: a constant may be a part of another one.
    fn gather_pieces(&mut self) {
        let mut symbols: Vec<(usize, Range<usize>)> = Vec::new();
        for info in &self.symbols {
            if let SymbolInfo::Data { symbol: Some(data), .. } = info {
                let start = data.offset as usize;
                symbols.push((data.index as usize, start..start + data.size as usize));
            }
        }
        symbols.sort_by_key(|(segment, bytes)| (*segment, bytes.start));
        for (segment, bytes) in symbols {
            match self.pieces.last_mut() {
                Some(last) if last.segment == segment && bytes.start < last.bytes.end => {
                    last.bytes.end = last.bytes.end.max(bytes.end);
                }
                _ if bytes.is_empty() => {}
                _ => self.pieces.push(Piece { segment, bytes }),
            }
        }
    }

    /// The piece that a byte belongs to.
    fn piece_at(&self, segment: usize, at: usize) -> Option<Datum> {
        let next = self
            .pieces
            .partition_point(|piece| (piece.segment, piece.bytes.start) <= (segment, at));
        let datum = next.checked_sub(1)?;
        let piece = &self.pieces[datum];
        (piece.segment == segment && piece.bytes.contains(&at)).then_some(datum)
    }

    fn refer_from_code(&mut self, entries: &[RelocationEntry]) -> Result<()> {
        let first = u32::try_from(self.imported.len())?;
        let ends: Vec<u64> = self.bodies.iter().map(|body| body.range().end).collect();
        for entry in entries {
            let at = (self.code.1 + entry.offset as usize) as u64;
            let body = ends.partition_point(|end| *end <= at);
            let function = first + u32::try_from(body)?;
            let target = self.target(entry)?;
            let references = self.functions.entry(function).or_default();
            target.add_to(references);
        }
        Ok(())
    }

    fn refer_from_data(&mut self, entries: &[RelocationEntry]) -> Result<()> {
        // Where the content of each segment begins, within the section.
        let mut starts = Vec::new();
        for segment in &self.segments {
            starts.push(to_usize(segment.range.end)? - segment.data.len() - self.data_section.1);
        }
        for entry in entries {
            let offset = entry.offset as usize;
            let segment = starts.partition_point(|start| *start <= offset) - 1;
            let piece = self.piece_at(segment, offset - starts[segment]);
            let target = self.target(entry)?;
            target.add_to(self.data.entry(piece).or_default());
        }
        Ok(())
    }

    fn target(&self, entry: &RelocationEntry) -> Result<Target> {
        use RelocationType as Kind;
        Ok(match entry.ty {
            Kind::FunctionIndexLeb | Kind::TableIndexSleb | Kind::TableIndexI32 => {
                match self.symbols.get(entry.index as usize) {
                    Some(SymbolInfo::Func { index, .. }) => Target::Function(*index),
                    _ => bail!("{entry:?} leads to no function"),
                }
            }
            Kind::MemoryAddrLeb | Kind::MemoryAddrSleb | Kind::MemoryAddrI32 => {
                match self.symbols.get(entry.index as usize) {
                    Some(SymbolInfo::Data { symbol: Some(data), .. }) => self
                        .piece_at(data.index as usize, data.offset as usize)
                        .map_or(Target::Kept, Target::Data),
                    _ => Target::Kept,
                }
            }
            Kind::TypeIndexLeb | Kind::GlobalIndexLeb | Kind::TableNumberLeb => Target::Kept,
            other => bail!("a kind of reference that is not known: {other:?}"),
        })
    }

    /// Whether a function is one of those that tell wasm-bindgen what is passed.
    pub(super) fn describes(&self, function: Function) -> bool {
        let imported = self.imported.get(function as usize);
        imported.is_some_and(|(_, name)| name.starts_with("__wbindgen_describe"))
    }

    /// Whether wasm-bindgen puts another function in the place of this one: an imported one, or one that it runs to learn
    /// what is passed.
    pub(super) fn is_replaced(&self, function: Function) -> bool {
        let called = self.functions.get(&function).map(|references| &references.called);
        self.is_imported(function)
            || called.is_some_and(|called| called.iter().any(|callee| self.describes(*callee)))
    }

    pub(super) fn is_imported(&self, function: Function) -> bool {
        (function as usize) < self.imported.len()
    }

    pub(super) fn exported(&self) -> impl Iterator<Item = Function> {
        let functions = self.exports.iter().filter(|export| export.kind == ExternalKind::Func);
        functions.map(|export| export.index)
    }

    /// Where a segment lies in the memory.
    pub(super) fn address(&self, segment: usize) -> Result<u32> {
        match &self.segments.get(segment).context("a segment that is not there")?.kind {
            DataKind::Active { offset_expr, .. } => constant(offset_expr),
            DataKind::Passive => bail!("data that is not placed when the program starts"),
        }
    }
}

/// What a place in code or data refers to.
enum Target {
    Function(Function),
    Data(Datum),
    /// What every part has.
    Kept,
}

impl Target {
    fn add_to(&self, references: &mut References) {
        match self {
            Self::Function(function) => references.functions.insert(*function),
            Self::Data(datum) => references.data.insert(*datum),
            Self::Kept => false,
        };
    }
}

fn constant(expression: &wasmparser::ConstExpr<'_>) -> Result<u32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        other => bail!("an address that is not a number: {other:?}"),
    }
}

fn to_usize(position: u64) -> Result<usize> {
    Ok(usize::try_from(position)?)
}
