//! A program as a linker leaves it, taken apart and run.

use super::shared::written;
use super::split;
use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, DataSection, DataSymbolDefinition, ElementSection,
    Elements, Encode, ExportKind, ExportSection, FunctionSection, GlobalSection, GlobalType,
    InstructionSink, LinkingSection, MemArg, MemArgTarget, MemorySection, MemoryType, Module,
    NameMap, NameSection, RefType, SymbolTable, TableSection, TableType, TypeSection, ValType,
};
use wasmi::{Engine, Instance, Linker, Store};
use wasmparser::{Operator, Parser, Payload, RelocationType};

/// Where the data lies; no other number of the program is as large.
const DATA: i32 = 1000;
const FIRST_ONLY: i32 = DATA;
const LATER_ONLY: i32 = DATA + 4;
const BOTH: i32 = DATA + 8;
/// The functions of the program, in order.
const NAMES: [&str; 6] = ["run", "look", "page::later", "shared", "alone", "pointed"];
/// The places of the table whose functions are known by number.
const POINTED: i32 = 1;

const PLAIN: MemArg =
    MemArg { offset: 0, align: 2, target: MemArgTarget::Memory(0), ordering: None };

fn load(code: &mut InstructionSink<'_>, address: i32) {
    code.i32_const(address).i32_load(PLAIN);
}

/// `run(x)` is `later(x)` and something of its own; `later` comes with data, a function that it calls and one that it knows
/// by its place in the table, and uses the stack.
fn linked() -> Vec<u8> {
    let mut module = Module::new();
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32], [ValType::I32]);
    module.section(&types);
    let mut functions = FunctionSection::new();
    NAMES.iter().for_each(|_| {
        functions.function(0);
    });
    module.section(&functions);
    let mut tables = TableSection::new();
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        minimum: 2,
        maximum: Some(2),
        table64: false,
        shared: false,
    });
    module.section(&tables);
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    module.section(&memories);
    let mut globals = GlobalSection::new();
    let stack = GlobalType { val_type: ValType::I32, mutable: true, shared: false };
    globals.global(stack, &ConstExpr::i32_const(900));
    module.section(&globals);
    let mut exports = ExportSection::new();
    exports.export("memory", ExportKind::Memory, 0);
    exports.export("run", ExportKind::Func, 0);
    exports.export("look", ExportKind::Func, 1);
    module.section(&exports);
    let mut elements = ElementSection::new();
    let place = ConstExpr::i32_const(POINTED);
    elements.active(None, &place, Elements::Functions([5].as_slice().into()));
    module.section(&elements);
    let mut code = CodeSection::new();
    // run: what comes later, and a number of its own and a shared one.
    code.function(&written(|code| {
        code.local_get(0).call(2);
        load(code, FIRST_ONLY);
        load(code, BOTH);
        code.i32_add().i32_add().i32_const(0).call(3).i32_add();
    }));
    // look: what the memory holds at an address.
    code.function(&written(|code| {
        code.local_get(0).i32_load(PLAIN);
    }));
    // later: moves the end of the stack and back, calls one of the first part, one of its own and one by its place.
    code.function(&written(|code| {
        code.global_get(0).i32_const(16).i32_sub().global_set(0);
        code.local_get(0).call(3).call(4).i32_const(POINTED).call_indirect(0, 0);
        load(code, LATER_ONLY);
        load(code, BOTH);
        code.i32_add().i32_add();
        code.global_get(0).i32_const(16).i32_add().global_set(0);
        code.global_get(0).i32_add();
    }));
    // shared, alone, pointed
    code.function(&written(|code| {
        code.local_get(0).i32_const(1).i32_add();
    }));
    code.function(&written(|code| {
        code.local_get(0).i32_const(2).i32_mul();
    }));
    code.function(&written(|code| {
        code.local_get(0).i32_const(3).i32_mul();
    }));
    module.section(&code);
    let mut data = DataSection::new();
    let bytes = [7_i32, 50, 300].map(i32::to_le_bytes).concat();
    data.active(0, &ConstExpr::i32_const(DATA), bytes);
    module.section(&data);

    let mut symbols = SymbolTable::new();
    for (name, index) in NAMES.iter().zip(0..) {
        symbols.function(0, index, Some(name));
    }
    for (name, offset) in [("first", 0), ("later", 4), ("both", 8)] {
        symbols.data(0, name, Some(DataSymbolDefinition { index: 0, offset, size: 4 }));
    }
    let mut linking = LinkingSection::new();
    linking.symbol_table(&symbols);
    module.section(&linking);
    let unlinked = module.clone().finish();
    module
        .section(&CustomSection { name: "reloc.CODE".into(), data: references(&unlinked).into() });
    let mut names = NameMap::new();
    for (name, index) in NAMES.iter().zip(0..) {
        names.append(index, name);
    }
    let mut section = NameSection::new();
    section.functions(&names);
    module.section(&section);
    module.finish()
}

