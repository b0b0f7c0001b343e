//! `jifen` for JavaScript: points, conditions and clauses as plain objects, the same as the terminal prints.
//!
//! A crate of its own, because what a library exports to JavaScript stays in every module that links it.
//! Arguments are checked here, by hand: a caller may pass anything, and nothing it passes may stop the module.

use jifen::report;
use serde::Serialize;
use wasm_bindgen::prelude::*;

mod arguments;
mod error;
mod load;
mod registry;
mod serialize;

use error::ApiError;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// Every scheme this module holds.
///
/// # Errors
/// A JavaScript `Error` with a `code`, as all functions here.
#[wasm_bindgen(skip_typescript)]
pub fn schemes() -> Result<JsValue, JsValue> {
    let schemes = registry::all();
    let summaries: Vec<_> = schemes.iter().map(|scheme| report::scheme_summary(scheme)).collect();
    returned(&summaries)
}

/// The questions of a scheme, in the order of its form.
///
/// # Errors
/// `unknown-scheme`.
#[wasm_bindgen(skip_typescript)]
pub fn questions(scheme: JsValue) -> Result<JsValue, JsValue> {
    let scheme = registry::find(&scheme)?;
    returned(&report::question_summaries(&scheme))
}

/// Assesses answers by a scheme on a day.
///
/// # Errors
/// `unknown-scheme`, `missing-day`, `invalid-day`, and those of answers, each with every fault found.
#[wasm_bindgen(skip_typescript)]
pub fn assess(scheme: JsValue, answers: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let scheme = registry::find(&scheme)?;
    let on = arguments::day(&options)?;
    let answers =
        arguments::answers(&scheme, &answers, on).map_err(|errors| error::thrown(&errors))?;
    let assessment = jifen::assess::assess(&scheme, &answers, on);
    returned(&report::report(&scheme, &answers, &assessment))
}

/// Advises: the nearest ways to the line from these answers on a day.
///
/// # Errors
/// Those of `assess`.
#[wasm_bindgen(skip_typescript)]
pub fn advise(scheme: JsValue, answers: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let scheme = registry::find(&scheme)?;
    let on = arguments::day(&options)?;
    let answers =
        arguments::answers(&scheme, &answers, on).map_err(|errors| error::thrown(&errors))?;
    let advice = jifen::outlook::advise(&scheme, &answers, on);
    returned(&report::advice(&scheme, &answers, on, &advice))
}

/// Adds a scheme to this module, or replaces the one of the same id, and returns its summary.
///
/// # Errors
/// `invalid-scheme`.
#[wasm_bindgen(skip_typescript, js_name = loadScheme)]
pub fn load_scheme(json: JsValue) -> Result<JsValue, JsValue> {
    let scheme = load::scheme(&json)?;
    let summary = returned(&report::scheme_summary(&scheme))?;
    registry::insert(scheme);
    Ok(summary)
}

/// Returns a result as JavaScript receives it, or the `Error` that it catches instead.
fn returned(result: &impl Serialize) -> Result<JsValue, JsValue> {
    serialize::to_js(result).map_err(|error| ApiError::from(error).into())
}
