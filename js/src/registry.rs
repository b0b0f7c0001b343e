//! The schemes this module holds: those of its build, and those loaded since.

use std::cell::RefCell;
use std::rc::Rc;

use jifen::scheme::{Editions, Scheme};
use jiff::civil::Date;
use wasm_bindgen::JsValue;

use crate::arguments;
use crate::error::{ApiError, ErrorCode};

/// Of each scheme its editions, the one that is written whole first.
const PACKS: &[&[&[u8]]] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));

thread_local! {
    static SCHEMES: RefCell<Vec<Rc<Editions>>> = RefCell::new(built_in());
}

/// Reads the packs. Each can be read: the build has done so before.
fn built_in() -> Vec<Rc<Editions>> {
    let editions = |packs: &&[&[u8]]| {
        let mut schemes = packs.iter().flat_map(|pack| Scheme::from_pack(pack));
        let whole = schemes.next()?;
        Some(Rc::new(Editions { whole, others: schemes.collect() }))
    };
    PACKS.iter().filter_map(editions).collect()
}

/// Returns all of them. Nothing stays borrowed: code of the caller's runs while its objects are read, and may call back.
pub(crate) fn all() -> Vec<Rc<Editions>> {
    SCHEMES.with_borrow(Vec::clone)
}

/// Returns the one that an argument names.
pub(crate) fn find(id: &JsValue) -> Result<Rc<Editions>, ApiError> {
    let id = arguments::text(id);
    let schemes = all();
    if let Some(found) = schemes.iter().find(|editions| Some(&editions.whole.id) == id.as_ref()) {
        return Ok(Rc::clone(found));
    }
    let known: Vec<&str> = schemes.iter().map(|editions| editions.whole.id.as_str()).collect();
    let known = known.join(", ");
    let message = match id {
        Some(id) => {
            format!("unknown scheme `{id}`; use one of: {known}, or load it with loadScheme first")
        }
        None => format!("the scheme is not a string; give the id of one of: {known}"),
    };
    Err(ApiError::new(ErrorCode::UnknownScheme, message))
}

/// Returns the edition that a caller names; without a name, the one that the day is assessed by.
pub(crate) fn edition<'a>(
    editions: &'a Editions,
    named: Option<&str>,
    on: Date,
) -> Result<&'a Scheme, ApiError> {
    named.map_or_else(|| Ok(editions.on(on)), |id| named_edition(editions, id))
}

/// Returns the edition of an id.
pub(crate) fn named_edition<'a>(editions: &'a Editions, id: &str) -> Result<&'a Scheme, ApiError> {
    editions.get(id).ok_or_else(|| {
        let known: Vec<&str> = editions.all().map(|scheme| scheme.edition.id.as_str()).collect();
        let (scheme, known) = (&editions.whole.id, known.join(", "));
        let message = format!("`{scheme}` has no edition `{id}`; use one of: {known}");
        ApiError::new(ErrorCode::UnknownEdition, message)
    })
}

/// Adds an edition to the scheme of its id, or replaces the one of the same edition; adds the scheme where there is none.
/// Returns all editions of the scheme.
pub(crate) fn insert(scheme: Scheme) -> Rc<Editions> {
    SCHEMES.with_borrow_mut(|schemes| {
        let known = schemes.iter_mut().find(|known| known.whole.id == scheme.id);
        let Some(known) = known else {
            let added = Rc::new(Editions { whole: scheme, others: Vec::new() });
            schemes.push(Rc::clone(&added));
            return added;
        };
        let mut editions = Editions::clone(known);
        let mut all = std::iter::once(&mut editions.whole).chain(&mut editions.others);
        match all.find(|edition| edition.edition.id == scheme.edition.id) {
            Some(same) => *same = scheme,
            None => editions.others.push(scheme),
        }
        *known = Rc::new(editions);
        Rc::clone(known)
    })
}
