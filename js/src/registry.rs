//! The schemes this module holds: those of its build, and those loaded since.

use std::cell::RefCell;
use std::rc::Rc;

use jifen::scheme::Scheme;
use wasm_bindgen::JsValue;

use crate::arguments;
use crate::error::{ApiError, ErrorCode};

const PACKS: &[&[u8]] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));

thread_local! {
    static SCHEMES: RefCell<Vec<Rc<Scheme>>> = RefCell::new(built_in());
}

/// Reads the packs. Each can be read: the build has done so before.
fn built_in() -> Vec<Rc<Scheme>> {
    PACKS.iter().flat_map(|pack| Scheme::from_pack(pack)).map(Rc::new).collect()
}

/// Returns all of them. Nothing stays borrowed: code of the caller's runs while its objects are read, and may call back.
pub(crate) fn all() -> Vec<Rc<Scheme>> {
    SCHEMES.with_borrow(Vec::clone)
}

/// Returns the one that an argument names.
pub(crate) fn find(id: &JsValue) -> Result<Rc<Scheme>, ApiError> {
    let id = arguments::text(id);
    let schemes = all();
    if let Some(scheme) = schemes.iter().find(|scheme| Some(&scheme.id) == id.as_ref()) {
        return Ok(Rc::clone(scheme));
    }
    let known: Vec<&str> = schemes.iter().map(|scheme| scheme.id.as_str()).collect();
    let known = known.join(", ");
    let message = match id {
        Some(id) => {
            format!("unknown scheme `{id}`; use one of: {known}, or load it with loadScheme first")
        }
        None => format!("the scheme is not a string; give the id of one of: {known}"),
    };
    Err(ApiError::new(ErrorCode::UnknownScheme, message))
}

/// Adds a scheme, or replaces the one of its id.
pub(crate) fn insert(scheme: Scheme) {
    let scheme = Rc::new(scheme);
    SCHEMES.with_borrow_mut(|schemes| {
        match schemes.iter_mut().find(|known| known.id == scheme.id) {
            Some(known) => *known = scheme,
            None => schemes.push(scheme),
        }
    });
}
