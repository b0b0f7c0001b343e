//! Holds the promise of ARCHITECTURE.md: a room uses only those above it in the list, and no files use each other in
//! a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::visit::Visit;

/// A path of Rust names, such as `crate::points::Points`.
type Name = Vec<String>;

/// What the files of one crate are called and what they name.
#[derive(Default)]
struct Crate {
    /// The file of each module, from the root of the repository.
    files: BTreeMap<Name, String>,
    /// What each module hands on under its own name: the paths as written there.
    handed_on: BTreeMap<Name, Vec<Name>>,
    /// What each module uses.
    used: BTreeMap<Name, Vec<Name>>,
}

/// Collects the paths of a file, apart from those of its tests.
#[derive(Default)]
struct Names {
    used: Vec<Name>,
    handed_on: Vec<Name>,
}

impl<'ast> Visit<'ast> for Names {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let mut names = Vec::new();
        flatten(&item.tree, &[], &mut names);
        match item.vis {
            syn::Visibility::Inherited => self.used.append(&mut names),
            _ => self.handed_on.append(&mut names),
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.used.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        syn::visit::visit_path(self, path);
    }

    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {
        // Who may see a thing is not what it uses.
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        // The arguments of a macro are tokens; as expressions they name paths like any others.
        let arguments = syn::punctuated::Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated;
        if let Ok(arguments) = item.parse_body_with(arguments) {
            for argument in &arguments {
                self.visit_expr(argument);
            }
        }
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if module.ident != "tests" {
            syn::visit::visit_item_mod(self, module);
        }
    }
}

fn flatten(tree: &syn::UseTree, before: &[String], names: &mut Vec<Name>) {
    let with = |ident: &syn::Ident| [before, &[ident.to_string()]].concat();
    match tree {
        syn::UseTree::Path(path) => flatten(&path.tree, &with(&path.ident), names),
        syn::UseTree::Group(group) => {
            group.items.iter().for_each(|item| flatten(item, before, names));
        }
        syn::UseTree::Name(name) => names.push(with(&name.ident)),
        syn::UseTree::Rename(rename) => names.push(with(&rename.ident)),
        syn::UseTree::Glob(_) => names.push(before.to_vec()),
    }
}

impl Crate {
    fn read(root: &Path, source: &str) -> Crate {
        let mut read = Crate::default();
        read.add(root, source, &[]);
        read
    }

    fn add(&mut self, root: &Path, folder: &str, module: &[String]) {
        for entry in fs::read_dir(root.join(folder)).expect("a folder of sources") {
            let name = entry.expect("an entry").file_name().into_string().expect("UTF-8");
            let path = format!("{folder}/{name}");
            if matches!(name.as_str(), "tests" | "tests.rs") {
                continue;
            }
            if root.join(&path).is_dir() {
                self.add(root, &path, &[module, &[name]].concat());
            } else if let Some(stem) = name.strip_suffix(".rs") {
                let mut module = module.to_vec();
                if !matches!(stem, "mod" | "lib" | "main") {
                    module.push(stem.to_owned());
                }
                let text = fs::read_to_string(root.join(&path)).expect("a source file");
                let mut names = Names::default();
                names.visit_file(&syn::parse_file(&text).expect("Rust"));
                self.used.entry(module.clone()).or_default().append(&mut names.used);
                self.handed_on.entry(module.clone()).or_default().append(&mut names.handed_on);
                self.files.insert(module, path);
            }
        }
    }

    /// Returns the module in which `name`, as written in `module`, is made; none for other crates and local names.
    fn resolve(&self, module: &[String], name: &[String]) -> Option<Name> {
        let (first, rest) = name.split_first()?;
        let begun = match first.as_str() {
            "crate" => Vec::new(),
            "self" => module.to_vec(),
            "super" => module.split_last()?.1.to_vec(),
            _ => {
                let child = [module, std::slice::from_ref(first)].concat();
                self.files.contains_key(&child).then_some(child)?
            }
        };
        self.follow(begun, rest)
    }

