//! `jifen` for JavaScript: points, conditions and clauses as plain objects, the same as the terminal prints.
//!
//! A crate of its own, because what a library exports to JavaScript stays in every module that links it.
//! Arguments are checked here, by hand: a caller may pass anything, and nothing it passes may stop the module.

use jifen::report;
use serde::Serialize;
use wasm_bindgen::prelude::*;

mod arguments;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod declarations;
mod error;
mod load;
mod registry;
mod serialize;

use error::ApiError;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// Returns every scheme this module holds: those built in, and those loaded since.
///
/// # Errors
/// None, but for numbers of a loaded scheme that do not fit into those of JavaScript.
#[wasm_bindgen(unchecked_return_type = "Scheme[]")]
pub fn schemes() -> Result<JsValue, JsValue> {
    let schemes = registry::all();
    let summaries: Vec<_> = schemes.iter().map(|scheme| report::scheme_summary(scheme)).collect();
    returned(&summaries)
}

/// Returns the questions of a scheme, in the order of its form.
///
/// # Errors
/// Throws a `JifenError`: `unknown-scheme`.
#[wasm_bindgen(unchecked_return_type = "Question[]")]
pub fn questions(
    #[wasm_bindgen(unchecked_param_type = "string")] scheme: JsValue,
) -> Result<JsValue, JsValue> {
    let scheme = registry::find(&scheme)?;
    returned(&report::question_summaries(&scheme))
}

/// Assesses answers by a scheme on a day. Unanswered questions give ranges; the few that are presumed are named.
///
/// # Errors
/// Throws a `JifenError`: `unknown-scheme`, `missing-day`, `invalid-day`, `invalid-answers`, `unknown-question`,
/// `wrong-kind`, `unknown-option`, `out-of-range`.
#[wasm_bindgen(unchecked_return_type = "AssessmentReport")]
pub fn assess(
    #[wasm_bindgen(unchecked_param_type = "string")] scheme: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Answers")] answers: JsValue,
    #[wasm_bindgen(unchecked_param_type = "AssessOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let scheme = registry::find(&scheme)?;
    let on = arguments::day(&options)?;
    let answers =
        arguments::answers(&scheme, &answers, on).map_err(|errors| error::thrown(&errors))?;
    let assessment = jifen::assess::assess(&scheme, &answers, on);
    returned(&report::report(&scheme, &answers, &assessment))
}

/// Finds the nearest ways to the line: every change a person can make, every pair of them, and waiting, each tried on
/// the rules on the day on which it can be so.
///
/// # Errors
/// Throws a `JifenError`, as `assess` does.
#[wasm_bindgen(unchecked_return_type = "AdviceReport")]
pub fn advise(
    #[wasm_bindgen(unchecked_param_type = "string")] scheme: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Answers")] answers: JsValue,
    #[wasm_bindgen(unchecked_param_type = "AssessOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let scheme = registry::find(&scheme)?;
    let on = arguments::day(&options)?;
    let answers =
        arguments::answers(&scheme, &answers, on).map_err(|errors| error::thrown(&errors))?;
    let advice = jifen::outlook::advise(&scheme, &answers, on);
    returned(&report::advice(&scheme, &answers, on, &advice))
}

/// Adds a scheme, or replaces the one of the same id, until the page is closed, and returns its summary. `json` is
/// what `export --json` of the rule author's tool wrote, as text or parsed.
///
/// # Errors
/// Throws a `JifenError`: `invalid-scheme`.
#[wasm_bindgen(js_name = loadScheme, unchecked_return_type = "Scheme")]
pub fn load_scheme(
    #[wasm_bindgen(unchecked_param_type = "string | object")] json: JsValue,
) -> Result<JsValue, JsValue> {
    let scheme = load::scheme(&json)?;
    let summary = returned(&report::scheme_summary(&scheme))?;
    registry::insert(scheme);
    Ok(summary)
}

/// Returns a result as JavaScript receives it, or the `Error` that it catches instead.
fn returned(result: &impl Serialize) -> Result<JsValue, JsValue> {
    serialize::to_js(result).map_err(|error| ApiError::from(error).into())
}