/// Says where the code names data and places of the table.
fn references(wasm: &[u8]) -> Vec<u8> {
    let (mut start, mut found, mut section, mut code) = (0, Vec::new(), 0_u32, 0_u32);
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.expect("it can be read");
        match &payload {
            Payload::CodeSectionStart { unchecked_range, .. } => {
                (start, code) = (unchecked_range.start, section);
            }
            Payload::CodeSectionEntry(body) => {
                let operators = body.get_operators_reader().expect("a body");
                let mut previous = None;
                for operator in operators.into_iter_with_offsets() {
                    let (operator, at) = operator.expect("an instruction");
                    if let Operator::I32Const { value: value @ DATA.. } = operator {
                        let symbol = NAMES.len() as u32 + ((value - DATA) / 4) as u32;
                        found.push((RelocationType::MemoryAddrSleb, at + 1 - start, symbol));
                    }
                    if let (Operator::CallIndirect { .. }, Some(at)) = (&operator, previous) {
                        found.push((RelocationType::TableIndexSleb, at + 1 - start, 5));
                    }
                    previous = Some(at);
                }
            }
            _ => {}
        }
        section += u32::from(payload.as_section().is_some());
    }
    let mut bytes = Vec::new();
    code.encode(&mut bytes);
    (found.len() as u32).encode(&mut bytes);
    for (kind, at, symbol) in found {
        bytes.push(kind as u8);
        (at as u32).encode(&mut bytes);
        symbol.encode(&mut bytes);
        if kind == RelocationType::MemoryAddrSleb {
            0_i32.encode(&mut bytes);
        }
    }
    bytes
}

struct Running {
    store: Store<()>,
    first: Instance,
}

impl Running {
    fn start(wasm: &[u8]) -> Self {
        let engine = Engine::default();
        let module = wasmi::Module::new(&engine, wasm).expect("it is a program");
        let mut store = Store::new(&engine, ());
        let linker = Linker::new(&engine);
        let first = linker.instantiate_and_start(&mut store, &module).expect("it starts");
        Self { store, first }
    }

    fn add(&mut self, wasm: &[u8]) {
        let engine = self.store.engine().clone();
        let module = wasmi::Module::new(&engine, wasm).expect("it is a program");
        let mut linker = Linker::new(&engine);
        linker.instance(&mut self.store, "first", self.first).expect("its exports");
        linker.instantiate_and_start(&mut self.store, &module).expect("it starts");
    }

    fn call(&mut self, name: &str, given: i32) -> Option<i32> {
        let function = self.first.get_typed_func::<i32, i32>(&self.store, name);
        function.expect("it is exported").call(&mut self.store, given).ok()
    }
}

#[test]
fn both_parts_together_do_what_the_whole_does() {
    let whole = linked();
    let parts = split(&whole).expect("it can be taken apart");
    let (mut whole, mut first) = (Running::start(&whole), Running::start(&parts.first));
    assert_eq!(whole.call("run", 4), Some((4 + 1) * 2 * 3 + 50 + 300 + 900 + 7 + 300 + 1));
    // What comes later is not there: neither its code nor its data.
    assert_eq!(first.call("run", 4), None);
    assert_eq!(first.call("look", LATER_ONLY), Some(0));
    for address in [FIRST_ONLY, BOTH] {
        assert_eq!(first.call("look", address), whole.call("look", address));
    }
    first.add(&parts.later);
    for given in [-3, 0, 4, 1 << 20] {
        assert_eq!(first.call("run", given), whole.call("run", given), "{given}");
    }
    assert_eq!(first.call("look", LATER_ONLY), Some(50));
}

#[test]
fn only_what_nothing_else_leads_to_comes_later() {
    let later = super::later_functions(&linked()).expect("it can be read");
    let named = later.iter().map(|function| NAMES[*function as usize]);
    assert_eq!(named.collect::<Vec<_>>(), ["page::later", "alone", "pointed"]);
}

#[test]
fn a_program_without_references_is_refused() {
    let plain = Module::new().finish();
    let fault = split(&plain).err().expect("it says nothing of what leads where").to_string();
    assert!(fault.contains("--emit-relocs"), "{fault}");
}