    fn follow(&self, mut module: Name, rest: &[String]) -> Option<Name> {
        let Some((next, after)) = rest.split_first() else { return Some(module) };
        if next == "super" {
            module.pop()?;
            return self.follow(module, after);
        }
        let child = [&module[..], std::slice::from_ref(next)].concat();
        if self.files.contains_key(&child) {
            return self.follow(child, after);
        }
        let handed_on = self.handed_on.get(&module)?.iter().find(|name| name.last() == Some(next));
        handed_on.map_or(Some(module.clone()), |name| self.resolve(&module, name))
    }

    /// Returns the files that each file uses.
    fn uses(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut uses: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (module, names) in &self.used {
            let file = self.files[module].as_str();
            let used = names.iter().filter_map(|name| self.resolve(module, name));
            let used = used.map(|module| self.files[&module].as_str()).filter(|used| *used != file);
            uses.entry(file).or_default().extend(used);
        }
        uses
    }
}

/// Returns the files that can be reached from a file, itself only where it stands in a circle.
fn reached<'a>(uses: &BTreeMap<&'a str, BTreeSet<&'a str>>, file: &str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&str> = uses[file].iter().copied().collect();
    while let Some(file) = next.pop() {
        if reached.insert(file) {
            next.extend(&uses[file]);
        }
    }
    reached
}

/// Returns the rooms of ARCHITECTURE.md, the lowest first.
fn rooms(root: &Path) -> Vec<String> {
    let text = fs::read_to_string(root.join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    rows.map(|(room, _)| room.to_owned()).filter(|room| root.join(room).exists()).collect()
}

/// Where each crate has its sources.
const SOURCES: [&str; 7] =
    ["src", "check/src", "terminal/src", "page/src", "js/src", "xtask/src", "browser/src"];

/// Returns every wrong arrow of the crates, in words.
fn wrong(root: &Path) -> Vec<String> {
    let rooms = rooms(root);
    let room = |file: &str| rooms.iter().position(|room| file.starts_with(room.as_str()));
    let mut wrong = Vec::new();
    for source in SOURCES {
        let read = Crate::read(root, source);
        let uses = read.uses();
        for (file, used) in &uses {
            if room(file).is_none() {
                wrong.push(format!("{file} stands in no room of ARCHITECTURE.md"));
            }
            for used in used {
                if room(used) > room(file) {
                    wrong.push(format!(
                        "{file} uses {used}, which stands below it in ARCHITECTURE.md"
                    ));
                }
                if reached(&uses, used).contains(file) {
                    wrong.push(format!("{file} uses {used}, which comes back to it"));
                }
            }
        }
    }
    wrong
}

#[test]
fn each_room_uses_only_those_above_it_and_no_file_imports_back() {
    let wrong = wrong(Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &to),
            false => drop(fs::copy(entry.path(), to).expect("a copy")),
        }
    }
}

#[test]
fn an_arrow_that_is_turned_around_is_named() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let turned = [
        ("src/points.rs", "use crate::report::Report;"),
        ("src/assess/uncertain.rs", "use super::facts::Facts;"),
        ("page/src/state/model.rs", "fn back() { crate::views::page::Page; }"),
        ("terminal/src/rules.rs", "use super::Arguments;"),
    ];
    for (file, line) in turned {
        let folder = tempfile::tempdir().expect("a folder");
        for source in SOURCES {
            copy(&root.join(source), &folder.path().join(source));
        }
        fs::copy(root.join("ARCHITECTURE.md"), folder.path().join("ARCHITECTURE.md"))
            .expect("the list");
        let path = folder.path().join(file);
        let text = fs::read_to_string(&path).expect("a source file");
        fs::write(&path, format!("{text}\n{line}\n")).expect("the planted line");
        let wrong = wrong(folder.path());
        assert!(wrong.iter().any(|arrow| arrow.starts_with(file)), "{file}: {wrong:?}");
    }
}
