//! A reader of as much TypeScript as the package's declarations use: interfaces, aliases, unions, literals, lists.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::vec::IntoIter;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

enum Type {
    Name(String),
    Literal(String),
    List(Box<Type>),
    Union(Vec<Type>),
}

#[derive(Default)]
struct Interface {
    extends: Option<String>,
    members: Vec<Member>,
    /// The type of members of any name.
    any: Option<Type>,
}

struct Member {
    name: String,
    optional: bool,
    of: Type,
}

/// The declarations of a file, by name.
#[derive(Default)]
pub(crate) struct Declarations {
    aliases: BTreeMap<String, Type>,
    interfaces: BTreeMap<String, Interface>,
}

impl Declarations {
    pub(crate) fn read(source: &str) -> Declarations {
        let mut tokens = Tokens { rest: tokens(source).into_iter().peekable() };
        let mut declarations = Declarations::default();
        while let Some(export) = tokens.rest.next() {
            assert_eq!(export, "export");
            let (what, name) = (tokens.next(), tokens.next());
            match what.as_str() {
                "type" => {
                    tokens.expect("=");
                    declarations.aliases.insert(name, tokens.read_type());
                    tokens.expect(";");
                }
                "interface" => {
                    declarations.interfaces.insert(name, tokens.read_interface());
                }
                _ => while tokens.next() != ";" {},
            }
        }
        declarations
    }

    /// Fails where a value is not of a type.
    pub(crate) fn check(&self, of: &str, value: &JsValue) {
        if let Some(fault) = self.fault(of, value) {
            panic!("{of}{fault}");
        }
    }

    /// Where and why a value is not of a type.
    pub(crate) fn fault(&self, of: &str, value: &JsValue) -> Option<String> {
        self.type_fault(&Tokens { rest: tokens(of).into_iter().peekable() }.read_type(), value)
    }

    fn type_fault(&self, of: &Type, value: &JsValue) -> Option<String> {
        let unless =
            |holds: bool, what: &str| (!holds).then(|| format!(": {value:?} is not {what}"));
        match of {
            Type::Literal(text) => unless(value == text, text),
            Type::List(of) => {
                let Some(list) = value.dyn_ref::<Array>() else { return unless(false, "a list") };
                let fault = |(index, one): (usize, JsValue)| {
                    self.type_fault(of, &one).map(|fault| format!("[{index}]{fault}"))
                };
                list.iter().enumerate().find_map(fault)
            }
            Type::Union(of) => {
                let faults: Option<Vec<String>> =
                    of.iter().map(|one| self.type_fault(one, value)).collect();
                faults.map(|faults| faults.join(" | "))
            }
            Type::Name(name) => match name.as_str() {
                "string" => unless(value.is_string(), "a string"),
                "number" => unless(value.as_f64().is_some_and(f64::is_finite), "a number"),
                "boolean" => unless(value.as_bool().is_some(), "a boolean"),
                "null" => unless(value.is_null(), "null"),
                "undefined" => unless(value.is_undefined(), "undefined"),
                name => match (self.aliases.get(name), self.interfaces.get(name)) {
                    (Some(alias), _) => self.type_fault(alias, value),
                    (_, Some(interface)) => self.interface_fault(interface, value),
                    _ => panic!("{name} is not declared"),
                },
            },
        }
    }

    fn interface_fault(&self, interface: &Interface, value: &JsValue) -> Option<String> {
        if !value.is_object() || Array::is_array(value) {
            return Some(format!(": {value:?} is no object"));
        }
        let mut members: Vec<&Member> = interface.members.iter().collect();
        let mut base = interface.extends.as_ref();
        while let Some(name) = base {
            let interface = &self.interfaces[name];
            members.extend(&interface.members);
            base = interface.extends.as_ref();
        }
        let keys = Object::keys(value.unchecked_ref::<Object>());
        let keys: Vec<String> = keys.iter().filter_map(|key| key.as_string()).collect();
        let lacking = |member: &&&Member| !member.optional && !keys.contains(&member.name);
        if let Some(member) = members.iter().find(lacking) {
            return Some(format!(".{} is missing", member.name));
        }
        keys.iter().find_map(|key| {
            let member = members.iter().find(|member| member.name == *key);
            let Some(of) = member.map(|member| &member.of).or(interface.any.as_ref()) else {
                return Some(format!(".{key} is not declared"));
            };
            let fault = self.type_fault(of, &Reflect::get(value, &key.into()).unwrap());
            fault.map(|fault| format!(".{key}{fault}"))
        })
    }
}

struct Tokens {
    rest: Peekable<IntoIter<String>>,
}

impl Tokens {
    fn next(&mut self) -> String {
        self.rest.next().expect("the declarations end too soon")
    }

    fn expect(&mut self, token: &str) {
        assert_eq!(self.next(), token);
    }

    fn takes(&mut self, token: &str) -> bool {
        self.rest.next_if(|next| next == token).is_some()
    }

    fn read_interface(&mut self) -> Interface {
        let mut interface = Interface::default();
        if self.takes("extends") {
            interface.extends = Some(self.next());
        }
        self.expect("{");
        while !self.takes("}") {
            self.takes("readonly");
            let name = self.next();
            if name == "[" {
                while self.next() != "]" {}
                self.expect(":");
                interface.any = Some(self.read_type());
            } else {
                let optional = self.takes("?");
                self.expect(":");
                interface.members.push(Member { name, optional, of: self.read_type() });
            }
            self.expect(";");
        }
        interface
    }

    fn read_type(&mut self) -> Type {
        let mut union = Vec::new();
        loop {
            self.takes("readonly");
            let token = self.next();
            let mut one = match token.strip_prefix('"') {
                Some(text) => Type::Literal(text.to_owned()),
                None => Type::Name(token),
            };
            while self.takes("[") {
                self.expect("]");
                one = Type::List(Box::new(one));
            }
            union.push(one);
            if !self.takes("|") {
                return Type::Union(union);
            }
        }
    }
}

/// Names, marks, and texts with their opening quote; comments are left out.
fn tokens(source: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = source.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("/*") {
            rest.find("*/").expect("a comment that ends") + 2
        } else if first == '"' {
            let end = rest[1..].find('"').expect("a text that ends") + 1;
            tokens.push(rest[..end].to_owned());
            end + 1
        } else {
            let name = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
            let length = name.max(first.len_utf8());
            tokens.push(rest[..length].to_owned());
            length
        };
        rest = rest[length..].trim_start();
    }
    tokens
}
